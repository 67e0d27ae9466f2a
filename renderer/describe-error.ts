import { type ErrorData, toErrorData } from '../shared/errors'
import { currentLanguage, hasTranslation, translate } from './i18n'
import { tell } from './tell'

/** An error in the interface's language: what happened, then to which thing and what to do about it. */
export function describeError(error: ErrorData | Error): { readonly title: string; readonly detail: string } {
  const { code, text, adviceText } = error instanceof Error ? toErrorData(error) : error
  const key = `errors:code.${code}.title`
  return {
    title: hasTranslation(key) ? translate(key) : tell(text),
    detail: sentences([tell(text), adviceText ? tell(adviceText) : '']),
  }
}

/** What happened, as a sentence, without what to do about it. */
export function tellWhatHappened({ text }: ErrorData): string {
  return sentences([tell(text)])
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
