/** A kept copy of a project, as a list shows it. */
export interface Backup {
  /** Its file name, which is what calls take. */
  readonly name: string
  /** When it was made: ISO 8601, local time; a day alone where earlier versions made it. */
  readonly at: string
  /** Whether it keeps what a restored backup replaced. */
  readonly beforeRestoring: boolean
  readonly bytes: number
}

/** How often a project that is being changed is backed up, in minutes. */
export const BACKUP_MINUTES = [5, 15, 30, 60] as const
export type BackupMinutes = (typeof BACKUP_MINUTES)[number]
