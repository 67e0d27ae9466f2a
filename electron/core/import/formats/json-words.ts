import type { Segment } from './json-cues'

/** A word with its times in seconds. */
export interface TimedWord {
  readonly text: string
  readonly start: number | null
  readonly end: number | null
  readonly speaker: string | null
}

/** A silence of this many seconds between two words ends a segment. */
const PAUSE = 2
/** A segment of words without any full stop is not longer. */
const MOST_WORDS = 60
const SENTENCE_END = /[.!?…。！？]["'”’»」』）)]?$/u

/**
 * Words as segments: one for each sentence, ended also by another speaker or a pause. Words are joined by a space, as
 * services write them, or by nothing between two Chinese or Japanese ones.
 */
export function wordsToSegments(words: readonly TimedWord[]): Segment[] {
  const segments: Segment[] = []
  let open: TimedWord[] = []
  const close = (): void => {
    if (open.length > 0) {
      segments.push({
        start: open[0]!.start,
        end: open.at(-1)!.end,
        speaker: open[0]!.speaker,
        text: joinWords(open.map(({ text }) => text)),
      })
    }
    open = []
  }
  for (const word of words) {
    if (word.text.trim() === '') continue
    const last = open.at(-1)
    const paused = last && word.start !== null && last.end !== null && word.start - last.end >= PAUSE
    if (last && (last.speaker !== word.speaker || paused || open.length >= MOST_WORDS)) close()
    open.push(word)
    if (SENTENCE_END.test(word.text.trim())) close()
  }
  close()
  return segments
}

/** Whether no space belongs between two words: punctuation after a word, or Chinese and Japanese on both sides. */
export function standsAgainst(before: string, word: string): boolean {
  if (/^[,.!?;:…%，。！？；：、”’）】」』)\]]+$/u.test(word)) return true
  return CJK.test(before.slice(-1)) && CJK.test(word.slice(0, 1))
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー，。！？；：、「」『』（）《》]/u

function joinWords(words: readonly string[]): string {
  const parts: string[] = []
  let before = ''
  for (const written of words) {
    const word = written.trim()
    if (parts.length > 0 && !standsAgainst(before, word)) parts.push(' ')
    parts.push(word)
    before = word
  }
  return parts.join('')
}
