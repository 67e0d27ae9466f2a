import type { ParsedTranscript } from '../../../../electron/core/import/parsed-transcript'

/** Who says what, turn by turn. */
export function spoken(read: ParsedTranscript | null): (readonly [speaker: string | null, text: string])[] {
  if (!read) throw new Error('the file is no document')
  return read.turns.map(({ speaker, start, end }) => [speaker, read.text.slice(start, end)])
}
