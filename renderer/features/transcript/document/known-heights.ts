import type { LanguageTag } from '../../../../shared/domain/language'
import type { Folding } from './folding'
import { estimateHeights, Heights, type TextMetrics } from './heights'
import type { TranscriptDocument } from './nodes'
import type { SectionWindow } from './section-window'

/** As a window of common size sets a transcript: near enough for the first screenful, before the page was laid out. */
const USUAL: TextMetrics = { width: 560, fontSize: 18, lineHeight: 29.7, blockGap: 11.9, turnGap: 26.1 }

type Known = Pick<SectionWindow, 'heights' | 'layout'>

/** By the texts that are in memory: coming back to one, it is as tall as it was. */
const known = new WeakMap<TranscriptDocument, Known>()

/** One value for all that heights depend on. */
export function layoutOf(metrics: TextMetrics, folding: Pick<Folding, 'speakers'>): string {
  return [...Object.values(metrics), ...folding.speakers].join(' ')
}

export function rememberHeights(document: TranscriptDocument, { heights, layout }: Known): void {
  known.set(document, { heights, layout })
}

/** What a text is laid out with until the page was measured. */
export function firstHeights(document: TranscriptDocument, language: LanguageTag, keepsLines: boolean): Known {
  return (
    known.get(document) ?? { heights: new Heights(estimateHeights(document, USUAL, language, keepsLines)), layout: '' }
  )
}
