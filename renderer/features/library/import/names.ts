import { currentLanguage, formatTime, hasTranslation, translate } from '../../../i18n'
import { tell } from '../../../tell'
import type { RefusedFile, UnderstoodFile } from '../../../../shared/domain/import-preview'

/** A format as people call it; one without a name of its own by core's name for it. */
export function formatName(format: string): string {
  const key = `import:format.${format}`
  return hasTranslation(key) ? translate(key) : format
}

/** An encoding with the language that it is used for, where that says more than its label. */
export function encodingName(encoding: string): string {
  const key = `import:encoding.${encoding}`
  return hasTranslation(key) ? translate(key) : encoding
}

/** The language whose shapes of letters an encoding stands for; `undefined` where it is one of many. */
export function languageOfEncoding(encoding: string): string | undefined {
  return LANGUAGES[encoding]
}

const LANGUAGES: Readonly<Record<string, string>> = {
  gb18030: 'zh-Hans',
  big5: 'zh-Hant',
  shift_jis: 'ja',
  'euc-jp': 'ja',
  'iso-2022-jp': 'ja',
  'euc-kr': 'ko',
}

/** From the first to the last time, or nothing where there are no times. */
export function lengthOf({ firstTime, lastTime }: Pick<UnderstoodFile, 'firstTime' | 'lastTime'>): string {
  if (firstTime === null || lastTime === null) return ''
  return formatTime(lastTime - Math.min(firstTime, 0))
}

/** Why a file failed: what happened, to which thing, and what to do about it, which may be nothing. */
export function failureOf({ code, text, adviceText }: Pick<RefusedFile, 'code' | 'text' | 'adviceText'>): {
  readonly title: string
  readonly detail: string
  readonly advice: string
} {
  const key = `errors:code.${code}.title`
  return {
    title: hasTranslation(key) ? translate(key) : tell(text),
    detail: sentence(tell(text)),
    advice: adviceText ? sentence(tell(adviceText)) : '',
  }
}

/** `choose another` as `Choose another.` */
function sentence(text: string): string {
  const end = text === '' || /[.!?…。！？]$/.test(text) ? '' : currentLanguage() === 'zh' ? '。' : '.'
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${end}`
}
