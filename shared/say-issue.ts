import type { z } from 'zod'
import { type Message, say, toEnglish, verbatim } from './domain/messages/message'

/** What a `refine` of a schema says where it refuses. */
export function refusing(text: Message): { readonly message: string; readonly params: { readonly text: Message } } {
  return { message: toEnglish(text), params: { text } }
}

/** What is wrong with a value that a schema refused; in the schema's own English where it says more than its kind. */
export function sayIssue(issue: z.core.$ZodIssue): Message {
  switch (issue.code) {
    case 'invalid_type':
      return EXPECTED.get(issue.expected) ?? verbatim(issue.message)
    case 'unrecognized_keys':
      return say('keys-unknown', { names: issue.keys.join(', ') })
    case 'invalid_value':
      return issue.values.length === 1
        ? say('expected-value', { value: String(issue.values[0]) })
        : say('expected-one-of', { values: issue.values.map(String).join(', ') })
    case 'too_big':
      return say(`at-most-${sizeOf(issue.origin)}`, { most: Number(issue.maximum) })
    case 'too_small':
      return say(`at-least-${sizeOf(issue.origin)}`, { least: Number(issue.minimum) })
    case 'invalid_format':
      return say('form-unexpected')
    case 'invalid_union':
      return say('expected-otherwise')
    case 'custom':
      return (issue.params?.['text'] as Message | undefined) ?? verbatim(issue.message)
    default:
      return verbatim(issue.message)
  }
}

const EXPECTED = new Map([
  ['string', say('expected-text')],
  ['number', say('expected-number')],
  ['int', say('expected-integer')],
  ['boolean', say('expected-boolean')],
  ['array', say('expected-list')],
  ['tuple', say('expected-list')],
  ['object', say('expected-object')],
  ['record', say('expected-object')],
])

function sizeOf(origin: string): 'characters' | 'items' | 'number' {
  if (origin === 'string') return 'characters'
  return origin === 'number' || origin === 'int' || origin === 'bigint' ? 'number' : 'items'
}
