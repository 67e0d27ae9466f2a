import { ALIAS_FOLDS, aliasForms } from '../../../shared/domain/alias'
import { Phrase } from './phrase'
import { Segment } from './segment'

/** What an alias is found as; none when nothing can be. */
export function aliasPhrases(alias: string): readonly Phrase[] {
  return aliasForms(alias)
    .map((text) => new Phrase([{ text, isPrefix: false }], ALIAS_FOLDS))
    .filter(({ isEmpty }) => !isEmpty)
}

/** Whether one of some aliases stands in a text. */
export function mentions(text: string, aliases: readonly string[]): boolean {
  const phrases = aliases.flatMap(aliasPhrases)
  if (phrases.length === 0) return false
  const { units } = Segment.of([{ id: '', text }])
  return phrases.some((phrase) => {
    let isThere = false
    phrase.scan(units, () => {
      isThere = true
      return false
    })
    return isThere
  })
}
