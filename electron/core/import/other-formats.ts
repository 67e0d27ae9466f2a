/** Kinds of file that hold transcripts or texts but are not read, told by how they begin. */
const BINARY: readonly (readonly [name: string, magic: readonly number[]])[] = [
  ['a ZIP archive, such as a Word or OpenDocument file', [0x50, 0x4b, 0x03, 0x04]],
  ['a PDF file', [0x25, 0x50, 0x44, 0x46]],
  ['an old Word file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a compressed file', [0x1f, 0x8b]],
  ['an SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
]
const TEXTUAL: readonly (readonly [name: string, test: (head: string) => boolean])[] = [
  ['an RTF file', (head) => head.startsWith('{\\rtf')],
  ['an XML file', (head) => head.startsWith('<?xml') || /^<(?:transcript|timedtext)[\s>]/i.test(head)],
  ['a JSON file in a layout that is not known', (head) => /^(?:\{\s*["}]|\[\s*[[{\]])/.test(head)],
]

/** What a file is, when it begins like a kind of file that is not read; else `null`. */
export function recogniseBinary(bytes: Uint8Array): string | null {
  return BINARY.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte))?.[0] ?? null
}

/** The same for decoded text. */
export function recogniseOtherText(text: string): string | null {
  const head = text.slice(0, 1000).trimStart()
  return TEXTUAL.find(([, test]) => test(head))?.[0] ?? null
}
