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
        const escaped = texts.map((text) =>
          text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
        )
        const file = `WEBVTT\n\n${escaped.map((text, index) => `${times(index, '.')}\n<v Ana>${text}\n`).join('\n')}`
        const read = parseTranscript(Buffer.from(file), 'x.vtt')
        expect(read.cues!.map(({ start, end }) => read.text.slice(start, end))).toEqual(texts)
        expect(read.turns).toHaveLength(1)
      }),
      { numRuns: 300 },
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
      fc.property(bytes, fc.constantFrom('x.srt', 'x.vtt', 'x.json', 'x.md', 'x.txt', 'x'), (data, name) => {
        expect(outcomeOf(data, name)).toMatch(/^(?:read|AppError)$/)
      }),
      { numRuns: 1000 },
    )
  })
})

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
