import { describe, expect, it } from 'vitest'
import { failingQuotes, verdictOf } from '../../../renderer/features/review/verdict'
import { findTranslation } from '../../../shared/domain/translation-state'
import { summarise, type QuoteVerification, type VerificationStatus } from '../../../shared/domain/verification'
import { aPassage, passageId } from './a-review'

const aQuote = (id: string, status: VerificationStatus, speakerMatches = true): QuoteVerification => ({
  id: passageId(id),
  sourceId: null,
  source: null,
  text: '',
  status,
  fragments: [],
  speaker: null,
  attributedTo: null,
  speakerMatches,
  expected: null,
  line: null,
})

it('tells of a wrong speaker only where the text is right', () => {
  expect(verdictOf(aQuote('q1', 'exact'))).toBe('exact')
  expect(verdictOf(aQuote('q1', 'normalised', false))).toBe('speaker')
  expect(verdictOf(aQuote('q1', 'altered', false))).toBe('altered')
})

it('lists the quotes that may not stand as they are', () => {
  const verification = summarise([
    aQuote('q1', 'exact'),
    aQuote('q2', 'moved'),
    aQuote('q3', 'altered'),
    aQuote('q4', 'exact', false),
    aQuote('q5', 'missing'),
  ])
  expect(failingQuotes(verification).map((quote) => quote.id)).toEqual(['q3', 'q4', 'q5'])
})

describe('the translation that a page shows', () => {
  const passage = aPassage('q1', {
    translations: [
      { language: 'zh-Hant', text: '它有點笨', state: 'done' },
      { language: 'zh', text: '它有点笨', state: 'draft' },
      { language: 'de', text: ' ', state: 'draft' },
    ],
  })

  it('is the one in the very language, else one in a variety of it', () => {
    expect(findTranslation(passage, 'zh')?.text).toBe('它有点笨')
    expect(findTranslation({ ...passage, translations: passage.translations.slice(0, 1) }, 'zh')?.text).toBe('它有點笨')
  })

  it('is none when nothing was written', () => {
    expect(findTranslation(passage, 'de')).toBeNull()
    expect(findTranslation(passage, 'en')).toBeNull()
  })
})
