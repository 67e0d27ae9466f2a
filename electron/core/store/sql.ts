/** A value that SQLite takes. */
export type SqlValue = string | number | null | Uint8Array

/** A handle that can only read. Statements are prepared once and kept. */
export interface ReadableDatabase {
  /** Every row, as plain objects with the columns' names. */
  all<Row>(sql: string, ...values: SqlValue[]): Row[]
  /** The first row, or `null`. */
  find<Row>(sql: string, ...values: SqlValue[]): Row | null
}

/** A handle inside a transaction that may write. */
export interface WritableDatabase extends ReadableDatabase {
  /** Runs a statement and gives the number of rows it changed. */
  run(sql: string, ...values: SqlValue[]): number
}

/** One `?` for each value, for an `IN (…)` list. */
export function placeholders(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ')
}
