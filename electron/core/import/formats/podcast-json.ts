import { z } from 'zod'
import { NoteList } from '../note-list'
import type { Format, FormatInput, ParsedFile } from './format'
import { readJson, segmentsToTranscript } from './json-cues'

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
  detect: ({ text }) =>
    /^\s*\{/.test(text.slice(0, 100)) &&
    text.includes('"segments"') &&
    text.includes('"startTime"') &&
    text.includes('"body"'),
  parse: parsePodcast,
}

function parsePodcast({ text }: FormatInput): ParsedFile {
  const notes = new NoteList()
  const { segments } = readJson(text, shape, 'Podcasting 2.0 JSON')
  const parsed = segmentsToTranscript(
    segments.map(({ startTime, endTime, body, speaker }) => ({
      start: startTime ?? null,
      end: endTime ?? null,
      text: body,
      speaker: speaker ?? null,
    })),
    notes,
  )
  return { format: 'podcast', ...parsed, title: null, date: null, language: null, notes: notes.toNotes() }
}
