import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { isTurn, Turns } from '../../../electron/host/loopback/turns'

function aPage() {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const turns = new Turns()
  const begun: string[] = []
  return {
    begun,
    come: (number: number, page = 'a') =>
      turns.run({ page, number }, async () => {
        begun.push(`${page}${number}`)
        return number
      }),
  }
}

describe('the calls of a page', () => {
  it('are begun in the order in which they were made, whatever the order in which they come', async () => {
    const { begun, come } = aPage()
    expect(await Promise.all([come(0), come(3), come(2), come(1), come(4)])).toEqual([0, 3, 2, 1, 4])
    expect(begun).toEqual(['a0', 'a1', 'a2', 'a3', 'a4'])
  })

  it('wait for none of another page', async () => {
    const { begun, come } = aPage()
    await come(0)
    const late = come(2)
    await come(0, 'b')
    await come(1, 'b')
    expect(begun).toEqual(['a0', 'b0', 'b1'])
    await come(1)
    await late
    expect(begun).toEqual(['a0', 'b0', 'b1', 'a1', 'a2'])
  })

  it('do not wait for the answer of one before them', async () => {
    const turns = new Turns()
    void turns.run({ page: 'a', number: 0 }, () => new Promise(() => {}))
    expect(await turns.run({ page: 'a', number: 1 }, async () => 'answered')).toBe('answered')
  })

  it('go on when one was lost on its way, which is begun when it comes all the same', async () => {
    const { begun, come } = aPage()
    await come(0)
    const after = [come(2), come(3)]
    await vi.advanceTimersByTimeAsync(1000)
    expect(begun).toEqual(['a0'])
    await vi.advanceTimersByTimeAsync(1100)
    await Promise.all(after)
    expect(begun).toEqual(['a0', 'a2', 'a3'])
    await come(1)
    await come(4)
    expect(begun).toEqual(['a0', 'a2', 'a3', 'a1', 'a4'])
  })

  it('begin anywhere: a page may be older than the program', async () => {
    const { begun, come } = aPage()
    await come(7)
    await come(8)
    expect(begun).toEqual(['a7', 'a8'])
  })
})

describe('a turn', () => {
  it('is of a page and has a number', () => {
    expect(isTurn({ page: 'a', number: 0 })).toBe(true)
    for (const other of [
      undefined,
      null,
      'a',
      1,
      {},
      { page: 'a' },
      { page: 1, number: 1 },
      { page: 'a', number: 0.5 },
    ])
      expect(isTurn(other)).toBe(false)
    expect(isTurn({ page: 'a'.repeat(101), number: 0 })).toBe(false)
  })
})
