import type { SqlValue } from '../store/sql'

/** A row as a damaged file gives it. */
export type DamagedRow = Record<string, SqlValue>

/** A connection to a damaged file, for reading alone. */
export interface DamagedConnection {
  prepare(sql: string): { iterate(...values: SqlValue[]): Iterable<unknown>; all(...values: SqlValue[]): unknown[] }
}

/** What could be read of a table. */
export interface ReadTable {
  readonly rows: readonly DamagedRow[]
  /** False when some rows could not be read. */
  readonly isWhole: boolean
}

/** Farthest step over rows that cannot be read. */
const MAX_STEP = 2 ** 40

/**
 * Every row of a table that can be reached: from its start, from its end and, where rows are numbered, from beyond each
 * place that cannot be read; where they are not, by each of `keys`, the values of the first key column.
 */
export function readTable(
  connection: DamagedConnection,
  table: string,
  {
    columns,
    key,
    keys,
  }: { readonly columns: readonly string[]; readonly key: string | null; readonly keys: readonly string[] },
): ReadTable {
  const select = `SELECT ${key === null ? 'rowid AS "salvage rowid", ' : ''}${columns.map((c) => `"${c}"`).join(', ')} FROM main."${table}" NOT INDEXED`
  return key === null ? readNumbered(connection, select) : readKeyed(connection, select, key, keys)
}

/** Reads until the end or to where it breaks off. */
function take(
  connection: DamagedConnection,
  sql: string,
  values: readonly SqlValue[],
  keep: (row: DamagedRow) => void,
): boolean {
  try {
    for (const row of connection.prepare(sql).iterate(...values)) keep(row as DamagedRow)
    return true
  } catch {
    // What was read before it stays; the caller tries from elsewhere.
    return false
  }
}

function readNumbered(connection: DamagedConnection, select: string): ReadTable {
  const found = new Map<number, DamagedRow>()
  let last = -1
  const keep = ({ 'salvage rowid': rowid, ...row }: DamagedRow) => {
    last = Number(rowid)
    found.set(last, row)
  }
  if (take(connection, `${select} WHERE rowid >= 0 ORDER BY rowid`, [], keep))
    return { rows: [...found.values()], isWhole: true }
  let from = last
  take(connection, `${select} ORDER BY rowid DESC`, [], keep)
  const end = Math.max(-1, ...found.keys())
  for (let step = 1; from < end && step < MAX_STEP; step *= 2) {
    const size = found.size
    last = from
    const isDone = take(connection, `${select} WHERE rowid > ? ORDER BY rowid`, [from + step], keep)
    if (found.size > size || last > from) {
      // Also what was stepped over.
      const reached = last
      take(connection, `${select} WHERE rowid <= ? AND rowid > ? ORDER BY rowid DESC`, [from + step, from], keep)
      from = reached
      step = 0.5
    }
    if (isDone) break
  }
  return { rows: [...found.entries()].sort(([a], [b]) => a - b).map(([, row]) => row), isWhole: false }
}

function readKeyed(connection: DamagedConnection, select: string, key: string, keys: readonly string[]): ReadTable {
  const found = new Map<string, DamagedRow>()
  const keep = (row: DamagedRow) => void found.set(JSON.stringify(Object.values(row)), row)
  const plain = select.replace(' NOT INDEXED', '')
  if (take(connection, plain, [], keep)) return { rows: [...found.values()], isWhole: true }
  take(connection, `${plain} ORDER BY "${key}" DESC`, [], keep)
  for (const value of keys) take(connection, `${plain} WHERE "${key}" = ?`, [value], keep)
  return { rows: [...found.values()], isWhole: false }
}
