import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readTemplate, templateJsonSchema } from '../../../shared/markdown/template'

it('has a JSON Schema that is up to date', async () => {
  // `npx vitest -u` writes it anew.
  const schema = `${JSON.stringify(templateJsonSchema(), null, 2)}\n`
  await expect(schema).toMatchFileSnapshot('../../../assets/template.schema.json')
})

const HEAD = '{\n  "format": "verbatim-template",\n  "version": 1'

it.each([
  [`${HEAD},\n}`, 'line 4 is not JSON'],
  [`${HEAD},\n  "labels": {\n    "campp": "Side"\n  }\n}`, 'line 5, labels: not known here: campp'],
  [`${HEAD},\n  "look": {\n    "font": "serif",\n    "width": 500\n  }\n}`, 'line 6, look.width: '],
  [`${HEAD},\n  "quote": { "lines": ["original", "original"] }\n}`, 'line 4, quote.lines: a line stands there twice'],
  ['{}', 'line 1, format: '],
])('is refused with its line and its place: %j', (text, detail) => {
  expect(() => readTemplate(text)).toThrow(`The template is not valid: ${detail}`)
})

it('is what the README shows', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8')
  const [, shown = ''] = /```json\n(\{\n {2}"format": "verbatim-template"[^`]*)```/.exec(readme) ?? []
  expect(Object.keys(readTemplate(shown))).toEqual(['format', 'version', 'labels', 'sections', 'quote', 'look'])
})
