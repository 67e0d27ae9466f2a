import { expect, it } from 'vitest'
import { nextUnread } from '../../../renderer/features/transcript/coverage/unread'

const TEXT = 'One turn.\n\nAnother.\n\nThe last.'
const whole = { start: 0, end: TEXT.length }
const coverage = { whole, seen: [{ start: 11, end: 19 }], claimed: [], seconds: 0 }

it('goes to the first word that was not read, from here on and then from the start', () => {
  expect(nextUnread(TEXT, coverage, 0)).toEqual({ start: 21, end: 30 })
  expect(nextUnread(TEXT, coverage, 25)).toEqual({ start: 0, end: 11 })
  expect(nextUnread(TEXT, { ...coverage, claimed: [whole] }, 0)).toBeNull()
  // What is left is nothing that can be read.
  const rest = [
    { start: 0, end: 9 },
    { start: 11, end: 30 },
  ]
  expect(nextUnread(TEXT, { ...coverage, claimed: rest }, 0)).toBeNull()
})
