import type { NoteList } from '../note-list'
import { chooseLabels } from '../speaker-labels'
import { TranscriptBuilder } from '../transcript-builder'
import { readLabelLine, takeLeadingTime, type LabelKind, type LabelLine } from './label-lines'

/** The lines of a text whose speakers are labelled, or of any other text. */
export interface LabelledText {
  readonly lines: readonly string[]
  /** What line of the file the first of `lines` is, counted from 1. */
  readonly firstLine: number
  /** Whether headings and bold type are markup. */
  readonly markdown: boolean
  /** Names that the file itself lists as its speakers. */
  readonly known: readonly string[]
}

const LAYOUTS: readonly LabelKind[] = ['timed', 'heading', 'bold', 'chevron', 'colon']

/**
 * Finds who speaks by the layout that explains the file best. Each labelled block is its own turn, with its paragraphs
 * joined by a blank line; what stands before the first label is a turn of nobody. A file without labels becomes one
 * turn for each paragraph. What is not speech (times, page marks, rules, headings between turns) is left out with a note.
 */
export function readLabelledText(input: LabelledText, notes: NoteList): TranscriptBuilder {
  const { lines, firstLine, markdown } = input
  const pageMarks = lines.filter(isPageMark).length >= 3
  const candidates = lines.map((line) => (pageMarks && isPageMark(line) ? null : readLabelLine(line, markdown)))
  const labels = decideLabels(input, candidates)
  const labelled = labels.some((label) => label !== null && label.kind !== 'time')

  const builder = new TranscriptBuilder()
  const open: { turn: Omit<LabelLine, 'rest' | 'kind'> | null; line: number; paragraphs: string[][] } = {
    turn: null,
    line: firstLine,
    paragraphs: [],
  }
  const lastFilled = lines.findLastIndex((line) => line.trim() !== '')
  let waiting: number | null = null
  let fresh = true

  const flush = (): void => {
    const text = open.paragraphs
      .map((paragraph) => paragraph.join('\n'))
      .join('\n\n')
      .trim()
    if (text !== '') {
      builder.startTurn({ speaker: open.turn?.speaker ?? null, startTime: open.turn?.time ?? null, endTime: null })
      builder.addText(text, '')
    } else if (open.turn && open.turn.speaker !== null)
      notes.add('left out a label with nothing said under it', open.line)
    open.paragraphs = []
  }
  const start = (turn: Omit<LabelLine, 'rest' | 'kind'>, line: number): void => {
    flush()
    open.turn = turn
    open.line = line
    fresh = true
  }
  const say = (text: string): void => {
    if (fresh || open.paragraphs.length === 0) open.paragraphs.push([])
    open.paragraphs.at(-1)!.push(text)
    fresh = false
  }

  lines.forEach((line, index) => {
    const at = firstLine + index
    const label = labels[index]
    if (line.trim() === '') {
      fresh = true
    } else if (label?.kind === 'time') {
      waiting = label.time
      if (!labelled) start({ speaker: null, time: waiting }, at)
    } else if (label) {
      start({ speaker: label.speaker, time: label.time ?? waiting }, at)
      waiting = null
      if (label.rest !== '') say(label.rest)
    } else if (pageMarks && isPageMark(line)) {
      notes.add('left out what is not speech: a page mark', at)
    } else if (labelled && isRule(line)) {
      notes.add('left out what is not speech: a rule', at)
    } else if (index === lastFilled && isFooter(line)) {
      notes.add('left out what is not speech: who transcribed it', at)
    } else if (labelled && markdown && /^#{1,6}\s/.test(line)) {
      notes.add('left out what is not speech: a heading', at)
      fresh = true
    } else {
      const timed = fresh ? takeLeadingTime(line.trimStart()) : null
      if (!labelled && fresh) start({ speaker: null, time: timed?.time ?? waiting }, at)
      if (timed && labelled) notes.add('left out what is not speech: the time of a paragraph', at)
      waiting = null
      const text = timed?.rest ?? line
      if (text.trim() !== '') say(text)
    }
  })
  flush()
  return builder
}

/** For each line the label it is, once the whole file has shown which layout and which names it uses. */
function decideLabels(
  { lines, known, markdown }: LabelledText,
  candidates: readonly (LabelLine | null)[],
): (LabelLine | null)[] {
  const names = new Set(known)
  let main: { kind: LabelKind; chosen: ReadonlySet<string>; count: number } | null = null
  const chosenOf = new Map<LabelKind, ReadonlySet<string>>()
  for (const kind of LAYOUTS) {
    const chosen = chooseLabels(speakersOf(candidates, kind), blocksOf(lines, candidates, kind, markdown), names)
    const count = candidates.filter(
      (found) => found?.kind === kind && found.speaker !== null && chosen.has(found.speaker),
    ).length
    chosenOf.set(kind, chosen)
    if (count > (main?.count ?? 0)) main = { kind, chosen, count }
  }
  const chevrons = candidates.filter((found) => found?.kind === 'chevron').length >= 3
  const times = candidates.filter((found) => found?.kind === 'time').length >= 2
  return candidates.map((found) => {
    if (!found) return null
    const { kind, speaker } = found
    if (kind === 'time') return times ? found : null
    if (speaker === null) return chevrons ? found : null
    if (main === null) return null
    const own = kind === main.kind || kind !== 'colon' ? chosenOf.get(kind)! : main.chosen
    return own.has(speaker) || main.chosen.has(speaker) ? found : null
  })
}

function speakersOf(candidates: readonly (LabelLine | null)[], kind: LabelKind): string[] {
  return candidates.flatMap((found) => (found?.kind === kind && found.speaker !== null ? [found.speaker] : []))
}

/**
 * How many places of the file could carry a label: its paragraphs where labels begin paragraphs, else its lines.
 * Where the text stands below its label, a label and its text count as one place.
 */
function blocksOf(
  lines: readonly string[],
  candidates: readonly (LabelLine | null)[],
  kind: LabelKind,
  markdown: boolean,
): number {
  let filled = 0
  let paragraphs = 0
  let labels = 0
  let atParagraph = 0
  lines.forEach((line, index) => {
    if (line.trim() === '' || (markdown && kind !== 'heading' && /^#{1,6}\s/.test(line))) return
    filled += 1
    const before = index === 0 ? '' : lines[index - 1]!
    const begins = before.trim() === '' || candidates[index - 1]?.kind === 'time' || isPageMark(before)
    if (begins) paragraphs += 1
    if (candidates[index]?.kind !== kind) return
    labels += 1
    if (begins) atParagraph += 1
  })
  const above = kind === 'timed' || kind === 'heading'
  if (atParagraph * 2 < labels) return above ? Math.ceil(filled / 2) : filled
  return kind === 'heading' ? Math.ceil(paragraphs / 2) : paragraphs
}

/** `_page : 3`, `_tape : Tape 1/1`. */
function isPageMark(line: string): boolean {
  return /^_[a-z]+\s*:\s/.test(line)
}

function isRule(line: string): boolean {
  return /^\s*(?:-{3,}|={3,}|\*{3,}|_{3,}|(?:\*\s){2,}\*)\s*$/.test(line)
}

function isFooter(line: string): boolean {
  return /^\s*Transcribed by https?:\/\/otter\.ai\/?\s*$/i.test(line)
}
