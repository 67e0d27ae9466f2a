import { placesOf } from '../../../shared/anchoring/edits'
import { lowerBound } from '../../../shared/anchoring/lower-bound'
import type { TextEdit } from '../../../shared/domain/correction'
import type { Cue } from '../../../shared/domain/turn'
import type { ParsedTurn } from '../import/parsed-transcript'

interface Parts {
  readonly turns: readonly ParsedTurn[]
  readonly cues: readonly Cue[] | null
}

/**
 * Turns and cues where the edited text has them, in the same number and order. What is put in at an edge belongs to
 * the one that it touches, and between two that touch to the first.
 */
export function moveParts({ turns, cues }: Parts, edits: readonly TextEdit[]): Parts {
  const move = mover(edits)
  return { turns: move(turns), cues: cues && move(cues) }
}

function mover(edits: readonly TextEdit[]) {
  const places = placesOf(edits)
  const starts = edits.map(({ start }) => start)

  /** Where an offset goes: behind what is put in there, or before it. */
  const moved = (offset: number, isBehind: boolean): number => {
    let index = lowerBound(starts, offset)
    if (isBehind && edits[index]?.start === offset && edits[index]!.end === offset) index += 1
    const before = edits[index - 1]
    if (!before) return offset
    return places[index - 1]!.end + Math.max(0, offset - before.end)
  }
  return <Part extends { readonly start: number; readonly end: number }>(parts: readonly Part[]): Part[] => {
    let last = 0
    return parts.map((part, index) => {
      const touches = parts[index - 1]?.end === part.start
      const start = Math.max(last, moved(part.start, touches))
      last = Math.max(start, moved(part.end, true))
      return { ...part, start, end: last }
    })
  }
}
