import { expect, it } from 'vitest'
import { fuzzyFilter, fuzzyScore } from '../../../renderer/features/palette/fuzzy'

const titles = ['Open another project…', 'Go to the library', 'Show or hide the list of sources', 'Import transcripts…']
const find = (query: string) => fuzzyFilter(query, titles, (title) => title)

it('keeps the order of all while nothing is typed', () => {
  expect(find(' ')).toEqual(titles)
})

it('finds letters in order, also with gaps and in other case', () => {
  expect(find('IMTR')).toEqual(['Import transcripts…'])
  expect(find('xyz')).toEqual([])
})

it('prefers runs and starts of words', () => {
  expect(find('lib')).toEqual(['Go to the library'])
  expect(find('li')[0]).toBe('Go to the library')
  expect(fuzzyScore('gl', 'Go to the library')).toBeGreaterThan(fuzzyScore('gl', 'Single')!)
})

it('keeps the order given among those that fit alike, however long', () => {
  const imports = ['Import transcripts…', 'Import a folder…']
  expect(fuzzyFilter('import', imports, (title) => title)).toEqual(imports)
})

it('finds Chinese by its characters', () => {
  expect(fuzzyFilter('文库', ['前往文稿', '前往文库'], (title) => title)).toEqual(['前往文库'])
})
