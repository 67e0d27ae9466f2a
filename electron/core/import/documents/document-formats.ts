/** The formats that documents are imported in, as in `--format`, with their extensions, lower case with the dot. */
export const DOCUMENT_FORMATS = [
  { name: 'docx', extensions: ['.docx', '.docm'] },
  { name: 'odt', extensions: ['.odt', '.fodt'] },
  { name: 'rtf', extensions: ['.rtf'] },
  { name: 'pdf', extensions: ['.pdf'] },
] as const

export type DocumentKind = (typeof DOCUMENT_FORMATS)[number]['name']

/** Extensions that folders and archives are searched for. */
export const DOCUMENT_EXTENSIONS: readonly string[] = DOCUMENT_FORMATS.flatMap(({ extensions }) => extensions)
