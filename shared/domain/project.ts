import type { Message } from './messages/message'
import type { UiLanguage } from './language'

/** The open project, as the window shows it. */
export interface ProjectInfo {
  readonly path: string
  readonly title: string
  readonly language: UiLanguage
  readonly readOnly: boolean
  /** The action that undo takes back, or `null`: its method name, such as `passage.mark`. */
  readonly undo: string | null
  readonly redo: string | null
  /** Why the project could not be backed up the last time; `null` when it could, or need not. */
  readonly backupProblem: Message | null
}

/** What a file that was asked for became. */
export type ImportOutcome =
  | {
      readonly kind: 'imported'
      readonly file: string
      readonly sourceId: string
      readonly notes: readonly ImportNote[]
    }
  | { readonly kind: 'skipped'; readonly file: string; readonly reason: Message; readonly sourceId: string | null }
  | {
      readonly kind: 'failed'
      readonly file: string
      readonly code: string
      /** In English. */
      readonly message: string
      /** The same for any language, and what to do about it. */
      readonly text: Message
      readonly adviceText?: Message | undefined
    }

/** Something that was repaired or not understood while a file was read. Lines count from 1. */
export interface ImportNote {
  readonly line: number | null
  /** In English. */
  readonly message: string
  /** The same for any language; absent in projects that earlier versions wrote. */
  readonly text?: Message
}

export interface ImportReport {
  readonly outcomes: readonly ImportOutcome[]
  /** True when the user stopped it before the last file. */
  readonly cancelled: boolean
}

/** How a source's file was read, kept with the source. */
export interface FileReport {
  readonly file: string
  readonly format: string
  readonly encoding: string
  /** What the user had chosen; `null` for what was found from the file. */
  readonly chosen: { readonly format: string | null; readonly encoding: string | null }
  readonly notes: readonly ImportNote[]
}
