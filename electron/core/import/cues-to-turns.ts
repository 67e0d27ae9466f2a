import { TranscriptBuilder } from './transcript-builder'

/** One voice in a cue: who says it (`null`: whoever spoke before), and its text without markup. */
export interface CuePart {
  readonly speaker: string | null
  readonly text: string
  /** Somebody else begins who is not named, as `>>` says in captions. */
  readonly other?: boolean
}

/** A cue as a format's reader found it; times in seconds. */
export interface TimedCue {
  readonly startTime: number
  readonly endTime: number
  readonly parts: readonly CuePart[]
  /** It stands against the cue before without a space, as a full stop does that is a cue of its own. */
  readonly joined?: boolean
}

/** Where nobody is named, a silence of this many seconds starts a new turn. */
const PAUSE = 2
/** Where nobody is named, the first sentence that ends after this many seconds ends the turn. */
const SOFT_SECONDS = 60
/** Where nobody is named, no turn starts a further cue after this many seconds. */
const HARD_SECONDS = 180
/** A named speaker's turn of this many code units ends with its next sentence: nobody reads on without a break for so long. */
const SOFT_LENGTH = 20_000
/** No turn grows past this many code units by a further cue. */
const HARD_LENGTH = 40_000

/**
 * Joins consecutive cues of one speaker into one turn, with one space between cues; a cue that names nobody continues
 * the speaker before it. A stretch in which nobody has been named yet is broken into turns that can be read: at a
 * pause, at the end of a sentence after a minute, at any cue after three. A very long turn of one speaker is broken at
 * the end of a sentence. A cue with two voices stands in two turns, as one cue over both.
 */
export function cuesToTurns(cues: readonly TimedCue[]): Pick<TranscriptBuilder, 'text' | 'turns' | 'cues'> {
  const builder = new TranscriptBuilder()
  let speaker: string | null = null
  let turnStart = 0
  let previousEnd = 0
  let sentenceEnded = false
  for (const { startTime, endTime, parts, joined = false } of cues) {
    let cueStart = -1
    let cueEnd = -1
    parts.forEach((part, index) => {
      const changed = (part.speaker !== null && part.speaker !== speaker) || part.other === true
      if (builder.turns.length === 0 || changed || (index === 0 && !joined && breaksHere(startTime))) {
        if (part.speaker !== null || part.other === true) speaker = part.speaker
        builder.startTurn({ speaker, startTime, endTime: null })
        turnStart = startTime
      }
      const range = builder.addText(part.text, joined && index === 0 ? '' : ' ')
      // A mark of another speaker may stand alone, with words only in the cue after it.
      if (range.end > range.start) {
        if (cueStart < 0) cueStart = range.start
        cueEnd = range.end
      }
      builder.endTurnAt(Math.max(startTime, endTime))
      sentenceEnded = endsSentence(part.text)
    })
    if (cueStart >= 0) builder.addCue({ start: cueStart, end: cueEnd, startTime, endTime })
    previousEnd = endTime
  }
  return builder

  function breaksHere(startTime: number): boolean {
    const length = builder.turnLength
    if (length >= HARD_LENGTH || (length >= SOFT_LENGTH && sentenceEnded)) return true
    if (speaker !== null) return false
    const lasted = startTime - turnStart
    return startTime - previousEnd >= PAUSE || lasted >= HARD_SECONDS || (lasted >= SOFT_SECONDS && sentenceEnded)
  }
}

/** Whether a cue's text closes a sentence: its last mark, closing quotes and brackets aside, is a full stop or its like. */
function endsSentence(text: string): boolean {
  let last = text.length - 1
  while (last >= 0 && CLOSERS.has(text[last]!)) last -= 1
  return last >= 0 && ENDERS.has(text[last]!)
}

const CLOSERS = new Set('"\'”’»」』）)]】》 ')
const ENDERS = new Set('.!?…。！？．')
