import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseTranscript, type ReadTranscript } from '../../../electron/core/import/parse-transcript'
import { TURN_SEPARATOR } from '../../../shared/domain/turn'
import { AppError } from '../../../shared/errors'

const folder = join(import.meta.dirname, '../../fixtures/imports')
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

describe('the cases in fixtures/imports', () => {
  it.each(cases)('%s', (name) => {
    const input = readdirSync(join(folder, name)).find((file) => file.startsWith('input.'))!
    const read = readCase(readFileSync(join(folder, name, input)), input)
    const file = join(folder, name, 'expected.json')
    if (!existsSync(file) && process.env.UPDATE_CASES) writeFileSync(file, `${JSON.stringify(read, null, 2)}\n`)
    expect(read).toEqual(JSON.parse(readFileSync(file, 'utf8')))
  })
})

describe('what is asked for', () => {
  const bytes = Buffer.from('# One\n\nAna Li: Hello there.\n\nBo: Hi.\n')

  it('reads the same bytes in the format it is told', () => {
    expect(parseTranscript(bytes, 'talk.md').turns.map(({ speaker }) => speaker)).toEqual(['Ana Li', 'Bo'])
    expect(parseTranscript(bytes, 'talk.md', { format: 'text' }).text).toBe('# One\n\nHello there.\n\nHi.')
  })

  it('refuses a format and an encoding that nobody knows', () => {
    expect(() => parseTranscript(bytes, 'talk.md', { format: 'tape' })).toThrow(/No import format is called tape/)
    expect(() => parseTranscript(bytes, 'talk.md', { encoding: 'klingon' })).toThrow(/No encoding is called klingon/)
  })

  it('takes title and date from the name when the file says nothing', () => {
    const { title, date } = parseTranscript(Buffer.from('Hello.'), 'talks/2024-05-06 Tea and ships.txt')
    expect({ title, date }).toEqual({ title: 'Tea and ships', date: '2024-05-06' })
  })

  it('takes content over the extension', () => {
    const vtt = Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Hi\n')
    expect(parseTranscript(vtt, 'x.srt').format).toBe('vtt')
    expect(parseTranscript(vtt, 'x.txt').format).toBe('vtt')
    expect(parseTranscript(Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nHi\n'), 'x.txt').format).toBe('srt')
    expect(parseTranscript(Buffer.from('{"segments":[{"start":0,"end":1,"text":"Hi"}]}'), 'x.txt').format).toBe(
      'whisper',
    )
  })
})

describe('what only looks like another format', () => {
  it('keeps notes about subtitles as notes', () => {
    const notes = `# Notes\n\n${'We talked about times.\n\n'.repeat(6)}\n    00:00:01,000 --> 00:00:02,000\n\nThat is all.\n`
    expect(parseTranscript(Buffer.from(notes), 'notes.md').format).toBe('markdown')
  })

  it('takes a first line for a speaker when its label comes back, and for a header when it does not', () => {
    const interview = parseTranscript(
      Buffer.from('Subject: I was there.\n\nAna: When?\n\nSubject: In May.\n\nAna: Thanks.\n'),
      'x.txt',
    )
    expect(interview.turns.map(({ speaker }) => speaker)).toEqual(['Subject', 'Ana', 'Subject', 'Ana'])
    const mail = parseTranscript(
      Buffer.from('Title: In May\n\nBo: I was there.\n\nAna: When?\n\nBo: In May.\n\nAna: Thanks.\n'),
      'x.txt',
    )
    expect([mail.title, mail.turns.length]).toEqual(['In May', 4])
  })
})

describe('what cannot be stored', () => {
  it.each([
    ['half a character', '{"segments":[{"start":0,"end":1,"text":"a\\ud800"}]}'],
    ['NUL', '{"segments":[{"start":0,"end":1,"text":"a\\u0000b"}]}'],
    ['half a character in a name', '{"segments":[{"start":0,"end":1,"text":"a","speaker":"\\udc00"}]}'],
  ])('refuses %s that JSON spells out', (_, json) => {
    expect(codeOf(Buffer.from(json), 'x.json')).toBe('not-text')
  })

  it('refuses a Word file, a PDF and random bytes', () => {
    expect(codeOf(Buffer.from('PK\u0003\u0004rest'), 'x.docx')).toBe('not-understood')
    expect(codeOf(Buffer.from('%PDF-1.7'), 'x.txt')).toBe('not-understood')
    expect(
      codeOf(
        Uint8Array.from({ length: 400 }, (_, index) => ((index * 7919) % 255) + 1),
        'x.txt',
      ),
    ).toBe('not-text')
  })
})

describe('what was made to break readers', () => {
  it.each([
    ['x.json', `{"segments":${'['.repeat(100_000)}`],
    ['x.ttml', `<tt>${'<div>'.repeat(100_000)}`],
    ['x.html', `<html>${'<div>'.repeat(100_000)}`],
  ])('is refused whole where it is nested deeply (%s)', (name, file) => {
    expect(codeOf(Buffer.from(file), name)).toBe('not-understood')
  })

  it('reads a million blank lines as nothing', () => {
    const file = `Ana Li: Hello.${'\n'.repeat(1_000_000)}Bo: Hi.`
    expect(turnTexts(parseTranscript(Buffer.from(file), 'x.txt'))).toEqual(['Hello.', 'Hi.'])
  })
})

describe('an encoding that is only a guess', () => {
  it('comes with every encoding that fits, and is not asked about once it is named', () => {
    const bytes = Buffer.from("Voilà, c'est déjà l'été à la plage.", 'latin1')
    expect(parseTranscript(bytes, 'x.txt').encodings).toEqual(expect.arrayContaining(['windows-1252', 'windows-1250']))
    expect(parseTranscript(bytes, 'x.txt', { encoding: 'windows-1252' })).toMatchObject({
      encodings: [],
      text: "Voilà, c'est déjà l'été à la plage.",
    })
  })
})

describe('a long stretch in which nobody is named', () => {
  const cue = (index: number, start: number, text: string): string =>
    `${index}\n${stamp(start)} --> ${stamp(start + 9)}\n${text}\n`
  const stamp = (seconds: number): string =>
    `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')},000`

  it('ends its turn with the first sentence after a minute', () => {
    const texts = ['A.', 'b', 'c.', 'd', 'e', 'f', 'g', 'h.', 'I', 'j.']
    const file = texts.map((text, index) => cue(index + 1, index * 10, text)).join('\n')
    expect(turnTexts(parseTranscript(Buffer.from(file), 'x.srt'))).toEqual(['A. b c. d e f g h.', 'I j.'])
  })

  it('ends its turn after three minutes where no sentence ends', () => {
    const file = Array.from({ length: 20 }, (_, index) => cue(index + 1, index * 10, 'on and on')).join('\n')
    expect(parseTranscript(Buffer.from(file), 'x.srt').turns.map(({ startTime }) => startTime)).toEqual([0, 180])
  })

  it('keeps a named speaker in one turn over pauses', () => {
    const file = ['Ana: Hi', 'and', 'so on.', 'Bo: Yes.', 'Ana: Well.']
      .map((text, index) => cue(index + 1, index * 60, text))
      .join('\n')
    expect(turnTexts(parseTranscript(Buffer.from(file), 'x.srt'))).toEqual(['Hi and so on.', 'Yes.', 'Well.'])
  })
})

describe('every file that is read', () => {
  it('joins its turns by the separator and keeps its cues inside the text, in order', () => {
    for (const name of cases.filter((each) => !each.startsWith('refused') && !each.endsWith('not-understood'))) {
      const input = readdirSync(join(folder, name)).find((file) => file.startsWith('input.'))!
      const read = parseTranscript(readFileSync(join(folder, name, input)), input)
      expect(turnTexts(read).join(TURN_SEPARATOR)).toBe(read.text)
      let before = 0
      for (const { start, end } of read.cues ?? []) {
        expect(start).toBeGreaterThanOrEqual(before)
        expect(end).toBeGreaterThan(start)
        before = end
      }
      expect(before).toBeLessThanOrEqual(read.text.length)
    }
  })
})

/** What an `expected.json` holds. */
function readCase(bytes: Uint8Array, name: string): unknown {
  try {
    const read = parseTranscript(bytes, name)
    const { format, encoding, language, title, date, words, turns, cues, notes } = read
    const said = turns.map(({ start, end, ...turn }) => ({ ...turn, text: read.text.slice(start, end) }))
    const timed = cues?.map(({ start, end, ...cue }) => ({ ...cue, text: read.text.slice(start, end) })) ?? null
    const noted = notes.map(({ line, message }) => ({ line, message }))
    return { format, encoding, language, title, date, words, turns: said, cues: timed, notes: noted }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { error: error.code, message: error.message }
  }
}

function turnTexts({ text, turns }: ReadTranscript): string[] {
  return turns.map(({ start, end }) => text.slice(start, end))
}

function codeOf(bytes: Uint8Array, name: string): string {
  try {
    parseTranscript(bytes, name)
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'read'
}
