import i18next, { type TFunction } from 'i18next'
import { initReactI18next, setI18n } from 'react-i18next'
import { UI_LANGUAGES, type UiLanguage } from '../shared/domain/language'
import { ENGLISH } from '../shared/domain/messages/english'

/** `../assets/locales/<language>/<namespace>.json`: a new file is a new namespace. `messages` is of core's. */
const files = import.meta.glob<Record<string, unknown>>('../assets/locales/*/*.json', {
  eager: true,
  import: 'default',
})

const resources: Record<string, Record<string, Record<string, unknown>>> = {}
for (const [path, strings] of Object.entries(files)) {
  const [language, file] = path.split('/').slice(-2) as [string, string]
  resources[language] = { ...resources[language], [file.replace('.json', '')]: strings }
}
// Core's own messages are in English where core is.
resources['en'] = { ...resources['en'], messages: ENGLISH }

void i18next.use(initReactI18next).init({
  resources,
  lng: systemLanguage(),
  fallbackLng: 'en',
  supportedLngs: [...UI_LANGUAGES],
  ns: Object.keys(resources['en'] ?? {}),
  defaultNS: 'common',
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  initAsync: false,
})
setI18n(Object.create(i18next, { getFixedT: { value: rememberingT } }) as typeof i18next)
markDocument()

/** One for all components of a language, which translates the same thing once. */
const rememberingTs = new Map<string, TFunction>()
/** What is said with values is of one source, or of a place in it: when this much is known, all of that is forgotten. */
const MOST_WITH_VALUES = 100

/**
 * Gives the `t` of a language and its namespaces. Asking i18next takes tens of microseconds, and a screen asks hundreds of
 * times: most of what it says is said again with each rendering.
 */
function rememberingT(...args: Parameters<typeof i18next.getFixedT>): TFunction {
  const name = JSON.stringify(args)
  let remembering = rememberingTs.get(name)
  if (!remembering) {
    const t = i18next.getFixedT(...args) as TFunction
    const known = new Map<string, string>()
    const knownWithValues = new Map<string, string>()
    const translateOnce = (key: string, values?: Values) => {
      if (values === undefined) return remembered(known, key, () => t(key))
      if (knownWithValues.size >= MOST_WITH_VALUES) knownWithValues.clear()
      return remembered(knownWithValues, key + JSON.stringify(values), () => t(key, values))
    }
    rememberingTs.set(name, (remembering = translateOnce as unknown as TFunction))
  }
  return remembering
}

function remembered(known: Map<string, string>, asked: string, say: () => string): string {
  let found = known.get(asked)
  if (found === undefined) known.set(asked, (found = say()))
  return found
}

/** Switches the interface's language; `null` follows the system. */
export async function setLanguage(language: UiLanguage | null): Promise<void> {
  await i18next.changeLanguage(language ?? systemLanguage())
  markDocument()
}

function markDocument(): void {
  document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-Hans' : 'en'
}

function systemLanguage(): UiLanguage {
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith('zh')) && !prefersEnglish() ? 'zh' : 'en'
}

function prefersEnglish(): boolean {
  const first = navigator.languages.find((tag) => /^(?:en|zh)\b/i.test(tag))
  return first !== undefined && /^en/i.test(first)
}

/** The language that the interface is in. */
export function currentLanguage(): UiLanguage {
  return i18next.language === 'zh' ? 'zh' : 'en'
}

/** What `Intl` is told. */
export function localeTag(): string {
  return currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB'
}

/** Values of a translation; `replace` holds those to show where `count` only decides about singular and plural. */
type Values = Readonly<Record<string, string | number | Readonly<Record<string, string>>>>

/** A translation outside of a component; inside, `useTranslation` follows a change of language. */
export function translate(key: string, values: Values = {}): string {
  return i18next.t(key, values)
}

/** Whether there is a translation under this key. */
export function hasTranslation(key: string, values: Values = {}): boolean {
  return i18next.exists(key, values)
}

/** A message with one value, looked up once: for what is said of hundreds of things in one frame. */
export function messageWith(say: (value: string) => string): (value: string) => string {
  const gap = '\u0000'
  const [before = '', after = ''] = say(gap).split(gap)
  return (value) => before + value + after
}

/** Names one after the other, as the interface's language separates them. */
export function formatNames(names: readonly string[]): string {
  return names.join(currentLanguage() === 'zh' ? '、' : ', ')
}

/** Making one takes a hundred times as long as using it. */
const numberFormats = new Map<string, Intl.NumberFormat>()

/** `1,204` */
export function formatNumber(value: number): string {
  const locale = localeTag()
  let format = numberFormats.get(locale)
  if (!format) numberFormats.set(locale, (format = new Intl.NumberFormat(locale)))
  return format.format(value)
}

/** A `YYYY-MM-DD` day or an ISO 8601 moment as `12 Mar 2026` or `2026年3月12日`. */
export function formatDate(iso: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso)
  const date = new Date(isDay ? `${iso}T00:00:00Z` : iso)
  if (Number.isNaN(date.getTime())) return iso
  const options: Intl.DateTimeFormatOptions =
    currentLanguage() === 'zh'
      ? { year: 'numeric', month: 'long', day: 'numeric' }
      : { year: 'numeric', month: 'short', day: 'numeric' }
  return new Intl.DateTimeFormat(localeTag(), isDay ? { ...options, timeZone: 'UTC' } : options).format(date)
}

/** An ISO 8601 moment as day and time, where the user is. */
export function formatDateTime(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return new Intl.DateTimeFormat(localeTag(), { dateStyle: 'medium', timeStyle: 'short' }).format(date)
}

/** Seconds as `4:07` or `1:04:07`. */
export function formatTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

const languageNames = new Map<string, Intl.DisplayNames>()

/** A language's name in the interface's language; the tag itself where it has none. */
export function languageName(tag: string): string {
  if (tag === 'und') return translate('library:unknownLanguage')
  const locale = localeTag()
  let names = languageNames.get(locale)
  if (!names) languageNames.set(locale, (names = new Intl.DisplayNames([locale], { type: 'language' })))
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** `1.2 MB` */
export function formatBytes(bytes: number): string {
  const [unit, size] =
    bytes < 1e6
      ? (['kilobyte', bytes / 1e3] as const)
      : bytes < 1e9
        ? (['megabyte', bytes / 1e6] as const)
        : (['gigabyte', bytes / 1e9] as const)
  return new Intl.NumberFormat(localeTag(), { style: 'unit', unit, maximumFractionDigits: size < 10 ? 1 : 0 }).format(
    size,
  )
}
