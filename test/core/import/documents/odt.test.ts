import { describe, expect, it } from 'vitest'
import { extractDocument } from '../../../../electron/core/import/documents/extract-document'
import { parseDocument } from '../../../../electron/core/import/documents/parse-document'
import { makeOdt, makeZip } from './make-documents'
import { spoken } from './spoken'

const BOLD =
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'

describe('an OpenDocument text', () => {
  it('has its speakers from labels in bold type, with line breaks, tabs and blanks', async () => {
    const file = makeOdt(
      '<text:p><text:span text:style-name="T1">Ana Li:</text:span> One<text:s text:c="2"/>two<text:tab/>three<text:line-break/>four.</text:p>' +
        '<text:p><text:span text:style-name="T1">Bo Chen:</text:span> Five:\n   six.</text:p>' +
        '<text:p><text:span text:style-name="T1">Ana Li:</text:span> Seven.</text:p>',
      BOLD,
    )
    const read = await parseDocument(file, 'x.odt')
    expect(read?.format).toBe('odt')
    expect(spoken(read)).toEqual([
      ['Ana Li', 'One  two\tthree\nfour.'],
      ['Bo Chen', 'Five: six.'],
      ['Ana Li', 'Seven.'],
    ])
  })

  it('leaves out deleted and hidden text, footnotes and comments, each with a note', async () => {
    const hidden =
      '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>'
    const file = makeOdt(
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>never</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
        '<text:p>We <text:change/>agree<text:note><text:note-body><text:p>See page 3.</text:p></text:note-body></text:note>' +
        '<office:annotation><text:p>Check!</text:p></office:annotation><text:span text:style-name="T2">, not really</text:span>.</text:p>',
      hidden,
    )
    const read = await extractDocument(file)
    expect(read?.text).toBe('We agree.')
    expect(read?.notes.map(({ message }) => message)).toEqual([
      'left out text that a tracked change deletes',
      'left out what is not speech: a footnote or endnote',
      'left out what is not speech: a comment',
      'left out hidden text',
    ])
  })

  it('takes a title from its first heading and reads a table of speakers', async () => {
    const row = (...cells: string[]): string =>
      `<table:table-row>${cells.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`
    const file = makeOdt(
      `<text:h text:outline-level="1">The depot, 2024-05-17</text:h><table:table>${row('Ana Li', 'The key was where it always was.')}${row('Bo Chen', 'So you went in.')}</table:table>`,
    )
    const read = await parseDocument(file, 'x.odt')
    expect({ title: read?.title, date: read?.date }).toEqual({ title: 'The depot, 2024-05-17', date: '2024-05-17' })
    expect(spoken(read)).toEqual([
      ['Ana Li', 'The key was where it always was.'],
      ['Bo Chen', 'So you went in.'],
    ])
  })

  it('may be a single XML file', async () => {
    const flat =
      '<?xml version="1.0"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' +
      'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>说话。</text:p></office:text></office:body></office:document>'
    expect(await extractDocument(Buffer.from(flat))).toMatchObject({ kind: 'odt', text: '说话。' })
  })

  it('is refused with a password, and when it is a table or a drawing', async () => {
    const locked = makeOdt(
      '<text:p>x</text:p>',
      '',
      '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>',
    )
    await expect(extractDocument(locked)).rejects.toThrow('protected by a password')
    const sheet = makeZip([
      { name: 'META-INF/manifest.xml', data: '<m/>' },
      {
        name: 'content.xml',
        data: '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><o:body><o:spreadsheet/></o:body></o:document-content>',
      },
    ])
    await expect(extractDocument(sheet)).rejects.toThrow('without a text document')
  })
})
