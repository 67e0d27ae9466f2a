/** Things that a salvage counts. */
export const SALVAGED_KINDS = ['source', 'passage', 'review'] as const
export type SalvagedKind = (typeof SALVAGED_KINDS)[number]

/** Something of which not all could be kept. */
export interface LostThing {
  readonly kind: SalvagedKind
  /** Its title, or the words of a passage. */
  readonly label: string
}

/** What could be read of a damaged project, and what of it could not be kept. */
export interface SalvageReport {
  /** The new project. */
  readonly path: string
  readonly saved: Readonly<Record<SalvagedKind, number>>
  /** Tables of which some rows could not be read: how many is not known. */
  readonly unreadable: readonly string[]
  /** What could be read, and has no place without what could not. */
  readonly lost: readonly LostThing[]
  /** Values that were set to what Verbatim knows. */
  readonly mended: number
}
