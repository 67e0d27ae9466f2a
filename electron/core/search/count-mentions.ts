import { ALIAS_FOLDS, aliasForms } from '../../../shared/domain/alias'
import type { SourceId } from '../../../shared/domain/ids'
import type { LongerForm, Mentions, SourceMentions } from '../../../shared/domain/mentions'
import type { TextRange } from '../../../shared/domain/span'
import { aliasPhrases } from './alias-phrase'
import { EachPhrase, findEach } from './find-each'
import type { SearchLibrary } from './library'
import { Phrase } from './phrase'
import { Places } from './places'
import type { Segment } from './segment'
import { touching } from './touching'

/** What is to be counted. */
export interface MentionsRequest {
  readonly terms: readonly string[]
  /** Places that a review quotes. */
  readonly cited: readonly (TextRange & { readonly sourceId: SourceId })[]
  /** Whether longer words are wanted that begin with a term. */
  readonly wantsLonger: boolean
}

/** Counts where terms are mentioned in a library, by the rules of aliases. */
export function countMentions(library: SearchLibrary, { terms, cited, wantsLonger }: MentionsRequest): Mentions {
  library.settle()
  const forms = terms.map(aliasPhrases)
  const beginnings = wantsLonger ? longerPhrases(terms) : []
  const phrases = new EachPhrase([...forms.flat(), ...beginnings.map(({ phrase }) => phrase)])
  const longer = beginnings.map(() => new Map<string, number>())
  const found = new Map(
    library.segments.map(({ id, segment }) => {
      const places = findEach(segment, phrases)
      let next = 0
      const each = forms.map((own) => Places.union(places.slice(next, (next += own.length))))
      for (const [at, counts] of longer.entries()) countWords(segment, places[next + at]!, counts)
      return [id, { each, all: Places.union(each) }] as const
    }),
  )
  const citedBySource = new Map<SourceId, TextRange[]>()
  for (const { sourceId, start, end } of cited) {
    const ranges = citedBySource.get(sourceId)
    if (ranges) ranges.push({ start, end })
    else citedBySource.set(sourceId, [{ start, end }])
  }
  const sources = library.sources.flatMap((source): SourceMentions | readonly [] => {
    const { id, base, length } = source
    const { each, all } = found.get(source.segment.id)!
    const from = all.from(base)
    const total = all.from(base + length) - from
    if (total === 0) return []
    const isCited = touching(citedBySource.get(id) ?? [])
    let [marked, quoted] = [0, 0]
    for (let at = from; at < from + total; at += 1) {
      const [start, end] = [all.starts[at]! - base, all.ends[at]! - base]
      if (library.isMarked(id, start, end)) marked += 1
      if (isCited(start, end)) quoted += 1
    }
    return {
      sourceId: id,
      counts: each.map((places) => places.from(base + length) - places.from(base)),
      total,
      marked,
      cited: quoted,
      first: { start: all.starts[from]! - base, end: all.ends[from]! - base },
    }
  })
  return { terms, sources, longer: listLonger(terms, beginnings, longer) }
}

const MOST_PER_TERM = 3
const MOST = 8

interface Beginning {
  readonly term: string
  readonly phrase: Phrase
}

/** What finds the words that begin with a term; of short ones too many do that have nothing to do with it. */
function longerPhrases(terms: readonly string[]): Beginning[] {
  return terms
    .filter((term) => /[\p{L}\p{M}]{4}$/u.test(term.trim()))
    .map((term) => ({ term, phrase: new Phrase([{ text: term.trim(), isPrefix: true }], ALIAS_FOLDS) }))
    .filter(({ phrase }) => !phrase.isEmpty)
}

function countWords(segment: Segment, { starts, ends }: Places, counts: Map<string, number>): void {
  for (let place = 0; place < starts.length; place += 1) {
    const word = comparable(segment.slice(starts[place]!, ends[place]!))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
}

/** The words that the rule of whole words leaves out, for whoever wants to have them as well. */
function listLonger(
  terms: readonly string[],
  beginnings: readonly Beginning[],
  counted: readonly ReadonlyMap<string, number>[],
): LongerForm[] {
  const known = new Set(terms.flatMap(aliasForms).map(comparable))
  const longer = new Map<string, LongerForm>()
  for (const [at, { term }] of beginnings.entries()) {
    const whole = comparable(term)
    const forms = [...counted[at]!]
      .filter(([form]) => form.startsWith(whole) && !known.has(form))
      .map(([form, count]): LongerForm => ({ term, form: term.trim() + form.slice(whole.length), count }))
    for (const one of forms.sort(byCount).slice(0, MOST_PER_TERM)) longer.set(comparable(one.form), one)
  }
  return [...longer.values()].sort(byCount).slice(0, MOST)
}

function byCount(a: LongerForm, b: LongerForm): number {
  return b.count - a.count || (a.form < b.form ? -1 : 1)
}

function comparable(text: string): string {
  return text.trim().replace(/\s+/gu, ' ').toLowerCase()
}
