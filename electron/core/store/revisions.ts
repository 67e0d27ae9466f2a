import { composeEdits, invertEdits } from '../../../shared/anchoring/edits'
import { lineEdits } from '../../../shared/anchoring/line-edits'
import type { Revision, RevisionText, TextEdit } from '../../../shared/domain/correction'
import type { RevisionId, SourceId } from '../../../shared/domain/ids'
import type { FileReport, ImportNote } from '../../../shared/domain/project'
import type { Cue, Turn } from '../../../shared/domain/turn'
import type { ParsedTurn } from '../import/parsed-transcript'
import { notFound } from './not-found'
import type { ReadableDatabase } from './sql'
import { getRevisionId, getText, type NewTranscript } from './transcripts'

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

/** One of the texts that there are, whichever source it is of. */
export function textOf(db: ReadableDatabase, revision: RevisionId): string {
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
  return walkBack(db, getRevisionId(db, source), revision, () => null)
}

/**
 * The edits that make one text out of another, of which one was made from the other; where the file was read again in
 * between, they are told by lines. `null` for texts that are not so related.
 */
export function editsBetween(db: ReadableDatabase, from: RevisionId, to: RevisionId): TextEdit[] | null {
  if (isMadeFrom(db, from, to)) return walkBack(db, from, to, lineEdits)
  if (!isMadeFrom(db, to, from)) return null
  const on = walkBack(db, to, from, lineEdits)
  return on && invertEdits(textOf(db, to), on)
}

/** Whether one text was made from another, or is it. Asked first, since walking there reads every text on the way. */
function isMadeFrom(db: ReadableDatabase, revision: RevisionId, earlier: RevisionId): boolean {
  return (
    db.find(
      `WITH RECURSIVE line (id) AS (
         SELECT ? UNION ALL
         SELECT transcript.predecessor FROM line JOIN transcript ON transcript.id = line.id
         WHERE transcript.predecessor IS NOT NULL
       ) SELECT 1 FROM line WHERE id = ? LIMIT 1`,
      revision,
      earlier,
    ) !== null
  )
}

/** The edits along `predecessor` from a text to one that it was made from; `across` gives those that are not stored. */
function walkBack(
  db: ReadableDatabase,
  from: RevisionId,
  to: RevisionId,
  across: (after: string, before: string) => TextEdit[] | null,
): TextEdit[] | null {
  let back: TextEdit[] = []
  for (let id = from; id !== to;) {
    const row = db.find<{ predecessor: RevisionId | null; edits: string | null }>(
      'SELECT predecessor, edits FROM transcript WHERE id = ?',
      id,
    )
    if (!row || row.predecessor === null) return null
    const before = textOf(db, row.predecessor)
    const step =
      row.edits === null ? across(textOf(db, id), before) : invertEdits(before, JSON.parse(row.edits) as TextEdit[])
    if (step === null) return null
    back = composeEdits(back, step)
    id = row.predecessor
  }
  return back
}
