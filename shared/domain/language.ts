/** Languages that labels, dates and the interface exist in. */
export const UI_LANGUAGES = ['en', 'zh'] as const
export type UiLanguage = (typeof UI_LANGUAGES)[number]

/** A BCP 47 tag such as `en`, `zh` or `zh-Hant`: the language of a transcript or a translation. */
export type LanguageTag = string

/** Whether a language is written without spaces between words, and set and counted by characters. */
export function isCjkLanguage(language: LanguageTag): boolean {
  return /^(?:zh|ja|yue|wuu)\b/i.test(language)
}

/** Whether two tags name one language, whatever its script and region. */
export function isSameLanguage(a: LanguageTag, b: LanguageTag): boolean {
  return a.split('-')[0]!.toLowerCase() === b.split('-')[0]!.toLowerCase()
}
