import type { TextEdit } from '../../../shared/domain/correction'
import { say } from '../../../shared/domain/messages/message'
import { cutsCharacter } from '../../../shared/domain/span'
import { turnIndexAt } from '../../../shared/domain/turn'
import { AppError } from '../../../shared/errors'
import type { NewTranscript } from '../store/transcripts'

/** Every character that ends a line in some program (Unicode Standard, section 5.8). */
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/
const HALF_CHARACTER = /\p{Surrogate}/u

type Why =
  | 'edits-not-in-order'
  | 'edit-beyond-turn'
  | 'edit-line-break'
  | 'edit-nul'
  | 'edit-half-character'
  | 'edit-no-text'

/**
 * Throws `correction-invalid` for edits that are not in order, that reach beyond one turn, put in a line break or leave
 * half a character, and for those that would leave no text at all.
 */
export function checkEdits({ text, turns }: Pick<NewTranscript, 'text' | 'turns'>, edits: readonly TextEdit[]): void {
  let at = 0
  let length = text.length
  for (const edit of edits) {
    const { start, end, text: added } = edit
    if (!(at <= start && start <= end && end <= text.length)) throw invalid('edits-not-in-order')
    const turn = turns[turnIndexAt(turns, start)]
    if (!turn || end > turn.end) throw invalid('edit-beyond-turn')
    if (LINE_BREAK.test(added)) throw invalid('edit-line-break')
    if (added.includes('\0')) throw invalid('edit-nul')
    if (cutsCharacter(text, start) || cutsCharacter(text, end) || HALF_CHARACTER.test(added))
      throw invalid('edit-half-character')
    length += added.length - (end - start)
    at = end
  }
  if (length === 0 || turns.every(({ start, end }) => isEmptied(start, end, edits))) throw invalid('edit-no-text')
}

function isEmptied(start: number, end: number, edits: readonly TextEdit[]): boolean {
  return start === end || edits.some((edit) => edit.start <= start && edit.end >= end && edit.text === '')
}

function invalid(why: Why): AppError {
  return new AppError('correction-invalid', say('correction-not-storable', { why: say(why) }), {
    advice: say('change-within-turns'),
  })
}
