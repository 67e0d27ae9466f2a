import { applyEdits, composeEdits, invertEdits, placesOf, refineEdits } from '../../../../shared/anchoring/edits'
import type { TextEdit } from '../../../../shared/domain/correction'
import type { TextBlock } from '../document/blocks'
import { withinBlock } from '../document/nodes'

const NONE: readonly TextEdit[] = []

interface EditedBlock {
  /** As they were composed; the next one is for the text that these give. */
  readonly composed: readonly TextEdit[]
  /** The same in words: `NONE` when the text is the stored one again. */
  readonly edits: readonly TextEdit[]
}

/**
 * What was changed of a transcript's text and not stored yet, block by block, as edits of each block's stored text.
 * Blocks keep their places in the stored text meanwhile, so that a key costs what its own block costs.
 */
export class Corrections {
  readonly #text: string
  readonly #blocks: readonly TextBlock[]
  readonly #edited = new Map<number, EditedBlock>()
  readonly #listeners = new Set<() => void>()
  readonly #keptListeners = new Set<() => void>()
  /** What `of` gives for a block that was not changed. */
  readonly none = NONE
  #version = 0
  #keptVersion = 0

  constructor(text: string, blocks: readonly TextBlock[]) {
    this.#text = text
    this.#blocks = blocks
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Tells whenever `isKept` may be another: at once, also while what was typed is still to be rendered. */
  readonly subscribeKept = (listener: () => void): (() => void) => {
    this.#keptListeners.add(listener)
    return () => this.#keptListeners.delete(listener)
  }

  /** Grows with each change. */
  get version(): number {
    return this.#version
  }

  /** Whether everything that was changed is on the disk as a draft. */
  get isKept(): boolean {
    return this.#keptVersion === this.#version
  }

  /** Notes that the draft on the disk is of this version. */
  kept(version: number): void {
    this.#keptVersion = version
    this.#tellKept()
  }

  /** Tells those who show it; after the editor shows the text. */
  publish(): void {
    for (const listener of this.#listeners) listener()
  }

  /** Takes in a change of a block's text as it is now. */
  record(block: number, edit: TextEdit): void {
    const composed = composeEdits(this.#edited.get(block)?.composed ?? NONE, [edit])
    const edits = refineEdits(this.storedText(block), composed)
    if (edits.length === 0) this.#edited.delete(block)
    else this.#edited.set(block, { composed, edits })
    this.#changed()
  }

  #changed(): void {
    const wasKept = this.isKept
    this.#version += 1
    if (wasKept) this.#tellKept()
  }

  #tellKept(): void {
    for (const listener of this.#keptListeners) listener()
  }

  /** A block's edits, as offsets in its stored text; the same array until it changes. */
  of(block: number): readonly TextEdit[] {
    return this.#edited.get(block)?.edits ?? NONE
  }

  /** The blocks that were changed. */
  get blocks(): number[] {
    return [...this.#edited.keys()].sort((a, b) => a - b)
  }

  /** Every edit, as offsets in the source's stored text. */
  all(): TextEdit[] {
    return this.blocks.flatMap((block) => {
      const { start } = this.#blocks[block]!
      return this.of(block).map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start }))
    })
  }

  get count(): number {
    let count = 0
    for (const { edits } of this.#edited.values()) count += edits.length
    return count
  }

  storedText(block: number): string {
    const { start, end } = this.#blocks[block]!
    return this.#text.slice(start, end)
  }

  /** A block's text as it is now. */
  textOf(block: number): string {
    return applyEdits(this.storedText(block), this.of(block))
  }

  /** Where an offset of a block's stored text is in its text now. */
  toShown(block: number, offset: number): number {
    const edits = this.of(block)
    return edits === NONE ? offset : moved(offset, edits)
  }

  /** Where an offset of a block's text now is in its stored text. */
  toStored(block: number, offset: number): number {
    const edits = this.of(block)
    return edits === NONE ? offset : moved(offset, invertEdits(this.storedText(block), edits))
  }

  /** Edits of the source's text as edits of its blocks; what lies between blocks is not shown, and not edited here. */
  byBlock(edits: readonly TextEdit[]): ReadonlyMap<number, TextEdit[]> {
    const byBlock = new Map<number, TextEdit[]>()
    let index = 0
    for (const edit of edits) {
      let text = edit.text
      while (index < this.#blocks.length && this.#blocks[index]!.end < edit.start) index += 1
      for (let at = index; at < this.#blocks.length; at += 1) {
        const block = this.#blocks[at]!
        if (block.start > edit.end) break
        const within = withinBlock(block, edit)
        const from = within?.from ?? Math.max(0, Math.min(edit.start, block.end) - block.start)
        if (!within && text === '') continue
        const list = byBlock.get(at) ?? []
        list.push({ start: from, end: within?.to ?? from, text })
        byBlock.set(at, list)
        text = ''
      }
    }
    return byBlock
  }
}

function moved(offset: number, edits: readonly TextEdit[]): number {
  const places = placesOf(edits)
  let at = offset
  for (const [index, { start, end, text }] of edits.entries()) {
    if (offset < start || (offset === start && end > start)) break
    const place = places[index]!
    if (offset < end) return place.start + Math.min(offset - start, text.length)
    at = place.end + (offset - end)
  }
  return at
}
