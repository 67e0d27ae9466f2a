import { AppError } from '../../../../shared/errors'
import { say } from '../../../../shared/domain/messages/message'
import { captionsToTurns } from '../captions-to-turns'
import { parseClock } from '../clock'
import { NoteList } from '../note-list'
import type { PlacedCue } from '../rolling-cues'
import type { Format, FormatInput, ParsedFile } from './format'

const USUAL_FIELDS = 'layer,start,end,style,name,marginl,marginr,marginv,effect,text'.split(',')

/** SubStation Alpha (`.ssa`) and Advanced SubStation Alpha (`.ass`): the dialogue, with its names as speakers. */
export const ass: Format = {
  name: 'ass',
  extensions: ['.ass', '.ssa'],
  detect: ({ text }) => /^\s*\[Script Info\]/i.test(text.slice(0, 1000)),
  parse: parseAss,
}

function parseAss({ text }: FormatInput): ParsedFile {
  const notes = new NoteList()
  const cues: PlacedCue[] = []
  let title: string | null = null
  let fields: readonly string[] = USUAL_FIELDS
  let section = ''
  text.split('\n').forEach((line, index) => {
    const at = index + 1
    const head = /^\s*\[([^\]]{1,40})\]\s*$/.exec(line.slice(0, 60))
    if (head) section = head[1]!.toLowerCase()
    else if (section === 'script info' && /^title\s*:/i.test(line))
      title = line.slice(line.indexOf(':') + 1).trim() || null
    else if (section !== 'events' || line.trim() === '' || line.startsWith(';')) return
    else if (/^format\s*:/i.test(line))
      fields = line
        .slice(line.indexOf(':') + 1)
        .toLowerCase()
        .split(',')
        .map((each) => each.trim())
    else if (/^dialogue\s*:/i.test(line)) readDialogue(line.slice(line.indexOf(':') + 1), at)
    else notes.add(say('dialogue-other-line'), at)
  })
  if (cues.length === 0) {
    throw new AppError('not-understood', say('ass-without-dialogue'), {
      advice: say('check-other-format'),
    })
  }
  const ordered = cues.every((cue, index) => index === 0 || cues[index - 1]!.startTime <= cue.startTime)
  if (!ordered) notes.add(say('dialogue-order'))
  cues.sort((a, b) => a.startTime - b.startTime)
  return { format: 'ass', ...captionsToTurns(cues, notes), title, date: null, language: null, notes: notes.toNotes() }

  function readDialogue(written: string, line: number): void {
    const values = splitFields(written, fields.length)
    const value = (name: string): string => values[fields.indexOf(name)]?.trim() ?? ''
    const startTime = parseClock(value('start'))
    const endTime = parseClock(value('end'))
    if (startTime === null || endTime === null) {
      notes.add(say('dialogue-times'), line)
      return
    }
    const said = readText(value('text'), () => notes.add(say('braces-comment'), line))
    if (said === '') notes.add(say('cue-without-text'), line)
    else
      cues.push({ startTime, endTime, line, parts: [{ speaker: value('name') || value('actor') || null, text: said }] })
    if (endTime < startTime) notes.add(say('cue-ends-early'), line)
  }
}

/** The last field takes the rest of the line, commas and all. */
function splitFields(written: string, count: number): string[] {
  const values: string[] = []
  let from = 0
  while (values.length < count - 1) {
    const comma = written.indexOf(',', from)
    if (comma < 0) break
    values.push(written.slice(from, comma))
    from = comma + 1
  }
  return [...values, written.slice(from)]
}

/** Text without its overrides and comments in braces; what is drawn rather than written goes too. */
function readText(written: string, onComment: () => void): string {
  let drawn = false
  const parts: string[] = []
  let from = 0
  while (from < written.length) {
    const open = written.indexOf('{', from)
    const close = open < 0 ? -1 : written.indexOf('}', open)
    if (!drawn) parts.push(written.slice(from, close < 0 ? written.length : open))
    if (close < 0) break
    const mode = /\\p(\d)/.exec(written.slice(open, close))?.[1]
    if (mode !== undefined) drawn = mode !== '0'
    else if (close > open + 1 && written[open + 1] !== '\\') onComment()
    from = close + 1
  }
  return parts
    .join('')
    .replace(/\\([Nnh])/g, (_, mark) => (mark === 'N' ? '\n' : mark === 'n' ? ' ' : '\u00a0'))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
