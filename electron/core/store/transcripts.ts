import { createHash } from 'node:crypto'
import type { RevisionKind, TextEdit } from '../../../shared/domain/correction'
import type { FileReport, ImportNote } from '../../../shared/domain/project'
import type { RevisionId, SourceId } from '../../../shared/domain/ids'
import type { Cue } from '../../../shared/domain/turn'
import type { ParsedTurn } from '../import/parsed-transcript'
import { newId } from './new-id'
import { notFound } from './not-found'
import { placeholders, type ReadableDatabase, type SqlValue, type WritableDatabase } from './sql'

/** A transcript to be stored: never changed afterwards, and not part of undo. */
export interface NewTranscript {
  readonly text: string
  readonly format: string
  readonly encoding: string
  readonly words: number
  readonly turns: readonly ParsedTurn[]
  readonly cues: readonly Cue[] | null
  readonly notes: readonly ImportNote[]
  /** What the user decided about the reading. */
  readonly chosen: FileReport['chosen']
  /** `bytes` is `null` where they are kept already, with an earlier transcript of the same source. */
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: Uint8Array | null }
}

/** How a transcript was made from the one that its source had before. */
export interface Descent {
  readonly predecessor: RevisionId
  readonly kind: Exclude<RevisionKind, 'import'>
  /** What was changed of the predecessor's text; `null` where it is another text altogether. */
  readonly edits: readonly TextEdit[] | null
}

/**
 * Stores a transcript with its turns, cues and the imported file's bytes; gives its id. `descent` is `null` for the
 * first one of a source.
 */
export function insertTranscript(
  db: WritableDatabase,
  transcript: NewTranscript,
  descent: Descent | null = null,
): RevisionId {
  const id = newId<'revision'>()
  const times = transcript.turns.flatMap((turn) => (turn.startTime === null ? [] : [turn.startTime]))
  const ends = transcript.turns.flatMap((turn) => turn.endTime ?? turn.startTime ?? [])
  db.run(
    `INSERT INTO transcript (id, text, text_sha256, format, encoding, cues, words, first_time, last_time, notes, chosen,
       predecessor, kind, edits, made_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    transcript.text,
    sha256(transcript.text),
    transcript.format,
    transcript.encoding,
    transcript.cues?.length ?? null,
    transcript.words,
    times[0] ?? null,
    ends.length > 0 ? ends.reduce((latest, time) => Math.max(latest, time)) : null,
    JSON.stringify(transcript.notes),
    JSON.stringify(transcript.chosen),
    descent?.predecessor ?? null,
    descent?.kind ?? 'import',
    descent?.edits ? JSON.stringify(descent.edits) : null,
    new Date().toISOString(),
  )
  const { name, sha256: fileSha256, bytes } = transcript.file
  if (bytes !== null) {
    db.run(
      'INSERT INTO imported_file (transcript_id, name, sha256, bytes) VALUES (?, ?, ?, ?)',
      id,
      name,
      fileSha256,
      bytes,
    )
  }
  insertRows(
    db,
    'turn (transcript_id, position, start, "end", label, start_time, end_time)',
    transcript.turns,
    (turn, position) => [id, position, turn.start, turn.end, turn.speaker, turn.startTime, turn.endTime],
  )
  insertRows(
    db,
    'cue (transcript_id, position, start, "end", start_time, end_time)',
    transcript.cues ?? [],
    (cue, position) => [id, position, cue.start, cue.end, cue.startTime, cue.endTime],
  )
  return id
}

/** Rows of one statement: a call for each row takes nearly twice as long. */
const ROWS_AT_ONCE = 50

/** Inserts a row for each item; `columns` names the table and its columns. */
function insertRows<Item>(
  db: WritableDatabase,
  columns: string,
  items: readonly Item[],
  valuesOf: (item: Item, position: number) => SqlValue[],
): void {
  for (let from = 0; from < items.length;) {
    // What is left is inserted one by one, so that there are two statements to prepare and not fifty.
    const rows = items.length - from < ROWS_AT_ONCE ? 1 : ROWS_AT_ONCE
    const values: SqlValue[] = []
    for (const [index, item] of items.slice(from, from + rows).entries()) values.push(...valuesOf(item, from + index))
    const row = `(${placeholders(values.slice(0, values.length / rows))})`
    db.run(`INSERT INTO ${columns} VALUES ${`${row}, `.repeat(rows - 1)}${row}`, ...values)
    from += rows
  }
}

/** A text's or file's SHA-256 as lower-case hex; text is hashed as UTF-8. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** The id of a source's current text. Throws `not-found`. */
export function getRevisionId(db: ReadableDatabase, source: SourceId): RevisionId {
  const row = db.find<{ id: RevisionId }>('SELECT transcript_id AS id FROM source WHERE id = ?', source)
  if (!row) throw notFound('source', source)
  return row.id
}

/** By connection, the text that was read last. A revision's text never changes. */
const lastText = new WeakMap<ReadableDatabase, { readonly revision: RevisionId; readonly text: string }>()

/**
 * A source's current text, for calls that come one after the other: reading a long text takes longer than keeping a
 * passage of it.
 */
export function getTextAgain(db: ReadableDatabase, source: SourceId): string {
  const revision = getRevisionId(db, source)
  const last = lastText.get(db)
  if (last?.revision === revision) return last.text
  const text = getText(db, source)
  lastText.set(db, { revision, text })
  return text
}

/** A source's current text. */
export function getText(db: ReadableDatabase, source: SourceId): string {
  const row = db.find<{ text: string }>(
    'SELECT text FROM transcript JOIN source ON source.transcript_id = transcript.id WHERE source.id = ?',
    source,
  )
  if (!row) throw notFound('source', source)
  return row.text
}

/** A source's cues in order; empty for formats without them. */
export function listCues(db: ReadableDatabase, source: SourceId): Cue[] {
  return db.all<Cue>(
    `SELECT cue.start, cue."end", cue.start_time AS startTime, cue.end_time AS endTime
     FROM cue JOIN source ON source.transcript_id = cue.transcript_id WHERE source.id = ? ORDER BY cue.position`,
    source,
  )
}

/** How a source's file was read, and what was noted meanwhile. */
export function getFileReport(db: ReadableDatabase, source: SourceId): FileReport {
  const row = db.find<{ file: string; format: string; encoding: string; chosen: string; notes: string }>(
    `SELECT source.file, transcript.format, transcript.encoding, transcript.chosen, transcript.notes
     FROM transcript JOIN source ON source.transcript_id = transcript.id WHERE source.id = ?`,
    source,
  )
  if (!row) throw notFound('source', source)
  return {
    ...row,
    chosen: JSON.parse(row.chosen) as FileReport['chosen'],
    notes: JSON.parse(row.notes) as ImportNote[],
  }
}

/** The file that a source was imported from. Throws `not-found`. */
export function getImportedFile(
  db: ReadableDatabase,
  source: SourceId,
): { readonly name: string; readonly bytes: Uint8Array } {
  const row = db.find<{ name: string; bytes: Uint8Array }>(
    `SELECT imported_file.name, imported_file.bytes FROM source JOIN imported_file ON imported_file.sha256 = source.sha256
     WHERE source.id = ? LIMIT 1`,
    source,
  )
  if (!row) throw notFound('source', source)
  return row
}
