import { describe, expect, it } from 'vitest'
import { extractDocument } from '../../../../electron/core/import/documents/extract-document'
import { parseDocument } from '../../../../electron/core/import/documents/parse-document'
import { drawColumn, makePdf } from './make-documents'
import { spoken } from './spoken'

const LONG = 'the night bus ran past the depot on most days of that winter, as'

describe('a PDF file', () => {
  it('has its speakers from their labels, its lines joined to paragraphs', async () => {
    const file = makePdf([
      drawColumn([
        `Ana Li: I remember that ${LONG}`,
        'you know, and nobody minded.',
        `Bo Chen: They did: ${LONG}`,
        'I said.',
        'Ana Li: So they say.',
      ]),
    ])
    const read = await parseDocument(file, 'x.pdf')
    expect(read?.format).toBe('pdf')
    expect(spoken(read)).toEqual([
      ['Ana Li', `I remember that ${LONG} you know, and nobody minded.`],
      ['Bo Chen', `They did: ${LONG} I said.`],
      ['Ana Li', 'So they say.'],
    ])
  })

  it('joins words that are hyphenated at line ends, but not those that have a hyphen elsewhere', async () => {
    const file = makePdf([
      drawColumn([
        `A well-known driver said that ${LONG} inter-`,
        `viewed people told us, and that it was well-`,
        'known to all.',
      ]),
    ])
    const read = await extractDocument(file)
    expect(read?.text).toBe(
      `A well-known driver said that ${LONG} interviewed people told us, and that it was well-known to all.`,
    )
    expect(read?.notes).toMatchObject([
      { line: null, message: 'joined 1 word that was hyphenated at the end of a line' },
    ])
  })

  it('leaves out headers, footers and page numbers, wherever the file writes them, and goes on across pages', async () => {
    const page = (number: number, ...lines: string[]) => [
      { text: `Page ${number} of 3`, x: 280, y: 30, size: 8 },
      ...drawColumn(lines),
      { text: 'Residents’ evening'.replace('’', "'"), x: 72, y: 810, size: 8 },
    ]
    const file = makePdf([page(1, `It was late when ${LONG}`), page(2, 'they all went home.'), page(3, 'The end.')])
    const read = await extractDocument(file)
    expect(read?.text).toBe(`It was late when ${LONG} they all went home.\n\nThe end.`)
    expect(read?.notes.map(({ message }) => message).sort()).toEqual([
      'left out what is not speech: a header or footer on 3 pages, such as “Page 3 of 3”',
      "left out what is not speech: a header or footer on 3 pages, such as “Residents' evening”",
    ])
  })

  it('reads columns one by one, and a header that is written last before them', async () => {
    const file = makePdf([
      [
        ...drawColumn(['The left column says', 'this first.'], { x: 60 }),
        ...drawColumn(['The right column says', 'this second.'], { x: 320 }),
        { text: 'A title over both', x: 60, y: 790, size: 18 },
      ],
    ])
    expect((await extractDocument(file))?.text).toBe(
      'A title over both\n\nThe left column says this first.\n\nThe right column says this second.',
    )
  })

  it('leaves out the line numbers of a deposition', async () => {
    const said = [
      'Q. Where were you?',
      'A. At the depot.',
      'Q. All night?',
      'A. All night.',
      'Q. Alone?',
      'A. Yes.',
      'Q. Sure?',
      'A. Yes.',
      'Q. Thank you.',
      'A. Fine.',
    ]
    const file = makePdf([
      said.flatMap((text, index) => [
        { text: String(index + 1), x: 60, y: 760 - index * 20 },
        { text, x: 100, y: 760 - index * 20 },
      ]),
    ])
    const read = await parseDocument(file, 'x.pdf')
    expect(spoken(read).slice(0, 2)).toEqual([
      ['Q', 'Where were you?'],
      ['A', 'At the depot.'],
    ])
    expect(read?.notes.map(({ message }) => message)).toContain(
      'left out what is not speech: the numbers of lines on 1 page',
    )
  })

  it('reads Chinese in a font that names its character map only', async () => {
    const file = makePdf([drawColumn(['主持人：今天我們談人工智慧。', '唐鳳：好的。', '主持人：請說。'])], {
      chinese: true,
    })
    const read = await parseDocument(file, 'x.pdf')
    expect(spoken(read)).toEqual([
      ['主持人', '今天我們談人工智慧。'],
      ['唐鳳', '好的。'],
      ['主持人', '請說。'],
    ])
  })

  it('is refused when its pages are pictures, when it is damaged and when it has a password', async () => {
    await expect(extractDocument(makePdf([[], []]))).rejects.toThrow('it has no text: its pages are pictures')
    await expect(extractDocument(Buffer.from('%PDF-1.7\nnothing that follows'))).rejects.toThrow('it is damaged')
    const hex = 'ab'.repeat(32)
    const locked = makePdf([drawColumn(['secret'])], {
      extra: `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${hex}> /U <${hex}> /P -4 >>`,
    })
    await expect(extractDocument(locked)).rejects.toThrow('it is protected by a password')
  })

  it('says which pages have no text', async () => {
    const read = await extractDocument(makePdf([drawColumn(['One.']), [], drawColumn(['Three.'])]))
    expect(read?.notes).toMatchObject([{ line: null, message: 'no text on 1 of 3 pages, which may be pictures: 2' }])
  })
})
