import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  linkPassage,
  readItems,
  removeItem,
  stepItem,
  unlinkPassage,
} from '../../../../renderer/features/review/items/item-list'
import type { PassageId } from '../../../../shared/domain/ids'

const [a, b] = ['p-a', 'p b'] as PassageId[] as [PassageId, PassageId]

const QUESTIONS =
  '- Who pays? ([Ada Lund](passage:p-a); [Bob](passage:p%20b))\n- [x] Who *waits*?\n- As [Ada](passage:p-a) asks'

describe('a list of points', () => {
  it('has the words of each item, and the quotes that it links to', () => {
    expect(readItems(QUESTIONS)).toEqual({
      ordered: false,
      start: 1,
      items: [
        { markdown: 'Who pays?', passages: [a, b], checked: null },
        { markdown: 'Who *waits*?', passages: [], checked: true },
        { markdown: 'As [Ada](passage:p-a) asks', passages: [a], checked: null },
      ],
    })
    expect(readItems('3. one\n\n   more\n   - below')?.items).toEqual([
      { markdown: 'one\n\nmore\n\n- below', passages: [], checked: null },
    ])
  })

  it.each(['', 'text', 'Asked:\n\n- a', '- a\n\n* b', '- a[^1]\n\n[^1]: note', '> - a'])(
    'is nothing else: %j',
    (markdown) => {
      expect(readItems(markdown)).toBeNull()
    },
  )

  it.each([
    ['- see (below)', 'see (below)'],
    ['- ([Ada](https://e.org))', '([Ada](https://e.org))'],
    ['- both ([Ada](passage:a) and [Bob](passage:b))', 'both ([Ada](passage:a) and [Bob](passage:b))'],
  ])('leaves brackets that hold other things among the words: %s', (markdown, words) => {
    expect(readItems(markdown)?.items[0]?.markdown).toBe(words)
  })
})

describe('an item', () => {
  it('moves up and down, not beyond the ends', () => {
    expect(stepItem('1. one\n2. two\n3. three', 2, -1)).toBe('1. one\n2. three\n3. two')
    expect(stepItem('- one\n  - below\n- two', 0, 1)).toBe('- two\n- one\n  - below')
    expect(stepItem('- one\n- two', 0, -1)).toBeNull()
    expect(stepItem('- one\n- two', 1, 1)).toBeNull()
  })

  it('is taken away; the last one leaves nothing', () => {
    expect(removeItem('- one\n- two', 0)).toBe('- two')
    expect(removeItem('- one', 0)).toBe('')
    expect(removeItem('- one\n- two', 2)).toBeNull()
  })

  it('names quotes at its end, in the manner of its language, each once', () => {
    const one = linkPassage('- Who pays?\n  - below', 0, a, 'Ada [Lund]', 'en')!
    expect(one).toBe('- Who pays? ([Ada \\[Lund\\]](passage:p-a))\n  - below')
    const two = linkPassage(one, 0, b, 'Bob', 'en')!
    expect(two).toBe('- Who pays? ([Ada \\[Lund\\]](passage:p-a); [Bob](passage:p%20b))\n  - below')
    expect(linkPassage(two, 0, a, 'Ada', 'en')).toBeNull()
    expect(linkPassage('- 谁付钱？', 0, a, '某人', 'zh')).toBe('- 谁付钱？（[某人](passage:p-a)）')
    expect(linkPassage('-', 0, a, 'Ada', 'en')).toBe('- ([Ada](passage:p-a))')
  })

  it('lets go of quotes: their names at the end go, words that link to them stay', () => {
    const one = unlinkPassage(QUESTIONS, 0, a)!
    expect(one.split('\n')[0]).toBe('- Who pays? ([Bob](passage:p%20b))')
    expect(unlinkPassage(one, 0, b)!.split('\n')[0]).toBe('- Who pays?')
    expect(unlinkPassage(QUESTIONS, 2, a)!.split('\n')[2]).toBe('- As Ada asks')
    expect(unlinkPassage(QUESTIONS, 1, a)).toBeNull()
  })

  it('keeps its words and those of all others, whatever they are, through every change', () => {
    const words = fc.oneof(
      fc.string({ unit: fc.constantFrom(...Array.from('ab 中，（）()[];*_`#>-+1.!|~\\<:"')), minLength: 1 }),
      fc.string({ unit: 'grapheme', minLength: 1 }),
    )
    const itemsOf = (markdown: string) => readItems(markdown)!.items
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 2, maxLength: 4 }),
        fc.nat(),
        fc.constantFrom('en', 'zh'),
        (all, n, language) => {
          const markdown = all.map((each) => `- ${each.replaceAll(/[\n\r]/g, ' ')}`).join('\n')
          const list = readItems(markdown)
          fc.pre(list !== null)
          const at = n % list.items.length
          const linked = linkPassage(markdown, at, a, 'Ada', language)
          fc.pre(linked !== null)
          expect(itemsOf(linked).map((item) => item.markdown)).toEqual(list.items.map((item) => item.markdown))
          expect(itemsOf(linked)[at]!.passages).toEqual([a])
          expect(itemsOf(unlinkPassage(linked, at, a)!)).toEqual(list.items)
          const moved = list.items.length > 1 ? stepItem(stepItem(linked, 0, 1)!, 1, -1)! : linked
          expect(itemsOf(moved)).toEqual(itemsOf(linked))
        },
      ),
      { numRuns: 150 },
    )
  })
})
