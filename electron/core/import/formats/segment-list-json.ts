import { z } from 'zod'
import { parseClock } from '../clock'
import { NoteList } from '../note-list'
import type { Format, FormatInput, ParsedFile } from './format'
import { isObject, jsonOf, readJson, segmentsToTranscript, type Segment } from './json-cues'

const time = z.union([z.number(), z.string()]).nullish()
const line = z.object({
  text: z.string(),
  start: time,
  end: time,
  duration: z.number().nullish(),
  speaker: z.string().nullish(),
  /** Podlove's name for the speaker. */
  voice: z.string().nullish(),
})
const group = z.object({ speaker: z.string().nullish(), items: z.array(line) })
const list = z.array(z.union([group, line]))
const shape = z.union([list, z.object({ transcripts: list })])

/**
 * A plain list of segments with `text` and `start`, and `end` or `duration`: what Whisper tools and readers of
 * YouTube's captions write, and Podlove's transcripts (alone or under `transcripts`), flat or grouped by speaker. Times are seconds or `00:01:02.345`.
 */
export const segmentListJson: Format = {
  name: 'segments',
  extensions: ['.json'],
  detect: (input) => {
    const data = jsonOf(input)
    const found = isObject(data) ? data.transcripts : data
    const first: unknown = Array.isArray(found) ? found[0] : undefined
    if (!isObject(first)) return false
    return Array.isArray(first.items) || (typeof first.text === 'string' && ('start' in first || 'speaker' in first))
  },
  parse: parseSegmentList,
}

function parseSegmentList(input: FormatInput): ParsedFile {
  const notes = new NoteList()
  const read = readJson(input, shape, 'a list of segments')
  const segments = (Array.isArray(read) ? read : read.transcripts).flatMap((each) =>
    'items' in each
      ? each.items.map((item) => toSegment({ ...item, speaker: item.speaker ?? each.speaker }))
      : [toSegment(each)],
  )
  return {
    format: 'segments',
    ...segmentsToTranscript(segments, notes),
    title: null,
    date: null,
    language: null,
    notes: notes.toNotes(),
  }
}

function toSegment({ text, start, end, duration, speaker, voice }: z.infer<typeof line>): Segment {
  const begins = toSeconds(start)
  const ends = toSeconds(end) ?? (begins === null || typeof duration !== 'number' ? null : begins + duration)
  return { text, start: begins, end: ends, speaker: nameOf(speaker, voice) }
}

/** Where the speaker is only a number of some database, their voice has the name. */
function nameOf(speaker: string | null | undefined, voice: string | null | undefined): string | null {
  const written = speaker?.trim() ?? ''
  return (/^\d*$/.test(written) ? voice?.trim() || written : written) || null
}

function toSeconds(written: z.infer<typeof time>): number | null {
  if (typeof written === 'number') return written
  return written === null || written === undefined ? null : parseClock(written)
}
