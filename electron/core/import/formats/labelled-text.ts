import { say } from '../../../../shared/domain/messages/message'
import type { NoteList } from '../note-list'
import { TranscriptBuilder } from '../transcript-builder'
import { PASSED_MIDNIGHT, WallClock } from '../wall-clock'
import { splitAtChevrons, usesChevrons } from './chevrons'
import { decideLabels } from './decide-labels'
import type { FilledLine } from './filled-line'
import { readLabelLine, takeLeadingTime, type LabelLine } from './label-lines'

/** The lines of a text whose speakers are labelled, or of any other text. */
export interface LabelledText {
  readonly lines: readonly string[]
  /** For documents: the same lines as they are written, without the marks that show a heading or a label. */
  readonly written?: readonly string[]
  /** What line of the file the first of `lines` is, counted from 1. */
  readonly firstLine: number
  /** Whether headings and bold type are markup. */
  readonly markdown: boolean
  /** Names that the file itself lists as its speakers. */
  readonly known: readonly string[]
  /** For formats with markup of their own: the label that a line may be, by its index in `lines`. */
  readonly labelOf?: (line: string, index: number) => LabelLine | null
  /** For the same: whether a line is a heading. */
  readonly isHeading?: (line: string, index: number) => boolean
  /** For the same: the line of the file that a line came from, counted from 1. */
  readonly lineOf?: (index: number) => number
}

type Speaker = Omit<LabelLine, 'rest' | 'kind'>

/**
 * Finds who speaks by the layout that explains the file best. Each labelled block is its own turn, with its paragraphs
 * joined by a blank line; what stands before the first label is a turn of nobody. A file without labels becomes one
 * turn for each paragraph. What is not speech (times, page marks, rules, headings between turns) is left out with a note.
 */
export function readLabelledText(input: LabelledText, notes: NoteList): TranscriptBuilder {
  const { firstLine, markdown } = input
  const filled = readFilled(input)
  const labels = decideLabels(filled, input.known, input.labelOf !== undefined)
  const labelled = labels.some((label) => label !== null && label.kind !== 'time')

  const builder = new TranscriptBuilder()
  const clock = new WallClock()
  const open: { turn: Speaker | null; line: number; paragraphs: string[][] } = {
    turn: null,
    line: firstLine,
    paragraphs: [],
  }
  let waiting: number | null = null
  let fresh = true

  const flush = (): void => {
    const text = open.paragraphs
      .map((paragraph) => paragraph.join('\n'))
      .join('\n\n')
      .trim()
    if (text !== '') {
      builder.startTurn({ speaker: open.turn?.speaker ?? null, startTime: timeOf(open.turn), endTime: null })
      builder.addText(text, '')
    } else if (open.turn && open.turn.speaker !== null) notes.add(say('label-without-text'), open.line)
    open.paragraphs = []
  }
  const timeOf = (turn: Speaker | null): number | null => {
    if (turn === null || turn.time === null) return null
    const days = clock.days
    const time = clock.read(turn.time)
    if (clock.days > days) notes.add(PASSED_MIDNIGHT, open.line)
    return time
  }
  const start = (turn: Speaker, line: number): void => {
    flush()
    open.turn = turn
    open.line = line
    fresh = true
  }
  const speak = (text: string): void => {
    if (fresh || open.paragraphs.length === 0) open.paragraphs.push([])
    open.paragraphs.at(-1)!.push(text)
    fresh = false
  }

  filled.forEach(({ text: line, index, begins, page, heading }, place) => {
    const at = input.lineOf?.(index) ?? firstLine + index
    const label = labels[place]
    if (begins) fresh = true
    if (label?.kind === 'time') {
      if (!labelled) {
        waiting = label.time
        start({ speaker: null, time: waiting }, at)
      } else if (open.turn?.time === null && open.turn.speaker !== null && open.paragraphs.length === 0) {
        // A time below its name belongs to that name.
        open.turn = { ...open.turn, time: label.time }
      } else waiting = label.time
    } else if (label) {
      start({ speaker: label.speaker, time: label.time ?? waiting }, at)
      waiting = null
      if (label.rest !== '') speak(label.rest)
    } else if (page) {
      notes.add(say('no-speech-page-mark'), at)
    } else if (labelled && isRule(line)) {
      notes.add(say('no-speech-rule'), at)
    } else if (place === filled.length - 1 && isFooter(line)) {
      notes.add(say('no-speech-transcriber'), at)
    } else if (labelled && heading) {
      notes.add(say('no-speech-heading'), at)
      fresh = true
    } else {
      // Bold type that turned out to be no label is not part of what is said.
      const said = line === input.lines[index] ? (input.written?.[index] ?? line) : line
      const timed = fresh ? takeLeadingTime(said.trimStart()) : null
      if (!labelled && fresh) start({ speaker: null, time: timed?.time ?? waiting }, at)
      if (timed && labelled) notes.add(say('no-speech-time'), at)
      waiting = null
      const text = timed?.rest ?? said
      if (text.trim() !== '') speak(text)
    }
  })
  flush()
  return builder

  /** The lines with text: all that is read later, since a file may hold millions of blank ones. */
  function readFilled({ lines }: LabelledText): FilledLine[] {
    const chevrons = !input.labelOf && usesChevrons(lines)
    const written = lines.flatMap((text, index) =>
      text === '' || text.trim() === ''
        ? []
        : (chevrons ? splitAtChevrons(text) : [text]).map((part) => ({ text: part, index })),
    )
    const pageMarks = written.filter(({ text }) => isPageMark(text)).length >= 3
    const isHeading = input.isHeading ?? ((line) => markdown && /^#{1,6}\s/.test(line))
    return written.map(({ text, index }, place) => {
      const page = pageMarks && isPageMark(text)
      const found = page
        ? null
        : (input.labelOf?.(text, index) ?? (input.labelOf ? null : readLabelLine(text, markdown)))
      const begins = place === 0 || written[place - 1]!.index < index - 1
      return { text, index, found, begins, page, heading: isHeading(text, index) }
    })
  }
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
