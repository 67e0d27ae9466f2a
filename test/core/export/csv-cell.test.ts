import { expect, it } from 'vitest'
import { csvCell } from '../../../electron/core/export/formats/csv'

it.each([
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['say "so"', '"say ""so"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', `"'=1+1"`],
  ['+49 30', `"'+49 30"`],
  ['-2', `"'-2"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['  =1', `"'  =1"`],
  ['＝1', `"'＝1"`],
  ['1-2', '1-2'],
])('writes %j as %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell)
})
