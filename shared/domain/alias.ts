import { PLAIN_FOLDS, type SearchFolds } from './search'

/**
 * How the forms of an alias are found: letter case aside, and as whole words where words are written with spaces between
 * them, so that `AI` is not found in `said` or `aim`. Everything in it is text.
 */
export const ALIAS_FOLDS: SearchFolds = { ...PLAIN_FOLDS, wholeWords: true }

/** What an alias is looked for as: its own text, and its plural as English spells it. None when it is empty. */
export function aliasForms(alias: string): readonly string[] {
  const text = alias.trim()
  if (text === '') return []
  if (!/\p{Script=Latin}$/u.test(text) || /[^s]s$/i.test(text)) return [text]
  return [text, `${text}${/(?:ss|x|z|ch|sh)$/i.test(text) ? 'es' : 's'}`]
}

/** The query of a search that finds by `ALIAS_FOLDS` what some aliases find; `''` for none. */
export function aliasQuery(aliases: readonly string[]): string {
  return [...new Set(aliases.flatMap(aliasForms))].map(quoted).join(' OR ')
}

/** What is quoted is looked for as it stands; what has quotes itself, as a pattern of its letters. */
function quoted(text: string): string {
  if (!/["”]/.test(text)) return `"${text}"`
  return `/${text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/gu, '\\s+')}/`
}
