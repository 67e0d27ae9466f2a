import { mergeRanges, type TextRange } from '../../../shared/domain/span'

/** Tells which places are wanted, in offsets of their source's text. */
export type TakesPlace = (start: number, end: number) => boolean

/** Tells whether a place has something in common with one of some ranges. */
export function touching(ranges: readonly TextRange[]): TakesPlace {
  const apart = mergeRanges(ranges)
  return (start, end) => {
    let low = 0
    let high = apart.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (apart[middle]!.end <= start) low = middle + 1
      else high = middle
    }
    return low < apart.length && apart[low]!.start < end
  }
}
