import type { TextEdit } from '../../../shared/domain/correction'
import { cutsCharacter } from '../../../shared/domain/span'
import { turnIndexAt } from '../../../shared/domain/turn'
import { AppError } from '../../../shared/errors'
import type { NewTranscript } from '../store/transcripts'

/** Every character that ends a line in some program (Unicode Standard, section 5.8). */
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/
const HALF_CHARACTER = /\p{Surrogate}/u

/**
 * Throws `correction-invalid` for edits that are not in order, that reach beyond one turn, put in a line break or leave
 * half a character, and for those that would leave no text at all.
 */
export function checkEdits({ text, turns }: Pick<NewTranscript, 'text' | 'turns'>, edits: readonly TextEdit[]): void {
  let at = 0
  let length = text.length
  for (const edit of edits) {
    const { start, end, text: added } = edit
    if (!(at <= start && start <= end && end <= text.length)) throw invalid('the edits are not in order')
    const turn = turns[turnIndexAt(turns, start)]
    if (!turn || end > turn.end) throw invalid('an edit reaches beyond a turn')
    if (LINE_BREAK.test(added)) throw invalid('a line break would be put into a turn')
    if (added.includes('\0')) throw invalid('a NUL would be put into the text')
    if (cutsCharacter(text, start) || cutsCharacter(text, end) || HALF_CHARACTER.test(added))
      throw invalid('half a character would be left')
    length += added.length - (end - start)
    at = end
  }
  if (length === 0 || turns.every(({ start, end }) => isEmptied(start, end, edits)))
    throw invalid('no text would be left')
}

function isEmptied(start: number, end: number, edits: readonly TextEdit[]): boolean {
  return start === end || edits.some((edit) => edit.start <= start && edit.end >= end && edit.text === '')
}

function invalid(why: string): AppError {
  return new AppError('correction-invalid', `The correction cannot be stored: ${why}`, {
    advice: 'change what is said within the turns',
    params: { why },
  })
}
