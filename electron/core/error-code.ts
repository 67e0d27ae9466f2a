/** What SQLite or Node calls an error, such as `SQLITE_FULL` or `ENOENT`; `''` for any other error. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
