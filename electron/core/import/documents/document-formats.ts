/** The formats that documents are imported in. */
export type DocumentKind = 'docx' | 'odt' | 'rtf' | 'pdf'

/** The same as in `--format`, with their extensions, lower case with the dot. */
export const DOCUMENT_FORMATS: readonly { readonly name: DocumentKind; readonly extensions: readonly string[] }[] = [
  { name: 'docx', extensions: ['.docx', '.docm'] },
  { name: 'odt', extensions: ['.odt', '.fodt'] },
  { name: 'rtf', extensions: ['.rtf'] },
  { name: 'pdf', extensions: ['.pdf'] },
]

/** Extensions that folders and archives are searched for. */
export const DOCUMENT_EXTENSIONS: readonly string[] = DOCUMENT_FORMATS.flatMap(({ extensions }) => extensions)
