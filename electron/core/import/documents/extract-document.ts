import type { ImportNote } from '../../../../shared/domain/project'
import { say } from '../../../../shared/domain/messages/message'
import { AppError } from '../../../../shared/errors'
import { findDate } from '../dates'
import { NoteList } from '../note-list'
import type { DocumentContent } from './document-content'
import type { DocumentKind } from './document-formats'
import { isOfficeFile, readDocx } from './docx'
import { isOpenDocument, isFlatOpenDocument, readFlatOdt, readOdt } from './odt'
import { isPdf } from './pdf-file'
import { isZip, readZip } from './read-zip'
import { renderBlocks } from './render-blocks'
import { isRtf, readRtf } from './rtf'

/** A document as text: paragraphs separated by blank lines, with the line breaks that they have themselves. */
export interface ExtractedDocument {
  readonly kind: DocumentKind
  /** The text as it is written. */
  readonly text: string
  /** The same, line by line, with headings as `## heading` and labels in bold type as `**label:**`. */
  readonly marked: string
  readonly title: string | null
  /** `YYYY-MM-DD`. */
  readonly date: string | null
  /** Lines count in `text`, from 1. */
  readonly notes: readonly ImportNote[]
}

/**
 * The text of a Word, OpenDocument, RTF or PDF file, told by its content; `null` for any other file. Throws
 * `not-understood` for one that is damaged, protected or has no text, and `too-complex` for one that exceeds the limits.
 */
export async function extractDocument(bytes: Uint8Array): Promise<ExtractedDocument | null> {
  refuseOldOffice(bytes)
  if (isPdf(bytes)) {
    const { readPdf } = await import('./pdf/read-pdf')
    return toDocument('pdf', await readPdf(bytes))
  }
  if (isRtf(bytes)) return toDocument('rtf', readRtf(bytes))
  if (isFlatOpenDocument(bytes)) return toDocument('odt', readFlatOdt(bytes))
  if (!isZip(bytes)) return null
  const entries = await readZip(bytes)
  if (isOfficeFile(entries)) return toDocument('docx', await readDocx(entries))
  if (isOpenDocument(entries)) return toDocument('odt', await readOdt(entries))
  return null
}

function toDocument(kind: DocumentKind, content: DocumentContent): ExtractedDocument {
  const notes = new NoteList()
  for (const note of content.notes) notes.add(note)
  const { title, plain, marked } = renderBlocks(content.blocks, notes)
  return {
    kind,
    text: plain.join('\n'),
    marked: marked.join('\n'),
    title: title ?? (content.title !== null && isMadeUp(content.title, plain) ? null : content.title),
    date: title === null ? null : findDate(title),
    notes: notes.toNotes(),
  }
}

/** Word makes a title of how the first paragraph begins. */
function isMadeUp(title: string, lines: readonly string[]): boolean {
  const first = (lines.find((line) => line.trim() !== '') ?? '').replace(/\s+/g, ' ').trim()
  return first.length > title.length && first.startsWith(title)
}

/** Word's old files, and new ones with a password, are in a container of Microsoft's own. */
function refuseOldOffice(bytes: Uint8Array): void {
  if (![0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte)) return
  const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
  const kind = locked ? say('kind-office-locked') : say('kind-old-word')
  throw new AppError('not-understood', say('file-is-kind', { kind }), {
    advice: say(locked ? 'save-without-password' : 'save-as-docx'),
  })
}
