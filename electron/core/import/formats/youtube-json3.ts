import { say } from '../../../../shared/domain/messages/message'
import { z } from 'zod'
import { captionsToTurns } from '../captions-to-turns'
import { NoteList } from '../note-list'
import type { PlacedCue } from '../rolling-cues'
import type { Format, FormatInput, ParsedFile } from './format'
import { isObject, jsonObjectOf, readJson } from './json-cues'

const event = z.object({
  tStartMs: z.number().nullish(),
  dDurationMs: z.number().nullish(),
  aAppend: z.number().nullish(),
  segs: z.array(z.object({ utf8: z.string().nullish() })).nullish(),
})
const shape = z.object({ events: z.array(event) })

/**
 * YouTube's captions as `json3`: events with pieces of text. Events without pieces place a window on the screen; those
 * with `aAppend` add to the line before, mostly its line break.
 */
export const youtubeJson3: Format = {
  name: 'json3',
  extensions: ['.json', '.json3'],
  detect: (input) => {
    const data = jsonObjectOf(input)
    if (!data || !Array.isArray(data.events)) return false
    const events: readonly unknown[] = data.events
    return 'wireMagic' in data || events.slice(0, 50).some((each) => isObject(each) && Array.isArray(each.segs))
  },
  parse: parseJson3,
}

function parseJson3(input: FormatInput): ParsedFile {
  const notes = new NoteList()
  const { events } = readJson(input, shape, 'YouTube json3')
  const cues: PlacedCue[] = []
  let clock = 0
  events.forEach(({ tStartMs, dDurationMs, aAppend, segs }, index) => {
    if (!segs) return
    const text = segs
      .map(({ utf8 }) => utf8 ?? '')
      .join('')
      .replace(/\r\n?/g, '\n')
    if (tStartMs === null || tStartMs === undefined) notes.addAt(say('event-without-time'), 'event', index + 1)
    const startTime = tStartMs === null || tStartMs === undefined ? clock : tStartMs / 1000
    const endTime = startTime + (dDurationMs ?? 0) / 1000
    clock = startTime
    const last = cues.at(-1)
    if (aAppend && last) {
      if (text.trim() === '') return
      const before = last.parts[0]!.text
      const joiner = /^\s/.test(text) ? (text.startsWith('\n') ? '\n' : ' ') : ''
      cues[cues.length - 1] = {
        ...last,
        endTime: Math.max(last.endTime, endTime),
        parts: [{ speaker: null, text: `${before}${joiner}${text.trim()}` }],
      }
      notes.addAt(say('event-adds'), 'event', index + 1)
    } else if (text.trim() === '') notes.addAt(say('event-without-text'), 'event', index + 1)
    else cues.push({ startTime, endTime, parts: [{ speaker: null, text: tidy(text) }], line: 1 })
  })
  return {
    format: 'json3',
    ...captionsToTurns(cues, notes),
    title: null,
    date: null,
    language: null,
    notes: notes.toNotes(),
  }
}

/** Without white space round the whole and without blank lines inside. */
function tidy(text: string): string {
  return text
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n')
}
