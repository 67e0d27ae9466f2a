import { z } from 'zod'
import { NoteList } from '../note-list'
import type { Format, FormatInput, ParsedFile } from './format'
import { isObject, jsonObjectOf, readJson, segmentsToTranscript, type Segment } from './json-cues'
import { wordsToSegments } from './json-words'

const milliseconds = z.number().nullish()
const said = z.object({
  text: z.string(),
  start: milliseconds,
  end: milliseconds,
  speaker: z.string().nullish(),
  channel: z.union([z.string(), z.number()]).nullish(),
})
const list = z.array(said).nullish()
const shape = z.object({
  utterances: list,
  sentences: list,
  paragraphs: list,
  words: list,
  text: z.string().nullish(),
  language_code: z.string().nullish(),
})

/**
 * AssemblyAI's transcript, or its list of sentences or paragraphs; times are milliseconds and speakers letters. With
 * several channels they are called `Speaker 1A`, or `Channel 1` where speakers are not told apart.
 */
export const assemblyAiJson: Format = {
  name: 'assemblyai',
  extensions: ['.json'],
  detect: (input) => {
    const data = jsonObjectOf(input)
    if (!data || 'segments' in data) return false
    // One that is not done, or in which nobody speaks.
    if (typeof data.status === 'string' && 'words' in data && 'utterances' in data) return true
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
  const segments = spoken?.map(toSegment) ?? wordsOfChannels(words ?? [])
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

function toSegment({ text, start, end, speaker, channel }: z.infer<typeof said>): Segment {
  return { text, start: toSeconds(start), end: toSeconds(end), speaker: nameOf(speaker, channel) }
}

/** Who speaks at the same time on two channels does not cut the other's sentences into words. */
function wordsOfChannels(words: readonly z.infer<typeof said>[]): Segment[] {
  const channels = new Map<string, Segment[]>()
  for (const word of words) {
    const channel = String(word.channel ?? '')
    const list = channels.get(channel)
    if (list) list.push(toSegment(word))
    else channels.set(channel, [toSegment(word)])
  }
  const segments = [...channels.values()].flatMap(wordsToSegments)
  return channels.size > 1 ? segments.sort(byStart) : segments
}

function byStart(a: Segment, b: Segment): number {
  return (a.start ?? 0) - (b.start ?? 0)
}

function toSeconds(time: number | null | undefined): number | null {
  return time === null || time === undefined ? null : time / 1000
}

/** `A`, and `1A` on a channel, is somebody whom the service could tell apart and not name. */
function nameOf(speaker: string | null | undefined, channel: string | number | null | undefined): string | null {
  const on = channel === null || channel === undefined ? null : String(channel)
  if (!speaker || speaker === on) return on === null ? null : `Channel ${on}`
  return /^(?:\d{0,2}[A-Z]{1,2}|\d{1,3})$/.test(speaker) ? `Speaker ${speaker}` : speaker
}

/** `en_us` as `en-US`. */
function tagOf(code: string): string {
  const [language, region] = code.toLowerCase().split(/[-_]/)
  return region?.length === 2 ? `${language}-${region.toUpperCase()}` : language!
}
