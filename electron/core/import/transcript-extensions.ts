import { DOCUMENT_FORMATS } from './documents/document-formats'
import { formats } from './formats'

/** Every format, with the extensions, lower case with the dot, that folders and archives are searched for. */
export const allFormats: readonly { readonly name: string; readonly extensions: readonly string[] }[] = [
  ...formats,
  ...DOCUMENT_FORMATS,
]

/** The extension of an archive, which a folder is searched for too. */
export const ARCHIVE_EXTENSION = '.zip'
