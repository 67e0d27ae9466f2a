import { describe, expect, it } from 'vitest'
import { extractDocument } from '../../../../electron/core/import/documents/extract-document'
import { parseDocument } from '../../../../electron/core/import/documents/parse-document'
import { spoken } from './spoken'

const textOf = async (rtf: string): Promise<string | undefined> =>
  (await extractDocument(Buffer.from(rtf, 'latin1')))?.text

describe('an RTF file', () => {
  it('has its speakers from labels in bold type, with lines and paragraphs', async () => {
    const file =
      '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\info{\\title Night desk}}\\pard\\f0{\\b Ana Li:} One.\\line Two.\\par\n' +
      '\\b Bo Chen:\\b0  Three\\tab four: five.\\par{\\b Ana Li:} Six.\\par}'
    const read = await parseDocument(Buffer.from(file), 'x.rtf')
    expect({ format: read?.format, title: read?.title }).toEqual({ format: 'rtf', title: 'Night desk' })
    expect(spoken(read)).toEqual([
      ['Ana Li', 'One.\nTwo.'],
      ['Bo Chen', 'Three\tfour: five.'],
      ['Ana Li', 'Six.'],
    ])
  })

  it.each([
    ['Windows-1252', "\\ansicpg1252 caf\\'e9 \\'93yes\\'94 \\emdash\\~x\\_y", 'café “yes” —\u00a0x\u2011y'],
    ['code page 936', "\\ansicpg936 \\'c4\\'e3\\'ba\\'c3", '你好'],
    ['code page 950', "\\ansicpg950 \\'a7\\'41\\'a6n", '你好'],
    ['code page 932', "\\ansicpg932 \\'82\\'b1\\'82\\'f1", 'こん'],
    ['Windows-1251', "\\ansicpg1251 \\'cf\\'f0\\'e8", 'При'],
    [
      'a font with a character set of its own',
      "\\ansicpg1252 {\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset134 B;}}\\f1 \\'c4\\'e3\\f0 \\'e9",
      '你é',
    ],
    ['Unicode with one character for others', '\\uc1 \\u20320 ?\\u22909?', '你好'],
    ['Unicode with two bytes for others', "\\uc2 \\u20320\\'c4\\'e3\\u22909\\'ba\\'c3.", '你好.'],
    ['Unicode with none', '\\uc0 \\u20320\\u22909 ok', '你好ok'],
    ['negative numbers', '\\u-10179?\\u-8704?', '😀'],
    ['both forms, of which the newer counts', '{\\upr{ni}{\\*\\ud{\\u20320?}}}', '你'],
  ])('reads %s', async (_, body, expected) => {
    expect(await textOf(`{\\rtf1\\ansi${body}}`)).toBe(expected)
  })

  it('leaves out what it need not know, pictures and field codes, and notes what is deleted or hidden', async () => {
    const file =
      '{\\rtf1{\\*\\generator Nobody;}{\\stylesheet{\\s0 Normal;}}{\\header Page}We {\\deleted never }{\\v secretly }agree' +
      '{\\pict\\bin5 }}}}}} {\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt here}}{\\footnote See page 3.}.}'
    const read = await extractDocument(Buffer.from(file))
    expect(read?.text).toBe('We agree here.')
    expect(read?.notes.map(({ message }) => message)).toEqual([
      'left out what is not speech: the headers and footers of pages',
      'left out text that a tracked change deletes',
      'left out hidden text',
      'left out what is not speech: a footnote or endnote',
    ])
  })

  it('reads a table of speakers as turns', async () => {
    const row = (...cells: string[]): string =>
      `\\trowd\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join('')}\\row`
    const read = await parseDocument(
      Buffer.from(
        `{\\rtf1 ${row('Ana Li', 'The key was where it always was.')}${row('Bo Chen', 'So you went in.')}\\pard After.\\par}`,
      ),
      'x.rtf',
    )
    expect(spoken(read)).toEqual([
      ['Ana Li', 'The key was where it always was.'],
      ['Bo Chen', 'So you went in.\n\nAfter.'],
    ])
  })

  it('says which bytes no encoding has', async () => {
    const read = await extractDocument(Buffer.from("{\\rtf1\\ansicpg936 a\\'ff.}"))
    expect(read?.notes).toMatchObject([{ line: 1, message: 'some bytes are not in the encoding gb18030' }])
  })
})
