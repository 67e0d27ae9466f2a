import { AppError } from '../../../../shared/errors'
import { say } from '../../../../shared/domain/messages/message'
import { captionsToTurns } from '../captions-to-turns'
import { NoteList } from '../note-list'
import type { PlacedCue } from '../rolling-cues'
import { readCueMarkup } from './cue-markup'
import type { Format, FormatInput, ParsedFile } from './format'
import { readXml, rootElementOf } from './read-xml'

/**
 * YouTube's captions as XML: `srv1` with `text` elements and seconds (`start`, `dur`), `srv2` and `srv3` with `text` or
 * `p` and milliseconds (`t`, `d`). What is written in them may be escaped once more, as `&amp;#39;` is.
 */
export const youtubeXml: Format = {
  name: 'youtube-xml',
  extensions: ['.xml', '.srv1', '.srv2', '.srv3'],
  detect: ({ text }) => ['transcript', 'timedtext'].includes(rootElementOf(text) ?? '') && /<(?:text|p)\s/.test(text),
  parse: parseYoutubeXml,
}

function parseYoutubeXml({ text }: FormatInput): ParsedFile {
  const notes = new NoteList()
  const cues: PlacedCue[] = []
  let open: { readonly start: number | null; readonly lasts: number; readonly line: number; said: string } | null = null
  let clock = 0
  readXml(text, {
    open: (name, attributes, line) => {
      if (name !== 'text' && name !== 'p') return
      const start = numberOf(attributes.get('start')) ?? inSeconds(attributes.get('t'))
      open = { start, lasts: numberOf(attributes.get('dur')) ?? inSeconds(attributes.get('d')) ?? 0, line, said: '' }
    },
    text: (piece) => {
      if (open) open.said += piece
    },
    close: (name) => {
      if (!open || (name !== 'text' && name !== 'p')) return
      const { start, lasts, line, said } = open
      open = null
      const parts = readCueMarkup(said.split('\n'), { entities: true, positions: false })
      if (start === null) notes.add(say('paragraph-without-time'), line)
      const startTime = start ?? clock
      clock = startTime
      // An element of its own places the line break between two lines that roll.
      if (parts.length === 0) {
        if (said === '' || said.trim() !== '') notes.add(say('cue-without-text'), line)
      } else cues.push({ startTime, endTime: tidy(startTime + lasts), line, parts })
    },
  })
  if (cues.length === 0) {
    throw new AppError('not-understood', say('youtube-without-line'), {
      advice: say('export-it-again'),
    })
  }
  return {
    format: 'youtube-xml',
    ...captionsToTurns(cues, notes),
    title: null,
    date: null,
    language: null,
    notes: notes.toNotes(),
  }
}

function numberOf(written: string | undefined): number | null {
  return written !== undefined && /^\d{1,9}(?:\.\d{1,9})?$/.test(written.trim()) ? Number(written) : null
}

function inSeconds(written: string | undefined): number | null {
  const milliseconds = numberOf(written)
  return milliseconds === null ? null : milliseconds / 1000
}

function tidy(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6
}
