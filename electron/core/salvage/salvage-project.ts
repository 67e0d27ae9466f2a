import { basename, extname } from 'node:path'
import type { LostThing, SalvageReport } from '../../../shared/domain/salvage'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { createDatabase, openDamaged, type ProjectDatabase } from '../store/database'
import type { SqlValue, WritableDatabase } from '../store/sql'
import { mendRow } from './mend-row'
import { type DamagedRow, readTable } from './read-damaged'
import { repairProject } from './repair'

/** Parents before those that name them. What undo would take back is not taken along: it may not fit what was mended. */
const TABLES = [
  'project',
  'transcript',
  'imported_file',
  'turn',
  'cue',
  'source',
  'speaker',
  'correction_draft',
  'passage',
  'span',
  'tag',
  'translation',
  'relation',
  'review',
  'section',
  'camp',
  'camp_passage',
  'block',
  'my_view',
  'support',
  'term',
  'dismissed_hint',
  'saved_search',
  'refused_suggestion',
  'seen_search',
  'review_snapshot',
  'review_revision',
  'seen',
  'view_time',
  'read_claim',
] as const
type TableName = (typeof TABLES)[number]

/** Tables without numbered rows, and the table whose ids are the first column of their keys. */
const KEYED: Readonly<Partial<Record<TableName, TableName>>> = {
  turn: 'transcript',
  cue: 'transcript',
  span: 'passage',
  tag: 'passage',
  translation: 'passage',
  camp_passage: 'section',
  support: 'my_view',
  dismissed_hint: 'review',
  refused_suggestion: 'saved_search',
  seen: 'transcript',
  read_claim: 'source',
}

interface Column {
  readonly name: string
  readonly pk: number
}

/**
 * Reads what can be read of a damaged project into a new one, row by row, and puts that in order. The damaged file is
 * only read. Throws `project-damaged` when nothing can be read at all, and what making a project throws.
 */
export function salvageProject(path: string, out: string): SalvageReport {
  const damaged = openDamaged(path)
  try {
    const db = createDatabase(out)
    try {
      return db.transaction((writable) => {
        const report = fill(writable, damaged, basename(path, extname(path)))
        const saved = count(db)
        if (saved.source + saved.passage + saved.review === 0) throw nothingLeft(path)
        return { path: out, saved, ...report }
      })
    } catch (error) {
      db.discard()
      throw error
    } finally {
      db.close()
    }
  } finally {
    damaged.close()
  }
}

function fill(
  db: WritableDatabase,
  damaged: ReturnType<typeof openDamaged>,
  title: string,
): Pick<SalvageReport, 'unreadable' | 'lost' | 'mended'> {
  db.run('PRAGMA defer_foreign_keys = ON')
  const unreadable: string[] = []
  const lost: LostThing[] = []
  let mended = 0
  const ids = new Map<TableName, string[]>()
  for (const table of TABLES) {
    const columns = db.all<Column>('SELECT name, pk FROM pragma_table_info(?)', table)
    const there = damaged.columns(table)
    const shared = columns.filter(({ name }) => there.includes(name))
    const parent = KEYED[table]
    const { rows, isWhole } =
      shared.length === 0
        ? { rows: [], isWhole: there.length > 0 }
        : readTable(damaged, table, {
            columns: shared.map(({ name }) => name),
            key: parent === undefined ? null : columns.find(({ pk }) => pk === 1)!.name,
            keys: parent === undefined ? [] : (ids.get(parent) ?? []),
          })
    if (!isWhole || there.length === 0) unreadable.push(table)
    const key = columns.find(({ pk }) => pk === 1)!.name
    ids.set(
      table,
      rows.map((row) => String(row[key])),
    )
    for (const read of rows) {
      const { row, mended: values } = mendRow(table, read)
      mended += values
      if (!insertRow(db, table, row)) lose(table, row, lost)
    }
  }
  repairProject(db, title, (thing) => lost.push(thing))
  return { unreadable, lost, mended }
}

/** False for a row that the table does not take: twice the same, or without what it must have. */
function insertRow(db: WritableDatabase, table: string, row: DamagedRow): boolean {
  const names = Object.keys(row)
  const values: SqlValue[] = names.map((name) => row[name]!)
  try {
    db.run(
      `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ...values,
    )
    return true
  } catch {
    // It is counted by the caller.
    return false
  }
}

function lose(table: TableName, row: DamagedRow, lost: LostThing[]): void {
  if (table === 'source' || table === 'review') lost.push({ kind: table, label: String(row['title'] ?? row['id']) })
  else if (table === 'passage') lost.push({ kind: 'passage', label: String(row['note'] || row['id']) })
  else if (table === 'span') lost.push({ kind: 'passage', label: String(row['quote']) })
}

function count(db: ProjectDatabase): SalvageReport['saved'] {
  const rows = (table: string) => db.find<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count ?? 0
  return { source: rows('source'), passage: rows('passage'), review: rows('review') }
}

function nothingLeft(path: string): AppError {
  return new AppError('project-damaged', say('salvage-nothing', { file: basename(path) }), {
    advice: say('open-backup'),
  })
}
