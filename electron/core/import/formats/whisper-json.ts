import { z } from 'zod'
import { NoteList } from '../note-list'
import type { Format, FormatInput, ParsedFile } from './format'
import { readJson, segmentsToTranscript, type Segment } from './json-cues'

const seconds = z.number().nullish()
const segment = z.object({ start: seconds, end: seconds, text: z.string(), speaker: z.string().nullish() })
const shape = z.object({ segments: z.array(segment), language: z.string().nullish() })

/** Languages that the Whisper API writes out in English. */
const SPELT: Readonly<Record<string, string>> = {
  english: 'en',
  chinese: 'zh',
  german: 'de',
  french: 'fr',
  spanish: 'es',
  japanese: 'ja',
  korean: 'ko',
  russian: 'ru',
  portuguese: 'pt',
  italian: 'it',
  dutch: 'nl',
}

/** JSON of OpenAI's Whisper, WhisperX (with speakers), faster-whisper and whisper-timestamped: an object with `segments`. */
export const whisperJson: Format = {
  name: 'whisper',
  extensions: ['.json'],
  detect: ({ text }) => /^\s*\{/.test(text.slice(0, 100)) && /^"segments"\s*:\s*\[/.test(aroundSegments(text)),
  parse: parseWhisper,
}

/** The beginning of the list of segments, where its members' keys stand. */
function aroundSegments(text: string): string {
  const at = text.indexOf('"segments"')
  return at < 0 ? '' : text.slice(at, at + 2000)
}

function parseWhisper({ text }: FormatInput): ParsedFile {
  const notes = new NoteList()
  const { segments, language } = readJson(text, shape, 'Whisper JSON')
  const parsed = segmentsToTranscript(
    segments.map(({ start, end, text: words, speaker }): Segment => ({
      start: start ?? null,
      end: end ?? null,
      text: words,
      speaker: speaker ?? null,
    })),
    notes,
  )
  return {
    format: 'whisper',
    ...parsed,
    title: null,
    date: null,
    language: tagOf(language ?? ''),
    notes: notes.toNotes(),
  }
}

function tagOf(language: string): string | null {
  const known = SPELT[language.toLowerCase()] ?? language
  return /^[a-z]{2,3}$/.test(known) ? known : null
}
