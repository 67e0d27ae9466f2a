import { ENGLISH } from './english'

type Key = keyof typeof ENGLISH
type WithoutPlural<K extends string> = K extends `${infer Code}_one` | `${infer Code}_other` ? Code : K
type Names<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never
type TextOf<Code extends string> = (typeof ENGLISH)[Extract<Key, Code | `${Code}_other`>]
type Counted<Code extends string> = Extract<Key, `${Code}_other`> extends never ? never : 'count'
type Wanted<Code extends string> = Names<TextOf<Code>> | Counted<Code>

/** What a message says: stable, and translated into each language of the interface. */
export type MessageCode = WithoutPlural<Key>

/** A value in a message: text out of a file is shown as it is, a list with the language's own commas. */
export type MessageValue = string | number | readonly number[] | Message

/** A sentence to the user as plain data, for each host to tell in its own language. */
export interface Message {
  readonly code: MessageCode
  readonly params: Readonly<Record<string, MessageValue>>
}

/** The values that a message needs; the one that decides about singular and plural is called `count`. */
export type MessageParams<Code extends MessageCode> = {
  readonly [Name in Wanted<Code>]: Name extends 'count' ? number : MessageValue
}

/** A message; the compiler asks for exactly the values that its English names. */
export function say<Code extends MessageCode>(
  code: Code,
  ...[params]: Wanted<Code> extends never ? [] : [MessageParams<Code>]
): Message {
  return { code, params: params ?? {} }
}

/** What another program says, or a text that no window shows: the same in every language. */
export function verbatim(text: string): Message {
  return say('verbatim', { text })
}

/** A message in English. Values are put in once: what they hold is never read as a template. */
export function toEnglish({ code, params }: Message): string {
  const texts: Readonly<Record<string, string>> = ENGLISH
  const form = params['count'] === 1 ? 'one' : 'other'
  const text = texts[code] ?? texts[`${code}_${form}`] ?? code
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = params[name] ?? ''
    if (typeof value === 'string') return value
    if (typeof value === 'number') return grouped(value)
    return 'code' in value ? toEnglish(value) : value.map(grouped).join(', ')
  })
}

/** `1,204`, as the window shows it. */
function grouped(value: number): string {
  return value.toLocaleString('en')
}
