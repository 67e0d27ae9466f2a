import type { z } from 'zod'
import { AppError } from '../../../../shared/errors'
import { cuesToTurns, type TimedCue } from '../cues-to-turns'
import type { NoteList } from '../note-list'
import type { ParsedFile } from './format'

/** One timed segment of a JSON transcript. */
export interface Segment {
  readonly start: number | null
  readonly end: number | null
  readonly text: string
  readonly speaker: string | null
}

/** The checked content of a JSON transcript. Throws `not-understood`, naming the place, when it has another shape. */
export function readJson<T>(text: string, shape: z.ZodType<T>, layout: string): T {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : ''
    throw new AppError('not-understood', `The file is not JSON that can be read: ${detail}`, {
      advice: 'export the transcript again',
      cause,
    })
  }
  const checked = shape.safeParse(data)
  if (checked.success) return checked.data
  const issue = checked.error.issues[0]
  const place = issue?.path.join('.') || 'its top level'
  throw new AppError(
    'not-understood',
    `The file is not ${layout}: at ${place}, ${issue?.message ?? 'something else'}`,
    {
      advice: 'choose another format, or export the transcript as SRT or WebVTT',
      params: { place },
    },
  )
}

/** Segments as cues: white space round their text goes, a missing time is taken from the segment before. */
export function segmentsToTranscript(
  segments: readonly Segment[],
  notes: NoteList,
): Pick<ParsedFile, 'text' | 'turns' | 'cues'> {
  const cues: TimedCue[] = []
  let clock = 0
  segments.forEach(({ start, end, text, speaker }, index) => {
    const payload = text.replace(/\r\n?/g, '\n').trim()
    const startTime = start ?? clock
    const endTime = end ?? startTime
    if (start === null || end === null) notes.add(`segment ${index + 1} lacks a time; it got that of the one before`)
    if (endTime < startTime) notes.add(`segment ${index + 1} ends before it starts`)
    clock = endTime
    if (payload === '') notes.add(`left out segment ${index + 1}, which has no text`)
    else cues.push({ startTime, endTime, parts: [{ speaker: speaker?.trim() || null, text: payload }] })
  })
  const { text, turns, cues: kept } = cuesToTurns(cues)
  return { text, turns, cues: kept }
}
