import { say } from '../../../../shared/domain/messages/message'
import { z } from 'zod'
import { refusing } from '../../../../shared/say-issue'
import { NoteList } from '../note-list'
import type { Format, FormatInput, ParsedFile } from './format'
import { isObject, jsonObjectOf, readJson, segmentsToTranscript, type Segment } from './json-cues'
import { wordsToSegments } from './json-words'

const seconds = z.number().nullish()
const word = z.object({
  word: z.string().nullish(),
  text: z.string().nullish(),
  start: seconds,
  end: seconds,
  speaker: z.string().nullish(),
})
const segment = z.object({
  start: seconds,
  end: seconds,
  text: z.string(),
  speaker: z.string().nullish(),
  words: z.array(word).nullish(),
})
const shape = z
  .object({
    segments: z.array(segment).nullish(),
    words: z.array(word).nullish(),
    language: z.string().nullish(),
  })
  .refine(({ segments, words }) => segments || words, { path: ['segments'], ...refusing(say('expected-list')) })
type WhisperSegment = z.infer<typeof segment>
type WhisperWord = z.infer<typeof word>

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
  detect: (input) => {
    const { segments, words } = jsonObjectOf(input) ?? {}
    const first: unknown = Array.isArray(words) ? words[0] : undefined
    return Array.isArray(segments) || (isObject(first) && 'word' in first)
  },
  parse: parseWhisper,
}

function parseWhisper(input: FormatInput): ParsedFile {
  const notes = new NoteList()
  const { segments, words, language } = readJson(input, shape, 'Whisper JSON')
  const said = segments
    ? segments.flatMap((each, index) => segmentsOf(each, index, notes))
    : wordsToSegments(
        (words ?? []).map((each) => ({ ...timesOf(each), text: writtenOf(each), speaker: each.speaker ?? null })),
      )
  const parsed = segmentsToTranscript(said, notes)
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

/** A segment, cut where its words name several speakers and it names none itself. */
function segmentsOf(whole: WhisperSegment, index: number, notes: NoteList): Segment[] {
  const { text, speaker, words } = whole
  const voices = new Set(words?.flatMap((each) => each.speaker ?? []) ?? [])
  if (speaker || voices.size === 0) return [{ ...timesOf(whole), text, speaker: speaker ?? null }]
  const [only] = voices
  if (voices.size === 1) return [{ ...timesOf(whole), text, speaker: only! }]
  const cut = cutByVoice(whole, words!)
  if (cut) return cut
  notes.addAt(say('segment-several-speakers'), 'segment', index + 1)
  return [{ ...timesOf(whole), text, speaker: only! }]
}

/** The segment's own text cut before the first word of each speaker, or `null` where a word is not found in it. */
function cutByVoice({ text, start, end }: WhisperSegment, words: readonly WhisperWord[]): Segment[] | null {
  const cuts: { at: number; speaker: string; start: number | null }[] = []
  let from = 0
  for (const each of words) {
    const written = writtenOf(each).trim()
    const at = text.indexOf(written, from)
    if (at < 0) return null
    from = at + written.length
    const before = cuts.at(-1)
    if (each.speaker && each.speaker !== before?.speaker)
      cuts.push({ at: before ? at : 0, speaker: each.speaker, start: before ? (each.start ?? null) : (start ?? null) })
  }
  return cuts.map((cut, index) => ({
    text: text.slice(cut.at, cuts[index + 1]?.at),
    speaker: cut.speaker,
    start: cut.start,
    end: cuts[index + 1]?.start ?? end ?? null,
  }))
}

function timesOf({ start, end }: Pick<WhisperWord, 'start' | 'end'>): Pick<Segment, 'start' | 'end'> {
  return { start: start ?? null, end: end ?? null }
}

/** OpenAI writes `word`, whisper-timestamped `text`. */
function writtenOf({ word: written, text }: WhisperWord): string {
  return written ?? text ?? ''
}
