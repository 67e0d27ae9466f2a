import i18next, { type TFunction } from 'i18next'
import en from '../../assets/locales/en/native.json'
import zh from '../../assets/locales/zh/native.json'
import type { UiLanguage } from '../../shared/domain/language'

const texts = i18next.createInstance()
void texts.init({
  resources: { en: { native: en }, zh: { native: zh } },
  ns: ['native'],
  defaultNS: 'native',
  fallbackLng: 'en',
  initAsync: false,
  interpolation: { escapeValue: false },
})

/** The texts of menus and dialogs in a language. */
export function nativeTexts(language: UiLanguage): TFunction {
  return texts.getFixedT(language)
}

/** The user's choice, else the language of the system where there is a translation, else English. */
export function uiLanguage(chosen: UiLanguage | null, system: string): UiLanguage {
  return chosen ?? (/^zh\b/i.test(system) ? 'zh' : 'en')
}
