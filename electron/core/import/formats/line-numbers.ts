import { say } from '../../../../shared/domain/messages/message'
import type { NoteList } from '../note-list'

/** A line that begins with a number at the margin. */
const NUMBERED = /^[ \t\f]{0,14}(\d{1,2})(?:[ \t]+(.*))?$/
/** A page of a court's transcript has 25 lines, others up to 40. */
const MOST = 40
const LEAST_LINES = 10
/** Fewer are a page only where every line has its number and several begin as a court's do. */
const LEAST_COURT_LINES = 4
/** How many of the numbers must follow the one before, and how many of the lines must have one. */
const SHARE_IN_ORDER = 0.9
const SHARE_NUMBERED = 0.6

/**
 * The lines of a transcript without the numbers at their margin, as courts print them, and without the heads and feet
 * of pages, which have none; both are noted. Any other text is given back as it is. No line is taken out: those that
 * hold nothing else are empty.
 */
export function withoutLineNumbers(lines: readonly string[], firstLine: number, notes: NoteList): readonly string[] {
  const found = lines.map((line) => NUMBERED.exec(line.slice(0, 400)))
  const numbers = found.flatMap((each) => (each ? [Number(each[1])] : []))
  const filled = lines.filter((line) => line.trim() !== '').length
  if ((numbers.length < LEAST_LINES && !isCourtPage(found, filled)) || numbers.length < filled * SHARE_NUMBERED)
    return lines
  const inOrder = numbers.filter((number, index) => number === 1 || number === numbers[index - 1]! + 1).length
  if (inOrder < numbers.length * SHARE_IN_ORDER || numbers.some((number) => number > MOST)) return lines
  let last = 0
  let pages = 1
  const kept = lines.map((line, index) => {
    const number = found[index] ? Number(found[index][1]) : 0
    // The number of a page stands alone above its lines, and is none that comes next.
    if (number > 0 && (number === last + 1 || number === 1) && !(number === 1 && isPageNumber(lines, index))) {
      if (number === 1 && last > 0) pages += 1
      last = number
      return line.slice(found[index]![0].length - (found[index]![2]?.length ?? 0))
    }
    if (line.trim() !== '') notes.add(say('no-speech-page-edges'), firstLine + index)
    return ''
  })
  notes.add(say('no-speech-line-numbers', { count: pages }))
  return kept
}

/** Whether every line is numbered, from 1 on without a gap, and two or more begin with `Q.`, `A.` or `THE COURT:`. */
function isCourtPage(found: readonly (RegExpExecArray | null)[], filled: number): boolean {
  const numbered = found.filter((each) => each !== null)
  if (numbered.length < LEAST_COURT_LINES || numbered.length !== filled) return false
  if (numbered.some((each, index) => Number(each[1]) !== index + 1)) return false
  return numbered.filter((each) => /^\s*(?:[QA](?:\.\s|\t|\s{2})|[A-Z][A-Z.' ]{2,40}:)/.test(each[2] ?? '')).length >= 2
}

/** Whether a lone `1` is followed by the line that is numbered so. */
function isPageNumber(lines: readonly string[], index: number): boolean {
  const next = lines.slice(index + 1).find((line) => line.trim() !== '')
  return lines[index]!.trim() === '1' && next !== undefined && NUMBERED.exec(next.slice(0, 400))?.[1] === '1'
}
