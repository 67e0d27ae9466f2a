import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countWords } from '../../../../electron/core/import/count-words'
import { extractDocument } from '../../../../electron/core/import/documents/extract-document'
import { parseDocument } from '../../../../electron/core/import/documents/parse-document'
import { docxParagraph as p, makeDocx, makeZip } from './make-documents'
import { spoken } from './spoken'

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

describe('a Word file', () => {
  it('has its speakers from labels in bold type, also behind a line break inside a paragraph', async () => {
    const file = makeDocx(
      p('**Madam Speaker:**', ' The meeting is open.\n', '**Clerk:**', ' Present: all but one.') +
        p('**Councillor Li**', ': I ask for the floor: now.') +
        p('Nobody said: so.'),
    )
    const read = await parseDocument(file, 'council.docx')
    expect(read?.format).toBe('docx')
    expect(spoken(read)).toEqual([
      ['Madam Speaker', 'The meeting is open.'],
      ['Clerk', 'Present: all but one.'],
      ['Councillor Li', 'I ask for the floor: now.\n\nNobody said: so.'],
    ])
  })

  it('has its speakers from names in bold paragraphs of their own, as parliaments print them', async () => {
    const file = makeDocx(
      [
        p('**Tea Duties**'),
        p('**Mr. Speaker**'),
        p('Order. We come to ', '**tea**', '.'),
        p('**Jane Jones**', ' (Otherville) (Lab)'),
        p('I oppose it.'),
        p('**Never.**'),
        p('**Mr. Speaker**'),
        p('Order!'),
        p('**Jane Jones**', ' (Otherville) (Lab)'),
        p('So be it.'),
      ].join(''),
    )
    expect(spoken(await parseDocument(file, 'hansard.docx'))).toEqual([
      [null, 'Tea Duties'],
      ['Mr. Speaker', 'Order. We come to tea.'],
      ['Jane Jones (Otherville) (Lab)', 'I oppose it.\n\nNever.'],
      ['Mr. Speaker', 'Order!'],
      ['Jane Jones (Otherville) (Lab)', 'So be it.'],
    ])
  })

  it('keeps tabs, special hyphens and blanks, joins runs, and reads symbols of mathematics', async () => {
    const body = `<w:p>${run('in')}${run('ter')}<w:r><w:t>view</w:t><w:tab/><w:t>x</w:t><w:noBreakHyphen/><w:t>ray</w:t></w:r>${run('  two  blanks ')}</w:p>`
    expect((await extractDocument(makeDocx(body)))?.text).toBe('interview\tx\u2011ray  two  blanks ')
  })

  it('shows what stands when tracked changes are accepted, and says what was deleted', async () => {
    const body =
      `<w:p>${run('We ')}<w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins>${run('always ')}</w:ins>${run('agree')}` +
      `<w:moveFrom>${run(' elsewhere')}</w:moveFrom></w:p>` +
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('One ')}</w:p><w:p>${run('paragraph.')}</w:p>`
    const read = await extractDocument(makeDocx(body))
    expect(read?.text).toBe('We always agree\n\nOne paragraph.')
    expect(read?.notes).toMatchObject([
      { line: 1, message: 'left out text that a tracked change deletes' },
      { line: 1, message: 'left out text that a tracked change moves elsewhere' },
    ])
  })

  it('leaves out hidden text, footnotes, comments, field codes and second copies, each with a note', async () => {
    const body =
      `<w:p>${run('Said')}${run(' secretly', '<w:vanish/>')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>` +
      '<w:r><w:instrText>PAGE</w:instrText></w:r>' +
      '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x">' +
      `${run(' once')}</mc:Choice><mc:Fallback>${run(' once')}</mc:Fallback></mc:AlternateContent></w:p>`
    const read = await extractDocument(makeDocx(body))
    expect(read?.text).toBe('Said once')
    expect(read?.notes.map(({ message }) => message)).toEqual([
      'left out hidden text',
      'left out what is not speech: a footnote',
      'left out what is not speech: a comment',
    ])
  })

  it('takes a title and headings by their styles, in whatever language the styles are called', async () => {
    const styles =
      '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>' +
      '<w:style w:styleId="Rede"><w:name w:val="Rede"/><w:rPr><w:b/></w:rPr></w:style>'
    const styled = (style: string, text: string): string =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`
    const label = (name: string): string => `<w:r><w:rPr><w:rStyle w:val="Rede"/></w:rPr><w:t>${name}:</w:t></w:r>`
    const body =
      styled('Titel', 'Hearing of 3 March 2024') +
      `<w:p>${label('Ana Li')}${run(' First.')}</w:p>` +
      styled('berschrift2', 'Afternoon') +
      `<w:p>${label('Bo Chen')}${run(' Second.')}</w:p><w:p>${label('Ana Li')}${run(' Third.')}</w:p>`
    const read = await parseDocument(makeDocx(body, styles), 'x.docx')
    expect({ title: read?.title, date: read?.date }).toEqual({ title: 'Hearing of 3 March 2024', date: '2024-03-03' })
    expect(spoken(read)).toEqual([
      ['Ana Li', 'First.'],
      ['Bo Chen', 'Second.'],
      ['Ana Li', 'Third.'],
    ])
    expect(read?.notes.map(({ message }) => message)).toContain('left out what is not speech: a heading')
  })

  it('reads a table of times, speakers and words as turns, and any other table row by row', async () => {
    const table = (rows: readonly (readonly string[])[]): string =>
      `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
    const transcript = table([
      ['Timespan', 'Speaker', 'Content'],
      ['0:00 - 0:04', 'Ana Li', 'Why this house: why now?'],
      ['0:04 - 0:09', 'Bo Chen', 'It was cheap.'],
      ['0:09 - 0:15', 'Ana Li', 'I see.'],
    ])
    const read = await parseDocument(makeDocx(transcript), 'x.docx')
    expect(spoken(read)).toEqual([
      ['Ana Li', 'Why this house: why now?'],
      ['Bo Chen', 'It was cheap.'],
      ['Ana Li', 'I see.'],
    ])
    expect(read?.turns.map(({ startTime }) => startTime)).toEqual([0, 4, 9])

    const other = table([
      ['Item', 'Budget in euros', 'Remarks of the board'],
      ['Roof', 'ten thousand', 'to be done in spring'],
    ])
    expect((await extractDocument(makeDocx(other)))?.text).toBe(
      'Item\tBudget in euros\tRemarks of the board\n\nRoof\tten thousand\tto be done in spring',
    )
  })

  it('reads what Teams writes, in its newer and its older layout', async () => {
    const newer = makeDocx(
      p('**Weekly call-20230301_170000-Meeting Recording**') +
        p('March 1, 2023, 5:00PM') +
        p('**Ana Li**', '   0:03\nHello all.') +
        p('**Bo Chen**', '   0:07\nGood morning.') +
        p('**Ana Li**', '   0:12\nShall we start?'),
    )
    const read = await parseDocument(newer, 'call.docx')
    expect(spoken(read).slice(1)).toEqual([
      ['Ana Li', 'Hello all.'],
      ['Bo Chen', 'Good morning.'],
      ['Ana Li', 'Shall we start?'],
    ])
    expect(read?.turns.slice(1).map(({ startTime }) => startTime)).toEqual([3, 7, 12])
    expect(read?.date).toBe('2023-03-01')

    const older = makeDocx(
      p('0:0:0.0 --> 0:0:2.4\nAna Li\nHello all.') + p('0:0:3.0 --> 0:0:4.5\nBo Chen\nGood morning.'),
    )
    const cues = await parseDocument(older, 'call.docx')
    expect(spoken(cues)).toEqual([
      ['Ana Li', 'Hello all.'],
      ['Bo Chen', 'Good morning.'],
    ])
    expect(cues?.cues).toHaveLength(2)
  })

  it('reads subtitles that were pasted into it', async () => {
    const lines = ['1', '00:00:01,000 --> 00:00:02,000', 'Hello.', '2', '00:00:02,000 --> 00:00:03,000', 'World.']
    const read = await parseDocument(makeDocx(lines.map((line) => p(line)).join('')), 'x.docx')
    expect({ text: read?.text, cues: read?.cues?.length }).toEqual({ text: 'Hello. World.', cues: 2 })
  })

  it('is refused when it is a workbook, an old file or one with a password', async () => {
    const workbook = makeZip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'xl/workbook.xml', data: '<workbook/>' },
    ])
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(512)])
    const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')])
    await expect(parseDocument(workbook, 'x.xlsx')).rejects.toThrow('an Office file without a text document')
    await expect(parseDocument(old, 'x.doc')).rejects.toThrow('an old Word file')
    await expect(parseDocument(locked, 'x.docx')).rejects.toThrow('protected by a password')
  })
})

const real = join(import.meta.dirname, '../../../../../shared/transcripts')
describe.skipIf(!existsSync(real))(`a council's minutes (needs ${real})`, () => {
  const name = 'docx/winnipeg-council-hansard-2015-03-25.docx'

  it('have the turns, speakers and words that were counted', async () => {
    const { files } = JSON.parse(readFileSync(join(real, 'expected.json'), 'utf8')) as {
      files: Record<
        string,
        { turns: number; speakers: Record<string, number>; bodyWordsSegmenter: number; quotes: { quote: string }[] }
      >
    }
    const expected = files[name]!
    const bytes = readFileSync(join(real, name))
    const [read, document] = [await parseDocument(bytes, name), await extractDocument(bytes)]
    const turns = spoken(read).filter(([speaker]) => speaker !== null)
    const speakers: Record<string, number> = {}
    for (const [speaker] of turns) speakers[speaker!] = (speakers[speaker!] ?? 0) + 1
    expect(turns).toHaveLength(expected.turns)
    expect(speakers).toEqual(expected.speakers)
    expect(countWords(document!.text, 'en')).toBe(expected.bodyWordsSegmenter)
    expect(expected.quotes.filter(({ quote }) => !read!.text.includes(quote))).toEqual([])
  })
})
if (!existsSync(real)) console.warn(`skipped: a council's minutes, because there is no ${real}`)
