/** What of a connection looking takes. */
interface Connection {
  pragma(source: string): unknown
  prepare(sql: string): { all(): unknown[] }
}

/** What SQLite finds wrong in a file at a quick look; empty when all is well. */
export function quickCheck(sqlite: Connection): string[] {
  const rows = sqlite.pragma('quick_check') as { quick_check: string }[]
  return rows.map((row) => row.quick_check).filter((line) => line !== 'ok')
}

/** What SQLite finds wrong in a file when it looks at all of it; empty when all is well. */
export function integrityProblems(sqlite: Connection): string[] {
  const rows = sqlite.pragma('integrity_check') as { integrity_check: string }[]
  const orphans = sqlite.pragma('foreign_key_check') as { table: string }[]
  return [
    ...rows.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...orphans.map((row) => `a row of ${row.table} names something that is not there`),
  ]
}

/**
 * What a project's schema has that `expected`, an empty one of its version, does not, or lacks: a trigger or a view in a
 * file from elsewhere would run inside of our own statements.
 */
export function strangeParts(sqlite: Connection, expected: Connection): string[] {
  const [ours, theirs] = [listParts(expected), listParts(sqlite)]
  return [
    ...theirs.filter((part) => !ours.includes(part)).map((part) => `it has a ${part} that Verbatim did not make`),
    ...ours.filter((part) => !theirs.includes(part)).map((part) => `its ${part} is missing`),
  ]
}

/** Tables with their columns, indexes, triggers and views by kind and name. */
function listParts(sqlite: Connection): string[] {
  const rows = sqlite
    .prepare(
      `SELECT type || ' ' || name AS part FROM sqlite_schema WHERE name NOT LIKE 'sqlite^_%' ESCAPE '^'
       UNION ALL SELECT 'column ' || made.name || ' of ' || sqlite_schema.name FROM sqlite_schema
         JOIN pragma_table_info(sqlite_schema.name) AS made
       WHERE sqlite_schema.type = 'table' AND sqlite_schema.name NOT LIKE 'sqlite^_%' ESCAPE '^'`,
    )
    .all() as { part: string }[]
  return rows.map(({ part }) => part)
}
