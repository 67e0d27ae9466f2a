import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { toEnglish } from '../../shared/domain/messages/message'
import { text } from '../../shared/schemas'
import { sayIssue } from '../../shared/say-issue'

describe('what a schema refuses', () => {
  it.each([
    [z.string(), undefined, 'a text is expected'],
    [z.number(), '1', 'a number is expected'],
    [z.int(), 1.5, 'a whole number is expected'],
    [z.boolean(), null, 'true or false is expected'],
    [z.array(z.string()), {}, 'a list is expected'],
    [z.strictObject({}), { colour: 1, size: 2 }, 'not known here: colour, size'],
    [z.literal(1), 2, '1 is expected'],
    [z.enum(['bar', 'box']), 'ring', 'one of these is expected: bar, box'],
    [z.string().max(1200), 'a'.repeat(1201), 'it may have 1,200 characters at most'],
    [z.array(z.string()).min(2), [], 'it needs 2 items at least'],
    [z.number().min(20), 3, 'it must be 20 at least'],
    [z.string().regex(/^#[0-9a-f]{6}$/), 'red', 'it has another form than is expected'],
    [z.union([z.string(), z.number()]), null, 'something else is expected'],
    [text(20), 'a\0b', 'it holds NUL or half a character'],
  ])('is told in words (%#)', (schema, value, told) => {
    expect(toEnglish(sayIssue(schema.safeParse(value).error!.issues[0]!))).toBe(told)
  })
})
