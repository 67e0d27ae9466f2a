import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Postings } from '../../../electron/core/search/postings'

/** Lists that have no number in common, each in order. */
const lists = fc
  .tuple(fc.uniqueArray(fc.nat(2 ** 28 - 2), { maxLength: 200 }), fc.integer({ min: 1, max: 20 }))
  .map(([numbers, count]) => Array.from({ length: count }, (_, list) => numbers.filter((one) => one % count === list)))
  .map((all) => all.map((list) => list.sort((a, b) => a - b)))

function postingsOf(all: readonly (readonly number[])[], bounds: readonly number[] = [0, 2 ** 28]): Postings {
  const ends = all.map((_, list) => all.slice(0, list + 1).flat().length)
  return new Postings(Int32Array.from(all.flat()), Int32Array.from(ends), Int32Array.from(bounds))
}

describe('lists of places', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(lists, (all) => {
        const postings = postingsOf(all)
        for (const [list, places] of all.entries()) {
          expect([...postings.merged([{ list, shift: 0 }])]).toEqual(places)
          expect(postings.sizeOf(list)).toBeGreaterThanOrEqual(places.length)
          expect(postings.firstOf(list)).toBe(places[0] ?? 0)
        }
      }),
    )
  })

  it('are merged in order, moved as is asked', () => {
    fc.assert(
      fc.property(lists, fc.nat(100), (all, shift) => {
        const merged = postingsOf(all).merged(all.map((_, list) => ({ list, shift })))
        expect([...merged]).toEqual(
          all
            .flat()
            .sort((a, b) => a - b)
            .map((place) => place + shift),
        )
        const first = postingsOf(all).merged(
          all.map((_, list) => ({ list, shift })),
          7,
        )
        expect([...first]).toEqual([...merged].slice(0, 7))
      }),
    )
  })

  it('are merged the same when there are many of them close together', () => {
    const all = Array.from({ length: 40 }, (_, list) => Array.from({ length: 100 }, (__, at) => 40 * at + list))
    const merged = postingsOf(all).merged(all.map((_, list) => ({ list, shift: -3 })))
    expect([...merged]).toEqual(Array.from({ length: 4000 }, (_, at) => at - 3))
  })

  it('are counted text by text, long ones and short ones', () => {
    const bounds = fc
      .uniqueArray(fc.nat(2 ** 28), { maxLength: 6 })
      .map((some) => [0, ...some.sort((a, b) => a - b), 2 ** 28])
    fc.assert(
      fc.property(lists, bounds, (all, some) => {
        const postings = postingsOf(all, some)
        for (const [list, places] of all.entries()) {
          const before = some.map((bound) => places.filter((place) => place < bound).length)
          expect([...postings.ranks([{ list, shift: 0 }])]).toEqual(before)
        }
        const every = some.map((bound) => all.flat().filter((place) => place < bound).length)
        expect([...postings.ranks(all.map((_, list) => ({ list, shift: 0 })))]).toEqual(every)
      }),
    )
  })
})
