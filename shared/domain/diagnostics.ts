/** What helps to find out what is wrong, without a word of any transcript, passage or note. */
export interface Diagnostics {
  readonly node: string
  readonly system: string
  /** The newest schema that this program reads. */
  readonly schema: number
  /** `null` while no project is open. */
  readonly project: {
    readonly path: string
    readonly readOnly: boolean
    readonly sqlite: string
    /** Of the file, and of the log of what was written last beside it. */
    readonly bytes: number
    readonly walBytes: number
    readonly sources: number
    readonly passages: number
    readonly reviews: number
    readonly actions: number
    /** What SQLite's integrity check found; empty when all is well. */
    readonly problems: readonly string[]
    readonly backups: number
    readonly newestBackup: string | null
  } | null
  /** The last unexpected failures: which call, which kind of error, and where in the program; newest last. */
  readonly log: readonly string[]
}
