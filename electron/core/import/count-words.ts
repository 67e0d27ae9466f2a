const segmenters = new Map<string, Intl.Segmenter>()

/**
 * How long the pieces are that `Intl.Segmenter` gets: it takes more than linear time on a long string, and a while to
 * start on each one.
 */
const PIECE = 1000
/** Characters that no word reaches across. */
const BOUNDARIES = new Set(Array.from(' \n\t。！？、', (character) => character.charCodeAt(0)))
/** Those that join letters or digits, and part words before a Chinese character. */
const COMMAS = new Set(Array.from('，；：', (character) => character.charCodeAt(0)))

/** What a character does to a word, by the Word_Break classes of Unicode's UAX #29; `OTHER` is left to `Intl.Segmenter`. */
const APART = 0
const LETTER = 1
const DIGIT = 2
/** Joins two letters or two digits: full stop and apostrophe. */
const MID_BOTH = 3
/** Joins two digits: comma and semicolon. */
const MID_DIGITS = 4
const OTHER = 5

const CLASSES = classesOfLatin()

/**
 * Words of a text: the word-like segments of `Intl.Segmenter`, the same as when it is counted line by line. Latin
 * letters, ASCII digits and their punctuation are counted by its rules without it, which is far faster.
 */
export function countWords(text: string, language: string): number {
  const { length } = text
  let words = 0
  // Where the last character stands that no word reaches across, and how many words there were up to it.
  let safe = 0
  let wordsBefore = 0
  let before = APART
  let pending = APART
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at)
    const kind = classOf(code)
    if (kind === OTHER) {
      const end = endOfPiece(text, at, safe)
      words = wordsBefore + countBySegmenter(text, safe, end, language)
      at = end - 1
      safe = end
      wordsBefore = words
      before = APART
      pending = APART
    } else if (kind === LETTER || kind === DIGIT) {
      if (pending !== APART) {
        const joined = before === kind && (pending === MID_BOTH || kind === DIGIT)
        if (!joined) words += 1
        pending = APART
      } else if (before === APART) words += 1
      before = kind
    } else if (kind !== APART && before !== APART && pending === APART) pending = kind
    else {
      before = APART
      pending = APART
      if (BOUNDARIES.has(code)) {
        safe = at
        wordsBefore = words
      }
    }
  }
  return words
}

function classOf(code: number): number {
  if (code < CLASSES.length) return CLASSES[code]!
  // Single quotes are apostrophes; double quotes, dashes and the ellipsis part words, as Chinese punctuation does.
  if (code === 0x2018 || code === 0x2019) return MID_BOTH
  if (code === 0x201c || code === 0x201d || code === 0x2013 || code === 0x2014 || code === 0x2026) return APART
  return OTHER
}

/** Where a piece for `Intl.Segmenter` ends: where no word is cut, and where other characters end or after `PIECE`. */
function endOfPiece(text: string, at: number, from: number): number {
  let end = at + 1
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end)
    const next = text.charCodeAt(end + 1)
    if (!BOUNDARIES.has(code) && !(COMMAS.has(code) && next >= 0x4e00 && next <= 0x9fff)) continue
    if (end - from >= PIECE || (next < CLASSES.length && CLASSES[next] !== OTHER)) break
  }
  return end
}

function countBySegmenter(text: string, from: number, to: number, language: string): number {
  let words = 0
  for (const { isWordLike } of segmenterFor(language).segment(text.slice(from, to))) if (isWordLike) words += 1
  return words
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}

/** The classes of U+0000 to U+024F. What joins words in some languages only (`:`), or is rare, is left to others. */
function classesOfLatin(): Uint8Array {
  const classes = new Uint8Array(0x250).fill(OTHER, 0x7f, 0xc0)
  classes.fill(LETTER, 0x41, 0x5b)
  classes.fill(LETTER, 0x61, 0x7b)
  classes.fill(LETTER, 0xc0)
  classes.fill(DIGIT, 0x30, 0x3a)
  for (const letter of 'ªµº') classes[letter.charCodeAt(0)] = LETTER
  for (const sign of "'.") classes[sign.charCodeAt(0)] = MID_BOTH
  for (const sign of ',;') classes[sign.charCodeAt(0)] = MID_DIGITS
  for (const sign of '\u00a0«»°×÷') classes[sign.charCodeAt(0)] = APART
  for (const sign of '_:') classes[sign.charCodeAt(0)] = OTHER
  return classes
}
