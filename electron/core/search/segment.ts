import { WordIndex } from './word-index'

/** A text of a segment: `[base, base + length)` of its code units. */
export interface SegmentText {
  readonly id: string
  readonly base: number
  readonly length: number
}

/** Code units between two texts of a segment and at its ends: what is looked at just outside of a text is in none. */
const GAP = 2

/** Some texts one after the other, in memory that threads share, and the index over them once there is one. */
export class Segment {
  readonly units: Uint16Array
  readonly texts: readonly SegmentText[]
  /** Where each text begins, and the last one ends. */
  readonly bounds: Int32Array
  #index: WordIndex | null = null
  #building: Generator<void, WordIndex, void> | null = null

  constructor(units: Uint16Array, texts: readonly SegmentText[]) {
    this.units = units
    this.texts = texts
    this.bounds = Int32Array.from([...texts.map(({ base }) => base), units.length])
  }

  static of(texts: readonly { readonly id: string; readonly text: string }[]): Segment {
    const length = texts.reduce((sum, { text }) => sum + text.length + GAP, GAP)
    const shared = new SharedArrayBuffer(length * Uint16Array.BYTES_PER_ELEMENT)
    const bytes = Buffer.from(shared)
    let base = GAP
    const placed = texts.map(({ id, text }) => {
      const at = base
      bytes.write(text, at * Uint16Array.BYTES_PER_ELEMENT, 'utf16le')
      base += text.length + GAP
      return { id, base: at, length: text.length }
    })
    return new Segment(new Uint16Array(shared), placed)
  }

  get index(): WordIndex | null {
    return this.#index
  }

  /** Takes the next step to its index. */
  indexOn(): void {
    this.#building ??= WordIndex.build(this.units, this.bounds)
    const { done, value } = this.#building.next()
    if (done) [this.#index, this.#building] = [value, null]
  }

  /** Text between two offsets of the segment's code units. */
  slice(start: number, end: number): string {
    return textOf(this.units, start, end)
  }

  /** The index of the text that holds a place. */
  textAt(place: number): number {
    let low = 0
    let high = this.texts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.texts[middle]!.base <= place) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

/** Code units as a string. */
export function textOf(units: Uint16Array, start: number, end: number): string {
  const bytes = Uint16Array.BYTES_PER_ELEMENT
  return Buffer.from(units.buffer, units.byteOffset + start * bytes, (end - start) * bytes).toString('utf16le')
}
