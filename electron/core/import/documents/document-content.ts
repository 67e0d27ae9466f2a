import type { Message } from '../../../../shared/domain/messages/message'
import type { Block } from './blocks'

/** What a format's reader found in a document. */
export interface DocumentContent {
  readonly blocks: readonly Block[]
  /** As the file's properties have it. */
  readonly title: string | null
  /** What holds for the whole file. */
  readonly notes: readonly Message[]
}
