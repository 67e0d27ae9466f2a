import type { TextRange } from '../../../shared/domain/span'
import { turnIndexAt } from '../../../shared/domain/turn'
import { rangeOf, type FragmentVerification } from '../../../shared/domain/verification'

/** The turns that hold a part of a range, in order. */
export function turnsIn<T extends TextRange>(turns: readonly T[], { start, end }: TextRange): T[] {
  const found: T[] = []
  for (let index = Math.max(0, turnIndexAt(turns, start)); index < turns.length; index++) {
    const turn = turns[index]!
    if (turn.start >= end) break
    if (turn.end > start) found.push(turn)
  }
  return found
}

/** The turns in which the fragments of a quote stand. */
export function turnsAt<T extends TextRange>(turns: readonly T[], fragments: readonly FragmentVerification[]): T[] {
  return fragments.flatMap((fragment) => {
    const range = rangeOf(fragment)
    return range ? turnsIn(turns, range) : []
  })
}
