import { describe, expect, it } from 'vitest'
import { rowForKey, scrollToRow } from '../../../renderer/ui/grid-rows'

const rows = { rowHeight: 36, headerHeight: 32 }
/** Ten rows and the header are in view. */
const inView = (scrollTop: number) => ({ clientHeight: 32 + 10 * 36, scrollTop }) as HTMLElement

describe('a key in a grid', () => {
  it.each([
    ['ArrowDown', 21],
    ['ArrowUp', 19],
    ['PageDown', 29],
    ['PageUp', 11],
    ['Home', 0],
    ['End', 99],
    ['Enter', null],
  ])('%s goes from row 20 of 100 to %j', (key, row) => {
    expect(rowForKey(key, { active: 20, total: 100, scroller: inView(0), rows })).toBe(row)
  })
})

describe('a row', () => {
  it.each([
    ['above the view comes to its top', 360, 5, 180],
    ['below the view comes to its foot', 0, 12, 108],
    ['in view stays where it is', 100, 5, 100],
  ])('%s', (_, before, row, after) => {
    const scroller = inView(before)
    scrollToRow(scroller, row, rows)
    expect(scroller.scrollTop).toBe(after)
  })
})
