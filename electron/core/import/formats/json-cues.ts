import type { z } from 'zod'
import { AppError } from '../../../../shared/errors'
import { sayIssue } from '../../../../shared/say-issue'
import { type Message, say } from '../../../../shared/domain/messages/message'
import { cuesToTurns, type TimedCue } from '../cues-to-turns'
import type { NoteList } from '../note-list'
import type { FormatInput, ParsedFile } from './format'

/** One timed segment of a JSON transcript. */
export interface Segment {
  readonly start: number | null
  readonly end: number | null
  readonly text: string
  readonly speaker: string | null
  /** It stands against the segment before without a space. */
  readonly joined?: boolean
}

/** No transcript nests its JSON deeper; what does was made to break readers. */
const DEEPEST = 200
/** Each file is parsed once, however many formats look at it. */
const parsed = new WeakMap<FormatInput, unknown>()

/**
 * The file's JSON, or `undefined` for a file that does not begin like JSON. Throws `not-understood` with the line for
 * JSON that is broken or nested too deeply.
 */
export function jsonOf(input: FormatInput): unknown {
  if (parsed.has(input)) return parsed.get(input)
  const data = LIKE_JSON.test(input.text.slice(0, 200)) ? parseJson(input.text) : undefined
  parsed.set(input, data)
  return data
}

/** The file's JSON when it is an object, else `null`. */
export function jsonObjectOf(input: FormatInput): Readonly<Record<string, unknown>> | null {
  const data = jsonOf(input)
  return isObject(data) ? data : null
}

/** Whether a value is an object with keys, not a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const LIKE_JSON = /^\s*(?:\{\s*["}]|\[\s*[[{\]])/

function parseJson(text: string): unknown {
  refuseDeep(text)
  try {
    return JSON.parse(text)
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : ''
    const position = /position (\d{1,10})/.exec(detail)?.[1]
    const line = position === undefined ? null : text.slice(0, Number(position)).split('\n').length
    const broken = line === null ? say('json-broken', { detail }) : say('json-broken-on-line', { line, detail })
    throw new AppError('not-understood', broken, {
      advice: say('export-again'),
      cause,
    })
  }
}

function refuseDeep(text: string): void {
  let depth = 0
  let line = 1
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      // A string ends at the next quote that no backslash escapes.
      for (at += 1; at < text.length && text.charCodeAt(at) !== 0x22; at += 1) if (text.charCodeAt(at) === 0x5c) at += 1
    } else if (code === 0x0a) line += 1
    else if (code === 0x7d || code === 0x5d) depth -= 1
    else if ((code === 0x7b || code === 0x5b) && (depth += 1) > DEEPEST) {
      throw new AppError('not-understood', say('json-too-deep', { depth: DEEPEST, line }), {
        advice: say('check-is-transcript'),
      })
    }
  }
}

/** The checked content of a JSON transcript. Throws `not-understood`, naming the place, when it has another shape. */
export function readJson<T>(input: FormatInput, shape: z.ZodType<T>, layout: string | Message): T {
  const data = jsonOf(input)
  const checked = shape.safeParse(data)
  if (checked.success) return checked.data
  const issue = checked.error.issues[0]
  const place = issue?.path.join('.') || say('json-top-level')
  throw new AppError(
    'not-understood',
    say('json-other-layout', { layout, place, detail: issue ? sayIssue(issue) : say('json-something-else') }),
    {
      advice: say('choose-format-or-export'),
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
  segments.forEach(({ start, end, text, speaker, joined = false }, index) => {
    const payload = text.replace(/\r\n?/g, '\n').trim()
    const startTime = start ?? clock
    const endTime = end ?? startTime
    const number = index + 1
    if (start === null || end === null) notes.addAt(say('segment-without-time'), 'segment', number)
    if (endTime < startTime) notes.addAt(say('segment-ends-early'), 'segment', number)
    clock = endTime
    if (payload === '') notes.addAt(say('segment-without-text'), 'segment', number)
    else cues.push({ startTime, endTime, joined, parts: [{ speaker: speaker?.trim() || null, text: payload }] })
  })
  const { text, turns, cues: kept } = cuesToTurns(cues)
  return { text, turns, cues: kept }
}
