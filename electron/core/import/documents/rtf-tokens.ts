/** A piece of RTF: a brace, a control word with its number, a control symbol, or a byte of text. */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly number: number | null }
  | { readonly kind: 'symbol'; readonly symbol: string }
  /** `escaped` for `\'hh`. */
  | { readonly kind: 'byte'; readonly byte: number; readonly escaped: boolean }

const OPEN: RtfToken = { kind: 'open' }
const CLOSE: RtfToken = { kind: 'close' }
const BYTES: readonly RtfToken[] = Array.from({ length: 256 }, (_, byte) => ({ kind: 'byte', byte, escaped: false }))

const BACKSLASH = 0x5c

/** Cuts RTF into its pieces; what `\bin` holds is passed over. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at]!
    at += 1
    if (byte === 0x7b) yield OPEN
    else if (byte === 0x7d) yield CLOSE
    else if (byte === 0x0a || byte === 0x0d) continue
    else if (byte !== BACKSLASH) yield BYTES[byte]!
    else if (isLetter(bytes[at])) {
      const from = at
      while (isLetter(bytes[at]) && at - from < 32) at += 1
      const word = String.fromCharCode(...bytes.subarray(from, at))
      const digits = at
      if (bytes[at] === 0x2d && isDigit(bytes[at + 1])) at += 1
      while (isDigit(bytes[at]) && at - digits < 11) at += 1
      const number = at > digits ? Number(String.fromCharCode(...bytes.subarray(digits, at))) : null
      if (bytes[at] === 0x20) at += 1
      if (word === 'bin') at += Math.max(0, number ?? 0)
      else yield { kind: 'word', word, number }
    } else if (bytes[at] === 0x27) {
      const value = Number.parseInt(String.fromCharCode(...bytes.subarray(at + 1, at + 3)), 16)
      at += 3
      if (!Number.isNaN(value)) yield { kind: 'byte', byte: value, escaped: true }
    } else if (at < bytes.length) {
      yield { kind: 'symbol', symbol: String.fromCharCode(bytes[at]!) }
      at += 1
    }
  }
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a))
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}
