import { CLASS, isAccent, LETTER, OTHER } from './letters'
import { type Phrase, REST } from './phrase'

/** Elements of a phrase that the index knows: part of one word, or characters that stand without spaces. */
export interface Run {
  readonly kind: number
  /** `[from, to)` of the phrase's elements. */
  readonly from: number
  readonly to: number
  /** Whether the word may begin before it, and go on after it. */
  readonly isOpenBefore: boolean
  readonly isOpenAfter: boolean
}

/** What the index knows of a phrase; nothing of what comes after a word that is left open. */
export function runsOf(phrase: Phrase): Run[] {
  const { elements, beginsWord, endsWord } = phrase
  const kindOf = (at: number) => (at < elements.length && elements[at]! >= 0 ? CLASS[elements[at]!]! : OTHER)
  const runs: Run[] = []
  for (let at = 0; at < elements.length && elements[at] !== REST;) {
    const kind = kindOf(at)
    const begin = at
    at += 1
    if (kind === OTHER) continue
    while (kindOf(at) === kind) at += 1
    // An accent without a letter belongs to what is before it.
    let from = begin
    while (from < at && isAccent(elements[from])) from += 1
    if (from === at) continue
    const isLast = at === elements.length
    const isOpenAfter = elements[at] === REST || (isLast && !(kind === LETTER && endsWord))
    const isOpenBefore = from > begin || (from === 0 && !beginsWord)
    runs.push({ kind, from, to: at, isOpenBefore, isOpenAfter })
  }
  return runs
}
