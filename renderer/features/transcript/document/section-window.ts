import { flushSync } from 'react-dom'
import { Heights } from './heights'
import { PART_SECTIONS, VOLUME_PARTS } from './nodes'

/** Pixels beyond the viewport that are always mounted, and to which mounting goes when it has to. */
const NEAR = 300
const FAR = 600
/** Pixels beyond the viewport that are mounted at once after a jump; the rest follows when the reader has arrived. */
const AT_ONCE = 32
const ARRIVED_MS = 120

/**
 * Which sections of a transcript are mounted: those near the viewport, and those that hold an end of the selection.
 * Heights of the others are estimated or remembered. When a height above the reader's place turns out otherwise, the
 * scroll position moves with it, so that the text under their eyes stays where it is.
 */
export class SectionWindow {
  heights: Heights
  /** Which layout of the page the heights are for; '' while that is not known. */
  layout: string
  /** Sections that are folded away are never mounted for being near. */
  isFolded: (section: number) => boolean = () => false
  #first = 0
  #last = -1
  #pinned: readonly number[] = []
  #version = 0
  readonly #listeners = new Set<() => void>()
  readonly #elements = new Map<number, HTMLElement>()
  readonly #observer = new ResizeObserver(() => this.#remeasure())
  /** Set while the reader jumps about. */
  #arrival: ReturnType<typeof setTimeout> | null = null
  #scroller: HTMLElement | null = null
  #content: HTMLElement | null = null
  /** The section at the top of the viewport, and how much of it is above, as a share of its height. */
  #place = { section: 0, share: 0 }

  /** Mounts the screenful that begins with a section first. */
  constructor({ heights, layout }: Pick<SectionWindow, 'heights' | 'layout'>, first = 0) {
    this.heights = heights
    this.layout = layout
    this.#first = first
    // Where nothing is laid out yet: the text's place is not taller than the window.
    this.#last = heights.indexAt(heights.top(first) + window.innerHeight)
  }

  /** Starts following `scroller`, whose text is in `content`. Returns what ends it. */
  attach(scroller: HTMLElement, content: HTMLElement): () => void {
    this.#scroller = scroller
    this.#content = content
    const onScroll = () => this.update()
    const begin = () => {
      if (this.#first > 0) scroller.scrollTop += this.heights.top(this.#first) - this.#y()
      this.update()
    }
    scroller.addEventListener('scroll', onScroll, { passive: true })
    // What is in view is read first; the rest follows.
    this.#jumped()
    // React does not flush while it commits.
    queueMicrotask(begin)
    return () => {
      scroller.removeEventListener('scroll', onScroll)
      if (this.#arrival !== null) clearTimeout(this.#arrival)
      this.#observer.disconnect()
      this.#scroller = null
      this.#content = null
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** One value for all that a part shows: a bit for each mounted section, and how often estimates changed. */
  partState(part: number): number {
    let bits = 0
    for (let bit = 0; bit < PART_SECTIONS; bit += 1) {
      if (this.isMounted(part * PART_SECTIONS + bit)) bits |= 1 << bit
    }
    return this.#version * 2 ** PART_SECTIONS + bits
  }

  /** The same for a volume, with a bit for each mounted part. */
  volumeState(volume: number): number {
    let bits = 0
    for (let bit = 0; bit < VOLUME_PARTS; bit += 1) {
      if (this.isPartMounted(volume * VOLUME_PARTS + bit)) bits |= 1 << bit
    }
    return this.#version * 2 ** VOLUME_PARTS + bits
  }

  /** Whether a part has anything that is near the viewport or holds an end of the selection. */
  isPartMounted(part: number): boolean {
    const start = part * PART_SECTIONS
    const end = start + PART_SECTIONS
    return (this.#first < end && this.#last >= start) || this.#pinned.some((at) => at >= start && at < end)
  }

  isMounted(section: number): boolean {
    if (this.#pinned.includes(section)) return true
    return section >= this.#first && section <= this.#last && !this.isFolded(section)
  }

  /** The sections that are mounted for being near the viewport. */
  get near(): { readonly first: number; readonly last: number } {
    return { first: this.#first, last: this.#last }
  }

  /** Called by each section with its element, and with `null` when it leaves. */
  setElement(section: number, element: HTMLElement | null): void {
    const before = this.#elements.get(section)
    if (before) this.#observer.unobserve(before)
    if (element) {
      this.#elements.set(section, element)
      this.#observer.observe(element)
    } else this.#elements.delete(section)
  }

  /** The element of a section that is mounted. */
  elementOf(section: number): HTMLElement | undefined {
    return this.#elements.get(section)
  }

  /** Keeps these mounted wherever the reader scrolls, and mounts them now. */
  pin(sections: readonly number[]): void {
    if (sections.length === this.#pinned.length && sections.every((section, index) => section === this.#pinned[index]))
      return
    const missing = sections.some((section) => !this.isMounted(section))
    this.#pinned = sections
    if (missing) this.#keepingPlace(() => this.#publish())
  }

  /** Mounts what is near the viewport. */
  update(): void {
    const scroller = this.#scroller
    if (!scroller) return
    // Measuring what was just mounted can bring more into view.
    for (let round = 0; round < 5; round += 1) {
      const y = this.#y()
      const seen = this.heights.window(y, y + scroller.clientHeight)
      if (seen.first > this.#last || seen.last < this.#first) this.#jumped()
      const [nearby, reach] = this.#arrival === null ? [NEAR, FAR] : [0, AT_ONCE]
      const near = this.heights.window(y - nearby, y + scroller.clientHeight + nearby)
      if (near.first >= this.#first && near.last <= this.#last) break
      const far = this.heights.window(y - reach, y + scroller.clientHeight + reach)
      this.#keepingPlace(() => {
        this.#first = far.first
        this.#last = far.last
        this.#publish()
      })
    }
    this.#notePlace()
  }

  /** Mounts the rest of what is near the viewport, where that waits for the reader to arrive. */
  arrive(): void {
    if (this.#arrival === null) return
    clearTimeout(this.#arrival)
    this.#arrival = null
    this.update()
  }

  #jumped(): void {
    if (this.#arrival !== null) clearTimeout(this.#arrival)
    this.#arrival = setTimeout(() => this.arrive(), ARRIVED_MS)
  }

  /**
   * Mounts a section and what is around it. What stands at `within` of its height comes to `at` of the viewport's, both
   * as shares.
   */
  mountAround(section: number, within: number, at: number): void {
    const scroller = this.#scroller
    if (!scroller || this.isMounted(section)) return
    const y = this.heights.top(section) + within * this.heights.height(section)
    scroller.scrollTop += y - at * scroller.clientHeight - this.#y()
    this.update()
  }

  /** Takes new estimates, for another layout of the page; what is mounted is measured anew. */
  reestimate(estimates: readonly number[], layout: string): void {
    const { section, share } = this.#place
    this.heights = new Heights(estimates)
    this.layout = layout
    this.#version += 1
    for (const listener of this.#listeners) listener()
    this.#measure()
    if (this.#scroller)
      this.#scroller.scrollTop += this.heights.top(section) + share * this.heights.height(section) - this.#y()
    this.update()
  }

  /** Distance from the top of the text to the top of the viewport. */
  #y(): number {
    if (!this.#scroller || !this.#content) return 0
    return this.#scroller.getBoundingClientRect().top - this.#content.getBoundingClientRect().top
  }

  #notePlace(): void {
    const y = Math.max(0, this.#y())
    const section = this.heights.indexAt(y)
    const height = this.heights.height(section)
    this.#place = { section, share: height > 0 ? (y - this.heights.top(section)) / height : 0 }
  }

  #publish(): void {
    flushSync(() => {
      for (const listener of this.#listeners) listener()
    })
  }

  #remeasure(): void {
    if (!this.#scroller) return
    this.#keepingPlace(() => undefined)
    // Mounting now would resize what is being observed, which browsers report as an error.
    requestAnimationFrame(() => this.update())
  }

  #keepingPlace(change: () => void): void {
    const y = this.#y()
    const anchor = this.heights.indexAt(y)
    const within = y - this.heights.top(anchor)
    change()
    if (this.#measure() && this.#scroller && y > 0) {
      const moved = this.heights.top(anchor) + within - this.#y()
      if (Math.abs(moved) >= 1) this.#scroller.scrollTop += moved
    }
  }

  /** Whether a mounted section is not as tall as it was taken to be. */
  #measure(): boolean {
    let changed = false
    for (const [section, element] of this.#elements) {
      if (this.heights.measured(section, element.getBoundingClientRect().height)) changed = true
    }
    return changed
  }
}
