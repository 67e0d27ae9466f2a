import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  IDLE_MS,
  look,
  startClock,
  type ReadingClock,
} from '../../../renderer/features/transcript/coverage/reading-clock'
import { partsOf, readingMs, type ReadingPart } from '../../../renderer/features/transcript/coverage/reading-parts'

const blockOf = (text: string) => ({ index: 0, turn: 0, start: 0, end: text.length, opensTurn: true })

describe('how long reading takes', () => {
  it('goes by words, and by characters in Chinese and Japanese', () => {
    expect(readingMs('The engine weaves patterns, it doesn’t think.')).toBe(7 * 187.5)
    expect(readingMs('机器不会思考。')).toBe(6 * 120)
    expect(readingMs('GPT 不会思考')).toBe(187.5 + 4 * 120)
    expect(readingMs(' — ')).toBe(0)
  })

  it('is told of a long paragraph in parts that end with a sentence, and hold all of it', () => {
    const text = `${'It went on and on for quite a while. '.repeat(30)}And then it ended.`
    const parts = partsOf(text, blockOf(text))
    expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    expect(parts.length).toBeGreaterThan(2)
    for (const { start, end } of parts) {
      expect(end - start).toBeLessThanOrEqual(400)
      expect(text.slice(start, end).trim()).toMatch(/\.$/)
    }
    expect(parts.reduce((sum, { ms }) => sum + ms, 0)).toBe(readingMs(text))
  })

  it('never cuts a character, whatever there is to cut at', () => {
    const text = '😀'.repeat(500)
    for (const { start, end } of partsOf(text, blockOf(text))) expect([start % 2, end % 2]).toEqual([0, 0])
  })
})

/** Parts of ten words: 1,875 ms each. */
const PARTS: readonly ReadingPart[] = Array.from({ length: 100 }, (_, index) => ({
  start: index * 50,
  end: index * 50 + 50,
  ms: 1875,
}))
const SCREEN = 10
const screenFrom = (first: number) => PARTS.slice(first, first + SCREEN)

/** Looks once a second at what `viewAt` gives for each second; the reader scrolls, so somebody is there. */
function read(seconds: number, viewAt: (second: number) => readonly ReadingPart[], inputAt = (ms: number) => ms) {
  let clock: ReadingClock = look(startClock(0), lookAt(0))
  for (let second = 1; second <= seconds; second += 1) clock = look(clock, lookAt(second))
  return clock

  function lookAt(second: number) {
    const at = second * 1000
    return { at, inputAt: inputAt(at), isWatched: true, view: viewAt(second), isSeen: () => false }
  }
}
const partsIn = ({ done }: ReadingClock) => done.map(({ start }) => start / 50)

describe('a reading clock', () => {
  it('counts what was before the reader for as long as it takes, from the top on', () => {
    const clock = read(6, () => screenFrom(0))
    expect(partsIn(clock)).toEqual([0, 1, 2])
    expect(clock.seconds).toBe(6)
  })

  it('counts everything for a reader who scrolls on by the line, and only that', () => {
    // Ten words in two seconds: 300 a minute.
    const clock = read(100, (second) => screenFrom(Math.floor(second / 2)))
    expect(partsIn(clock)).toEqual(Array.from({ length: 53 }, (_, index) => index))
  })

  it('counts nothing for a reader who leafs through', () => {
    expect(partsIn(read(60, (second) => screenFrom((second * 7) % 90)))).toEqual([])
  })

  it('goes on behind a jump where the reader lands, and then with what stands above in view', () => {
    const clock = read(20, (second) => screenFrom(second < 3 ? 0 : 5))
    expect(partsIn(clock)).toEqual([0, 5, 6, 7, 8, 9, 10, 11, 12, 13])
  })

  it('stops when nobody has touched anything for a minute, and when the window is behind others', () => {
    const away = read(
      300,
      () => PARTS,
      () => 0,
    )
    expect(away.seconds).toBe(IDLE_MS / 1000)
    const behind = look(startClock(0), { at: 5000, inputAt: 5000, isWatched: false, view: PARTS, isSeen: () => false })
    expect(behind).toMatchObject({ seconds: 0, done: [] })
  })

  it('takes a computer’s sleep for none of the reader’s', () => {
    const start = look(startClock(0), { at: 0, inputAt: 0, isWatched: true, view: PARTS, isSeen: () => false })
    const after = look(start, {
      at: 8 * 3_600_000,
      inputAt: 8 * 3_600_000,
      isWatched: true,
      view: PARTS,
      isSeen: () => false,
    })
    expect(after.seconds).toBeLessThan(3)
  })

  it('spends no time on what was seen before', () => {
    let clock = look(startClock(0), { at: 0, inputAt: 0, isWatched: true, view: screenFrom(0), isSeen: () => false })
    clock = look(clock, {
      at: 2000,
      inputAt: 2000,
      isWatched: true,
      view: screenFrom(0),
      isSeen: ({ start }) => start < 250,
    })
    expect(partsIn(clock)).toEqual([5])
  })

  it('never finds more read than can be read in the time, wherever the reader looks, and nothing twice', () => {
    const steps = fc.array(
      fc.record({ ms: fc.integer({ min: 1, max: 4000 }), first: fc.nat(95), isWatched: fc.boolean() }),
      {
        maxLength: 60,
      },
    )
    fc.assert(
      fc.property(steps, (looks) => {
        let [clock, at] = [startClock(0), 0]
        for (const { ms, first, isWatched } of looks) {
          at += ms
          clock = look(clock, { at, inputAt: at, isWatched, view: screenFrom(first), isSeen: () => false })
        }
        const spent = clock.done.length * 1875
        expect(spent).toBeLessThanOrEqual(clock.seconds * 1000 + 0.001)
        expect(new Set(partsIn(clock)).size).toBe(clock.done.length)
      }),
    )
  })
})
