import { isSameLanguage, type LanguageTag } from './language'
import type { Passage, Translation, TranslationState } from './passage'

/** The translation that stands for a language: of the very tag, else of another form of the language; `null` for none. */
export function findTranslation(passage: Pick<Passage, 'translations'>, language: LanguageTag): Translation | null {
  const written = passage.translations.filter(({ text }) => text.trim() !== '')
  return (
    written.find((one) => one.language === language) ??
    written.find((one) => isSameLanguage(one.language, language)) ??
    null
  )
}

/** How far a passage is translated into a language; `null` where its source is in that language. */
export function translationStateOf(
  passage: Pick<Passage, 'translations'>,
  sourceLanguage: LanguageTag,
  language: LanguageTag,
): TranslationState | 'missing' | null {
  if (isSameLanguage(sourceLanguage, language)) return null
  return findTranslation(passage, language)?.state ?? 'missing'
}
