import { TURN_SEPARATOR, type Cue } from '../../../shared/domain/turn'
import type { ParsedTurn } from './parsed-transcript'

interface OpenTurn extends Omit<ParsedTurn, 'end' | 'endTime'> {
  end: number
  endTime: number | null
}

/** Writes a transcript's text turn by turn and keeps where its turns and cues stand. */
export class TranscriptBuilder {
  readonly #parts: string[] = []
  #length = 0
  readonly #turns: OpenTurn[] = []
  readonly #cues: Cue[] = []

  get text(): string {
    return this.#parts.join('')
  }

  get turns(): readonly ParsedTurn[] {
    return this.#turns
  }

  get cues(): readonly Cue[] {
    return this.#cues
  }

  /** Code units that the last turn has so far. */
  get turnLength(): number {
    const turn = this.#turns.at(-1)
    return turn ? this.#length - turn.start : 0
  }

  /** Starts a turn after the last one. */
  startTurn(turn: Omit<ParsedTurn, 'start' | 'end'>): void {
    if (this.#turns.length > 0) this.#write(TURN_SEPARATOR)
    this.#turns.push({ ...turn, start: this.#length, end: this.#length })
  }

  /** Adds text to the last turn, after `joiner` unless the turn is still empty. */
  addText(text: string, joiner: string): { start: number; end: number } {
    const turn = this.#turns.at(-1)!
    if (this.#length > turn.start) this.#write(joiner)
    const start = this.#length
    this.#write(text)
    turn.end = this.#length
    return { start, end: this.#length }
  }

  /** Says when the last turn ends; times that run backwards keep the latest end. */
  endTurnAt(time: number): void {
    const turn = this.#turns.at(-1)!
    turn.endTime = Math.max(turn.endTime ?? time, time)
  }

  addCue(cue: Cue): void {
    this.#cues.push(cue)
  }

  #write(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }
}
