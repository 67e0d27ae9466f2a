import { expect, it } from 'vitest'
import { act } from '../../../electron/core/store/act'
import { insertPassage, listPassages } from '../../../electron/core/store/passages'
import { aSource } from '../../builders'
import { temporaryProject } from '../temporary-project'

it('refuses a passage that would begin or end inside of a character', () => {
  const db = temporaryProject()
  const sourceId = aSource(db, [[null, 'A 🌲 speaks.']])
  const mark = (start: number, end: number) => () =>
    act(db, 'passage.mark', (w) => insertPassage(w, { sourceId, ranges: [{ start, end }] }))
  expect(mark(0, 3)).toThrow(expect.objectContaining({ code: 'span-invalid' }))
  expect(mark(3, 6)).toThrow(expect.objectContaining({ code: 'span-invalid' }))
  expect(listPassages(db)).toEqual([])
  mark(0, 4)()
  expect(listPassages(db).map(({ text }) => text)).toEqual(['A 🌲'])
})
