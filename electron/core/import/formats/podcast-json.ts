import { z } from 'zod'
import { NoteList } from '../note-list'
import type { Format, FormatInput, ParsedFile } from './format'
import { isObject, jsonObjectOf, readJson, segmentsToTranscript } from './json-cues'
import { standsAgainst } from './json-words'

const shape = z.object({
  segments: z.array(
    z.object({
      startTime: z.number().nullish(),
      endTime: z.number().nullish(),
      body: z.string(),
      speaker: z.string().nullish(),
    }),
  ),
})

/** Transcript JSON of the Podcasting 2.0 namespace; segments may be words, lines or sentences, and may share their times. */
export const podcastJson: Format = {
  name: 'podcast',
  extensions: ['.json'],
  detect: (input) => {
    const segments = jsonObjectOf(input)?.segments
    const first: unknown = Array.isArray(segments) ? segments[0] : undefined
    return isObject(first) && 'body' in first
  },
  parse: parsePodcast,
}

function parsePodcast(input: FormatInput): ParsedFile {
  const notes = new NoteList()
  const { segments } = readJson(input, shape, 'Podcasting 2.0 JSON')
  const words = areWords(segments.map(({ body }) => body))
  const parsed = segmentsToTranscript(
    segments.map(({ startTime, endTime, body, speaker }, index) => ({
      joined: words && index > 0 && standsAgainst(segments[index - 1]!.body.trim(), body.trim()),
      start: startTime ?? null,
      end: endTime ?? null,
      text: body,
      speaker: speaker ?? null,
    })),
    notes,
  )
  return { format: 'podcast', ...parsed, title: null, date: null, language: null, notes: notes.toNotes() }
}

/** Whether the segments are single words, whose punctuation may be segments of its own. */
function areWords(bodies: readonly string[]): boolean {
  const single = bodies.filter((body) => !/\S\s+\S/.test(body)).length
  return bodies.length > 1 && single >= bodies.length * 0.9
}
