import type { ImportNote } from '../shared/domain/project'
import type { Message, MessageValue } from '../shared/domain/messages/message'
import { formatNames, formatNumber, hasTranslation, translate } from './i18n'

/** A text and its language, where that is not the interface's. */
export interface Told {
  readonly text: string
  readonly lang?: 'en'
}

/** What core says, in the interface's language. */
export function tell({ code, params }: Message): string {
  const shown = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, tellValue(value)]))
  return translate(`messages:${code}`, { ...countOf(params), replace: shown })
}

/** A note on a file; in English where an earlier version, or a later one, wrote it. */
export function tellNote({ message, text }: ImportNote): Told {
  return text && isKnown(text) ? { text: tell(text) } : { text: message, lang: 'en' }
}

/** What decides about singular and plural. */
function countOf({ count }: Message['params']): { count?: number } {
  return typeof count === 'number' ? { count } : {}
}

function tellValue(value: MessageValue): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return formatNumber(value)
  return 'code' in value ? tell(value) : formatNames(value.map(formatNumber))
}

/** Whether this version has a text for it and for what stands in it. */
function isKnown({ code, params }: Message): boolean {
  const isOf = (value: MessageValue) => typeof value !== 'object' || !('code' in value) || isKnown(value)
  return hasTranslation(`messages:${code}`, countOf(params)) && Object.values(params).every(isOf)
}
