import type { Output } from '../../../shared/contract'
import { allFormats } from './transcript-extensions'

/** The encodings that choosers offer: the Unicode ones first, then those of languages. */
const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'koi8-r',
]

/** What the reading of a file can be told. */
export function listReadingChoices(): Output<'source.formats'> {
  return { formats: allFormats.map(({ name, extensions }) => ({ name, extensions })), encodings: ENCODINGS }
}
