import { AppError } from '../../../../shared/errors'
import { say } from '../../../../shared/domain/messages/message'
import { captionsToTurns } from '../captions-to-turns'
import { parseClock } from '../clock'
import { NoteList } from '../note-list'
import type { PlacedCue } from '../rolling-cues'
import type { Format, FormatInput, ParsedFile } from './format'
import { readXml, rootElementOf } from './read-xml'

/** Podlove Simple Transcripts: `speech` elements with a `speaker` and timed `item`s. */
export const podloveXml: Format = {
  name: 'podlove',
  extensions: ['.xml'],
  detect: ({ text }) => rootElementOf(text) === 'transcripts',
  parse: parsePodlove,
}

function parsePodlove({ text }: FormatInput): ParsedFile {
  const notes = new NoteList()
  const cues: PlacedCue[] = []
  let speaker = ''
  let inside = ''
  let item = { start: '', end: '', line: 1, said: '' }
  let clock = 0
  readXml(text, {
    open: (name, attributes, line) => {
      inside = name
      if (name === 'speech') speaker = ''
      if (name === 'item')
        item = { start: attributes.get('start') ?? '', end: attributes.get('end') ?? '', line, said: '' }
    },
    text: (piece) => {
      if (inside === 'speaker') speaker += piece
      else if (inside === 'item') item.said += piece
      else if (piece.trim() !== '') notes.add(say('text-outside-speech'))
    },
    close: (name) => {
      inside = ''
      if (name !== 'item') return
      const { line } = item
      const startTime = parseClock(item.start)
      const endTime = parseClock(item.end)
      if (startTime === null || endTime === null) notes.add(say('item-without-time'), line)
      const begins = startTime ?? clock
      clock = endTime ?? begins
      const said = item.said.trim()
      if (said === '') notes.add(say('cue-without-text'), line)
      else
        cues.push({ startTime: begins, endTime: clock, line, parts: [{ speaker: speaker.trim() || null, text: said }] })
    },
  })
  if (cues.length === 0) {
    throw new AppError('not-understood', say('podlove-without-item'), { advice: say('export-it-again') })
  }
  return {
    format: 'podlove',
    ...captionsToTurns(cues, notes),
    title: null,
    date: null,
    language: null,
    notes: notes.toNotes(),
  }
}
