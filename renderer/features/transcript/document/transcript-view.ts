import type { SpeakerId } from '../../../../shared/domain/ids'
import type { TextRange } from '../../../../shared/domain/span'
import { blockIndexAt, type TextBlock } from './blocks'
import type { Folding } from './folding'
import { sectionOfBlock, withinBlock, type TranscriptDocument } from './nodes'
import type { SectionWindow } from './section-window'

/** What is selected, as offsets in the source's text. The caret is at `focus`; it is before `anchor` when selected backwards. */
export interface TextSelection {
  readonly anchor: number
  readonly focus: number
}

export function rangeOfSelection({ anchor, focus }: TextSelection): TextRange {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
}

/** Between a block's stored text and its text on the page, which differs while it is being corrected. */
export interface ShownOffsets {
  toShown(block: number, offset: number): number
  toStored(block: number, offset: number): number
}

/** Of the viewport's height, from its top: where eyes are. */
const MIDDLE = 0.35

const AS_STORED: ShownOffsets = { toShown: (_, offset) => offset, toStored: (_, offset) => offset }

/** Between a transcript's offsets and what the page shows of it: selection, places on screen, scrolling. */
export class TranscriptView {
  readonly document: TranscriptDocument
  readonly window: SectionWindow
  readonly folding: Folding
  #content: HTMLElement | null = null
  #scroller: HTMLElement | null = null
  #selection: TextSelection | null = null
  readonly #offsets: ShownOffsets
  readonly #listeners = new Set<() => void>()

  constructor(
    document: TranscriptDocument,
    window: SectionWindow,
    folding: Folding,
    offsets: ShownOffsets = AS_STORED,
  ) {
    this.document = document
    this.window = window
    this.folding = folding
    window.isFolded = (section) => folding.hides(section)
    this.#offsets = offsets
  }

  /** Starts following the page's selection. Returns what ends it. */
  attach(scroller: HTMLElement, content: HTMLElement): () => void {
    this.#scroller = scroller
    this.#content = content
    const detach = this.window.attach(scroller, content)
    const onSelectionChange = () => this.readSelection()
    globalThis.document.addEventListener('selectionchange', onSelectionChange)
    return () => {
      globalThis.document.removeEventListener('selectionchange', onSelectionChange)
      detach()
      this.#scroller = null
      this.#content = null
    }
  }

  get content(): HTMLElement | null {
    return this.#content
  }

  /** What the text is written in. */
  get language(): string {
    return this.#content?.lang || 'und'
  }

  get scroller(): HTMLElement | null {
    return this.#scroller
  }

  /** The last selection within the text; one elsewhere on the page leaves it as it was. */
  get selection(): TextSelection | null {
    return this.#selection
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes over what the page has selected, when that is in the text. */
  readSelection(): void {
    const selection = globalThis.getSelection()
    if (!selection?.anchorNode || !selection.focusNode) return
    const anchor = this.offsetAt(selection.anchorNode, selection.anchorOffset)
    const focus = this.offsetAt(selection.focusNode, selection.focusOffset)
    if (anchor === null || focus === null) return
    if (this.#selection?.anchor === anchor && this.#selection.focus === focus) return
    this.#selection = { anchor, focus }
    this.window.pin([this.#sectionAt(anchor), this.#sectionAt(focus)])
    for (const listener of this.#listeners) listener()
  }

  /** Selects, from anywhere to anywhere, mounted or not. */
  select({ anchor, focus }: TextSelection): void {
    this.window.pin([this.#sectionAt(anchor), this.#sectionAt(focus)])
    const from = this.domPoint(anchor)
    const to = this.domPoint(focus)
    if (!from || !to) return
    globalThis.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
    this.readSelection()
  }

  /** Gives the text the keyboard. */
  focus(): void {
    this.#content?.querySelector<HTMLElement>('[data-slate-editor]')?.focus({ preventScroll: true })
  }

  /** Whether the keyboard is at the text, or nowhere. */
  hasFocus(): boolean {
    const active = globalThis.document.activeElement
    return active === null || active === globalThis.document.body || this.#content?.contains(active) === true
  }

  /** Draws the eye to the selected passage, once. */
  flash(): void {
    const content = this.#content
    if (!content) return
    // Two animations alike take turns: the same one would start anew only after the page was laid out without it.
    content.dataset['flash'] = content.dataset['flash'] === 'odd' ? 'even' : 'odd'
  }

  /** Leaves a caret where the selection ended. */
  collapse(): void {
    if (this.#selection) this.select({ anchor: this.#selection.focus, focus: this.#selection.focus })
  }

  /** The offset in the source's text of a point of the page; `null` when it is not in the text. */
  offsetAt(node: Node, offset: number): number | null {
    const content = this.#content
    if (!content?.contains(node)) return null
    const element = node instanceof Element ? node : node.parentElement
    const blockElement = element?.closest<HTMLElement>('[data-block]')
    if (!blockElement) return this.#offsetBetween(node, offset)
    const block = this.#blockOf(blockElement)
    if (!block) return null
    const text = textNodeIn(blockElement)
    if (node === text) return Math.min(block.end, block.start + this.#offsets.toStored(block.index, offset))
    // Beside the text: its margin is before it, its marks are after it.
    const range = globalThis.document.createRange()
    range.selectNodeContents(text ?? blockElement)
    return range.comparePoint(node, offset) < 0 ? block.start : block.end
  }

  /** A point between blocks, as a browser gives for a click on white space or a triple click: the next block's start. */
  #offsetBetween(node: Node, offset: number): number | null {
    const range = globalThis.document.createRange()
    range.setStart(node, offset)
    for (const element of this.#content?.querySelectorAll<HTMLElement>('[data-block]') ?? []) {
      const block = this.#blockOf(element)
      if (block && range.comparePoint(element, 0) >= 0) return block.start
    }
    return null
  }

  #blockOf(element: HTMLElement): TextBlock | undefined {
    return this.document.blocks[Number(element.dataset['block'])]
  }

  #sectionAt(offset: number): number {
    return sectionOfBlock(this.document, blockIndexAt(this.document.blocks, offset))
  }

  /** A section's element has its blocks, in order, and nothing else. */
  blockElement(block: number): HTMLElement | null {
    const section = sectionOfBlock(this.document, block)
    const first = this.document.sections[section]?.first ?? 0
    const element = this.window.elementOf(section)?.children[block - first]
    return element instanceof HTMLElement ? element : null
  }

  /** Where an offset stands in the page; `null` when it is not mounted. */
  domPoint(offset: number): { node: Node; offset: number } | null {
    const index = blockIndexAt(this.document.blocks, offset)
    const block = this.document.blocks[index]
    const element = this.blockElement(index)
    if (!block || !element) return null
    const node = textNodeIn(element)
    if (!node) return null
    const shown = this.#offsets.toShown(index, Math.max(offset - block.start, 0))
    return { node, offset: Math.min(shown, node.data.length) }
  }

  /** Where on the screen a range is, as far as it is mounted: its first line when it has several. */
  rectOf(range: TextRange): DOMRect | null {
    const index = blockIndexAt(this.document.blocks, range.start)
    const block = this.document.blocks[index]
    const element = this.blockElement(index)
    const node = element && textNodeIn(element)
    if (!block || !node) return null
    const within = withinBlock(block, range)
    const domRange = globalThis.document.createRange()
    const shown = (at: number) => Math.min(this.#offsets.toShown(index, at), node.data.length)
    const from = shown(within?.from ?? range.start - block.start)
    domRange.setStart(node, from)
    domRange.setEnd(node, Math.max(from, within ? shown(within.to) : from))
    return domRange.getClientRects()[0] ?? element.getBoundingClientRect()
  }

  /** The caret's place on the screen, `null` when it is not mounted. */
  caretRect(): DOMRect | null {
    if (!this.#selection) return null
    const { focus } = this.#selection
    return this.rectOf({ start: focus, end: focus })
  }

  /** Scrolls a range into view: to the upper middle, to the top, or no farther than it must. */
  reveal(range: TextRange, where: 'middle' | 'top' | 'nearest'): void {
    const scroller = this.#scroller
    if (!scroller) return
    // Words that somebody wants to see are not hidden in a folded turn; a mere place may be.
    if (where === 'middle' && range.end > range.start) this.unfold(range.start)
    this.#mountAround(range.start, where === 'top' ? 0 : MIDDLE)
    const scroll = () => {
      const rect = this.rectOf(range)
      if (!rect) return
      const view = scroller.getBoundingClientRect()
      if (where === 'middle') {
        scroller.scrollTop += rect.top - view.top - view.height * MIDDLE
      } else if (where === 'top') {
        scroller.scrollTop += rect.top - view.top - 8
      } else {
        const margin = Math.min(72, view.height / 4)
        if (rect.top < view.top + margin) scroller.scrollTop += rect.top - view.top - margin
        else if (rect.bottom > view.bottom - margin) scroller.scrollTop += rect.bottom - view.bottom + margin
      }
      this.window.update()
    }
    scroll()
    // What was mounted on the way may have moved it.
    scroll()
  }

  #mountAround(offset: number, at: number): void {
    const section = this.#sectionAt(offset)
    const { first, last } = this.document.sections[section]!
    const [start, end] = [this.document.blocks[first]!.start, this.document.blocks[last]!.end]
    this.window.mountAround(section, Math.max(0, offset - start) / Math.max(1, end - start), at)
  }

  /** Scrolls no farther than it must to show where the caret is. */
  keepInView(caret: Range): void {
    const rect = caret.getClientRects()[0]
    const view = this.#scroller?.getBoundingClientRect()
    if (!rect || !view || !this.#scroller) return
    const margin = Math.min(40, view.height / 4)
    if (rect.top < view.top + margin) this.#scroller.scrollTop += rect.top - view.top - margin
    else if (rect.bottom > view.bottom - margin) this.#scroller.scrollTop += rect.bottom - view.bottom + margin
  }

  /** Shows the turn at an offset in full. */
  unfold(offset: number): void {
    const turn = this.document.blocks[blockIndexAt(this.document.blocks, offset)]?.turn
    if (turn !== undefined && this.folding.isFolded(turn)) this.#keepingTop(() => this.folding.open(turn))
  }

  /** Folds every turn of these speakers to a line, and unfolds all others. */
  foldSpeakers(speakers: ReadonlySet<SpeakerId>): void {
    this.#keepingTop(() => this.folding.setSpeakers(speakers))
  }

  #keepingTop(change: () => void): void {
    const top = this.topOffset()
    const isAtStart = (this.#scroller?.scrollTop ?? 0) < 1
    change()
    if (!isAtStart) this.reveal({ start: top, end: top }, 'top')
  }

  /** The offset under a point of the screen; `null` beside the text. */
  offsetAtPoint(x: number, y: number): number | null {
    const position = globalThis.document.caretPositionFromPoint?.(x, y)
    if (position) return this.offsetAt(position.offsetNode, position.offset)
    const range = globalThis.document.caretRangeFromPoint(x, y)
    return range ? this.offsetAt(range.startContainer, range.startOffset) : null
  }

  /** The text near the viewport. */
  get near(): TextRange {
    const { blocks, sections } = this.document
    const { first, last } = this.window.near
    const [top, bottom] = [sections[first], sections[Math.min(last, sections.length - 1)]]
    return { start: blocks[top?.first ?? 0]?.start ?? 0, end: blocks[bottom?.last ?? 0]?.end ?? 0 }
  }

  /** The first block that is in view. */
  topBlock(): number {
    const view = this.#scroller?.getBoundingClientRect()
    if (!view) return 0
    for (const element of this.#content?.querySelectorAll<HTMLElement>('[data-block]') ?? []) {
      if (element.getBoundingClientRect().bottom > view.top + 8) return Number(element.dataset['block'])
    }
    return 0
  }

  /** The offset at which the first line in view begins. */
  topOffset(): number {
    const index = this.topBlock()
    const start = this.document.blocks[index]?.start ?? 0
    const element = this.blockElement(index)
    const text = element && textNodeIn(element)?.parentElement
    if (!text || !this.#scroller) return start
    const bounds = text.getBoundingClientRect()
    const top = this.#scroller.getBoundingClientRect().top
    return bounds.top >= top ? start : (this.offsetAtPoint(bounds.left + 2, top + 14) ?? start)
  }
}

/** The text of a block as the page holds it: one node, whose offsets are the block's. */
export function textNodeIn(block: Element): Text | null {
  const node = block.querySelector('[data-slate-string]')?.firstChild
  return node instanceof Text ? node : null
}
