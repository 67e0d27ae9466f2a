import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractDocument } from '../../../../electron/core/import/documents/extract-document'
import { AppError } from '../../../../shared/errors'
import { docxParagraph, drawColumn, makeDocx, makeOdt, makePdf, odtParagraph, rtfText } from './make-documents'

const nasty = fc.constantFrom(
  '<',
  '>',
  '&amp;',
  '&',
  '{',
  '}',
  '\\',
  '\\par',
  ']]>',
  '  ',
  '\t',
  '😀',
  '中文',
  '“',
  'é',
  '\u00a0',
  '**',
  '# ',
  '\\u20320?',
  ':',
  "'",
  '%',
)
const word = fc.oneof(nasty, fc.stringMatching(/^[A-Za-z0-9.,!?]{1,8}$/), fc.string({ unit: 'grapheme', maxLength: 6 }))
/** A line with a letter at both ends, so that no reader may trim it, and no character that XML cannot hold. */
const line = fc
  .array(word, { minLength: 1, maxLength: 8 })
  .map((words) => `w${words.join(' ').replace(/[\p{Cs}\ufffe\uffff]|(?!\t)\p{Cc}/gu, '')}w`)
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 8 })

describe('text in is text out', () => {
  it.each<[string, (texts: string[]) => Buffer]>([
    ['a Word file', (texts) => makeDocx(texts.map((text) => docxParagraph(text)).join(''))],
    ['an OpenDocument text', (texts) => makeOdt(texts.map(odtParagraph).join(''))],
    [
      'an RTF file',
      (texts) => Buffer.from(`{\\rtf1\\ansi ${texts.map((text) => `{${rtfText(text)}\\par}`).join('\n')}}`),
    ],
  ])('for %s', async (_, make) => {
    await fc.assert(
      fc.asyncProperty(paragraphs, async (texts) => {
        expect((await extractDocument(make(texts)))?.text).toBe(texts.join('\n\n'))
      }),
      { numRuns: 150 },
    )
  })

  it('for the words of a PDF file', async () => {
    const words = fc
      .array(fc.stringMatching(/^[A-Za-z]{2,8}$/), { minLength: 1, maxLength: 8 })
      .map((all) => all.join(' '))
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 10 }), async (lines) => {
        const read = await extractDocument(makePdf([drawColumn(lines)]))
        expect(read?.text.split(/\s+/)).toEqual(lines.join(' ').split(/\s+/))
      }),
      { numRuns: 40 },
    )
  })

  it('and whatever is changed in a file, it is read or refused', async () => {
    const files = [
      makeDocx(docxParagraph('**Ana:**', ' one\ntwo')),
      makeOdt(odtParagraph('Ana: one\ntwo')),
      Buffer.from(`{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset134 A;}}{\\b Ana:} ${rtfText('一\n two')}\\par}`),
      makePdf([drawColumn(['Ana: one', 'two'])]),
    ]
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.integer({ min: 0, max: 255 }),
      cut: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        async (file, changes) => {
          let bytes = Uint8Array.from(file)
          for (const { at, byte, cut } of changes) {
            const index = Math.floor(at * (bytes.length - 1))
            bytes[index] = byte
            if (cut && index > 8) bytes = bytes.slice(0, index)
          }
          const outcome = await extractDocument(bytes).then(
            () => 'read',
            (error: unknown) => (error instanceof AppError ? 'refused' : String(error)),
          )
          expect(outcome).toMatch(/^(?:read|refused)$/)
        },
      ),
      { numRuns: 400 },
    )
  })
})
