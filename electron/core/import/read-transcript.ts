import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { DOCUMENT_FORMATS } from './documents/document-formats'
import { parseDocument } from './documents/parse-document'
import { refuseSize } from './limits'
import { completeTranscript, parseTranscript, type ParseOptions, type ReadTranscript } from './parse-transcript'

/** A document says itself how its text is encoded. */
const NOT_DECODED = { text: '', encoding: 'utf-8', uncertain: false, candidates: [], samples: [] }

/** Reads the bytes of any file as a transcript, documents too. Throws what `parseTranscript` and `parseDocument` throw. */
export async function readTranscript(
  bytes: Uint8Array,
  fileName: string,
  options: ParseOptions = {},
): Promise<ReadTranscript> {
  const { format, limits } = options
  refuseSize(bytes.length, fileName, limits)
  if (format !== undefined && !DOCUMENT_FORMATS.some(({ name }) => name === format.toLowerCase())) {
    return parseTranscript(bytes, fileName, options)
  }
  const document = await parseDocument(bytes, fileName)
  if (document) return completeTranscript(document, fileName, NOT_DECODED, limits)
  if (format === undefined) return parseTranscript(bytes, fileName, options)
  throw new AppError('not-understood', say('not-in-format', { format }), {
    advice: say('choose-format'),
  })
}
