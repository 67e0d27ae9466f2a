import type { TextRange } from '../../../../shared/domain/span'
import type { TextBlock } from '../document/blocks'

/** What is read as one, and how long reading it takes at the least. */
export interface ReadingPart extends TextRange {
  readonly ms: number
}

/**
 * The fastest that most adults read, since only what cannot have been read is not to count: 320 words a minute is the
 * upper end that M. Brysbaert found for silent reading ("How many words do we read per minute?", Journal of Memory and
 * Language 109, 2019: 175 to 300 for non-fiction, 200 to 320 for easier texts, as talk is). Chinese, Japanese and
 * Korean are counted by characters, 500 a minute, as estimates of reading times commonly do.
 */
const MS_A_WORD = 60_000 / 320
const MS_A_CHARACTER = 60_000 / 500

const CHARACTER = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`
const COUNTED = new RegExp(`[${CHARACTER}]|(?:(?![${CHARACTER}])[\\p{L}\\p{N}\\p{M}'’])+`, 'gu')
const IS_CHARACTER = new RegExp(`^[${CHARACTER}]`, 'u')

/** How long a fast reader takes for a text. */
export function readingMs(text: string): number {
  let ms = 0
  for (const [counted] of text.matchAll(COUNTED)) ms += IS_CHARACTER.test(counted) ? MS_A_CHARACTER : MS_A_WORD
  return ms
}

/** A longer paragraph is read in several parts: about five lines of Latin text, or ten of Chinese, and never a screenful. */
const LONGEST = 400
const SENTENCE_END = /[.!?…]["'”’)\]]*\s|[。！？]["”’」』）]*|\s/gu

/** A block in the parts that it is read in. */
export function partsOf(text: string, { start, end }: TextBlock): ReadingPart[] {
  const parts: ReadingPart[] = []
  let from = start
  while (from < end) {
    const to = end - from <= LONGEST ? end : cutBefore(text, from, from + LONGEST)
    parts.push({ start: from, end: to, ms: readingMs(text.slice(from, to)) })
    from = to
  }
  return parts
}

/** After the last sentence before `most`, else the last space, else where no character is cut. */
function cutBefore(text: string, from: number, most: number): number {
  const stretch = text.slice(from, most)
  let [sentence, space] = [0, 0]
  for (const { 0: found, index } of stretch.matchAll(SENTENCE_END)) {
    if (found.trim() === '') space = index + found.length
    else sentence = index + found.length
  }
  if (sentence > LONGEST / 4) return from + sentence
  if (space > 0) return from + space
  return /[\ud800-\udbff]$/.test(stretch) ? most - 1 : most
}
