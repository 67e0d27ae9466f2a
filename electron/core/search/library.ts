import type { SectionId, SourceId, SpeakerId } from '../../../shared/domain/ids'
import type { Tier } from '../../../shared/domain/source'
import { Segment } from './segment'
import { type TakesPlace, touching } from './touching'

/** What a search knows of a source besides its text. */
export interface SearchedSource {
  readonly id: SourceId
  /** Of its current text. */
  readonly revision: string
  readonly title: string
  readonly language: string
  readonly tier: Tier
  readonly date: string | null
  readonly speakers: readonly { readonly id: SpeakerId; readonly label: string | null; readonly name: string }[]
}

/** A revision's text and turns, in order. */
export interface SearchedText {
  readonly revision: string
  readonly text: string
  readonly turns: readonly {
    readonly start: number
    readonly label: string | null
    readonly startTime: number | null
  }[]
}

/** A span of a passage, and the camps that the passage is in. */
export interface SearchedMark {
  readonly sourceId: SourceId
  readonly start: number
  readonly end: number
  readonly camps: readonly SectionId[]
}

/** A source with where its text is. */
export interface PlacedSource extends SearchedSource {
  readonly segment: PlacedSegment
  /** Which of the segment's texts it is. */
  readonly text: number
  readonly base: number
  readonly length: number
  readonly turns: SearchedText['turns']
  /** Those of its turns, in order of their start, and by label. */
  readonly speakersByLabel: ReadonlyMap<string | null, SearchedSource['speakers'][number]>
}

/** A segment under a number of its own, with what is known of its texts. */
export interface PlacedSegment {
  readonly id: number
  readonly segment: Segment
  /** Where every turn begins, in the segment's code units. */
  readonly turns: Int32Array
}

/** Code units of a segment: what one change has to be indexed anew. */
const SEGMENT_UNITS = 2 ** 23

/** Every text of a project, in memory, made ready to be searched. What changes is taken over text by text. */
export class SearchLibrary {
  /** Grows with every change. */
  version = 0
  /** In the project's order; those whose text is not there yet are left out. */
  sources: readonly PlacedSource[] = []
  marks: ReadonlyMap<SourceId, readonly SearchedMark[]> = new Map()
  readonly #marked = new Map<SourceId, TakesPlace>()
  #facts: readonly SearchedSource[] = []
  #segments: PlacedSegment[] = []
  #turns = new Map<string, SearchedText['turns']>()
  #waiting = new Map<string, SearchedText>()
  #nextId = 1

  get segments(): readonly PlacedSegment[] {
    this.#settle()
    return this.#segments
  }

  /** Takes over what the project is now. */
  setSources(sources: readonly SearchedSource[], marks: readonly SearchedMark[]): void {
    this.#facts = sources
    const bySource = new Map<SourceId, SearchedMark[]>()
    for (const mark of marks) {
      const list = bySource.get(mark.sourceId)
      if (list) list.push(mark)
      else bySource.set(mark.sourceId, [mark])
    }
    for (const list of bySource.values()) list.sort((a, b) => a.start - b.start)
    this.marks = bySource
    this.#marked.clear()
    this.#dropUnused()
    this.#changed()
  }

  addText(text: SearchedText): void {
    this.#waiting.set(text.revision, text)
    this.#changed()
  }

  /** Whether a place of a source, in offsets of its text, has something in common with a passage. */
  isMarked(id: SourceId, start: number, end: number): boolean {
    let isTouched = this.#marked.get(id)
    if (!isTouched) this.#marked.set(id, (isTouched = touching(this.marks.get(id) ?? [])))
    return isTouched(start, end)
  }

  /** Puts what waits into segments and gives the sources anew. */
  settle(): void {
    this.#settle()
    if (this.sources.length > 0 || this.#facts.length === 0) return
    const places = new Map(
      this.#segments.flatMap((placed) => placed.segment.texts.map(({ id }, text) => [id, { placed, text }] as const)),
    )
    this.sources = this.#facts.flatMap((source) => {
      const place = places.get(source.revision)
      if (!place) return []
      const { placed, text } = place
      const { base, length } = placed.segment.texts[text]!
      const turns = this.#turns.get(source.revision) ?? []
      const speakersByLabel = new Map(source.speakers.map((speaker) => [speaker.label, speaker]))
      return [{ ...source, segment: placed, text, base, length, turns, speakersByLabel }]
    })
  }

  /** Takes the next step to the index of a segment; false when all have theirs. */
  indexNext(): boolean {
    this.#settle()
    const next = this.#segments.find(({ segment }) => segment.index === null)
    next?.segment.indexOn()
    return next !== undefined
  }

  #changed(): void {
    this.version += 1
    this.sources = []
  }

  /** A segment with a text that is no longer needed gives the others back. */
  #dropUnused(): void {
    const used = new Set(this.#facts.map(({ revision }) => revision))
    for (const revision of this.#waiting.keys()) if (!used.has(revision)) this.#waiting.delete(revision)
    this.#segments = this.#segments.filter(({ segment }) => {
      if (segment.texts.every(({ id }) => used.has(id))) return true
      this.#takeBack(segment, used)
      return false
    })
    for (const revision of this.#turns.keys()) if (!used.has(revision)) this.#turns.delete(revision)
  }

  #takeBack(segment: Segment, used: ReadonlySet<string>): void {
    for (const { id, base, length } of segment.texts) {
      if (!used.has(id)) continue
      const turns = this.#turns.get(id) ?? []
      this.#waiting.set(id, { revision: id, text: segment.slice(base, base + length), turns })
    }
  }

  #settle(): void {
    if (this.#waiting.size === 0) return
    // One that is not full is filled up, so that many small imports do not make many segments.
    const last = this.#segments.at(-1)
    if (last && last.segment.units.length < SEGMENT_UNITS / 2) {
      this.#segments.pop()
      const added = [...this.#waiting.values()]
      this.#waiting.clear()
      this.#takeBack(last.segment, new Set(last.segment.texts.map(({ id }) => id)))
      for (const text of added) this.#waiting.set(text.revision, text)
    }
    let group: SearchedText[] = []
    let units = 0
    for (const text of this.#waiting.values()) {
      if (group.length > 0 && units + text.text.length > SEGMENT_UNITS) {
        this.#place(group)
        group = []
        units = 0
      }
      group.push(text)
      units += text.text.length
    }
    this.#place(group)
    this.#waiting.clear()
  }

  #place(texts: readonly SearchedText[]): void {
    const segment = Segment.of(texts.map(({ revision, text }) => ({ id: revision, text })))
    const turns = segment.texts.flatMap(({ base }, at) => {
      const own = texts[at]!.turns.map(({ start }) => base + start)
      // Nothing of a text is in the last turn of the one before.
      return own[0] === base ? own : [base, ...own]
    })
    for (const { revision, turns: own } of texts) this.#turns.set(revision, own)
    this.#segments.push({ id: this.#nextId, segment, turns: Int32Array.from(turns) })
    this.#nextId += 1
  }
}
