import { describe, expect, it } from 'vitest'
import { fitToDisplays } from '../../electron/main/fit-to-displays'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const beside = { x: 1440, y: 0, width: 2560, height: 1440 }
const min = { width: 900, height: 600 }

describe('a window that is opened again', () => {
  it('stands where it was', () => {
    const bounds = { x: 1600, y: 100, width: 1280, height: 800 }
    expect(fitToDisplays(bounds, [laptop, beside], min)).toEqual(bounds)
  })

  it('starts in the usual place when its display is gone', () => {
    expect(fitToDisplays({ x: 1600, y: 100, width: 1280, height: 800 }, [laptop], min)).toBeNull()
  })

  it.each([
    ['above', { x: 100, y: -300, width: 1280, height: 800 }],
    ['below', { x: 100, y: 890, width: 1280, height: 800 }],
    ['to the left', { x: -1250, y: 100, width: 1280, height: 800 }],
  ])('starts in the usual place when it is out of reach %s', (_where, bounds) => {
    expect(fitToDisplays(bounds, [laptop], min)).toBeNull()
  })

  it('is no larger than its display, and no smaller than it may be', () => {
    expect(fitToDisplays({ x: 0, y: 25, width: 2560, height: 300 }, [laptop], min)).toEqual({
      x: 0,
      y: 25,
      width: 1440,
      height: 600,
    })
  })
})
