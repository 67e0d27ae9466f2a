import { composeEdits, invertEdits } from '../../../shared/anchoring/edits'
import type { Revision, RevisionText, TextEdit } from '../../../shared/domain/correction'
import type { RevisionId, SourceId } from '../../../shared/domain/ids'
import type { FileReport, ImportNote } from '../../../shared/domain/project'
import type { Cue, Turn } from '../../../shared/domain/turn'
import type { ParsedTurn } from '../import/parsed-transcript'
import { notFound } from './not-found'
import type { ReadableDatabase } from './sql'
import { getText, type NewTranscript } from './transcripts'

/** A source's current text and all that it was made from, walked back along `predecessor`. */
const LINE = `
  WITH RECURSIVE line (id, depth) AS (
    SELECT transcript_id, 0 FROM source WHERE id = ?
    UNION ALL
    SELECT transcript.predecessor, line.depth + 1 FROM line JOIN transcript ON transcript.id = line.id
    WHERE transcript.predecessor IS NOT NULL
  )`

/** Every text that a source's current one was made from, the current one first. */
export function listRevisions(db: ReadableDatabase, source: SourceId): Revision[] {
  const rows = db.all<Revision>(
    `${LINE}
     SELECT transcript.id, transcript.kind, coalesce(transcript.made_at, source.imported_at) AS madeAt, transcript.words,
       json_array_length(transcript.edits) AS edits
     FROM line JOIN transcript ON transcript.id = line.id JOIN source ON source.id = ? ORDER BY line.depth`,
    source,
    source,
  )
  if (rows.length === 0) throw notFound('source', source)
  return rows
}

/** Throws `not-found` for a text that is none of the source's, now or before. */
export function requireRevision(db: ReadableDatabase, source: SourceId, revision: RevisionId): void {
  if (!db.find(`${LINE} SELECT 1 FROM line WHERE id = ?`, source, revision)) throw notFound('revision', revision)
}

/** One of a source's texts, with the turns that it had, and the edits that make the current text of it. */
export function readRevision(db: ReadableDatabase, source: SourceId, revision: RevisionId): RevisionText {
  requireRevision(db, source, revision)
  const turns = db.all<Turn>(
    `SELECT turn.position AS "index", turn.start, turn."end", speaker.id AS speakerId,
       turn.start_time AS startTime, turn.end_time AS endTime
     FROM turn LEFT JOIN speaker ON speaker.source_id = ? AND speaker.label = turn.label
     WHERE turn.transcript_id = ? ORDER BY turn.position`,
    source,
    revision,
  )
  const back = editsBackTo(db, source, revision)
  return { text: textOf(db, revision), turns, changes: back && invertEdits(getText(db, source), back) }
}

function textOf(db: ReadableDatabase, revision: RevisionId): string {
  return db.find<{ text: string }>('SELECT text FROM transcript WHERE id = ?', revision)?.text ?? ''
}

/** One of a source's texts with all that is stored beside it, to make another one from. */
export function getTranscript(db: ReadableDatabase, source: SourceId, revision: RevisionId): NewTranscript {
  requireRevision(db, source, revision)
  const row = db.find<TranscriptRow>(
    `SELECT transcript.text, transcript.format, transcript.encoding, transcript.words, transcript.notes, transcript.chosen,
       transcript.cues, source.file, source.sha256
     FROM transcript JOIN source ON source.id = ? WHERE transcript.id = ?`,
    source,
    revision,
  )!
  const { text, format, encoding, words } = row
  const turns = db.all<ParsedTurn>(
    `SELECT start, "end", label AS speaker, start_time AS startTime, end_time AS endTime
     FROM turn WHERE transcript_id = ? ORDER BY position`,
    revision,
  )
  const cues = db.all<Cue>(
    `SELECT start, "end", start_time AS startTime, end_time AS endTime FROM cue WHERE transcript_id = ? ORDER BY position`,
    revision,
  )
  return {
    text,
    format,
    encoding,
    words,
    turns,
    cues: row.cues === null ? null : cues,
    notes: JSON.parse(row.notes) as ImportNote[],
    chosen: JSON.parse(row.chosen) as FileReport['chosen'],
    file: {
      name: row.file,
      sha256: row.sha256,
      bytes: null,
    },
  }
}

interface TranscriptRow {
  readonly text: string
  readonly format: string
  readonly encoding: string
  readonly words: number
  readonly notes: string
  readonly chosen: string
  readonly cues: number | null
  readonly file: string
  readonly sha256: string
}

/**
 * The edits that make an older text of a source out of its current one; `null` when one in between was not made by
 * edits, as when the file was read again.
 */
export function editsBackTo(db: ReadableDatabase, source: SourceId, revision: RevisionId): TextEdit[] | null {
  requireRevision(db, source, revision)
  const line = db.all<{ id: RevisionId; predecessor: RevisionId | null; edits: string | null }>(
    `${LINE} SELECT transcript.id, predecessor, edits FROM line JOIN transcript ON transcript.id = line.id ORDER BY depth`,
    source,
  )
  let back: TextEdit[] = []
  for (const { id, predecessor, edits } of line) {
    if (id === revision) return back
    if (edits === null || predecessor === null) return null
    back = composeEdits(back, invertEdits(textOf(db, predecessor), JSON.parse(edits) as TextEdit[]))
  }
  return null
}
