import { TURN_SEPARATOR } from '../../../shared/domain/turn'
import type { LostThing } from '../../../shared/domain/salvage'
import { spanOf } from '../../../shared/domain/span'
import type { WritableDatabase } from '../store/sql'

/**
 * Gives a project that was put together of what could be read the order that every project has: what names nothing is
 * joined again or goes, and what goes is told in `lose`. Must run in a transaction that defers foreign keys.
 */
export function repairProject(db: WritableDatabase, title: string, lose: (thing: LostThing) => void): void {
  if (!db.find('SELECT 1 FROM project')) {
    const at = new Date().toISOString()
    db.run(`INSERT INTO project (id, title, language, created_at) VALUES (1, ?, 'en', ?)`, title, at)
  }
  db.run(`DELETE FROM review_snapshot WHERE json_type(document) <> 'object'`)
  straightenCircles(db)
  bringSourcesBack(db)
  mendTurns(db)
  mendSpans(db)
  dropReadingsBeyond(db)
  dropOrphans(db, lose)
}

function straightenCircles(db: WritableDatabase): void {
  db.run(`UPDATE section SET parent_id = NULL WHERE id NOT IN (
    WITH RECURSIVE placed (id, review_id) AS (
      SELECT id, review_id FROM section WHERE parent_id IS NULL
      UNION SELECT section.id, section.review_id FROM section
        JOIN placed ON section.parent_id = placed.id AND section.review_id = placed.review_id
    ) SELECT id FROM placed)`)
  db.run(`UPDATE transcript SET predecessor = NULL WHERE id NOT IN (
    WITH RECURSIVE made (id) AS (
      SELECT id FROM transcript WHERE predecessor IS NULL
      UNION SELECT transcript.id FROM transcript JOIN made ON transcript.predecessor = made.id
    ) SELECT id FROM made)`)
}

interface Orphaned {
  readonly sourceId: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** A source that is gone is made again for a transcript in which its passages stand, word for word. */
function bringSourcesBack(db: WritableDatabase): void {
  const orphaned = db.all<Orphaned>(
    `SELECT passage.source_id AS sourceId, span.start, span."end", span.quote FROM passage
       JOIN span ON span.passage_id = passage.id WHERE passage.source_id NOT IN (SELECT id FROM source)`,
  )
  const missing = new Set(orphaned.map(({ sourceId }) => sourceId))
  // The newest of each line of corrections that no source points at.
  const texts = db.all<{ id: string; text: string; name: string | null; sha256: string | null }>(
    `SELECT transcript.id, transcript.text, imported_file.name, imported_file.sha256 FROM transcript
       LEFT JOIN imported_file ON imported_file.transcript_id = transcript.id
     WHERE transcript.id NOT IN (SELECT transcript_id FROM source)
       AND transcript.id NOT IN (SELECT predecessor FROM transcript WHERE predecessor IS NOT NULL)`,
  )
  for (const text of texts) {
    const fits = [...missing].find((source) =>
      orphaned
        .filter(({ sourceId }) => sourceId === source)
        .every(({ start, end, quote }) => text.text.slice(start, end) === quote),
    )
    const id = fits ?? (missing.size === 0 ? text.id : null)
    if (id === null) continue
    missing.delete(id)
    const name = text.name ?? text.id
    db.run(
      `INSERT INTO source (id, position, transcript_id, title, file, sha256, language, date, tier, media, imported_at)
       VALUES (?, (SELECT coalesce(max(position) + 1, 0) FROM source), ?, ?, ?, ?, 'und', NULL, 'other', NULL, ?)`,
      id,
      text.id,
      name,
      name,
      text.sha256 ?? '',
      new Date().toISOString(),
    )
  }
}

interface TurnRow {
  readonly start: number
  readonly end: number
  readonly label: string | null
  readonly startTime: number | null
  readonly endTime: number | null
}

/** Where turns are missing or do not fit, each paragraph becomes one; those that stand keep their speaker and times. */
function mendTurns(db: WritableDatabase): void {
  for (const { id, text } of db.all<{ id: string; text: string }>('SELECT id, text FROM transcript')) {
    const turns = db.all<TurnRow>(
      `SELECT start, "end", label, start_time AS startTime, end_time AS endTime FROM turn WHERE transcript_id = ? ORDER BY position`,
      id,
    )
    let last = 0
    const fits = turns.every(({ start, end }) => {
      const isAfter = start >= last && end >= start && end <= text.length
      last = end
      return isAfter
    })
    if (!fits || last < text.trimEnd().length) rebuildTurns(db, id, text, turns)
    db.run(`DELETE FROM cue WHERE transcript_id = ? AND (start < 0 OR "end" < start OR "end" > ?)`, id, text.length)
  }
}

function rebuildTurns(db: WritableDatabase, id: string, text: string, turns: readonly TurnRow[]): void {
  const known = new Map(turns.map((turn) => [turn.start, turn]))
  db.run('DELETE FROM turn WHERE transcript_id = ?', id)
  let start = 0
  let position = 0
  for (const words of text.split(TURN_SEPARATOR)) {
    const end = start + words.length
    const turn = known.get(start)
    db.run(
      `INSERT INTO turn (transcript_id, position, start, "end", label, start_time, end_time) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      id,
      position,
      start,
      end,
      turn?.label ?? null,
      turn?.startTime ?? null,
      turn?.endTime ?? null,
    )
    position += 1
    start = end + TURN_SEPARATOR.length
  }
}

interface SpanRow {
  readonly passageId: string
  readonly position: number
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly text: string
}

/** A span that does not lie in its text goes to where its quote stands there, or goes. */
function mendSpans(db: WritableDatabase): void {
  const spans = db.all<SpanRow>(
    `SELECT span.passage_id AS passageId, span.position, span.start, span."end", span.quote, transcript.text FROM span
       JOIN passage ON passage.id = span.passage_id JOIN source ON source.id = passage.source_id
       JOIN transcript ON transcript.id = source.transcript_id
     WHERE span.start < 0 OR span."end" <= span.start OR span."end" > length(transcript.text)`,
  )
  for (const { passageId, position, start, end, quote, text } of spans) {
    // SQLite counts characters, of which there are fewer than code units.
    if (start >= 0 && start < end && end <= text.length) continue
    const at = quote === '' ? -1 : text.indexOf(quote)
    if (at === -1) db.run('DELETE FROM span WHERE passage_id = ? AND position = ?', passageId, position)
    else {
      const found = spanOf(text, { start: at, end: at + quote.length })
      db.run(
        'UPDATE span SET start = ?, "end" = ?, prefix = ?, suffix = ? WHERE passage_id = ? AND position = ?',
        found.start,
        found.end,
        found.prefix,
        found.suffix,
        passageId,
        position,
      )
    }
  }
}

/** What was read beyond the end of its text. */
function dropReadingsBeyond(db: WritableDatabase): void {
  db.run(
    'DELETE FROM seen WHERE "end" > (SELECT octet_length(text) FROM transcript WHERE transcript.id = seen.transcript_id)',
  )
  db.run(
    `DELETE FROM read_claim WHERE "end" > (
       SELECT octet_length(text) FROM transcript JOIN source ON source.transcript_id = transcript.id
       WHERE source.id = read_claim.source_id)`,
  )
}

/** Columns that may name nothing. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['passage.speaker_id', 'section.parent_id', 'transcript.predecessor'])

/** Rows that name what is not there: the name goes where it may be empty, else the row, until none is left. */
function dropOrphans(db: WritableDatabase, lose: (thing: LostThing) => void): void {
  const tables = db.all<{ name: string }>(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`)
  for (let round = 0; round < 20; round += 1) {
    let changed = 0
    for (const { name: table } of tables) {
      const names = db.all<{ parent: string; from: string; to: string }>(
        `SELECT "table" AS parent, "from", "to" FROM pragma_foreign_key_list(?)`,
        table,
      )
      for (const { parent, from, to } of names) {
        const where = `"${from}" IS NOT NULL AND "${from}" NOT IN (SELECT "${to}" FROM "${parent}")`
        if (MAY_BE_EMPTY.has(`${table}.${from}`))
          changed += db.run(`UPDATE "${table}" SET "${from}" = NULL WHERE ${where}`)
        else {
          if (table === 'source')
            for (const { label } of db.all<{ label: string }>(`SELECT title AS label FROM source WHERE ${where}`))
              lose({ kind: 'source', label })
          // The words before a quote are the author's: they stay, without it.
          if (table === 'block' && from === 'passage_id')
            changed += db.run(`UPDATE block SET kind = 'prose', passage_id = NULL WHERE ${where} AND text <> ''`)
          if (table === 'passage') losePassages(db, where, lose)
          changed += db.run(`DELETE FROM "${table}" WHERE ${where}`)
        }
      }
    }
    losePassages(db, 'id NOT IN (SELECT passage_id FROM span)', lose)
    changed += db.run('DELETE FROM passage WHERE id NOT IN (SELECT passage_id FROM span)')
    if (changed === 0) return
  }
}

function losePassages(db: WritableDatabase, where: string, lose: (thing: LostThing) => void): void {
  const lost = db.all<{ id: string; note: string }>(`SELECT id, note FROM passage WHERE ${where}`)
  for (const { id, note } of lost) {
    const quotes = db.all<{ quote: string }>('SELECT quote FROM span WHERE passage_id = ? ORDER BY position', id)
    lose({ kind: 'passage', label: quotes.map(({ quote }) => quote).join(' … ') || note || id })
  }
}
