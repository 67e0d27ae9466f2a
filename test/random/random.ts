/** A whole number from 0 up to, not including, `below`; 0 when `below` is 0. */
export type Random = (below: number) => number

/** The same numbers for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** One of a list, or `undefined` of an empty one. */
export function pick<T>(random: Random, list: readonly T[]): T | undefined {
  return list[random(list.length)]
}
