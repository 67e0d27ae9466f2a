import type { LanguageTag } from '../shared/domain/language'
import type { Translation } from '../shared/domain/passage'

/** Languages offered for a translation that has none of them yet. */
export const OFFERED_LANGUAGES: readonly LanguageTag[] = [
  'en',
  'zh',
  'zh-Hant',
  'ja',
  'ko',
  'es',
  'fr',
  'de',
  'pt',
  'it',
  'ru',
  'uk',
  'ar',
  'he',
  'hi',
  'id',
  'vi',
  'th',
  'tr',
  'pl',
  'nl',
]

/**
 * The languages a passage is shown in, that of the review first. The review's is left out when the source is in it,
 * and when there is a translation into a form of it (`zh-Hant` for `zh`), which is what the review will print.
 */
export function languagesShown(
  translations: readonly Pick<Translation, 'language'>[],
  reviewLanguage: LanguageTag | null,
  sourceLanguage: LanguageTag,
  added: LanguageTag | null,
): LanguageTag[] {
  const written = translations.map(({ language }) => language)
  const forReview =
    reviewLanguage !== null && primary(reviewLanguage) !== primary(sourceLanguage) ? [reviewLanguage] : []
  const first = forReview.flatMap((language) => {
    const forms = written.filter((each) => primary(each) === primary(language))
    return forms.length > 0 ? forms : [language]
  })
  return [...new Set([...first, ...written, ...(added === null ? [] : [added])])]
}

function primary(tag: LanguageTag): string {
  return tag.toLowerCase().split('-')[0] ?? tag
}
