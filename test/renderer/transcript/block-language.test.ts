import { describe, expect, it } from 'vitest'
import { languageOfBlock } from '../../../renderer/features/transcript/document/block-language'

describe('the language a paragraph is set in', () => {
  it.each([
    ['Thank you, Chair.', 'en', 'en'],
    ['谢谢主席。我们谈到夜班车。', 'en', 'zh'],
    ['谢谢主席。', 'zh-Hans', 'zh-Hans'],
    ['We ran the pilot for a winter.', 'zh', 'en'],
    ['我们用 pilot 这个词。', 'zh', 'zh'],
    ['He signed as 王小明, and left.', 'en', 'en'],
    ['夜のバスはありません。', 'zh', 'ja'],
    ['夜のバスはありません。', 'ja', 'ja'],
    ['야간 버스가 없습니다.', 'en', 'ko'],
    ['1:02 — 42%', 'zh', 'zh'],
    ['Merci, Madame.', 'fr', 'fr'],
  ])('%j in a transcript in %s is %s', (text, source, language) => {
    expect(languageOfBlock(text, source)).toBe(language)
  })
})
