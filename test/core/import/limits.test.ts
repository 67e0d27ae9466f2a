import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../../electron/core/import/limits'
import { parseTranscript } from '../../../electron/core/import/parse-transcript'
import { AppError } from '../../../shared/errors'

const MB = 2 ** 20
const limits = {
  ...LIMITS,
  fileBytes: 4 * MB,
  markupBytes: 2 * MB,
  textLength: MB,
  lineLength: 1000,
  turns: 5,
  cues: 8,
}

function refusal(text: string | Uint8Array, name: string, options: { format?: string } = {}): string {
  try {
    parseTranscript(Buffer.from(text), name, { ...options, limits })
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message} (${error.advice})`
    throw error
  }
  return 'read'
}

const SPLIT = 'split it into parts and import those'
const cues = (count: number): string =>
  Array.from({ length: count }, (_, index) => `${index + 1}\n00:00:0${index},000 --> 00:00:0${index},500\nHi.\n`).join(
    '\n',
  )

describe('a file that is larger than what is read', () => {
  it.each([
    ['talk.log', 'GET /index.html\n'.repeat(100_000), 'talk.log has 2 MB; at most 1 MB of text can be imported'],
    [
      'in/a.json',
      `{"segments":[${'{},'.repeat(MB)}`,
      'a.json has 4 MB; at most 2 MB of JSON, XML or HTML can be imported',
    ],
    ['huge.txt', 'a\n'.repeat(3 * MB), 'huge.txt has 6 MB; at most 4 MB can be imported'],
  ])('is refused by its name, its size, the limit and what to do (%s)', (name, text, message) => {
    expect(refusal(text, name)).toBe(`file-too-large: ${message} (${SPLIT})`)
  })

  it('is refused before it is decoded, whatever its bytes are', () => {
    expect(refusal(new Uint8Array(2 * MB).fill(0xff), 'a.txt')).toContain('a.txt has 2 MB; at most 1 MB of text')
  })

  it('may begin like JSON and be a log', () => {
    expect(refusal(`[2024-05-06] start\n${'[2024-05-06] line\n'.repeat(80_000)}`, 'server.log')).toContain(
      'server.log has 2 MB; at most 1 MB of text can be imported',
    )
  })
})

describe('a text that goes on and on', () => {
  it('is refused for one endless line, which is named', () => {
    expect(refusal(`Ana: Hello.\n\nBo: ${'word '.repeat(300)}`, 'a.txt')).toBe(
      'file-too-large: Line 3 of a.txt has 1,504 characters; at most 1,000 can stand on one line ' +
        '(break the line where somebody else speaks or a paragraph ends)',
    )
    expect(refusal(`Ana: Hello.\n\n${'word '.repeat(190)}\n`, 'a.txt')).toBe('read')
  })

  it('is not refused for the long line that JSON is', () => {
    const words = Array.from({ length: 100 }, () => ({ start: 0, end: 1, text: 'Tea and ships.' }))
    expect(refusal(JSON.stringify({ segments: words.slice(0, 8) }).padEnd(1200), 'a.json')).toBe('read')
  })

  it('is refused for one endless turn', () => {
    expect(refusal(JSON.stringify({ segments: [{ start: 0, end: 1, text: 'a'.repeat(1500) }] }), 'a.json')).toContain(
      'Turn 1 of a.json has 1,500 characters; at most 1,000 can be said in one turn',
    )
  })

  it('is refused for too many turns or cues', () => {
    expect(refusal('One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nSix.\n', 'a.txt')).toContain(
      'a.txt has 6 turns; at most 5 can be imported',
    )
    expect(refusal(cues(9), 'a.srt')).toContain('a.srt has 9 cues; at most 8 can be imported')
    expect(refusal(cues(8), 'a.srt')).toBe('read')
  })
})
