import type { EncodingSample } from '../../../shared/domain/import-preview'

/** Encodings that are compared, places that are shown, and bytes of each. */
const MOST_ENCODINGS = 6
const MOST_PLACES = 3
const PLACE_LENGTH = 140
/** Bytes of a place before its first letter that is not ASCII. */
const BEFORE = 40
/** Places that are looked at for those on which the encodings differ most. */
const LOOKED_AT = 2000

const LINE_FEED = 0x0a
const SPACE = 0x20

/**
 * How a text reads in each of the likeliest encodings that its bytes fit: the places on which most of them differ, in
 * the file's order. `encodings` begin with the likeliest.
 */
export function sampleEncodings(bytes: Uint8Array, encodings: readonly string[]): EncodingSample[] {
  const compared = encodings.slice(0, MOST_ENCODINGS)
  const places: { readonly at: number; readonly texts: readonly string[]; readonly differing: number }[] = []
  if (compared.length === 0) return []
  let at = bytes.findIndex((byte) => byte >= 0x80)
  for (let seen = 0; at >= 0 && seen < LOOKED_AT; seen += 1) {
    const [from, to] = placeAround(bytes, at)
    const texts = compared.map((encoding) => textOf(bytes.subarray(from, to), encoding))
    places.push({ at, texts, differing: new Set(texts).size })
    const next = bytes.subarray(to).findIndex((byte) => byte >= 0x80)
    at = next < 0 ? -1 : to + next
  }
  const telling = places.some(({ differing }) => differing > 1)
    ? places.filter(({ differing }) => differing > 1)
    : places
  const shown = telling
    .sort((a, b) => b.differing - a.differing || a.at - b.at)
    .slice(0, MOST_PLACES)
    .sort((a, b) => a.at - b.at)
  return compared.map((encoding, index) => ({ encoding, lines: shown.map(({ texts }) => texts[index]!) }))
}

/** From a word's beginning on the same line to the line's end, where that is near: no encoding has spaces within letters. */
function placeAround(bytes: Uint8Array, at: number): [from: number, to: number] {
  const first = Math.max(0, at - BEFORE)
  let from = at
  while (from > first && bytes[from - 1] !== LINE_FEED) from -= 1
  if (from === first && from > 0 && bytes[from - 1] !== LINE_FEED) {
    const space = bytes.subarray(from, at).indexOf(SPACE)
    from = space < 0 ? at : from + space + 1
  }
  const end = bytes.subarray(at, from + PLACE_LENGTH).indexOf(LINE_FEED)
  if (end >= 0) return [from, at + end]
  const to = Math.min(bytes.length, from + PLACE_LENGTH)
  const space = to === bytes.length ? -1 : bytes.subarray(at, to).lastIndexOf(SPACE)
  return [from, space < 0 ? to : at + space]
}

/** Without a character that is cut at the end. */
function textOf(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes, { stream: true }).trim()
}
