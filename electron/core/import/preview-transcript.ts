import type { SampleTurn, UnderstoodFile } from '../../../shared/domain/import-preview'
import type { ReadTranscript } from './parse-transcript'

/** How much text a sample shows, in UTF-16 code units. */
const SAMPLE_LENGTH = 600

/** What a preview says of a transcript by itself, without the project and the folder it lies in. */
export type TranscriptSummary = Omit<UnderstoodFile, 'name' | 'within' | 'media' | 'duplicateOf'>

/** Sums up a transcript for the user to look at before it is stored. */
export function previewTranscript(read: ReadTranscript): TranscriptSummary {
  const turnsOf = new Map<string, number>()
  for (const { speaker } of read.turns) if (speaker !== null) turnsOf.set(speaker, (turnsOf.get(speaker) ?? 0) + 1)
  return {
    kind: 'understood',
    format: read.format,
    encoding: read.encoding,
    encodingUncertain: read.encodings.length > 0,
    encodingCandidates: read.encodings,
    encodingSamples: read.encodingSamples,
    language: read.language,
    title: read.title,
    date: read.date,
    speakers: [...turnsOf].map(([label, turns]) => ({ label, turns })),
    turns: read.turns.length,
    cues: read.cues?.length ?? null,
    words: read.words,
    ...timesOf(read),
    sample: sampleOf(read),
    notes: read.notes,
  }
}

/** When the first turn that has a time starts, and when the last one ends; `null` where no turn has one. */
export function timesOf({ turns }: Pick<ReadTranscript, 'turns'>): {
  readonly firstTime: number | null
  readonly lastTime: number | null
} {
  let firstTime: number | null = null
  let lastTime: number | null = null
  for (const { startTime, endTime } of turns) {
    firstTime ??= startTime
    const end = endTime ?? startTime
    if (end !== null && (lastTime === null || end > lastTime)) lastTime = end
  }
  return { firstTime, lastTime }
}

function sampleOf({ text, turns }: ReadTranscript): SampleTurn[] {
  const sample: SampleTurn[] = []
  let room = SAMPLE_LENGTH
  for (const { start, end, speaker, startTime } of turns) {
    if (room <= 0) break
    // Not in the middle of a surrogate pair.
    const cut = start + room < end && /[\udc00-\udfff]/.test(text[start + room]!) ? room + 1 : room
    sample.push({ speaker, startTime, text: text.slice(start, Math.min(end, start + cut)) })
    room -= end - start
  }
  return sample
}
