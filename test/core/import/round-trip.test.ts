import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTranscript } from '../../../electron/core/import/parse-transcript'

/** Pieces that subtitle readers are known to lose or change. */
const nasty = fc.constantFrom(
  '5 < 6',
  'I <3 you',
  '<',
  '>',
  '&',
  '&amp;',
  '&#0;',
  '<v',
  '</v>x',
  '<b',
  'a <- b',
  '<<',
  '->',
  '--',
  '{\\',
  '{an8}',
  '*',
  '_',
  '#',
  '**',
  '42',
  '"',
  '“',
  '😀',
  '中文',
  '한글',
  'é',
  '\u00a0',
  '\u200d',
  'ß',
  '…',
  '\t',
  '  ',
  '<q>',
  '<3>',
  '[00:01]',
  '(x)',
  '%',
  '\\',
  "'; DROP",
  '=1+1',
)
const word = fc.oneof(nasty, fc.stringMatching(/^[A-Za-z0-9.,!?]{1,8}$/), fc.string({ unit: 'grapheme', maxLength: 6 }))
/** A line that is somebody's words: no control characters, no colon that could name a speaker, not only a number. */
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) =>
  `w${words.join(' ')}`
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}:：]/gu, '')
    .replaceAll('-->', '')
    .trim(),
)
const payload = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
const payloads = fc.array(payload, { minLength: 1, maxLength: 12 })

describe('text in is text out', () => {
  it('for SRT, with or without numbers, with LF or CRLF', () => {
    fc.assert(
      fc.property(payloads, fc.boolean(), fc.boolean(), (texts, numbered, crlf) => {
        const plain = texts.filter((text) => !/<\/?(?:[biusvc]|rt|ruby|lang|font)[\s.>]|\{\\an?\d/i.test(text))
        fc.pre(plain.length > 0)
        const file = plain
          .map((text, index) => `${numbered ? `${index + 1}\n` : ''}${times(index, ',')}\n${text}\n`)
          .join('\n')
        const read = parseTranscript(Buffer.from(crlf ? file.replaceAll('\n', '\r\n') : file), 'x.srt')
        expect(read.cues!.map(({ start, end }) => read.text.slice(start, end))).toEqual(plain)
        expect(read.text).toBe(plain.join(' '))
      }),
      { numRuns: 300 },
    )
  })

  it('for WebVTT, where markup characters are written as entities', () => {
    fc.assert(
      fc.property(payloads, (texts) => {
        const file = `WEBVTT\n\n${texts
          .map(escaped)
          .map((text, index) => `${times(index, '.')}\n<v Ana>${text}\n`)
          .join('\n')}`
        const read = parseTranscript(Buffer.from(file), 'x.vtt')
        expect(read.cues!.map(({ start, end }) => read.text.slice(start, end))).toEqual(texts)
        expect(read.turns).toHaveLength(1)
      }),
      { numRuns: 300 },
    )
  })

  it('for SBV', () => {
    fc.assert(
      fc.property(payloads, (texts) => {
        const file = texts
          .map((text, index) => `0:00:${seconds(index)}.000,0:00:${seconds(index + 1)}.000\n${text}\n`)
          .join('\n')
        expect(cueTexts(file, 'x.sbv')).toEqual(texts)
      }),
      { numRuns: 200 },
    )
  })

  it('for LRC, with or without the times of words', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 12 }), fc.boolean(), (lines, words) => {
        const file = lines
          .map((text, index) => `[00:${seconds(index)}.00]${words ? '<00:01.00>' : ''}${text}`)
          .join('\n')
        expect(cueTexts(file, 'x.lrc')).toEqual(lines)
      }),
      { numRuns: 200 },
    )
  })

  it('for TTML, where markup characters are written as entities', () => {
    fc.assert(
      fc.property(payloads, (texts) => {
        const cues = texts.map((text, index) => {
          const lines = text.split('\n').map((each) => escaped(each.trim()))
          return `<p begin="${index}s" dur="1s"><span>${lines.join('<br/>')}</span></p>`
        })
        const file = `<tt xml:lang="en" xml:space="preserve"><body><div>${cues.join('\n')}</div></body></tt>`
        fc.pre(texts.every((text) => !/[\ufffe\uffff]/.test(text)))
        expect(cueTexts(file, 'x.ttml')).toEqual(texts.map(trimLines))
      }),
      { numRuns: 200 },
    )
  })

  it('for json3, however a line is cut into pieces', () => {
    fc.assert(
      fc.property(payloads, fc.nat(9), (texts, cut) => {
        const events = texts.map((text, index) => ({
          tStartMs: index * 1000,
          dDurationMs: 1000,
          segs: [{ utf8: text.slice(0, cut) }, { utf8: text.slice(cut), tOffsetMs: 100 }],
        }))
        expect(cueTexts(JSON.stringify({ wireMagic: 'pb3', events }), 'x.json')).toEqual(texts)
      }),
      { numRuns: 200 },
    )
  })

  it('for labelled text and Markdown', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 4, maxLength: 12 }), fc.constantFrom('x.txt', 'x.md'), (lines, name) => {
        const file = lines.map((text, index) => `${index % 2 === 0 ? 'Ana Li' : 'Bo'}: ${text}`).join('\n\n')
        const read = parseTranscript(Buffer.from(file), name)
        expect(read.turns.map(({ start, end }) => read.text.slice(start, end))).toEqual(lines)
      }),
      { numRuns: 300 },
    )
  })

  it('never throws anything but an error for the user, whatever the bytes are', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .array(
          fc.oneof(
            nasty,
            fc.constantFrom(
              '\n',
              '\r\n',
              '-->',
              '00:01',
              'WEBVTT',
              '1',
              '{"segments":[',
              '[{"text":"a","start":',
              '{"events":[{"segs":[{"utf8":"',
              '{"words":[{"text":"a","start":1}',
              '"]}',
              '<tt><p begin="1s">',
              '</p>',
              '<html><p>',
              '<cite>',
              '<!DOCTYPE',
              '[00:01.00]',
              '0:00:01.000,0:00:02.000',
              '[Script Info]\n[Events]\nDialogue:',
              'Q. ',
              'A:',
              '>>',
              '---',
              '# ',
              ': ',
            ),
          ),
        )
        .map((parts) => Buffer.from(parts.join(''))),
    )
    fc.assert(
      fc.property(
        bytes,
        fc.constantFrom(
          'x.srt',
          'x.vtt',
          'x.json',
          'x.md',
          'x.txt',
          'x.html',
          'x.ttml',
          'x.sbv',
          'x.lrc',
          'x.ass',
          'x',
        ),
        (data, name) => {
          expect(outcomeOf(data, name)).toMatch(/^(?:read|AppError)$/)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function trimLines(text: string): string {
  return text
    .split('\n')
    .map((each) => each.trim())
    .join('\n')
}

function seconds(index: number): string {
  return String(index).padStart(2, '0')
}

function cueTexts(file: string, name: string): string[] {
  const { text, cues } = parseTranscript(Buffer.from(file), name)
  return cues!.map(({ start, end }) => text.slice(start, end))
}

function times(index: number, point: string): string {
  const at = (seconds: number): string => `00:00:${String(seconds).padStart(2, '0')}${point}000`
  return `${at(index)} --> ${at(index + 1)}`
}

function outcomeOf(data: Uint8Array, name: string): string {
  try {
    return parseTranscript(data, name).turns.length > 0 ? 'read' : 'read nothing'
  } catch (error) {
    return (error as Error).name
  }
}
