import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smartEdges } from '../../../renderer/features/transcript/document/smart-edges'

/** What is marked when `selected` is selected at its first place in `text`. */
function marked(text: string, selected: string, language = 'en'): string | null {
  const start = text.indexOf(selected)
  const bounds = { start: 0, end: text.length }
  const range = smartEdges(text, { start, end: start + selected.length }, () => bounds, language)
  return range && text.slice(range.start, range.end)
}

describe('the edges of a selection', () => {
  it('leave white space out', () => {
    expect(marked('It is, \n in a way, true.', ' \n in a way, ')).toBe('in a way,')
  })

  it('take in whole words', () => {
    expect(marked('Nobody understands quantum mechanics.', 'rstands quan')).toBe('understands quantum')
  })

  it('keep a contraction whole', () => {
    expect(marked("We don't know.", "n't")).toBe("don't")
  })

  it('stay before the full stop when only the word was selected', () => {
    expect(marked('That is all. Thanks.', 'al')).toBe('all')
    expect(marked('That is all. Thanks.', 'all.')).toBe('all.')
  })

  it('leave Chinese as it was selected: it has no spaces between words', () => {
    expect(marked('我们常常忘记过去', '常忘', 'zh')).toBe('常忘')
  })

  it('take in whole words of Latin within Chinese', () => {
    expect(marked('他说 OpenAI 很快', 'enA', 'zh')).toBe('OpenAI')
  })

  it('never cut an emoji or a letter with its accent', () => {
    expect(marked('yes 👩‍👩‍👧 no', '👩')).toBe('👩‍👩‍👧')
    expect(marked('走到e\u0301', 'e', 'zh')).toBe('e\u0301')
  })

  it('are nothing when only white space was selected', () => {
    expect(marked('a \n b', ' \n ')).toBeNull()
  })

  it('look no farther than the paragraph they are in', () => {
    const text = 'one two'
    expect(smartEdges(text, { start: 5, end: 6 }, () => ({ start: 5, end: 7 }), 'en')).toEqual({ start: 5, end: 7 })
  })

  it('always hold the selected text but for white space at its ends', () => {
    const unit = fc.constantFrom('a', 'b', ' ', '\n', '.', '河', '👍🏽', 'e\u0301', '👩‍👩‍👧', "'")
    fc.assert(
      fc.property(fc.string({ unit }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)].map((at) => at % (text.length + 1)) as [number, number]
        if (start >= end) return
        const range = smartEdges(text, { start, end }, () => ({ start: 0, end: text.length }), 'en')
        const marked = range === null ? '' : text.slice(range.start, range.end)
        expect(marked).toContain(text.slice(start, end).trim())
        expect(marked).toBe(marked.trim())
      }),
    )
  })
})
