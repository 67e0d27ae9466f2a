import { cuesToTurns } from './cues-to-turns'
import { readCaptionLabels } from './formats/caption-labels'
import type { NoteList } from './note-list'
import type { ParsedFile } from './formats/format'
import { withoutRollingLines, type PlacedCue } from './rolling-cues'
import { crossesMidnight, PASSED_MIDNIGHT, WallClock } from './wall-clock'

/**
 * What every caption format does with its cues once their markup is gone: count on past midnight, leave out lines that
 * roll up, read labels as speakers, and join cues into turns.
 */
export function captionsToTurns(
  cues: readonly PlacedCue[],
  notes: NoteList,
): Pick<ParsedFile, 'text' | 'turns' | 'cues'> {
  const timed = readCaptionLabels(withoutRollingLines(pastMidnight(cues, notes), notes))
  const { text, turns, cues: kept } = cuesToTurns(timed)
  return { text, turns, cues: kept }
}

function pastMidnight(cues: readonly PlacedCue[], notes: NoteList): PlacedCue[] {
  const clock = new WallClock()
  return cues.map((cue) => {
    const days = clock.days
    const startTime = clock.read(cue.startTime)
    if (clock.days > days) notes.add(PASSED_MIDNIGHT, cue.line)
    // A cue that is on screen at midnight ends on the next day.
    const endTime = cue.endTime + clock.days * 86_400 + (crossesMidnight(cue.startTime, cue.endTime) ? 86_400 : 0)
    return startTime === cue.startTime && endTime === cue.endTime ? cue : { ...cue, startTime, endTime }
  })
}
