import type { PassageId } from '../../../shared/domain/ids'
import { isSameLanguage } from '../../../shared/domain/language'
import type { Translation } from '../../../shared/domain/passage'
import { getPassage } from './passages'
import type { ReadableDatabase } from './sql'

/**
 * How other passages with the very same text were translated into a language: each wording once, finished ones first.
 * Those that are out of date are left out. Throws `not-found`.
 */
export function findTranslatedElsewhere(
  db: ReadableDatabase,
  { id, language }: { readonly id: PassageId; readonly language: string },
): Translation[] {
  const passage = getPassage(db, id)
  // The first span tells most passages apart; the few that begin alike are compared whole.
  const candidates = db.all<Translation & { passageId: PassageId }>(
    `SELECT translation.passage_id AS passageId, translation.language, translation.text, translation.state
     FROM span JOIN translation ON translation.passage_id = span.passage_id
     WHERE span.position = 0 AND span.quote = ? AND span.passage_id <> ? AND translation.state <> 'stale'
     ORDER BY translation.state = 'done' DESC, translation.passage_id, translation.language`,
    passage.spans[0]?.quote ?? '',
    id,
  )
  const found = new Map<string, Translation>()
  for (const { passageId, ...translation } of candidates) {
    if (!isSameLanguage(translation.language, language) || found.has(translation.text)) continue
    if (getPassage(db, passageId).text === passage.text) found.set(translation.text, translation)
  }
  return [...found.values()]
}
