import type { PassageId, RevisionId } from '../../../shared/domain/ids'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { placeholders, type ReadableDatabase, type SqlValue, type WritableDatabase } from './sql'

/** The tables whose rows a person changes: every insert, update and delete in them can be undone. */
const RECORDED = [
  'project',
  'source',
  'speaker',
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
  'read_claim',
] as const

interface Connection {
  exec(sql: string): unknown
  pragma(source: string): unknown
}

interface Column {
  readonly name: string
  readonly pk: number
}

/**
 * Installs the triggers that write down each row before and after it changes. They live in this connection only
 * (TEMP), made from the tables as they are, so a migration has nothing to keep in step.
 */
export function startRecording(connection: Connection): void {
  connection.exec('CREATE TEMP TABLE recording (action_id INTEGER NOT NULL)')
  for (const table of RECORDED) {
    const columns = connection.pragma(`table_info("${table}")`) as Column[]
    const image = (row: string) => `json_object(${columns.map(({ name }) => `'${name}', ${row}."${name}"`).join(', ')})`
    const trigger = (event: string, before: string, after: string) => `
      CREATE TEMP TRIGGER "record_${event}_${table}" AFTER ${event} ON main."${table}"
      WHEN EXISTS (SELECT 1 FROM recording)
      BEGIN
        INSERT INTO change (action_id, relation, before, after)
        VALUES ((SELECT action_id FROM recording), '${table}', ${before}, ${after});
      END;`
    connection.exec(trigger('INSERT', 'NULL', image('NEW')))
    connection.exec(trigger('UPDATE', image('OLD'), image('NEW')))
    connection.exec(trigger('DELETE', image('OLD'), 'NULL'))
  }
}

/** Takes the triggers away again, so that the file can be checkpointed and closed. */
export function stopRecording(connection: Connection): void {
  for (const table of RECORDED) {
    for (const event of ['INSERT', 'UPDATE', 'DELETE']) connection.exec(`DROP TRIGGER temp."record_${event}_${table}"`)
  }
  connection.exec('DROP TABLE temp.recording')
}

/** An action that later writes may still be part of, such as an import of many files. */
export interface OpenAction {
  readonly id: number
}

/**
 * Runs `work` as one user action, named after its method. Must be called inside a transaction. What had been undone
 * can no longer be redone. An action that changed nothing leaves no trace.
 */
export function record<T>(db: WritableDatabase, name: string, work: () => T): T {
  forgetUndone(db)
  db.run('INSERT INTO action (name, at) VALUES (?, ?)', name, new Date().toISOString())
  const id = lastActionId(db)
  const result = recordInto(db, { id }, work)
  if (!db.find('SELECT 1 FROM change WHERE action_id = ? LIMIT 1', id)) db.run('DELETE FROM action WHERE id = ?', id)
  return result
}

/** Adds to an action that was begun in an earlier transaction; begins a new one when that is undone or gone. */
export function recordMore<T>(
  db: WritableDatabase,
  name: string,
  open: OpenAction | null,
  work: () => T,
): { readonly action: OpenAction; readonly result: T } {
  const found = open && db.find('SELECT 1 FROM action WHERE id = ? AND undone = 0', open.id)
  if (open && found) return { action: open, result: recordInto(db, open, work) }
  const result = record(db, name, work)
  return { action: { id: lastActionId(db) }, result }
}

function recordInto<T>(db: WritableDatabase, action: OpenAction, work: () => T): T {
  db.run('INSERT INTO recording (action_id) VALUES (?)', action.id)
  const result = work()
  db.run('DELETE FROM recording')
  return result
}

function lastActionId(db: ReadableDatabase): number {
  return db.find<{ id: number }>('SELECT max(id) AS id FROM action')?.id ?? 0
}

function forgetUndone(db: WritableDatabase): void {
  db.run('DELETE FROM change WHERE action_id IN (SELECT id FROM action WHERE undone = 1)')
  db.run('DELETE FROM action WHERE undone = 1')
}

interface ActionRow {
  readonly id: number
  readonly name: string
}

/** The action that undo would take back, or `null`. */
export function findUndo(db: ReadableDatabase): ActionRow | null {
  return db.find<ActionRow>('SELECT id, name FROM action WHERE undone = 0 ORDER BY id DESC LIMIT 1')
}

/** The action that redo would bring back, or `null`. */
export function findRedo(db: ReadableDatabase): ActionRow | null {
  return db.find<ActionRow>('SELECT id, name FROM action WHERE undone = 1 ORDER BY id LIMIT 1')
}

interface ChangeRow {
  readonly relation: string
  readonly before: string | null
  readonly after: string | null
}

/** Rows of a passage, besides the passage itself. */
const OF_PASSAGES = ['span', 'tag', 'translation', 'camp_passage']

/**
 * The passages that an action changed, made or removed; `null` when it changed a source, whose passages are listed
 * otherwise then, or more passages than `most`.
 */
export function listChangedPassages(db: ReadableDatabase, action: number, most: number): PassageId[] | null {
  if (db.find("SELECT 1 FROM change WHERE action_id = ? AND relation = 'source' LIMIT 1", action)) return null
  const rows = db.all<{ id: PassageId }>(
    `SELECT DISTINCT coalesce(after, before) ->> iif(relation = 'passage', 'id', 'passage_id') AS id FROM change
     WHERE action_id = ? AND relation IN ('passage', ${placeholders(OF_PASSAGES)}) LIMIT ?`,
    action,
    ...OF_PASSAGES,
    most + 1,
  )
  return rows.length > most ? null : rows.map(({ id }) => id)
}

/** Which text took the place of which in an action, for the sources of which it changed the text. */
export function listTextChanges(
  db: ReadableDatabase,
  action: number,
): { readonly before: RevisionId; readonly after: RevisionId }[] {
  return db.all(
    `SELECT before ->> 'transcript_id' AS before, after ->> 'transcript_id' AS after FROM change
     WHERE action_id = ? AND relation = 'source' AND before ->> 'transcript_id' <> after ->> 'transcript_id'`,
    action,
  )
}

/** Takes the last action back and gives its name; `null` when there is none. */
export function undo(db: WritableDatabase): string | null {
  const action = findUndo(db)
  if (!action) return null
  const changes = listChanges(db, action).reverse()
  replaceRows(
    db,
    changes.map(({ relation, before, after }) => ({ relation, from: after, to: before })),
  )
  db.run('UPDATE action SET undone = 1 WHERE id = ?', action.id)
  return action.name
}

/** Brings back the action that was undone last and gives its name; `null` when there is none. */
export function redo(db: WritableDatabase): string | null {
  const action = findRedo(db)
  if (!action) return null
  const changes = listChanges(db, action)
  replaceRows(
    db,
    changes.map(({ relation, before, after }) => ({ relation, from: before, to: after })),
  )
  db.run('UPDATE action SET undone = 0 WHERE id = ?', action.id)
  return action.name
}

function listChanges(db: ReadableDatabase, action: ActionRow): ChangeRow[] {
  return db.all<ChangeRow>('SELECT relation, before, after FROM change WHERE action_id = ? ORDER BY id', action.id)
}

interface Replacement {
  readonly relation: string
  readonly from: string | null
  readonly to: string | null
}

function replaceRows(db: WritableDatabase, replacements: readonly Replacement[]): void {
  // It has every statement prepared anew, and one row alone cannot come in the wrong order.
  if (replacements.length > 1) deferForeignKeys(db)
  const shapes = new Map<string, Shape>()
  for (const { relation, from, to } of replacements) {
    const shape = shapes.get(relation) ?? shapeOf(db, relation)
    shapes.set(relation, shape)
    replaceRow(db, relation, shape, from, to)
  }
}

/** Rows of one action may name each other in any order: SQLite checks them when the transaction ends. */
function deferForeignKeys(db: WritableDatabase): void {
  db.run('PRAGMA defer_foreign_keys = ON')
}

function replaceRow(db: WritableDatabase, table: string, shape: Shape, from: string | null, to: string | null): void {
  const { keys } = shape
  const where = keys.map((key) => `"${key}" = ?`).join(' AND ')
  const old = from === null ? null : parseRow(from, shape)
  const row = to === null ? null : parseRow(to, shape)
  if (row && old) {
    const columns = Object.keys(row)
    const set = columns.map((column) => `"${column}" = ?`).join(', ')
    db.run(`UPDATE "${table}" SET ${set} WHERE ${where}`, ...columns.map((c) => row[c]!), ...keys.map((k) => old[k]!))
  } else if (row) {
    const columns = Object.keys(row)
    const names = columns.map((column) => `"${column}"`).join(', ')
    db.run(
      `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
      ...columns.map((c) => row[c]!),
    )
  } else if (old) {
    db.run(`DELETE FROM "${table}" WHERE ${where}`, ...keys.map((key) => old[key]!))
  }
}

/**
 * Column names to values, as our own triggers wrote them: fewer than there are now, when it was before an update. Names
 * that become part of a statement are taken from nobody else.
 */
function parseRow(json: string, { keys, columns }: Shape): Record<string, SqlValue> {
  let row: unknown
  try {
    row = JSON.parse(json)
  } catch (error) {
    throw stepDoesNotFit(error)
  }
  const isOurs =
    typeof row === 'object' &&
    row !== null &&
    keys.every((key) => Object.hasOwn(row, key)) &&
    Object.entries(row).every(
      ([name, value]) => columns.has(name) && (value === null || ['string', 'number'].includes(typeof value)),
    )
  if (!isOurs) throw stepDoesNotFit(null)
  return row as Record<string, SqlValue>
}

/** A table's columns, and those of its key in their order. */
interface Shape {
  readonly keys: readonly string[]
  readonly columns: ReadonlySet<string>
}

function shapeOf(db: ReadableDatabase, table: string): Shape {
  if (!RECORDED.some((name) => name === table)) throw stepDoesNotFit(null)
  const columns = db.all<Column>('SELECT name, pk FROM pragma_table_info(?) ORDER BY pk', table)
  return {
    keys: columns.filter(({ pk }) => pk > 0).map(({ name }) => name),
    columns: new Set(columns.map(({ name }) => name)),
  }
}

/** For a step of undo or redo that the project, which somebody else changed, has no place for. */
export function stepDoesNotFit(cause: unknown): AppError {
  return new AppError('project-damaged', say('step-does-not-fit'), { advice: say('go-on-or-backup'), cause })
}
