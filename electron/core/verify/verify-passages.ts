import { prepareText, type PreparedText } from '../../../shared/anchoring/prepare-text'
import type { SourceId, SpeakerId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import type { Speaker } from '../../../shared/domain/source'
import type { Turn } from '../../../shared/domain/turn'
import { summarise, type QuoteVerification, type Verification } from '../../../shared/domain/verification'
import { turnsAt } from './speakers-at'
import { mayBeSamePerson } from './speaker-names'
import { verifyQuote } from './verify-quote'

/** A source with its whole text, to check passages against. */
export interface VerifiableSource {
  readonly id: SourceId
  readonly title: string
  readonly text: string
  readonly turns: readonly Pick<Turn, 'start' | 'end' | 'speakerId'>[]
  readonly speakers: readonly Pick<Speaker, 'id' | 'name'>[]
}

/** A passage as it is kept. */
export type VerifiablePassage = Pick<Passage, 'id' | 'sourceId' | 'spans' | 'text' | 'speakerId'>

/**
 * Compares passages with their sources, in the order given. `sourceOf` is asked once for each source. A passage
 * whose speaker is not who says it in the transcript does not match; a turn of nobody, or of `Speaker 2`, may be anyone's.
 */
export function verifyPassages(
  passages: readonly VerifiablePassage[],
  sourceOf: (id: SourceId) => VerifiableSource,
): Verification {
  const sources = new Map<SourceId, { source: VerifiableSource; prepared: PreparedText }>()
  const prepare = (id: SourceId): { source: VerifiableSource; prepared: PreparedText } => {
    const source = sourceOf(id)
    const entry = { source, prepared: prepareText(source.text) }
    sources.set(id, entry)
    return entry
  }
  return summarise(
    passages.map((passage) => {
      const { source, prepared } = sources.get(passage.sourceId) ?? prepare(passage.sourceId)
      return verifyPassage(passage, source, prepared)
    }),
  )
}

function verifyPassage(
  passage: VerifiablePassage,
  source: VerifiableSource,
  prepared: PreparedText,
): QuoteVerification {
  const checked = verifyQuote(prepared, passage.spans)
  const nameOf = (id: SpeakerId): string | null => source.speakers.find((speaker) => speaker.id === id)?.name ?? null
  const saying = [...new Set(turnsAt(source.turns, checked.fragments).map((turn) => turn.speakerId))].filter(
    (id) => id !== null,
  )
  const names = saying.map(nameOf).filter((name) => name !== null)
  const attributedTo = passage.speakerId === null ? null : nameOf(passage.speakerId)
  return {
    id: passage.id,
    sourceId: source.id,
    source: source.title,
    text: passage.text,
    ...checked,
    speaker: names.length > 0 ? [...new Set(names)].join(', ') : null,
    attributedTo,
    speakerMatches:
      attributedTo === null ||
      saying.every((id) => id === passage.speakerId || mayBeSamePerson(nameOf(id) ?? '', attributedTo)),
    line: null,
  }
}
