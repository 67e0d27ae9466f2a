import { ALIAS_FOLDS, aliasForms } from '../../../shared/domain/alias'
import { EachPhrase } from './find-each'
import { Phrase } from './phrase'
import { Segment } from './segment'

/** What an alias is found as; none when nothing can be. */
export function aliasPhrases(alias: string): readonly Phrase[] {
  return aliasForms(alias)
    .map((text) => new Phrase([{ text, isPrefix: false }], ALIAS_FOLDS))
    .filter(({ isEmpty }) => !isEmpty)
}

/** Tells of a text whether one of some aliases stands in it. */
export function mentioning(aliases: readonly string[]): (text: string) => boolean {
  const each = new EachPhrase(aliases.flatMap(aliasPhrases))
  return (text) => {
    const { units } = Segment.of([{ id: '', text }])
    let isThere = false
    each.scan(units, () => {
      isThere = true
      return false
    })
    return isThere
  }
}
