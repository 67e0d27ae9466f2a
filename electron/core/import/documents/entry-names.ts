import { AppError } from '../../../../shared/errors'
import { decodeText } from '../decode-text'

/** An entry's name as the archive has it. */
export interface RawName {
  readonly raw: Uint8Array
  /** The name where the archive says that it is UTF-8, or gives it in Unicode beside it; else `null`. */
  readonly stated: string | null
}

/**
 * The names of an archive's entries, in their order. Those whose encoding is not stated are decoded as one text, whose
 * encoding is found as a transcript's is: old programs wrote names in the encoding of their country. A name that was
 * there before is told apart by a number: `talk (2).srt`.
 */
export function readEntryNames(names: readonly RawName[]): string[] {
  const unstated = names.filter(({ stated }) => stated === null).map(({ raw }) => raw)
  const decode = decoderOf(unstated)
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  return names.map(({ raw, stated }) => {
    const name = stated ?? decode(raw)
    let unique = name
    for (let count = counts.get(name) ?? 2; taken.has(unique); count += 1) {
      unique = numbered(name, count)
      counts.set(name, count + 1)
    }
    taken.add(unique)
    return unique
  })
}

function numbered(name: string, count: number): string {
  const [, stem = name, extension = ''] = /^(.+?)(\.[^./\\]*)?$/s.exec(name) ?? []
  return `${stem} (${count})${extension}`
}

/** Names that are looked at for their encoding: more tell nothing new. */
const SAMPLE = 1000
const MULTI_BYTE = new Set(['utf-8', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'])

function decoderOf(names: readonly Uint8Array[]): (name: Uint8Array) => string {
  const telling = names.filter((name) => name.some((byte) => byte >= 0x80)).slice(0, SAMPLE)
  if (telling.length === 0) return cp437
  const all = Buffer.concat(telling.flatMap((name) => [name, LINE_FEED]))
  const found = encodingOf(all)
  if (found !== null && MULTI_BYTE.has(found)) return decoderFor(found)
  // ZIP's own encoding is that of DOS, and Windows goes on with a country's DOS encoding.
  if (/^[\p{ASCII}\p{L}]*$/u.test(cp437(all)) && !hasForeignWords(cp437(all))) return cp437
  const russian = new TextDecoder('ibm866').decode(all)
  if (/^[\p{ASCII}\p{Script=Cyrillic}№]*$/u.test(russian)) return decoderFor('ibm866')
  return found === null ? cp437 : decoderFor(found)
}

const LINE_FEED = Uint8Array.of(0x0a)

function encodingOf(names: Uint8Array): string | null {
  try {
    const { encoding, text, candidates } = decodeText(names)
    // Han between Latin letters, and in a Korean name, is what another encoding looks like.
    if (/[A-Za-z]\p{Script=Han}[A-Za-z]/u.test(text)) return null
    const chinese = encoding === 'euc-kr' && /\p{Script=Han}/u.test(text) && candidates.includes('gb18030')
    return chinese ? 'gb18030' : encoding
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** Whether words have no ASCII letter beside several others: accents stand among plain letters. */
function hasForeignWords(text: string): boolean {
  return /(?<![A-Za-z])[^\p{ASCII}]{3,}(?![A-Za-z])/u.test(text)
}

function decoderFor(encoding: string): (name: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return (name) => decoder.decode(name)
}

/** What the encoding of DOS has from byte 128 on. */
const CP437 = Array.from(
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
)

function cp437(name: Uint8Array): string {
  return Array.from(name, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CP437[byte - 0x80]!)).join('')
}
