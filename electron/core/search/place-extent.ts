import type { MarkedExtent } from '../../../shared/domain/saved-search'
import type { TextRange } from '../../../shared/domain/span'
import { sentencesIn, turnAt } from '../../../shared/domain/text-units'
import { type Turn, turnIndexAt } from '../../../shared/domain/turn'

interface Ground {
  readonly text: string
  readonly turns: readonly Turn[]
  readonly language: string
}

/**
 * Gives what is marked around a place of a text: nothing more, its sentence, or its turn. A place that reaches over more
 * than one of them has all of these. Sentences end where their turn does.
 */
export function extentOf(extent: MarkedExtent, { text, turns, language }: Ground): (place: TextRange) => TextRange {
  if (extent === 'hit') return ({ start, end }) => ({ start, end })
  const sentences = new Map<number, readonly TextRange[]>()
  const unitAt = (offset: number): TextRange => {
    if (extent === 'turn') return turnAt(text, turns, offset)
    const index = Math.max(0, turnIndexAt(turns, offset))
    const turn = turns[index]
    if (!turn) return { start: offset, end: offset }
    let own = sentences.get(index)
    if (!own) sentences.set(index, (own = sentencesIn({ text, bounds: turn, language })))
    return own.find(({ end }) => end > offset) ?? own.at(-1) ?? turn
  }
  return ({ start, end }) => {
    const [first, last] = [unitAt(start), unitAt(end - 1)]
    return { start: Math.min(start, first.start), end: Math.max(end, last.end) }
  }
}
