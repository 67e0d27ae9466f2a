import type { SourceId } from '../../../shared/domain/ids'
import type { Source } from '../../../shared/domain/source'
import { mentioning } from '../search/alias-phrase'
import type { ReadableDatabase } from '../store/sql'
import { getText } from '../store/transcripts'

/** What is known of a project's revisions, which do not change, for the aliases that were asked of last. */
const known = new WeakMap<ReadableDatabase, { readonly aliases: string; readonly found: Map<string, boolean> }>()

/**
 * Those of some sources that a review lists when it does not cite them: an alias stands in them, and they were not put
 * into the tier that is left out of reviews.
 */
export function listMentioned(
  db: ReadableDatabase,
  sources: readonly Source[],
  aliases: readonly string[],
): readonly Source[] {
  if (aliases.length === 0) return []
  const key = JSON.stringify(aliases)
  let last = known.get(db)
  if (last?.aliases !== key) known.set(db, (last = { aliases: key, found: new Map() }))
  const { found } = last
  const isMentionedIn = mentioning(aliases)
  const rows = db.all<{ id: SourceId; revision: string }>('SELECT id, transcript_id AS revision FROM source')
  const revisions = new Map(rows.map(({ id, revision }) => [id, revision]))
  return sources.filter(({ id, tier }) => {
    if (tier === 'other') return false
    const revision = revisions.get(id) ?? ''
    let isFound = found.get(revision)
    if (isFound === undefined) found.set(revision, (isFound = isMentionedIn(getText(db, id))))
    return isFound
  })
}
