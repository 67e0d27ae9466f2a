import { describe, expect, it } from 'vitest'
import { destinationsOf } from '../../../renderer/features/transcript/go-to'
import type { Cue, Turn } from '../../../shared/domain/turn'

/** A turn every ten minutes, of 100 characters each; ten of them. */
const turns = Array.from({ length: 10 }, (_, index): Turn => ({
  index,
  start: index * 100,
  end: index * 100 + 98,
  speakerId: null,
  startTime: index * 600,
  endTime: index * 600 + 600,
}))
const cues: Cue[] = [
  { start: 600, end: 640, startTime: 3600, endTime: 3700 },
  { start: 641, end: 690, startTime: 3700, endTime: 4200 },
]
const found = (entry: string, within: readonly Turn[] = turns) =>
  destinationsOf(entry, within, cues).map(({ kind, turn, offset }) => `${kind}: turn ${turn + 1} at ${offset}`)

describe('where an entry goes', () => {
  it.each(['1:02:03', '62:03', '3723', '01:02:03', '1：02：03', ' 1:02:03.480 ', '1:02:03,480'])(
    'takes %j for a time, and finds the line that is said then',
    (entry) => {
      expect(found(entry)[0]).toBe('time: turn 7 at 641')
    },
  )

  it('takes a number with a sign for a turn', () => {
    expect(found('#3')).toEqual(['turn: turn 3 at 200'])
    expect(found('# 10')).toEqual(['turn: turn 10 at 900'])
    expect(found('#11')).toEqual([])
    expect(found('#0')).toEqual([])
  })

  it('offers both meanings of a number alone, the seconds first where the transcript is that long', () => {
    expect(found('7')).toEqual(['time: turn 1 at 0', 'turn: turn 7 at 600'])
    expect(found('6001')).toEqual(['time: turn 10 at 900'])
  })

  it('knows only turns where there are no times', () => {
    const untimed = turns.map((turn) => ({ ...turn, startTime: null, endTime: null }))
    expect(found('7', untimed)).toEqual(['turn: turn 7 at 600'])
    expect(found('1:02:03', untimed)).toEqual([])
  })

  it('goes to the first time of all when it began later', () => {
    const late = turns.map((turn) => (turn.index < 2 ? { ...turn, startTime: null } : turn))
    expect(found('0:30', late)).toEqual(['time: turn 3 at 200'])
  })

  it('finds the latest that had begun where the times of parts are not in order', () => {
    const joined = turns.map((turn) => (turn.index === 9 ? { ...turn, startTime: 60 } : turn))
    expect(found('0:05', joined)).toEqual(['time: turn 1 at 0'])
    expect(found('1:30', joined)).toEqual(['time: turn 10 at 900'])
  })

  it.each(['', 'soon', '1:2:3:4', '-5', '1:75x'])('goes nowhere for %j', (entry) => {
    expect(found(entry)).toEqual([])
  })
})
