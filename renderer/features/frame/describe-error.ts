import type { ErrorData } from '../../../shared/errors'
import { currentLanguage, hasTranslation, translate } from '../../i18n'

/** Codes whose message holds what no translation by code can say. */
const TECHNICAL: ReadonlySet<string> = new Set(['internal', 'invalid-input', 'unknown-method', 'not-allowed'])

/**
 * An error in the interface's language: what happened, then to which thing and what to do about it. Core writes its
 * messages in English, so another language has the code's own text and the names from `params`.
 */
export function describeError(error: ErrorData): { readonly title: string; readonly detail: string } {
  const key = `errors:code.${error.code}`
  const title = hasTranslation(`${key}.title`) ? translate(`${key}.title`) : error.message
  if (currentLanguage() === 'en') return { title, detail: sentences([error.message, error.advice]) }
  const thing = TECHNICAL.has(error.code) ? error.message : (error.params['file'] ?? error.params['name'] ?? '')
  const advice = hasTranslation(`${key}.advice`) ? translate(`${key}.advice`) : ''
  return { title, detail: [String(thing), advice].filter(Boolean).join(' — ') }
}

/** `a file is missing` and `choose another` as `A file is missing. Choose another.` */
function sentences(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}${/[.!?…]$/.test(part) ? '' : '.'}`)
    .join(' ')
}
