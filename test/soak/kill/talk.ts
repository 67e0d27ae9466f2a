/** What a process that is to be killed is told, one line of JSON on its standard input. */
export interface KillTask {
  readonly project: string
  /** Where its exports go. */
  readonly exports: string
  /** Where a copy of it goes. */
  readonly copy: string
  /** Transcripts that it may import. */
  readonly transcripts: readonly string[]
  readonly seed: number
  /** Calls after which it ends by itself; `null` for never. */
  readonly calls: number | null
}

/** What it says, one line of JSON each; a line that is out survives the kill. */
export type KillLine =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly state: KillState }
  | { readonly kind: 'begin'; readonly name: string; readonly input: unknown }
  | {
      readonly kind: 'done'
      readonly state: KillState
      readonly exported?: { readonly file: string; readonly hash: string }
    }

/** What was acknowledged: all that a person sees, and what undo and redo would do. */
export interface KillState {
  readonly contents: string
  readonly undo: string | null
  readonly redo: string | null
}
