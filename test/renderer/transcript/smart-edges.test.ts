import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smartEdge, smartEdges } from '../../../renderer/features/transcript/document/smart-edges'

/** What is marked when `selected` is selected at its first place in `text`. */
function marked(text: string, selected: string, language = 'en', exact = false): string | null {
  const start = text.indexOf(selected)
  const bounds = { start: 0, end: text.length }
  const range = smartEdges(text, { start, end: start + selected.length }, () => bounds, language, exact)
  return range && text.slice(range.start, range.end)
}

const UNITS = ['a', 'b', ' ', '\n', '.', ',', '(', '—', '"', '河', '流', '。', '👍🏽', 'e\u0301', '👩‍👩‍👧', '🇨🇳', "'"]
const texts = fc.string({ unit: fc.constantFrom(...UNITS), minLength: 1 })

function isWhole(text: string, start: number, end: number): boolean {
  const starts = new Set([text.length])
  for (const { index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) starts.add(index)
  return starts.has(start) && starts.has(end)
}

describe('the edges of a selection', () => {
  it('leave out white space, and punctuation that belongs to the neighbours', () => {
    expect(marked('It is, \n in a way, true.', ', \n in a way, ')).toBe('in a way')
    expect(marked('He said: (and I quote) “Never.”', ': (and I quote) “')).toBe('(and I quote)')
    expect(marked('Yes — and no — but', ' — and no — ')).toBe('and no')
    expect(marked('他说，“我们走”，然后', '，“我们走”，', 'zh')).toBe('“我们走”')
    expect(marked('one) two (three', ') two (')).toBe('two')
    expect(marked('he said "no', 'said "')).toBe('said')
  })

  it('keep what ends a sentence, and what opens a word', () => {
    expect(marked('Is that all? Thanks.', 'that all? ')).toBe('that all?')
    expect(marked('We use .NET here', '.NET')).toBe('.NET')
    expect(marked('It is .5 of it', '.5')).toBe('.5')
    expect(marked('well …so be it', '…so')).toBe('…so')
    expect(marked('why, ’tis true', '’tis')).toBe('’tis')
    expect(marked('I was— no', 'was—')).toBe('was—')
    expect(marked('minus -5 degrees', '-5')).toBe('-5')
  })

  it('take in whole words', () => {
    expect(marked('Nobody understands quantum mechanics.', 'rstands quan')).toBe('understands quantum')
    expect(marked("We don't know.", "n't")).toBe("don't")
    expect(marked('That is all. Thanks.', 'al')).toBe('all')
    expect(marked('That is all. Thanks.', 'all.')).toBe('all.')
  })

  it('take in whole words of Chinese too, and of Latin within it', () => {
    expect(marked('我们常常忘记过去', '常忘', 'zh')).toBe('常常忘记')
    expect(marked('我们常常忘记过去', '忘记', 'zh')).toBe('忘记')
    expect(marked('他说 OpenAI 很快', 'enA', 'zh')).toBe('OpenAI')
  })

  it('are where they were put when they are to be exact, but for white space and half characters', () => {
    expect(marked('Nobody understands it.', 'stands i', 'en', true)).toBe('stands i')
    expect(marked('so, \n it, is', ', \n it, ', 'en', true)).toBe(', \n it,')
    expect(marked('我们常常忘记过去', '常忘', 'zh', true)).toBe('常忘')
    expect(marked('yes 👩‍👩‍👧 no', '👩', 'en', true)).toBe('👩‍👩‍👧')
  })

  it('never cut an emoji or a letter with its accent', () => {
    expect(marked('yes 👩‍👩‍👧 no', '👩')).toBe('👩‍👩‍👧')
    expect(marked('走到e\u0301', 'e', 'zh')).toBe('e\u0301')
    expect(marked('a 😀 b', '\ude00')).toBe('😀')
  })

  it('are nothing when only white space was selected, and the punctuation when only that was', () => {
    expect(marked('a \n b', ' \n ')).toBeNull()
    expect(marked('really (?!) so', '(')).toBe('(')
    expect(marked('他走了。我们', '。', 'zh')).toBe('。')
  })

  it('look no farther than the paragraph they are in', () => {
    const text = 'one two'
    expect(smartEdges(text, { start: 5, end: 6 }, () => ({ start: 5, end: 7 }), 'en')).toEqual({ start: 5, end: 7 })
  })

  it('hold every letter that was selected, cut no character, and stay when they are found again', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), fc.boolean(), (text, a, b, exact) => {
        const [start, end] = [a, b].map((at) => at % (text.length + 1)).sort((x, y) => x - y) as [number, number]
        const bounds = () => ({ start: 0, end: text.length })
        const selected = text.slice(start, end)
        fc.pre(selected.trim() !== '')
        const range = smartEdges(text, { start, end }, bounds, 'zh', exact)!
        const letters = (words: string) => words.replaceAll(/[^ab河流]/gu, '')
        expect(letters(text.slice(range.start, range.end))).toContain(letters(selected))
        expect(isWhole(text, range.start, range.end)).toBe(true)
        expect(text.slice(range.start, range.end).trim()).toBe(text.slice(range.start, range.end))
        expect(smartEdges(text, range, bounds, 'zh', exact)).toEqual(range)
      }),
      { numRuns: 500 },
    )
  })
})

describe('one edge of a span', () => {
  const text = 'Nobody understands 常常忘记 it'
  const edge = (at: number, side: 'start' | 'end', exact = false) =>
    smartEdge(text, at, side, () => ({ start: 0, end: text.length }), 'zh', exact)

  it('goes to the edge of the word that it is put into', () => {
    expect([edge(9, 'start'), edge(9, 'end'), edge(7, 'start'), edge(18, 'end')]).toEqual([7, 18, 7, 18])
    expect([edge(20, 'start'), edge(20, 'end')]).toEqual([19, 21])
    expect([edge(9, 'start', true), edge(9, 'end', true)]).toEqual([9, 9])
    expect([edge(0, 'start'), edge(999, 'end')]).toEqual([0, text.length])
  })

  it('never cuts a character', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.boolean(), (said, at, exact) => {
        const offset = at % (said.length + 1)
        const bounds = () => ({ start: 0, end: said.length })
        const [start, end] = [
          smartEdge(said, offset, 'start', bounds, 'zh', exact),
          smartEdge(said, offset, 'end', bounds, 'zh', exact),
        ]
        expect(isWhole(said, start, end)).toBe(true)
        expect(start <= offset && offset <= end).toBe(true)
      }),
    )
  })
})
