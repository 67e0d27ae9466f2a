import { attributionOf } from '../../../shared/domain/attribution'
import type { SourceId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import type { Source } from '../../../shared/domain/source'

/** Who says a passage; `null` when nobody is named. */
export function speakerOf(passage: Passage, sources: ReadonlyMap<SourceId, Source>) {
  return sources.get(passage.sourceId)?.speakers.find(({ id }) => id === passage.speakerId) ?? null
}

/** `Speaker (Affiliation) · Source title` */
export function attributionFor(passage: Passage, sources: ReadonlyMap<SourceId, Source>): string {
  return attributionOf(speakerOf(passage, sources), sources.get(passage.sourceId)?.title ?? '')
}
