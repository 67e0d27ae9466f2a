import { type Message, say, verbatim } from '../../../../shared/domain/messages/message'
import { toErrorData } from '../../../../shared/errors'
import { formats } from '../formats'
import { extensionOf } from '../formats/format'
import { DOCUMENT_EXTENSIONS } from './document-formats'
import { type ArchiveEntry, isZip, readZip } from './read-zip'

/** What an archive holds for an import: a transcript's bytes, or what was passed over and why. */
export type ZipTranscript =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'skipped'; readonly name: string; readonly reason: Message }

/**
 * The transcripts inside an archive in the order of its entries, each unpacked when it is asked for. Hidden entries are
 * passed over without a word; what is not a transcript, is damaged or protected, lies outside the archive, or is an
 * archive itself, with a reason. Throws `too-complex` and `not-understood` for the archive, before anything is unpacked.
 */
export async function* listZipTranscripts(bytes: Uint8Array): AsyncGenerator<ZipTranscript, void> {
  const known = new Set([...formats.flatMap(({ extensions }) => extensions), ...DOCUMENT_EXTENSIONS])
  for (const entry of await readZip(bytes)) {
    if (isHidden(entry.name)) continue
    const reason = refusalOf(entry, known)
    yield reason === null ? await unpack(entry) : { kind: 'skipped', name: entry.name, reason }
  }
}

async function unpack(entry: ArchiveEntry): Promise<ZipTranscript> {
  const { name } = entry
  try {
    const bytes = await entry.read()
    const archive = isZip(bytes) && !DOCUMENT_EXTENSIONS.includes(extensionOf(name))
    return archive ? { kind: 'skipped', name, reason: NESTED } : { kind: 'file', name, bytes }
  } catch (error) {
    return { kind: 'skipped', name, reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): Message {
  const { text, message } = toErrorData(error)
  return text ?? verbatim(message)
}

const NESTED = say('skipped-nested')

function refusalOf({ name, encrypted }: ArchiveEntry, known: ReadonlySet<string>): Message | null {
  if (leadsOutside(name)) return say('skipped-outside')
  if (extensionOf(name) === '.zip') return NESTED
  if (!known.has(extensionOf(name))) return say('skipped-extension')
  return encrypted ? say('skipped-locked') : null
}

/** `../a`, `/a`, `C:\a`: names that only an attack has. */
function leadsOutside(name: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:)/.test(name) || name.split(/[/\\]/).includes('..')
}

/** Dot files, and what macOS adds. */
function isHidden(name: string): boolean {
  return name.split('/').some((part) => (part.startsWith('.') && part !== '..') || part === '__MACOSX')
}
