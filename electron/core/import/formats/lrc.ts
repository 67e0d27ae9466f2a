import { AppError } from '../../../../shared/errors'
import { say } from '../../../../shared/domain/messages/message'
import { captionsToTurns } from '../captions-to-turns'
import { NoteList } from '../note-list'
import type { PlacedCue } from '../rolling-cues'
import { extensionOf, type Format, type FormatInput, type ParsedFile } from './format'

/** `[01:02.34]`; some write a colon before the hundredths, or hours. */
const TIME = /^\s*\[(?:(\d{1,3}):)?(\d{1,4}):(\d{1,2})(?:[.,:](\d{1,3}))?\]/
const EXACT = /^\s*\[\d{1,3}:\d{2}[.]\d{2,3}\]/
const WORD_TIME = /<(?:\d{1,3}:)?\d{1,4}:\d{1,2}(?:[.:]\d{1,3})?>/g
const TAG = /^\s*\[([a-z#]{1,10}):\s*([^\]]*)\]\s*$/i

/** LRC, lines with the time at which they begin; the word times of its extended form go. A line ends where the next begins. */
export const lrc: Format = {
  name: 'lrc',
  extensions: ['.lrc'],
  detect: ({ text, fileName }) => {
    const lines = text
      .slice(0, 20_000)
      .split('\n', 200)
      .filter((line) => line.trim() !== '')
    const timed = extensionOf(fileName) === '.lrc' ? TIME : EXACT
    const found = lines.filter((line) => timed.test(line)).length
    return found >= 2 && found + lines.filter((line) => TAG.test(line)).length >= lines.length * 0.6
  },
  parse: parseLrc,
}

interface LrcLine {
  readonly time: number
  readonly line: number
  readonly text: string
}

function parseLrc({ text }: FormatInput): ParsedFile {
  const notes = new NoteList()
  const tags = new Map<string, string>()
  const found: LrcLine[] = []
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    const { times, rest } = takeTimes(line)
    if (times.length > 1) notes.add(say('line-several-times'), index + 1)
    if (times.length > 0) {
      const said = rest.replace(WORD_TIME, '').trim()
      if (said !== rest.trim()) notes.add(say('word-times'), index + 1)
      for (const time of times) found.push({ time, line: index + 1, text: said })
      return
    }
    const tag = TAG.exec(line.slice(0, 500))
    if (tag) {
      tags.set(tag[1]!.toLowerCase(), tag[2]!.trim())
      notes.add(say('header-line'), index + 1)
    } else if (found.length > 0) {
      const last = found.at(-1)!
      found[found.length - 1] = { ...last, text: `${last.text}\n${line.trim()}`.trim() }
      notes.add(say('line-without-time'), index + 1)
    } else notes.add(say('line-before-times'), index + 1)
  })
  const cues = toCues(found, Number(tags.get('offset') ?? 0), notes)
  if (cues.length === 0) {
    throw new AppError('not-understood', say('lrc-without-line'), {
      advice: say('check-other-format'),
    })
  }
  const language = tags.get('la') ?? ''
  return {
    format: 'lrc',
    ...captionsToTurns(cues, notes),
    title: tags.get('ti') || null,
    date: null,
    language: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : null,
    notes: notes.toNotes(),
  }
}

/** A positive offset, in milliseconds, makes the lines come sooner. */
function toCues(found: readonly LrcLine[], offset: number, notes: NoteList): PlacedCue[] {
  const shift = Number.isFinite(offset) ? offset / 1000 : 0
  const ordered = [...found].sort((a, b) => a.time - b.time)
  return ordered.flatMap(({ time, line, text }, index) => {
    if (text === '') return []
    const next = ordered.slice(index + 1, index + 20).find((each) => each.time > time)
    if (!next && index + 1 < ordered.length) notes.add(say('line-end-unknown'), line)
    const at = (seconds: number): number => Math.round((seconds - shift) * 1000) / 1000
    return [{ startTime: at(time), endTime: at(next?.time ?? time), line, parts: [{ speaker: null, text }] }]
  })
}

function takeTimes(line: string): { times: number[]; rest: string } {
  const times: number[] = []
  let rest = line
  for (let tag = TIME.exec(rest.slice(0, 40)); tag; tag = TIME.exec(rest.slice(0, 40))) {
    const [whole, hours, minutes, seconds, fraction] = tag
    const parts = fraction === undefined ? 0 : Number(`0.${fraction}`)
    times.push(Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds) + parts)
    rest = rest.slice(whole.length)
  }
  return { times, rest }
}
