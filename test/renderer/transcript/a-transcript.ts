import type { SpeakerId } from '../../../shared/domain/ids'
import { TURN_SEPARATOR, type Turn } from '../../../shared/domain/turn'

/** A transcript's text and turns, from what each turn says. */
export function aTranscript(...said: readonly (string | readonly [speaker: string, text: string])[]): {
  text: string
  turns: Turn[]
} {
  let text = ''
  const turns = said.map((turn, index): Turn => {
    const [speaker, words] = typeof turn === 'string' ? [null, turn] : turn
    if (index > 0) text += TURN_SEPARATOR
    const start = text.length
    text += words
    return { index, start, end: text.length, speakerId: speaker as SpeakerId | null, startTime: null, endTime: null }
  })
  return { text, turns }
}
