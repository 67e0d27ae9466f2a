import { say } from '../../../../shared/domain/messages/message'
import { z } from 'zod'
import { NoteList } from '../note-list'
import { TranscriptBuilder } from '../transcript-builder'
import type { Format, FormatInput, ParsedFile } from './format'
import { isObject, jsonObjectOf, readJson } from './json-cues'

const shape = z.object({
  words: z.array(z.object({ start: z.number(), end: z.number(), text: z.string() })),
  paragraphs: z.array(z.object({ start: z.number(), end: z.number(), speaker: z.string().nullish() })).min(1),
})

/** BBC Digital Paper Edit JSON: `words` with times, and `paragraphs` that say who speaks from when to when. */
export const dpeJson: Format = {
  name: 'dpe',
  extensions: ['.json'],
  detect: (input) => {
    const { words, paragraphs } = jsonObjectOf(input) ?? {}
    return Array.isArray(words) && Array.isArray(paragraphs) && !(isObject(paragraphs[0]) && 'text' in paragraphs[0])
  },
  parse: parseDpe,
}

/** Each paragraph is a turn and a cue; a word belongs to the last paragraph that has begun. */
function parseDpe(input: FormatInput): ParsedFile {
  const notes = new NoteList()
  const { words, paragraphs } = readJson(input, shape, 'Digital Paper Edit JSON')
  const ordered = [...paragraphs].sort((a, b) => a.start - b.start)
  const said: string[][] = ordered.map(() => [])
  let current = 0
  for (const word of words) {
    while (current + 1 < ordered.length && ordered[current + 1]!.start <= word.start) current += 1
    if (word.text.trim() !== '') said[current]!.push(word.text.trim())
  }
  const builder = new TranscriptBuilder()
  ordered.forEach(({ start, end, speaker }, index) => {
    const line = said[index]!.join(' ')
    if (line === '') {
      notes.addAt(say('paragraph-without-words'), 'paragraph', index + 1)
      return
    }
    builder.startTurn({ speaker: speaker?.trim() || null, startTime: start, endTime: Math.max(start, end) })
    builder.addCue({ ...builder.addText(line, ' '), startTime: start, endTime: end })
  })
  const { text: stored, turns, cues } = builder
  return { format: 'dpe', text: stored, turns, cues, title: null, date: null, language: null, notes: notes.toNotes() }
}
