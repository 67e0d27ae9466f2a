import { describe, expect, it } from 'vitest'
import { languagesShown } from '../../renderer/translation-languages'

const written = (...languages: string[]) => languages.map((language) => ({ language }))

describe('the languages of a passage', () => {
  it('start with that of the review, written or not', () => {
    expect(languagesShown([], 'zh', 'en', null)).toEqual(['zh'])
    expect(languagesShown(written('fr', 'zh'), 'zh', 'en', null)).toEqual(['zh', 'fr'])
  })

  it('do not ask for a translation into the language it is in', () => {
    expect(languagesShown([], 'en', 'en-GB', null)).toEqual([])
    expect(languagesShown([], 'zh', 'zh-Hant', null)).toEqual([])
  })

  it('take a form of the review’s language for it', () => {
    expect(languagesShown(written('fr', 'zh-Hant'), 'zh', 'en', null)).toEqual(['zh-Hant', 'fr'])
  })

  it('show one that was just added', () => {
    expect(languagesShown(written('zh'), 'zh', 'en', 'ja')).toEqual(['zh', 'ja'])
    expect(languagesShown(written('zh'), 'zh', 'en', 'zh')).toEqual(['zh'])
  })
})
