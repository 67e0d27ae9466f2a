import { createHash } from 'node:crypto'
import type { ImportNote } from '../../../shared/domain/project'
import type { SourceId } from '../../../shared/domain/ids'
import type { Cue } from '../../../shared/domain/turn'
import type { ParsedTurn } from '../import/parsed-transcript'
import { newId } from './new-id'
import { notFound } from './not-found'
import type { ReadableDatabase, WritableDatabase } from './sql'

/** A transcript to be stored: never changed afterwards, and not part of undo. */
export interface NewTranscript {
  readonly text: string
  readonly format: string
  readonly encoding: string
  readonly words: number
  readonly turns: readonly ParsedTurn[]
  readonly cues: readonly Cue[] | null
  readonly notes: readonly ImportNote[]
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: Uint8Array }
}

/** Stores a transcript with its turns, cues and the imported file's bytes; gives its id. */
export function insertTranscript(db: WritableDatabase, transcript: NewTranscript): string {
  const id = newId()
  const times = transcript.turns.flatMap((turn) => (turn.startTime === null ? [] : [turn.startTime]))
  const ends = transcript.turns.flatMap((turn) => turn.endTime ?? turn.startTime ?? [])
  db.run(
    `INSERT INTO transcript (id, text, text_sha256, format, encoding, cues, words, first_time, last_time, notes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
  )
  const { name, sha256: fileSha256, bytes } = transcript.file
  db.run(
    'INSERT INTO imported_file (transcript_id, name, sha256, bytes) VALUES (?, ?, ?, ?)',
    id,
    name,
    fileSha256,
    bytes,
  )
  transcript.turns.forEach((turn, position) => {
    db.run(
      'INSERT INTO turn (transcript_id, position, start, "end", label, start_time, end_time) VALUES (?, ?, ?, ?, ?, ?, ?)',
      id,
      position,
      turn.start,
      turn.end,
      turn.speaker,
      turn.startTime,
      turn.endTime,
    )
  })
  transcript.cues?.forEach((cue, position) => {
    db.run(
      'INSERT INTO cue (transcript_id, position, start, "end", start_time, end_time) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      position,
      cue.start,
      cue.end,
      cue.startTime,
      cue.endTime,
    )
  })
  return id
}

/** A text's or file's SHA-256 as lower-case hex; text is hashed as UTF-8. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** A source's stored text. */
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

/** What was noted while a source's file was read. */
export function listNotes(db: ReadableDatabase, source: SourceId): ImportNote[] {
  const row = db.find<{ notes: string }>(
    'SELECT notes FROM transcript JOIN source ON source.transcript_id = transcript.id WHERE source.id = ?',
    source,
  )
  if (!row) throw notFound('source', source)
  return JSON.parse(row.notes) as ImportNote[]
}
