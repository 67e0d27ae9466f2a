import type { TermId } from './ids'
import type { LanguageTag } from './language'

/** A word of the debate and how it is translated. */
export interface Term {
  readonly id: TermId
  /** As it stands in transcripts. */
  readonly term: string
  /** The language of the translation. */
  readonly language: LanguageTag
  /** `null`: it is kept as it is. */
  readonly translation: string | null
  readonly note: string
}

/** A term that a text has and its translation renders in another way. */
export interface TermDeparture {
  readonly term: Term
  /** Where the term stands in the text, UTF-16. */
  readonly start: number
  readonly end: number
  /** What the translation was to say. */
  readonly expected: string
}

/**
 * The terms of a glossary that stand in a text and not, as the glossary has them, in its translation; letter case aside.
 * Each term once, where it stands first. In Latin script a term must be whole words, though an ending may follow.
 */
export function findDepartures(text: string, translation: string, terms: readonly Term[]): TermDeparture[] {
  const said = translation.toLowerCase()
  return terms.flatMap((term) => {
    const place = findTerm(text, term.term)
    const expected = term.translation ?? term.term
    if (!place || said.includes(expected.trim().toLowerCase())) return []
    return { term, ...place, expected }
  })
}

function findTerm(text: string, term: string): { readonly start: number; readonly end: number } | null {
  const words = term.trim().split(/\s+/u).filter(Boolean)
  if (words.length === 0) return null
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+')
  const ending = /\p{Script=Latin}$/u.test(term.trim()) ? "(?:s|es|’s|'s)?(?![\\p{Script=Latin}\\p{N}])" : ''
  const found = new RegExp(`(?<![\\p{Script=Latin}\\p{N}])${pattern}${ending}`, 'iu').exec(text)
  return found && { start: found.index, end: found.index + found[0].length }
}
