import { flushSync } from 'react-dom'
import type { SpeakerId } from '../../../../shared/domain/ids'
import type { Turn } from '../../../../shared/domain/turn'
import type { TextBlock } from './blocks'
import type { TranscriptDocument } from './nodes'

/** How a block is shown: as it is, as the one line that is left of its turn, or not at all. */
export type BlockFold = 'open' | 'line' | 'hidden'

/** Whose turns are folded to a line each, but for those that were opened one by one. */
export class Folding {
  readonly #document: TranscriptDocument
  readonly #turns: readonly Turn[]
  #speakers: ReadonlySet<SpeakerId>
  readonly #opened = new Set<number>()
  readonly #listeners = new Set<() => void>()
  readonly #followers = new Set<() => void>()

  constructor(document: TranscriptDocument, turns: readonly Turn[], speakers: readonly SpeakerId[]) {
    this.#document = document
    this.#turns = turns
    this.#speakers = new Set(speakers)
  }

  /** Whose turns are folded; another set after each change of it. */
  get speakers(): ReadonlySet<SpeakerId> {
    return this.#speakers
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Hears of each change once the page shows it. */
  onFolded(listener: () => void): () => void {
    this.#followers.add(listener)
    return () => this.#followers.delete(listener)
  }

  setSpeakers(speakers: ReadonlySet<SpeakerId>): void {
    for (const turn of this.#opened) {
      const speaker = this.#turns[turn]?.speakerId
      // Folding somebody again folds all they say.
      if (speaker && !(speakers.has(speaker) && this.#speakers.has(speaker))) this.#opened.delete(turn)
    }
    this.#speakers = speakers
    this.#publish()
  }

  /** Shows one turn in full. */
  open(turn: number): void {
    if (!this.isFolded(turn)) return
    this.#opened.add(turn)
    this.#publish()
  }

  isFolded(turn: number): boolean {
    const speaker = this.#turns[turn]?.speakerId ?? null
    return speaker !== null && this.#speakers.has(speaker) && !this.#opened.has(turn)
  }

  stateOf(block: Pick<TextBlock, 'turn' | 'opensTurn'>): BlockFold {
    if (this.#speakers.size === 0 || !this.isFolded(block.turn)) return 'open'
    return block.opensTurn ? 'line' : 'hidden'
  }

  /** Whether nothing of a section is shown. */
  hides(section: number): boolean {
    const found = this.#document.sections[section]
    if (!found || this.#speakers.size === 0) return false
    for (let index = found.first; index <= found.last; index += 1) {
      if (this.stateOf(this.#document.blocks[index]!) !== 'hidden') return false
    }
    return true
  }

  #publish(): void {
    flushSync(() => {
      for (const listener of this.#listeners) listener()
    })
    for (const listener of this.#followers) listener()
  }
}
