import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseMarkdown, writeMarkdown } from '../../../shared/markdown/gfm'
import { isPlainText } from '../../../shared/markdown/plain-text'

const someSentence = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Array.from('abwWxhtps ·.,:;?!\'"()-…—“”‘’「」。，、1 2é中')),
      fc.constantFrom('www.', 'http', '://', '1. ', '- ', '  ', ' - ', ' 1) ', 'x@y.z', 'mailto:a'),
    ),
    { maxLength: 15 },
  )
  .map((parts) => parts.join(''))

it('is read as just these characters, and written so', () => {
  let plain = 0
  fc.assert(
    fc.property(someSentence, (text) => {
      if (!isPlainText(text)) return
      plain += 1
      const { children } = parseMarkdown(text)
      expect(children).toMatchObject([{ type: 'paragraph', children: [{ type: 'text', value: text }] }])
      expect(children).toHaveLength(1)
      const quote = {
        type: 'blockquote' as const,
        children: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value: text }] }],
      }
      expect(writeMarkdown({ type: 'root', children: [quote] })).toBe(`> ${text}\n`)
    }),
    { numRuns: 5000 },
  )
  expect(plain).toBeGreaterThan(200)
})

it.each([
  '1. One',
  '- one',
  'a * b',
  'see www.x.y',
  'http://x',
  ' a',
  'a ',
  'a\nb',
  'a  b',
  'me@x.y',
  'a_b',
  '',
  '~a',
  '# a',
])('is not said of %j', (text) => {
  expect(isPlainText(text)).toBe(false)
})
