import { describe, expect, it } from 'vitest'
import { Timeline } from '../../../renderer/features/transcript/player/said-at'
import type { Cue, Turn } from '../../../shared/domain/turn'

const turn = (index: number, start: number, end: number, startTime: number | null, endTime: number | null): Turn => ({
  index,
  start,
  end,
  startTime,
  endTime,
  speakerId: null,
})
const cue = (start: number, end: number, startTime: number, endTime: number): Cue => ({
  start,
  end,
  startTime,
  endTime,
})

const turns = [turn(0, 0, 20, 1, 5), turn(1, 22, 30, 6, 8), turn(2, 32, 40, null, null)]

describe('the text of a recording', () => {
  it('is told by cues where there are any', () => {
    const timeline = new Timeline(turns, [cue(0, 9, 1, 2), cue(10, 20, 2, 5), cue(22, 30, 6, 8)])
    expect([0, 9, 10, 21, 25, 39].map((offset) => timeline.timeAt(offset))).toEqual([1, 1, 2, 2, 6, 6])
    expect(timeline.saidAt(0.5)).toBe(null)
    expect(timeline.saidAt(1)).toEqual({ start: 0, end: 9 })
    expect(timeline.saidAt(4.9)).toEqual({ start: 10, end: 20 })
    expect(timeline.saidAt(5.5)).toBe(null)
    expect(timeline.saidAt(7)).toEqual({ start: 22, end: 30 })
    expect(timeline.saidAt(60)).toBe(null)
  })

  it('is told by turns where there are none, and one without an end lasts until the next', () => {
    const timeline = new Timeline([turn(0, 0, 20, 1, null), turn(1, 22, 30, 6, null)], [])
    expect(timeline.timeAt(25)).toBe(6)
    expect(timeline.saidAt(5)).toEqual({ start: 0, end: 20 })
    expect(timeline.saidAt(100)).toEqual({ start: 22, end: 30 })
  })

  it('has no times where the transcript has none', () => {
    const timeline = new Timeline([turn(0, 0, 20, null, null)], [])
    expect(timeline.isEmpty).toBe(true)
    expect(timeline.timeAt(5)).toBe(null)
    expect(timeline.saidAt(5)).toBe(null)
  })
})
