/** What two states of a project are compared by. */
export const COMPARED_KINDS = ['source', 'passage', 'camp', 'review', 'search'] as const
export type ComparedKind = (typeof COMPARED_KINDS)[number]

/** What of a thing is not the same in both states. */
export const DIFFERENCES = [
  'text',
  'facts',
  'speakers',
  'speaker',
  'note',
  'tags',
  'translations',
  'camps',
  'sections',
  'query',
  'marking',
  'read',
] as const
export type Difference = (typeof DIFFERENCES)[number]

/** One thing that is in one state alone, or not the same in both. */
export interface ComparedThing {
  readonly kind: ComparedKind
  readonly id: string
  /** A title, a name, a passage's text or a camp's label and thesis, as it is here; as it is there where it is not here. */
  readonly label: string
  readonly where: 'here' | 'there' | 'both'
  /** As it is there, where it is in both under another label. */
  readonly otherLabel: string | null
  /** Empty unless it is in both. */
  readonly differences: readonly Difference[]
}

/** How a project differs from another state of it; what is equal is not in it. */
export type ProjectComparison = readonly ComparedThing[]

/** What merging takes over from the other state; camps are part of their reviews. */
export const MERGED_KINDS = ['source', 'passage', 'review', 'search'] as const

/** One thing that is to become as it is there: added, changed, or taken away. */
export interface MergeChoice {
  readonly kind: (typeof MERGED_KINDS)[number]
  readonly id: string
}
