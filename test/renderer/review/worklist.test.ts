import { expect, it } from 'vitest'
import {
  filterItems,
  indexOfItem,
  workItems,
  workLanguages,
} from '../../../renderer/features/review/translations/worklist'
import type { SourceId } from '../../../shared/domain/ids'
import { aPassage, passageId } from './a-review'

const into = (language: string, state: 'draft' | 'done' | 'stale') => ({ language, text: '译文', state })
const passages = [
  aPassage('missing'),
  aPassage('draft', { translations: [into('zh', 'draft')] }),
  aPassage('other form', { translations: [into('zh-Hant', 'done'), into('de', 'stale')] }),
  aPassage('stale', { translations: [into('de', 'done'), into('zh', 'stale')] }),
  aPassage('emptied', { translations: [{ language: 'zh', text: ' ', state: 'done' }] }),
  aPassage('chinese', { sourceId: 'talk' as SourceId }),
]
const sources = new Map([
  ['source' as SourceId, { language: 'en' }],
  ['talk' as SourceId, { language: 'zh-Hans' }],
])
const items = workItems(passages, sources, 'zh')

it('lists what is in another language, with how far it is translated', () => {
  expect(items.map(({ passage, state }) => [passage.id, state])).toEqual([
    ['missing', 'missing'],
    ['draft', 'draft'],
    ['other form', 'done'],
    ['stale', 'stale'],
    ['emptied', 'missing'],
  ])
  expect(filterItems(items, 'todo').map(({ passage }) => passage.id)).toEqual(['missing', 'draft', 'stale', 'emptied'])
  expect(filterItems(items, 'done').map(({ passage }) => passage.id)).toEqual(['other form'])
})

it('goes on at the item that took the place of one that is done', () => {
  const todo = filterItems(items, 'todo')
  expect(indexOfItem(todo, passageId('draft'), 0)).toBe(1)
  expect(indexOfItem(todo, passageId('other form'), 2)).toBe(2)
  expect(indexOfItem(todo, passageId('other form'), 9)).toBe(3)
  expect(indexOfItem([], passageId('draft'), 1)).toBe(-1)
})

it('offers the language of the page first, then those in use', () => {
  expect(workLanguages(passages, 'zh')).toEqual(['zh', 'zh-Hant', 'de'])
})
