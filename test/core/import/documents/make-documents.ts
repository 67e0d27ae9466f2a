import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of an archive; what is given besides its data is written instead of the truth. */
export interface Entry {
  /** Bytes where it is in another encoding than UTF-8, and the archive says nothing of it. */
  readonly name: string | Uint8Array
  readonly data: string | Uint8Array
  readonly size?: number
  readonly crc?: number
  readonly flags?: number
  /** What stands behind the name. */
  readonly extra?: Uint8Array
}

const UTF8 = 0x800

/** A ZIP archive, as honest as its entries. */
export function makeZip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, data, size, crc, flags = 0, extra = new Uint8Array() } of entries) {
    const raw = Buffer.from(data)
    const packed = deflateRawSync(raw)
    const path = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(typeof name === 'string' ? flags | UTF8 : flags, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc ?? crc32(raw), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(size ?? raw.length, 18)
    fields.writeUInt16LE(path.length, 22)
    fields.writeUInt16LE(extra.length, 24)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, path, extra, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, tail, path, extra]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

/** Text as XML content. */
export function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A Word file with this inside `w:body`, and this inside `w:styles`. */
export function makeDocx(body: string, styles = '', more: readonly Entry[] = []): Buffer {
  return makeZip([
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: '_rels/.rels',
      data:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ' +
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    { name: 'word/document.xml', data: `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>` },
    { name: 'word/styles.xml', data: `<w:styles ${W}>${styles}</w:styles>` },
    ...more,
  ])
}

/** A paragraph of Word's with these runs; `**` around one makes it bold. */
export function docxParagraph(...runs: readonly string[]): string {
  const written = runs.map((run) => {
    const bold = /^\*\*(.*)\*\*$/s.exec(run)?.[1]
    const text = xml(bold ?? run)
      .replaceAll('\n', '</w:t><w:br/><w:t xml:space="preserve">')
      .replaceAll('\t', '</w:t><w:tab/><w:t xml:space="preserve">')
    return `<w:r>${bold === undefined ? '' : '<w:rPr><w:b/></w:rPr>'}<w:t xml:space="preserve">${text}</w:t></w:r>`
  })
  return `<w:p>${written.join('')}</w:p>`
}

const ODF = ['office', 'text', 'table', 'style', 'meta', 'manifest', 'drawing']
  .map((word) => `xmlns:${word === 'drawing' ? 'draw' : word}="urn:oasis:names:tc:opendocument:xmlns:${word}:1.0"`)
  .join(' ')
const FO =
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'

/** An OpenDocument text with this inside `office:text`, and these automatic styles. */
export function makeOdt(text: string, styles = '', manifest = ''): Buffer {
  const content =
    `<?xml version="1.0"?><office:document-content ${ODF} ${FO}><office:automatic-styles>${styles}</office:automatic-styles>` +
    `<office:body><office:text>${text}</office:text></office:body></office:document-content>`
  return makeZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' },
    { name: 'META-INF/manifest.xml', data: `<manifest:manifest ${ODF}>${manifest}</manifest:manifest>` },
    { name: 'content.xml', data: content },
  ])
}

/** A paragraph of OpenDocument's that says exactly this text, its blanks and line breaks among it. */
export function odtParagraph(text: string): string {
  const written = xml(text)
    .replace(/ {2,}|^ | $/gm, (blanks) => `<text:s text:c="${blanks.length}"/>`)
    .replaceAll('\t', '<text:tab/>')
    .replaceAll('\n', '<text:line-break/>')
  return `<text:p>${written}</text:p>`
}

/** Text as RTF has it, with `\uN` for what is not ASCII. */
export function rtfText(text: string): string {
  return text.replace(/[\\{}]|[^\u0020-\u007e]/g, (unit) => {
    if (unit === '\n') return '\\line '
    if (unit === '\t') return '\\tab '
    if (/[\\{}]/.test(unit)) return `\\${unit}`
    const code = unit.charCodeAt(0)
    return `\\u${code > 0x7fff ? code - 0x10000 : code}?`
  })
}

/** A line of a page: where its baseline begins, from the lower left corner, and its size. */
export interface DrawnLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
}

/** A PDF file of A4 pages in Helvetica, or, for `chinese`, in a font that is not in it and a character map known by name. */
export function makePdf(pages: readonly (readonly DrawnLine[])[], { chinese = false, extra = '' } = {}): Buffer {
  const font = chinese
    ? '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font ' +
      '/Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> ' +
      '/DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] ' +
      '/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>'
    : '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')}] >>`,
    font,
  ]
  pages.forEach((lines, index) => {
    const drawn = lines.map(
      ({ text, x, y, size = 11 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${shown(text, chinese)} Tj ET`,
    )
    const stream = drawn.join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
      `<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`,
    )
  })
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = Buffer.byteLength(file, 'latin1')
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = Buffer.byteLength(file, 'latin1')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${extra} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

function shown(text: string, wide: boolean): string {
  if (wide) return `<${[...text].map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`
  return `(${text.replace(/[\\()]/g, (mark) => `\\${mark}`)})`
}

/** Lines of text below one another from the top of a page. */
export function drawColumn(lines: readonly string[], { x = 72, y = 760, leading = 14 } = {}): DrawnLine[] {
  return lines.map((text, index) => ({ text, x, y: y - index * leading }))
}
