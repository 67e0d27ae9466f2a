/** Encodings of Windows' character sets, as `\fcharsetN` names them; 0 and 1 are the file's own. */
const CHARSETS: Readonly<Record<number, string>> = {
  77: 'macintosh',
  78: 'shift_jis',
  79: 'euc-kr',
  80: 'gb18030',
  81: 'big5',
  83: 'windows-1255',
  84: 'windows-1256',
  85: 'windows-1253',
  86: 'windows-1254',
  87: 'windows-874',
  88: 'windows-1250',
  89: 'windows-1251',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}
/** Encodings of code pages, as `\ansicpgN` and `\cpgN` name them. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  951: 'big5',
  1361: 'euc-kr',
  10000: 'macintosh',
  10001: 'shift_jis',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** The encoding of `\fcharsetN`, `null` where it is the file's own. */
export function encodingOfCharset(charset: number): string | null {
  return CHARSETS[charset] ?? null
}

/** The encoding of a code page's number, `null` for one that cannot be decoded. */
export function encodingOfCodePage(page: number): string | null {
  if (page >= 1250 && page <= 1258) return `windows-${page}`
  return CODE_PAGES[page] ?? null
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>()

/** Decodes bytes; those that the encoding does not have become U+FFFD. */
export function decodeBytes(bytes: readonly number[], encoding: string): string {
  let decoder = decoders.get(encoding)
  if (!decoder) decoders.set(encoding, (decoder = new TextDecoder(encoding, { ignoreBOM: true })))
  return decoder.decode(Uint8Array.from(bytes))
}
