import { prepareText, type PreparedText } from '../../../shared/anchoring/prepare-text'
import type { TextRange } from '../../../shared/domain/span'
import { summarise, type QuoteVerification, type Verification } from '../../../shared/domain/verification'
import { readAttribution, type Attribution, type KnownNames } from './read-attribution'
import { readDraft, type DraftQuote } from './read-draft'
import { matchTitle, type NamedSource } from './source-titles'
import { isGenericSpeaker, mayBeSamePerson } from './speaker-names'
import { turnsAt, turnsIn } from './speakers-at'
import { splitElisions } from './split-elisions'
import { standsIn, verifyQuote, type TextVerification } from './verify-quote'

/** A turn of a transcript that a draft is checked against; `speaker` is its label, `null` where nobody is named. */
export interface DraftTurn extends TextRange {
  readonly speaker: string | null
}

/** A transcript that a draft is checked against. */
export interface DraftSource extends NamedSource {
  readonly text: string
  readonly turns: readonly DraftTurn[]
}

interface PreparedSource extends DraftSource {
  readonly prepared: PreparedText
}

/** A quote as one source has it. */
interface Finding extends TextVerification {
  readonly source: PreparedSource
  readonly text: string
  readonly speakers: readonly string[]
  readonly speakerMatches: boolean
}

/**
 * Compares every quote of a draft with transcripts. A quote whose attribution names a source must stand in that one;
 * otherwise, or when the title is none of theirs, in any. Of several places the one where the named speaker says it
 * is taken; where nobody named says it, the speaker does not match.
 */
export function verifyDraft(draft: string, sources: readonly DraftSource[]): Verification {
  const prepared = sources.map((source) => ({ ...source, prepared: prepareText(source.text) }))
  const known = knownNames(sources)
  return summarise(readDraft(draft).map((quote) => verifyDraftQuote(quote, prepared, known)))
}

function knownNames(sources: readonly DraftSource[]): KnownNames {
  const labels = new Set<string>()
  for (const { turns } of sources) {
    for (const { speaker } of turns) if (speaker !== null && !isGenericSpeaker(speaker)) labels.add(speaker)
  }
  return {
    isTitle: (text) => sources.some((source) => matchTitle(text, source) === 'certain'),
    isSpeaker: (name) => !isGenericSpeaker(name) && [...labels].some((label) => mayBeSamePerson(label, name)),
  }
}

function verifyDraftQuote(quote: DraftQuote, sources: readonly PreparedSource[], known: KnownNames): QuoteVerification {
  const attribution = quote.attribution && readAttribution(quote.attribution.text, quote.attribution.attached, known)
  const named = sourcesNamed(attribution, sources)
  const speaker = attribution?.speaker ?? null
  const scope = named.certain.length > 0 ? named.certain : named.likelyFirst
  const finding = findStanding(quote, scope, speaker) ?? findSimilar(quote, scope, speaker)
  const isMissing = !finding || finding.status === 'missing'
  return {
    id: null,
    sourceId: null,
    source: isMissing ? (named.certain[0]?.file ?? null) : finding.source.file,
    text: finding?.text ?? quote.readings[0] ?? '',
    status: finding?.status ?? 'missing',
    fragments: finding?.fragments ?? [],
    speaker: isMissing || finding.speakers.length === 0 ? null : finding.speakers.join(', '),
    attributedTo: speaker,
    speakerMatches: finding?.speakerMatches ?? true,
    expected: finding?.expected ?? null,
    line: quote.line,
  }
}

function sourcesNamed(
  attribution: Attribution | null,
  sources: readonly PreparedSource[],
): { certain: PreparedSource[]; likelyFirst: PreparedSource[] } {
  const matching = (match: 'certain' | 'likely'): PreparedSource[] =>
    sources.filter((source) => attribution?.titles.some((title) => matchTitle(title, source) === match))
  const likely = matching('likely')
  return {
    certain: matching('certain'),
    likelyFirst: [...likely, ...sources.filter((source) => !likely.includes(source))],
  }
}

/** The first source in which all of a quote stands; one where the named speaker says it, if there is one. */
function findStanding(quote: DraftQuote, sources: readonly PreparedSource[], speaker: string | null): Finding | null {
  let found: Finding | null = null
  for (const source of sources) {
    for (const reading of quote.readings) {
      for (const fragments of splitElisions(reading).map((way) => way.map((text) => ({ quote: text })))) {
        if (!standsIn(source.prepared, fragments)) continue
        const finding = findingIn(
          source,
          reading,
          verifyQuote(source.prepared, fragments, saidBy(source, speaker)),
          speaker,
        )
        if (finding.speakerMatches) return finding
        found ??= finding
      }
    }
  }
  return found
}

/** What is most like a quote in any of some sources. */
function findSimilar(quote: DraftQuote, sources: readonly PreparedSource[], speaker: string | null): Finding | null {
  let best: Finding | null = null
  for (const source of sources) {
    for (const reading of quote.readings) {
      const fragments = (splitElisions(reading).at(-1) ?? []).map((text) => ({ quote: text }))
      const finding = findingIn(source, reading, verifyQuote(source.prepared, fragments), speaker)
      if (!best || standingUnits(finding) > standingUnits(best)) best = finding
    }
  }
  return best
}

/** Units of a quote that stand in its source as they are. */
function standingUnits({ fragments }: TextVerification): number {
  let units = 0
  for (const { status, text, diff } of fragments) {
    if (status === 'altered')
      units += diff.reduce((sum, part) => sum + (part.kind === 'same' ? part.text.length : 0), 0)
    else if (status !== 'missing') units += text.length
  }
  return units
}

function findingIn(source: PreparedSource, text: string, checked: TextVerification, speaker: string | null): Finding {
  const turns = turnsAt(source.turns, checked.fragments)
  return {
    ...checked,
    source,
    text,
    speakers: [...new Set(turns.flatMap((turn) => turn.speaker ?? []))],
    speakerMatches: turns.every((turn) => isSaidBy(turn, speaker)),
  }
}

function saidBy(source: DraftSource, speaker: string | null): (place: TextRange) => boolean {
  return (place) => turnsIn(source.turns, place).every((turn) => isSaidBy(turn, speaker))
}

function isSaidBy(turn: DraftTurn, speaker: string | null): boolean {
  return speaker === null || turn.speaker === null || mayBeSamePerson(turn.speaker, speaker)
}
