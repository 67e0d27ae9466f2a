import { expect, it } from 'vitest'
import { parseClock } from '../../../electron/core/import/clock'
import { findDate } from '../../../electron/core/import/dates'

it.each([
  ['0.000', 0],
  ['14:05.980', 845.98],
  ['00:00:01,5', 1.5],
  ['100:00:00.25', 360_000.25],
  ['04:06:29:07', 368_947],
  ['-00:00:01:00', -60],
  ['12:00:01 AM', 1],
  ['12:00:01 PM', 43_201],
  ['1:24:49 p.m.', 48_289],
  ['9:05 AM', 32_700],
  ['13:00:00 PM', null],
  ['1:2:3:4:5', null],
  ['noon', null],
  [' 7 ', 7],
  ['\u00a01:02', 62],
  ['1:02:03:04.5', 93_784.5],
  ['00:00:59.9999999', 60],
  ['12:', null],
  ['12:34.', null],
  ['12:34.1234567890', null],
  ['1::2', null],
])('reads the time %s as %s seconds', (written, seconds) => {
  expect(parseClock(written)).toBe(seconds)
})

it.each([
  ['2024-05-06 Tea', '2024-05-06'],
  ['20240506_tea', '2024-05-06'],
  ['2024年5月6日', '2024-05-06'],
  ['Recorded May 6th, 2024', '2024-05-06'],
  ['6 Sept 2024', '2024-09-06'],
  ['9/3/2025', null],
  ['2024-02-31', null],
  ['120240506', null],
])('finds in %s the date %s', (text, date) => {
  expect(findDate(text)).toBe(date)
})
