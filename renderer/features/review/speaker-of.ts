import { attributionOf } from '../../../shared/domain/attribution'
import type { SourceId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import type { Source } from '../../../shared/domain/source'

/** Who says a passage; `null` when nobody is named. */
export function speakerOf(passage: Passage, sources: ReadonlyMap<SourceId, Source>) {
  return sources.get(passage.sourceId)?.speakers.find(({ id }) => id === passage.speakerId) ?? null
}

/** The words of a link that names a passage: who says it, else how it begins. */
export function passageName(passage: Passage, sources: ReadonlyMap<SourceId, Source>): string {
  const speaker = speakerOf(passage, sources)
  if (speaker) return speaker.name
  const words = passage.text.slice(0, 40)
  return words === passage.text ? words : `${words.trimEnd()}…`
}

/** `Speaker (Affiliation) · Source title` */
export function attributionFor(passage: Passage, sources: ReadonlyMap<SourceId, Source>): string {
  return attributionOf(speakerOf(passage, sources), sources.get(passage.sourceId)?.title ?? '')
}
