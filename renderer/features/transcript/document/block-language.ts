import { isCjkLanguage, type LanguageTag } from '../../../../shared/domain/language'

const LETTER = /\p{L}/gu
const HAN = /\p{Script=Han}/gu
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const HANGUL = /\p{Script=Hangul}/u
/** Share of Han among the letters from which a paragraph is set as Chinese: a name in brackets does not make one. */
const MOSTLY_HAN = 0.3

/**
 * The language a paragraph is set and read aloud in: the transcript's own unless its script says otherwise, as in a
 * hearing with an interpreter. Latin letters in a Chinese transcript are taken for English.
 */
export function languageOfBlock(text: string, language: LanguageTag): LanguageTag {
  const letters = text.match(LETTER)?.length ?? 0
  if (letters === 0) return language
  const han = text.match(HAN)?.length ?? 0
  const inCjk = isCjkLanguage(language)
  if (KANA.test(text)) return /^ja\b/i.test(language) ? language : 'ja'
  if (HANGUL.test(text)) return /^ko\b/i.test(language) ? language : 'ko'
  if (han / letters >= MOSTLY_HAN) return inCjk ? language : 'zh'
  return inCjk && han === 0 ? 'en' : language
}
