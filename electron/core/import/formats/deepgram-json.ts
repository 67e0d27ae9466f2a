import { say } from '../../../../shared/domain/messages/message'
import { z } from 'zod'
import { NoteList } from '../note-list'
import type { Format, FormatInput, ParsedFile } from './format'
import { isObject, jsonObjectOf, readJson, segmentsToTranscript, type Segment } from './json-cues'
import { wordsToSegments } from './json-words'

const seconds = z.number().nullish()
const voice = z.union([z.number(), z.string()]).nullish()
const sentence = z.object({ text: z.string(), start: seconds, end: seconds })
const word = z.object({
  word: z.string(),
  punctuated_word: z.string().nullish(),
  start: seconds,
  end: seconds,
  speaker: voice,
})
const alternative = z.object({
  transcript: z.string().nullish(),
  words: z.array(word).nullish(),
  paragraphs: z.object({ paragraphs: z.array(z.object({ sentences: z.array(sentence), speaker: voice })) }).nullish(),
})
const utterance = z.object({
  transcript: z.string(),
  start: seconds,
  end: seconds,
  speaker: voice,
  channel: z.number().nullish(),
})
const shape = z.object({
  results: z.object({
    channels: z
      .array(z.object({ alternatives: z.array(alternative), detected_language: z.string().nullish() }))
      .nullish(),
    utterances: z.array(utterance).nullish(),
  }),
})
type Channel = NonNullable<z.infer<typeof shape>['results']['channels']>[number]

/**
 * Deepgram's answer about recorded speech: its utterances where it has them, else its paragraphs, else its words. The
 * speakers, which it numbers, are called `Speaker 0` and so on; with several channels, each of which numbers its own,
 * `Channel 0, Speaker 0`, or `Channel 0` where speakers are not told apart.
 */
export const deepgramJson: Format = {
  name: 'deepgram',
  extensions: ['.json'],
  detect: (input) => {
    const results = jsonObjectOf(input)?.results
    return isObject(results) && (Array.isArray(results.channels) || Array.isArray(results.utterances))
  },
  parse: parseDeepgram,
}

function parseDeepgram(input: FormatInput): ParsedFile {
  const notes = new NoteList()
  const { results } = readJson(input, shape, 'Deepgram JSON')
  const channels = results.channels ?? []
  const { utterances } = results
  const several = channels.length > 1
  const segments = utterances?.length
    ? utterances.map(({ transcript, start, end, speaker, channel }): Segment => ({
        text: transcript,
        start: start ?? null,
        end: end ?? null,
        speaker: nameOf(speaker, several ? channel : null),
      }))
    : channels.flatMap((channel, index) => segmentsOf(channel, several ? index : null))
  if (several) segments.sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
  if (channels.some(({ alternatives }) => alternatives.length > 1)) notes.add(say('other-readings'))
  const language = channels[0]?.detected_language ?? null
  return {
    format: 'deepgram',
    ...segmentsToTranscript(segments, notes),
    title: null,
    date: null,
    language: language !== null && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : null,
    notes: notes.toNotes(),
  }
}

function segmentsOf({ alternatives }: Channel, channel: number | null): Segment[] {
  const best = alternatives[0]
  if (best?.paragraphs?.paragraphs.length) {
    return best.paragraphs.paragraphs.flatMap(({ sentences, speaker }) =>
      sentences.map(({ text, start, end }) => ({
        text,
        start: start ?? null,
        end: end ?? null,
        speaker: nameOf(speaker, channel),
      })),
    )
  }
  if (best?.words?.length) {
    return wordsToSegments(
      best.words.map(({ word: plain, punctuated_word: punctuated, start, end, speaker }) => ({
        text: punctuated ?? plain,
        start: start ?? null,
        end: end ?? null,
        speaker: nameOf(speaker, channel),
      })),
    )
  }
  return best?.transcript ? [{ text: best.transcript, start: null, end: null, speaker: nameOf(null, channel) }] : []
}

function nameOf(speaker: z.infer<typeof voice>, channel: number | null | undefined): string | null {
  if (typeof speaker === 'string' && !/^\d+$/.test(speaker)) return speaker
  const parts: string[] = []
  if (channel !== null && channel !== undefined) parts.push(`Channel ${channel}`)
  if (speaker !== null && speaker !== undefined) parts.push(`Speaker ${speaker}`)
  return parts.join(', ') || null
}
