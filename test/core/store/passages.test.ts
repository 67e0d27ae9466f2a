import { expect, it } from 'vitest'
import { act } from '../../../electron/core/store/act'
import { carrySpans, getPassage, insertPassage, listPassages, setSpans } from '../../../electron/core/store/passages'
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

it('takes the words of its place again, where it was carried there with others', () => {
  const db = temporaryProject()
  const sourceId = aSource(db, [['Ada', 'Trees do talk.']])
  const range = { start: 0, end: 14 }
  const id = act(db, 'passage.mark', (w) => insertPassage(w, { sourceId, ranges: [range] }))
  act(db, 'source.reimport', (w) => carrySpans(w, id, [{ ...getPassage(db, id).spans[0]!, quote: 'Trees may talk.' }]))
  expect(getPassage(db, id).text).toBe('Trees may talk.')
  act(db, 'passage.setSpans', (w) => setSpans(w, id, [range]))
  expect(getPassage(db, id).text).toBe('Trees do talk.')
})
