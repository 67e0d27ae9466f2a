import type { RevisionId, SourceId, SpeakerId } from '../../../shared/domain/ids'
import type { SpeakerChoice } from '../../../shared/domain/import-preview'
import type { Source, Speaker, Tier } from '../../../shared/domain/source'
import type { Turn } from '../../../shared/domain/turn'
import { carryClaims, carrySeen } from './coverage'
import { deletePassages } from './passages'
import { newId } from './new-id'
import { notFound } from './not-found'
import type { ReadableDatabase, WritableDatabase } from './sql'
import { getRevisionId, insertTranscript, type Descent, type NewTranscript } from './transcripts'

/** What an import knows of a source besides its transcript. */
export interface NewSource {
  readonly title: string
  readonly language: string
  readonly date: string | null
  readonly tier: Tier
  /** Path of the recording, or `null`. */
  readonly media: string | null
  /** Who the labels are, where that is known; each other one keeps its label as a name. */
  readonly speakers: readonly SpeakerChoice[]
  readonly transcript: NewTranscript
}

/** Stores a source with its transcript, and a speaker for each label in it. */
export function insertSource(db: WritableDatabase, source: NewSource): SourceId {
  const id = newId<'source'>()
  const { transcript } = source
  db.run(
    `INSERT INTO source (id, position, transcript_id, title, file, sha256, language, date, tier, media, imported_at)
     VALUES (?, (SELECT coalesce(max(position) + 1, 0) FROM source), ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    insertTranscript(db, transcript),
    source.title,
    transcript.file.name,
    transcript.file.sha256,
    source.language,
    source.date,
    source.tier,
    source.media,
    new Date().toISOString(),
  )
  const labels = new Set(transcript.turns.flatMap((turn) => turn.speaker ?? []))
  const known = new Map(source.speakers.map((speaker) => [speaker.label, speaker]))
  for (const label of labels) insertSpeaker(db, id, known.get(label) ?? { label, name: label, affiliation: null })
  return id
}

/**
 * Points a source to another transcript, made from its current one; gives the new one's id. Its labels keep their speakers; new ones get one, and one
 * that is gone goes, unless somebody named it or a passage is theirs.
 */
export function replaceTranscript(
  db: WritableDatabase,
  id: SourceId,
  transcript: NewTranscript,
  { kind, edits }: Omit<Descent, 'predecessor'>,
): RevisionId {
  const predecessor = getRevisionId(db, id)
  const revision = insertTranscript(db, transcript, { predecessor, kind, edits })
  db.run('UPDATE source SET transcript_id = ? WHERE id = ?', revision, id)
  carrySeen(db, predecessor, revision)
  carryClaims(db, id, predecessor)
  const labels = new Set(transcript.turns.flatMap((turn) => turn.speaker ?? []))
  db.run(
    `DELETE FROM speaker WHERE source_id = ? AND label = name AND affiliation IS NULL
       AND label NOT IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM passage WHERE passage.speaker_id = speaker.id)`,
    id,
    JSON.stringify([...labels]),
  )
  const known = new Set(listSpeakers(db, id).map(({ label }) => label))
  for (const label of labels) if (!known.has(label)) insertSpeaker(db, id, { label, name: label, affiliation: null })
  return revision
}

type SourceRow = Omit<Source, 'speakers'>

const SOURCE_COLUMNS = `
  source.id, source.title, source.file, transcript.format, transcript.encoding, source.language, source.date, source.tier,
  (SELECT count(*) FROM turn WHERE turn.transcript_id = source.transcript_id) AS turns,
  transcript.cues, transcript.words, transcript.first_time AS firstTime, transcript.last_time AS lastTime, source.sha256,
  source.media, (SELECT count(*) FROM passage WHERE passage.source_id = source.id) AS passages,
  source.imported_at AS importedAt`

/** Every source, in the order they were imported. */
export function listSources(db: ReadableDatabase): Source[] {
  const rows = db.all<SourceRow>(
    `SELECT ${SOURCE_COLUMNS} FROM source JOIN transcript ON transcript.id = source.transcript_id ORDER BY source.position`,
  )
  const speakers = new Map<string, Speaker[]>()
  for (const { sourceId, ...speaker } of db.all<SpeakerRow>(
    `${SPEAKERS} ORDER BY speaker.source_id, speaker.position`,
  )) {
    const list = speakers.get(sourceId)
    if (list) list.push(speaker)
    else speakers.set(sourceId, [speaker])
  }
  return rows.map((row) => ({ ...row, speakers: speakers.get(row.id) ?? [] }))
}

/** One source. Throws `not-found`. */
export function getSource(db: ReadableDatabase, id: SourceId): Source {
  const row = db.find<SourceRow>(
    `SELECT ${SOURCE_COLUMNS} FROM source JOIN transcript ON transcript.id = source.transcript_id WHERE source.id = ?`,
    id,
  )
  if (!row) throw notFound('source', id)
  return { ...row, speakers: listSpeakers(db, id) }
}

/** The source that was imported from a file with these bytes, or `null`. */
export function findSourceByHash(db: ReadableDatabase, sha256: string): SourceId | null {
  return db.find<{ id: SourceId }>('SELECT id FROM source WHERE sha256 = ?', sha256)?.id ?? null
}

/** The hash of every source's file. */
export function listHashes(db: ReadableDatabase): string[] {
  return db.all<{ sha256: string }>('SELECT sha256 FROM source').map((row) => row.sha256)
}

/** Changes what is recorded of a source and of its speakers; its text never changes. */
export function updateSource(
  db: WritableDatabase,
  id: SourceId,
  change: {
    readonly title?: string | undefined
    readonly date?: string | null | undefined
    readonly language?: string | undefined
    readonly tier?: Tier | undefined
    readonly speakers?: readonly Pick<Speaker, 'id' | 'name' | 'affiliation'>[] | undefined
  },
): void {
  requireSource(db, id)
  if (change.title !== undefined) db.run('UPDATE source SET title = ? WHERE id = ?', change.title, id)
  if (change.date !== undefined) db.run('UPDATE source SET date = ? WHERE id = ?', change.date, id)
  if (change.language !== undefined) db.run('UPDATE source SET language = ? WHERE id = ?', change.language, id)
  if (change.tier !== undefined) db.run('UPDATE source SET tier = ? WHERE id = ?', change.tier, id)
  for (const speaker of change.speakers ?? []) updateSpeaker(db, id, speaker.id, speaker)
}

/** Names a source's recording by its path, or forgets it. */
export function setMedia(db: WritableDatabase, id: SourceId, path: string | null): void {
  requireSource(db, id)
  db.run('UPDATE source SET media = ? WHERE id = ?', path, id)
}

/** Deletes sources with their passages and quotes. Transcripts stay, so that it can be undone. */
export function deleteSources(db: WritableDatabase, ids: readonly SourceId[]): void {
  for (const id of ids) {
    requireSource(db, id)
    const passages = db.all<{ id: string }>('SELECT id FROM passage WHERE source_id = ?', id)
    deletePassages(
      db,
      passages.map((row) => row.id),
    )
    db.run('DELETE FROM refused_suggestion WHERE source_id = ?', id)
    db.run('DELETE FROM speaker WHERE source_id = ?', id)
    db.run('DELETE FROM read_claim WHERE source_id = ?', id)
    db.run('DELETE FROM source WHERE id = ?', id)
  }
}

function requireSource(db: ReadableDatabase, id: SourceId): void {
  if (!db.find('SELECT 1 FROM source WHERE id = ?', id)) throw notFound('source', id)
}

interface SpeakerRow extends Speaker {
  readonly sourceId: SourceId
}

const SPEAKERS = `
  SELECT speaker.source_id AS sourceId, speaker.id, speaker.label, speaker.name, speaker.affiliation,
    (SELECT count(*) FROM turn JOIN source ON source.transcript_id = turn.transcript_id
     WHERE source.id = speaker.source_id AND turn.label = speaker.label) AS turns
  FROM speaker`

/** A source's speakers: those of the transcript in order of appearance, then those added by hand. */
export function listSpeakers(db: ReadableDatabase, source: SourceId): Speaker[] {
  return db
    .all<SpeakerRow>(`${SPEAKERS} WHERE speaker.source_id = ? ORDER BY speaker.position`, source)
    .map(({ sourceId: _, ...speaker }) => speaker)
}

/** Adds a speaker to a source; `label` is `null` for one whom the transcript does not name. */
export function insertSpeaker(
  db: WritableDatabase,
  source: SourceId,
  speaker: { readonly label: string | null; readonly name: string; readonly affiliation: string | null },
): SpeakerId {
  const id = newId<'speaker'>()
  db.run(
    `INSERT INTO speaker (id, source_id, position, label, name, affiliation)
     VALUES (?, ?, (SELECT coalesce(max(position) + 1, 0) FROM speaker WHERE source_id = ?), ?, ?, ?)`,
    id,
    source,
    source,
    speaker.label,
    speaker.name,
    speaker.affiliation,
  )
  return id
}

/** Changes who a speaker is. The transcript's label stays. */
export function updateSpeaker(
  db: WritableDatabase,
  source: SourceId,
  id: SpeakerId,
  change: { readonly name: string; readonly affiliation: string | null },
): void {
  const changed = db.run(
    'UPDATE speaker SET name = ?, affiliation = ? WHERE id = ? AND source_id = ?',
    change.name,
    change.affiliation,
    id,
    source,
  )
  if (changed === 0) throw notFound('speaker', id)
}

/** A source's turns, in order. */
export function listTurns(db: ReadableDatabase, source: SourceId): Turn[] {
  return db.all<Turn>(
    `SELECT turn.position AS "index", turn.start, turn."end", speaker.id AS speakerId,
       turn.start_time AS startTime, turn.end_time AS endTime
     FROM source JOIN turn ON turn.transcript_id = source.transcript_id
     LEFT JOIN speaker ON speaker.source_id = source.id AND speaker.label = turn.label
     WHERE source.id = ? ORDER BY turn.position`,
    source,
  )
}
