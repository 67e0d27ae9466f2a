import type { CorrectionDraft, TextEdit } from '../../../shared/domain/correction'
import type { RevisionId, SourceId } from '../../../shared/domain/ids'
import type { ReadableDatabase, WritableDatabase } from './sql'
import { requireRevision } from './revisions'
import { getRevisionId } from './transcripts'

/** What was typed over a source's current text and not stored, or `null`. */
export function findDraft(db: ReadableDatabase, source: SourceId): CorrectionDraft | null {
  const baseRevision = getRevisionId(db, source)
  const row = db.find<{ edits: string; savedAt: string }>(
    'SELECT edits, saved_at AS savedAt FROM correction_draft WHERE transcript_id = ?',
    baseRevision,
  )
  return row && { baseRevision, edits: JSON.parse(row.edits) as TextEdit[], savedAt: row.savedAt }
}

/**
 * Keeps what is being typed over a text of a source; no edits forget it. One for a text that is no longer the current
 * one is kept too: undo may make it current again.
 */
export function keepDraft(
  db: WritableDatabase,
  source: SourceId,
  revision: RevisionId,
  edits: readonly TextEdit[],
): null {
  requireRevision(db, source, revision)
  if (edits.length === 0) db.run('DELETE FROM correction_draft WHERE transcript_id = ?', revision)
  else {
    db.run(
      `INSERT INTO correction_draft (transcript_id, edits, saved_at) VALUES (?, ?, ?)
       ON CONFLICT (transcript_id) DO UPDATE SET edits = excluded.edits, saved_at = excluded.saved_at`,
      revision,
      JSON.stringify(edits),
      new Date().toISOString(),
    )
  }
  return null
}
