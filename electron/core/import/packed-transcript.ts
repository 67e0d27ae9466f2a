import type { Cue } from '../../../shared/domain/turn'
import type { ReadTranscript } from './parse-transcript'
import type { ParsedTurn } from './parsed-transcript'

/** Numbers of a row: start, end, start time and end time. */
const WIDTH = 4

/** A transcript whose turns and cues are columns of numbers, which cost nothing to hand to another thread. */
export interface PackedTranscript extends Omit<ReadTranscript, 'turns' | 'cues'> {
  /** Start, end, start time and end time of each turn; NaN stands for a time that is not known. */
  readonly turnNumbers: Float64Array<ArrayBuffer>
  /** Of each turn, the index of its label; -1 for nobody. */
  readonly turnLabels: Int32Array<ArrayBuffer>
  readonly labels: readonly string[]
  readonly cueNumbers: Float64Array<ArrayBuffer> | null
}

/** Packs a transcript. */
export function packTranscript({ turns, cues, ...rest }: ReadTranscript): PackedTranscript {
  const labels = new Map<string, number>()
  const turnLabels = new Int32Array(turns.length)
  turns.forEach(({ speaker }, index) => {
    if (speaker !== null && !labels.has(speaker)) labels.set(speaker, labels.size)
    turnLabels[index] = speaker === null ? -1 : labels.get(speaker)!
  })
  return { ...rest, turnNumbers: pack(turns), turnLabels, labels: [...labels.keys()], cueNumbers: cues && pack(cues) }
}

/** The buffers of a packed transcript, to be transferred rather than copied. */
export function buffersOf({ turnNumbers, turnLabels, cueNumbers }: PackedTranscript): ArrayBuffer[] {
  return [turnNumbers.buffer, turnLabels.buffer, ...(cueNumbers ? [cueNumbers.buffer] : [])]
}

/** The transcript that was packed. */
export function unpackTranscript(packed: PackedTranscript): ReadTranscript {
  const { turnNumbers, turnLabels, labels, cueNumbers, ...rest } = packed
  const turns: ParsedTurn[] = []
  turnLabels.forEach((label, index) => {
    const at = index * WIDTH
    turns.push({
      start: turnNumbers[at]!,
      end: turnNumbers[at + 1]!,
      speaker: label < 0 ? null : labels[label]!,
      startTime: timeAt(turnNumbers, at + 2),
      endTime: timeAt(turnNumbers, at + 3),
    })
  })
  return { ...rest, turns, cues: cueNumbers && unpackCues(cueNumbers) }
}

function unpackCues(numbers: Float64Array): Cue[] {
  const cues: Cue[] = []
  for (let at = 0; at < numbers.length; at += WIDTH) {
    cues.push({
      start: numbers[at]!,
      end: numbers[at + 1]!,
      startTime: numbers[at + 2]!,
      endTime: numbers[at + 3]!,
    })
  }
  return cues
}

function pack(rows: readonly { start: number; end: number; startTime: number | null; endTime: number | null }[]) {
  const numbers = new Float64Array(rows.length * WIDTH)
  rows.forEach(({ start, end, startTime, endTime }, index) => {
    const at = index * WIDTH
    numbers[at] = start
    numbers[at + 1] = end
    numbers[at + 2] = startTime ?? Number.NaN
    numbers[at + 3] = endTime ?? Number.NaN
  })
  return numbers
}

function timeAt(numbers: Float64Array, index: number): number | null {
  const time = numbers[index]!
  return Number.isNaN(time) ? null : time
}
