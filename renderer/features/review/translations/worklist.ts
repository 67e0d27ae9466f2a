import type { PassageId, SourceId } from '../../../../shared/domain/ids'
import type { LanguageTag } from '../../../../shared/domain/language'
import type { Passage, TranslationState } from '../../../../shared/domain/passage'
import type { Source } from '../../../../shared/domain/source'
import { translationStateOf } from '../../../../shared/domain/translation-state'

/** A passage that can be translated, and how far that is. */
export interface WorkItem {
  readonly passage: Passage
  readonly state: TranslationState | 'missing'
}

export const WORK_FILTERS = ['todo', 'done', 'all'] as const
export type WorkFilter = (typeof WORK_FILTERS)[number]

/** The passages that are in another language than this one, in the order given. */
export function workItems(
  passages: readonly Passage[],
  sources: ReadonlyMap<SourceId, Pick<Source, 'language'>>,
  language: LanguageTag,
): WorkItem[] {
  return passages.flatMap((passage) => {
    const state = translationStateOf(passage, sources.get(passage.sourceId)?.language ?? 'und', language)
    return state === null ? [] : { passage, state }
  })
}

export function filterItems(items: readonly WorkItem[], filter: WorkFilter): readonly WorkItem[] {
  return filter === 'all' ? items : items.filter(({ state }) => (state === 'done') === (filter === 'done'))
}

/** Where an item stands, or where the list goes on once it is gone from it: at the item that took its place. */
export function indexOfItem(items: readonly WorkItem[], id: PassageId | null, before: number): number {
  const at = items.findIndex(({ passage }) => passage.id === id)
  return at === -1 ? Math.min(before, items.length - 1) : at
}

/** The languages to translate into: the page's, then every one that there are translations in. */
export function workLanguages(passages: readonly Passage[], first: LanguageTag): LanguageTag[] {
  return [...new Set([first, ...passages.flatMap(({ translations }) => translations.map(({ language }) => language))])]
}
