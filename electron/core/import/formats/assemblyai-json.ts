import { z } from 'zod'
import { NoteList } from '../note-list'
import type { Format, FormatInput, ParsedFile } from './format'
import { isObject, jsonObjectOf, readJson, segmentsToTranscript, type Segment } from './json-cues'
import { wordsToSegments } from './json-words'

const milliseconds = z.number().nullish()
const said = z.object({ text: z.string(), start: milliseconds, end: milliseconds, speaker: z.string().nullish() })
const list = z.array(said).nullish()
const shape = z.object({
  utterances: list,
  sentences: list,
  paragraphs: list,
  words: list,
  text: z.string().nullish(),
  language_code: z.string().nullish(),
})

/** AssemblyAI's transcript, or its list of sentences or paragraphs; times are milliseconds and speakers letters. */
export const assemblyAiJson: Format = {
  name: 'assemblyai',
  extensions: ['.json'],
  detect: (input) => {
    const data = jsonObjectOf(input)
    if (!data || 'segments' in data) return false
    return ['utterances', 'sentences', 'paragraphs', 'words'].some((key) => {
      const first: unknown = Array.isArray(data[key]) ? data[key][0] : undefined
      return isObject(first) && typeof first.text === 'string' && typeof first.start === 'number'
    })
  },
  parse: parseAssemblyAi,
}

function parseAssemblyAi(input: FormatInput): ParsedFile {
  const notes = new NoteList()
  const {
    utterances,
    sentences,
    paragraphs,
    words,
    text,
    language_code: language,
  } = readJson(input, shape, 'AssemblyAI JSON')
  const spoken = [utterances, sentences, paragraphs].find((each) => each?.length)
  const segments = spoken?.map(toSegment) ?? wordsToSegments(words?.map(toSegment) ?? [])
  if (segments.length === 0 && text) segments.push({ text, start: null, end: null, speaker: null })
  return {
    format: 'assemblyai',
    ...segmentsToTranscript(segments, notes),
    title: null,
    date: null,
    language: language && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(language) ? tagOf(language) : null,
    notes: notes.toNotes(),
  }
}

function toSegment({ text, start, end, speaker }: z.infer<typeof said>): Segment {
  return { text, start: toSeconds(start), end: toSeconds(end), speaker: nameOf(speaker) }
}

function toSeconds(time: number | null | undefined): number | null {
  return time === null || time === undefined ? null : time / 1000
}

/** `A` is somebody whom the service could tell apart and not name. */
function nameOf(speaker: string | null | undefined): string | null {
  return speaker && /^(?:[A-Z]{1,2}|\d{1,3})$/.test(speaker) ? `Speaker ${speaker}` : (speaker ?? null)
}

/** `en_us` as `en-US`. */
function tagOf(code: string): string {
  const [language, region] = code.toLowerCase().split(/[-_]/)
  return region?.length === 2 ? `${language}-${region.toUpperCase()}` : language!
}
