import type { DocumentKind } from './extract-document'

/** The formats of documents, as in `--format`, with their extensions, lower case with the dot. */
export const DOCUMENT_FORMATS: readonly { readonly name: DocumentKind; readonly extensions: readonly string[] }[] = [
  { name: 'docx', extensions: ['.docx', '.docm'] },
  { name: 'odt', extensions: ['.odt', '.fodt'] },
  { name: 'rtf', extensions: ['.rtf'] },
  { name: 'pdf', extensions: ['.pdf'] },
]
