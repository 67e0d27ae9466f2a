import { assertNever } from '../../../shared/domain/assert-never'
import { findDepartures, type Term } from '../../../shared/domain/glossary'
import { type FoundHint, QUOTE_HINT_CODES, type QuoteHintCode } from '../../../shared/domain/hints'
import type { PassageId, SectionId, SpeakerId } from '../../../shared/domain/ids'
import { isSameLanguage } from '../../../shared/domain/language'
import type { Passage, Relation } from '../../../shared/domain/passage'
import { campsOf, type Review, type Section } from '../../../shared/domain/review'
import { speakersIn, type Turn } from '../../../shared/domain/turn'
import { isGenericSpeaker } from '../verify/speaker-names'

/** What hints are made from. */
export interface HintFacts {
  readonly review: Review
  /** Every passage that the review quotes. */
  readonly passages: ReadonlyMap<PassageId, Passage>
  /** Names by speaker. */
  readonly speakers: ReadonlyMap<SpeakerId, string>
  readonly relations: readonly Relation[]
  readonly terms: readonly Term[]
  /** The text and the turns of the source that a passage is of. */
  readonly sourceOf: (passage: Passage) => {
    readonly text: string
    readonly turns: readonly Turn[]
    readonly language: string
  }
}

/** The hints of a review: those of its camps first, then those of its quotes in reading order. */
export function findHints(facts: HintFacts): FoundHint[] {
  return [...campHints(facts), ...quoteHints(facts)]
}

/** The passages that a section and all below it quote. */
function quotedBelow(review: Review, section: Section): Set<PassageId> {
  const inside = new Set<SectionId>([section.id])
  const quoted = new Set<PassageId>()
  for (const one of review.sections) {
    if (one.parentId !== null && inside.has(one.parentId)) inside.add(one.id)
    if (!inside.has(one.id)) continue
    for (const block of one.blocks) if (block.kind === 'quote') quoted.add(block.passageId)
  }
  return quoted
}

function campHints({ review, passages, speakers, relations }: HintFacts): FoundHint[] {
  const hints: FoundHint[] = []
  const camps = campsOf(review).filter(({ kind }) => kind === 'camp')
  const quoted = new Map(camps.map((camp) => [camp.id, quotedBelow(review, camp)]))
  const namesIn = (ids: Iterable<PassageId>): Set<string> =>
    new Set(Array.from(ids).flatMap((id) => nameOf(passages.get(id), speakers) ?? []))
  const campOf = new Map<PassageId, Set<SectionId>>()
  for (const [camp, ids] of quoted) {
    for (const id of ids) campOf.set(id, (campOf.get(id) ?? new Set()).add(camp))
  }
  const places = new Map<string, SectionId[]>()
  for (const camp of camps) {
    const ids = quoted.get(camp.id)!
    const names = namesIn(ids)
    for (const name of names) places.set(name, [...(places.get(name) ?? []), camp.id])
    const label = camp.camp.label
    if (ids.size > 1 && names.size === 1) {
      hints.push({
        code: 'camp-one-speaker',
        section: camp.id,
        passage: null,
        params: { camp: label, speaker: [...names][0]! },
      })
    }
    if (ids.size > 0 && !isContradicted(ids, relations, campOf, camp.id)) {
      hints.push({ code: 'camp-without-dissent', section: camp.id, passage: null, params: { camp: label } })
    }
  }
  for (const [speaker, sections] of places) {
    if (sections.length < 2) continue
    const labels = sections.map((id) => camps.find((camp) => camp.id === id)!.camp.label)
    hints.push({
      code: 'speaker-two-camps',
      section: sections[1]!,
      passage: null,
      params: { speaker, camps: labels.join(', '), count: labels.length },
    })
  }
  return [...hints, ...consensusHints(review, camps, quoted, namesIn)]
}

/** A quote that contradicts the camp from outside of it, or a quote of its own that limits or contradicts another. */
function isContradicted(
  ids: ReadonlySet<PassageId>,
  relations: readonly Relation[],
  campOf: ReadonlyMap<PassageId, ReadonlySet<SectionId>>,
  camp: SectionId,
): boolean {
  return relations.some(({ from, to, kind }) => {
    if (kind === 'supports') return false
    const [fromHere, toHere] = [ids.has(from), ids.has(to)]
    const elsewhere = fromHere ? to : from
    return (fromHere && toHere) || ((fromHere || toHere) && !(campOf.get(elsewhere)?.has(camp) ?? false))
  })
}

/** A camp is heard in a consensus when one of its quotes stands there, or one of its speakers speaks there. */
function consensusHints(
  review: Review,
  camps: ReturnType<typeof campsOf>,
  quoted: ReadonlyMap<SectionId, ReadonlySet<PassageId>>,
  namesIn: (ids: Iterable<PassageId>) => Set<string>,
): FoundHint[] {
  return review.sections
    .filter(({ kind }) => kind === 'consensus')
    .flatMap((section) => {
      const agreed = quotedBelow(review, section)
      if (agreed.size === 0) return []
      const names = namesIn(agreed)
      return camps.flatMap((camp): FoundHint[] => {
        const ids = quoted.get(camp.id)!
        if (ids.size === 0) return []
        const heard = [...ids].some((id) => agreed.has(id)) || [...namesIn(ids)].some((name) => names.has(name))
        if (heard) return []
        return [
          {
            code: 'consensus-missing-camp',
            section: section.id,
            camp: camp.id,
            passage: null,
            params: { camp: camp.camp.label },
          },
        ]
      })
    })
}

function nameOf(passage: Passage | undefined, speakers: ReadonlyMap<SpeakerId, string>): string | null {
  const name = passage?.speakerId ? (speakers.get(passage.speakerId) ?? null) : null
  return name !== null && !isGenericSpeaker(name) ? name : null
}

function quoteHints(facts: HintFacts): FoundHint[] {
  const { review, passages } = facts
  const seen = new Set<PassageId>()
  const hints: FoundHint[] = []
  for (const section of review.sections) {
    for (const block of section.blocks) {
      const passage = block.kind === 'quote' ? passages.get(block.passageId) : undefined
      if (!passage || seen.has(passage.id)) continue
      seen.add(passage.id)
      for (const code of QUOTE_HINT_CODES) {
        const params = quoteParams(code, passage, facts)
        if (params) hints.push({ code, section: section.id, passage: passage.id, params })
      }
    }
  }
  return hints
}

/** What a hint about a quote names; `null` when there is nothing to say. */
function quoteParams(
  code: QuoteHintCode,
  passage: Passage,
  { review, speakers, terms, sourceOf }: HintFacts,
): FoundHint['params'] | null {
  const translation = translationIn(passage, review.language)
  switch (code) {
    case 'quote-untranslated': {
      const isForeign = !isSameLanguage(sourceOf(passage).language, review.language)
      return isForeign && !translation ? { language: review.language } : null
    }
    case 'translation-stale':
      return translation?.state === 'stale' ? { language: translation.language } : null
    case 'speaker-unnamed': {
      const speaker = passage.speakerId ? speakers.get(passage.speakerId) : undefined
      return passage.attributed && speaker !== undefined && isGenericSpeaker(speaker) ? { speaker } : null
    }
    case 'elision-cuts-negation': {
      return cutNegation(passage, sourceOf(passage).text)
    }
    case 'elision-crosses-speakers': {
      return crossedSpeakers(passage, sourceOf(passage).turns, speakers)
    }
    case 'glossary-departure': {
      if (!translation) return null
      const own = terms.filter(({ language }) => isSameLanguage(language, translation.language))
      const departures = findDepartures(passage.text, translation.text, own)
      const [first] = departures
      return first ? { term: first.term.term, expected: first.expected, count: departures.length } : null
    }
    default:
      return assertNever(code)
  }
}

function translationIn(passage: Passage, language: string) {
  return (
    passage.translations.find((one) => one.language === language && one.text !== '') ??
    passage.translations.find((one) => isSameLanguage(one.language, language) && one.text !== '')
  )
}

/** Words that turn a sentence round. */
const NEGATION =
  /(?<![\p{L}\p{N}])(?:not|never|no|none|nobody|nothing|neither|nor|cannot|without|hardly|unless|\p{L}+n['’]t)(?![\p{L}\p{N}])|不|没|沒|非(?!常)|未(?!来|來)|无(?!论|数)|無(?!論|數)/iu
/** Where a sentence ends. */
const SENTENCE_END = /[.!?][\p{Pe}\p{Pf}"']*(?=\s|$)|[。！？]/u

/**
 * A negation that an elision leaves out of a sentence of which the quote keeps a part: after the words before it, up to
 * where their sentence ends, or before the words after it, from where their sentence begins.
 */
function cutNegation({ spans }: Passage, text: string): { readonly word: string; readonly at: number } | null {
  for (let at = 1; at < spans.length; at++) {
    const from = spans[at - 1]!.end
    const parts = text.slice(from, spans[at]!.start).split(SENTENCE_END)
    const last = parts.at(-1)!
    const before = text.slice(Math.max(0, from - 4), from).trimEnd()
    const isSentence = new RegExp(`(?:${SENTENCE_END.source})$`, 'u').test(before)
    const found = NEGATION.exec(parts.length > 1 && isSentence ? '' : parts[0]!) ?? NEGATION.exec(last)
    if (found) return { word: found[0], at }
  }
  return null
}

/** The first two different speakers that one quote joins, and the first span that another than before speaks in. */
function crossedSpeakers(
  { spans }: Passage,
  turns: readonly Turn[],
  names: ReadonlyMap<SpeakerId, string>,
): { readonly from: string; readonly to: string; readonly at: number } | null {
  if (spans.length < 2) return null
  const [first, second] = speakersIn(turns, spans).filter((id) => id !== null)
  if (!first || !second) return null
  const at = spans.findIndex((span) => speakersIn(turns, [span]).includes(second))
  return { from: names.get(first) ?? '', to: names.get(second) ?? '', at }
}
