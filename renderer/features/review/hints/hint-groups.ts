import { HINT_CODES, type Hint, type HintCode } from '../../../../shared/domain/hints'
import type { Span, TextRange } from '../../../../shared/domain/span'

/** Hints of one kind, in the order they came in. */
export interface HintGroup {
  readonly code: HintCode
  readonly hints: readonly Hint[]
}

/** The hints by kind, in the order of the kinds; kinds without one are left out. */
export function groupHints(hints: readonly Hint[]): HintGroup[] {
  return HINT_CODES.map((code) => ({ code, hints: hints.filter((hint) => hint.code === code) })).filter(
    (group) => group.hints.length > 0,
  )
}

/** Spans without the elision before the span at `at`: the words that it left out stand there again. */
export function withoutElision(spans: readonly Span[], at: number): TextRange[] {
  return spans.flatMap(({ start, end }, index) =>
    index === at ? [] : [{ start, end: index === at - 1 ? (spans[at]?.end ?? end) : end }],
  )
}
