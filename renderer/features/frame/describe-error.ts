import type { ErrorData } from '../../../shared/errors'
import { tell } from '../../tell'
import { currentLanguage, hasTranslation, translate } from '../../i18n'

/** Codes whose message holds what no translation by code can say. */
const TECHNICAL: ReadonlySet<string> = new Set(['internal', 'invalid-input', 'unknown-method', 'not-allowed'])

/**
 * An error in the interface's language: what happened, then to which thing and what to do about it. Where core has a
 * message in English alone, another language has the code's own text and the names from `params`.
 */
export function describeError(error: ErrorData): { readonly title: string; readonly detail: string } {
  const key = `errors:code.${error.code}`
  const title = hasTranslation(`${key}.title`) ? translate(`${key}.title`) : error.message
  if (error.text) {
    const told = error.adviceText ? tell(error.adviceText) : ''
    return { title, detail: sentences([tell(error.text), told]) }
  }
  if (currentLanguage() === 'en') return { title, detail: sentences([error.message, error.advice]) }
  const thing = TECHNICAL.has(error.code) ? error.message : (error.params['file'] ?? error.params['name'] ?? '')
  const advice = hasTranslation(`${key}.advice`) ? translate(`${key}.advice`) : ''
  return { title, detail: [String(thing), advice].filter(Boolean).join(' — ') }
}

/** `a file is missing` and `choose another` as `A file is missing. Choose another.` */
function sentences(parts: readonly string[]): string {
  const stop = currentLanguage() === 'zh' ? '。' : '.'
  return parts
    .filter((part) => part !== '')
    .map(
      (part) =>
        `${part.replace(/^[a-z](?=[a-z]*[ ,])/, (first) => first.toUpperCase())}${/[.!?…。！？]$/.test(part) ? '' : stop}`,
    )
    .join(stop === '。' ? '' : ' ')
}
