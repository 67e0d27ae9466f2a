import type { TextRange } from '../domain/span'

/** A text in its normal form, with the way back: unit `i` of `text` stands for `[starts[i], ends[i])` of the original. */
export interface NormalText {
  readonly text: string
  readonly starts: Int32Array
  readonly ends: Int32Array
}

const QUOTE_MARKS = '\'"`´‘’‚‛“”„‟‹›«»「」『』｢｣〝〞〟′″ʼ'
const DASHES = '-‐‑‒–—―−─⸺⸻﹘﹣'
const ELLIPSES = '…⋯'
const INVISIBLE =
  '\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff'

const SPACE = 1
const DROP = 2
const QUOTE = 3
const DASH = 4
const DOT = 5
const ELLIPSIS = 6
const MARK = 7

const APOSTROPHE = 0x27
const HYPHEN = 0x2d
const FULL_STOP = 0x2e
const ELLIPSIS_UNIT = 0x2026

/** Longest base with combining marks that is composed as one; longer ones (nobody's language) are composed in pieces. */
const MAX_CLUSTER = 32

interface Tables {
  readonly kind: Uint8Array
  readonly folded: Uint16Array
  /** 1 for units next to which white space carries no meaning. */
  readonly tight: Uint8Array
}

let tables: Tables | null = null

function buildTables(): Tables {
  const kind = new Uint8Array(0x10000)
  const folded = new Uint16Array(0x10000)
  const tight = new Uint8Array(0x10000)
  const marks = (units: string, as: number): void => {
    for (const unit of units) kind[unit.charCodeAt(0)] = as
  }
  for (let unit = 0; unit < 0x10000; unit++) {
    folded[unit] = unit
    // Surrogates are no characters of their own: kept as they are; leads of the planes of Han characters are tight.
    if (unit >= 0xd800 && unit <= 0xdfff) {
      if (unit >= 0xd840 && unit <= 0xd88f) tight[unit] = 1
      continue
    }
    const character = String.fromCharCode(unit)
    if (/\s/.test(character)) kind[unit] = SPACE
    else if (/[\p{M}\u1160-\u11ff]/u.test(character)) kind[unit] = MARK
    if (/[\p{P}\p{S}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u.test(character))
      tight[unit] = 1
  }
  marks(QUOTE_MARKS, QUOTE)
  marks(DASHES, DASH)
  marks(ELLIPSES, ELLIPSIS)
  marks(INVISIBLE, DROP)
  kind[FULL_STOP] = DOT
  for (const [wide, narrow] of [
    [0x3002, FULL_STOP],
    [0xff61, FULL_STOP],
    [0xff64, 0x3001],
  ] as const) {
    folded[wide] = narrow
    kind[wide] = kind[narrow]!
  }
  for (let wide = 0xff01; wide <= 0xff5e; wide++) {
    const narrow = wide - 0xfee0
    folded[wide] = narrow
    kind[wide] = kind[narrow]!
    tight[wide] = tight[narrow]!
  }
  return { kind, folded, tight }
}

/**
 * The normal form of a text: two texts that differ only in what verification calls "normalised" have the same one,
 * letter case apart. In it
 * - all quote marks, single and double, of every language are one mark; all dashes and hyphens, and runs of them, one;
 * - `…`, `……`, `...` and `. . .` are one mark; full-width forms are the half-width ones, and `。` is `.`;
 * - a run of white space is one space, and none at the ends, beside punctuation or beside a Chinese or Japanese
 *   character, where it separates no words;
 * - soft hyphens, zero-width spaces, direction marks and variation selectors are gone (joiners stay: they change what
 *   is seen), and a letter with its combining marks is composed (Unicode NFC).
 *
 * Linear in the length of the text.
 */
export function normalize(text: string): NormalText {
  tables ??= buildTables()
  const { kind, folded, tight } = tables
  const units = new Uint16Array(text.length)
  const starts = new Int32Array(text.length)
  const ends = new Int32Array(text.length)
  let length = 0
  let spaceStart = -1
  let spaceEnd = -1
  let lastTight = true
  let dots = 0
  let firstDot = 0
  let lastDot = 0

  const push = (unit: number, start: number, end: number): void => {
    units[length] = unit
    starts[length] = start
    ends[length] = end
    length += 1
  }
  /** Writes the white space before a character, where it separates two words, and notes what that character is. */
  const settleSpace = (isTight: boolean): void => {
    if (spaceStart >= 0 && !lastTight && !isTight) push(0x20, spaceStart, spaceEnd)
    spaceStart = -1
    lastTight = isTight
  }
  /** Writes a finished run of dots and ellipses: three or more are one ellipsis, whatever they were typed as. */
  const settleDots = (): void => {
    if (dots >= 3) push(ELLIPSIS_UNIT, firstDot, lastDot + 1)
    else if (dots > 0) push(FULL_STOP, firstDot, firstDot + 1)
    if (dots === 2) push(FULL_STOP, lastDot, lastDot + 1)
    dots = 0
  }

  for (let i = 0; i < text.length; i++) {
    const original = text.charCodeAt(i)
    switch (kind[original]) {
      case DROP:
        break
      case SPACE:
        if (spaceStart < 0) spaceStart = i
        spaceEnd = i + 1
        break
      case QUOTE:
        settleDots()
        settleSpace(true)
        push(APOSTROPHE, i, i + 1)
        break
      case DASH:
        settleDots()
        settleSpace(true)
        if (length > 0 && units[length - 1] === HYPHEN) ends[length - 1] = i + 1
        else push(HYPHEN, i, i + 1)
        break
      case DOT:
      case ELLIPSIS:
        settleSpace(true)
        if (dots === 0) firstDot = i
        lastDot = i
        dots += kind[original] === ELLIPSIS ? 3 : 1
        break
      default: {
        const unit = folded[original]!
        settleDots()
        // A low surrogate belongs to the lead before it, white space cannot stand between them.
        settleSpace(original >= 0xdc00 && original <= 0xdfff && lastTight && spaceStart < 0 ? true : tight[unit] === 1)
        let end = i + 1
        while (end < text.length && end - i < MAX_CLUSTER && kind[text.charCodeAt(end)] === MARK) end += 1
        if (end === i + 1 || kind[original] === MARK) {
          push(unit, i, i + 1)
          break
        }
        const composed = (String.fromCharCode(unit) + text.slice(i + 1, end)).normalize('NFC')
        // A composition may be longer than its parts (U+0958 and its like): then it is kept as it is written.
        if (composed.length > end - i) {
          push(unit, i, i + 1)
          break
        }
        for (let at = 0; at < composed.length; at++) push(composed.charCodeAt(at), i, end)
        i = end - 1
      }
    }
  }
  settleDots()
  return { text: textOf(units, length), starts: starts.subarray(0, length), ends: ends.subarray(0, length) }
}

function textOf(units: Uint16Array, length: number): string {
  const chunks: string[] = []
  for (let from = 0; from < length; from += 8192) {
    chunks.push(String.fromCharCode(...units.subarray(from, Math.min(length, from + 8192))))
  }
  return chunks.join('')
}

/** The normal form alone. */
export function normalForm(text: string): string {
  return normalize(text).text
}

/** The range of the original text that a range of its normal form stands for. Throws a `RangeError` for an empty range. */
export function originalRange(normal: NormalText, { start, end }: TextRange): TextRange {
  const from = normal.starts[start]
  const to = normal.ends[end - 1]
  if (from === undefined || to === undefined || end <= start) throw new RangeError(`no range [${start}, ${end})`)
  return { start: from, end: to }
}

/** A text with the case of its first letter changed, or `null` when it starts with no letter that has another case. */
export function withOtherFirstCase(text: string): string | null {
  const found = /^[^\p{L}\p{N}]*(\p{L})/u.exec(text)
  const letter = found?.[1]
  if (!found || letter === undefined) return null
  const at = found[0].length - letter.length
  const other = letter.toLowerCase() === letter ? letter.toUpperCase() : letter.toLowerCase()
  if (other === letter || other.length !== letter.length) return null
  return text.slice(0, at) + other + text.slice(at + letter.length)
}
