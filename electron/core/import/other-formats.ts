import { type Message, say } from '../../../shared/domain/messages/message'

/** Kinds of file that hold transcripts or texts but are not read, told by how they begin. */
const BINARY: readonly (readonly [kind: Message, magic: readonly number[]])[] = [
  [say('kind-zip'), [0x50, 0x4b, 0x03, 0x04]],
  [say('kind-pdf'), [0x25, 0x50, 0x44, 0x46]],
  [say('kind-old-word'), [0xd0, 0xcf, 0x11, 0xe0]],
  [say('kind-compressed'), [0x1f, 0x8b]],
  [say('kind-sqlite'), [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
]
const TEXTUAL: readonly (readonly [kind: Message, test: (head: string) => boolean])[] = [
  [say('kind-rtf'), (head) => head.startsWith('{\\rtf')],
  [say('kind-xml'), (head) => head.startsWith('<?xml') || /^<(?:transcript|timedtext)[\s>]/i.test(head)],
  [say('kind-json'), (head) => /^(?:\{\s*["}]|\[\s*[[{\]])/.test(head)],
]

/** What a file is, when it begins like a kind of file that is not read; else `null`. */
export function recogniseBinary(bytes: Uint8Array): Message | null {
  return BINARY.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte))?.[0] ?? null
}

/** The same for decoded text. */
export function recogniseOtherText(text: string): Message | null {
  const head = text.slice(0, 1000).trimStart()
  return TEXTUAL.find(([, test]) => test(head))?.[0] ?? null
}
