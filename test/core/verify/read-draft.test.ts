import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDraft } from '../../../electron/core/verify/read-draft'

const folder = join(import.meta.dirname, '../../fixtures/verify')
const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe('the quotes of a draft', () => {
  it.each(cases.map((entry) => entry.name))('%s', (name) => {
    const files = readdirSync(join(folder, name))
    const draft = readFileSync(
      join(
        folder,
        name,
        files.find((file) => file.startsWith('draft.'))!,
      ),
      'utf8',
    )
    const quotes = readDraft(draft).map(({ line, readings, attribution }) => ({
      line,
      text: readings[0],
      attribution: attribution?.text ?? null,
    }))
    expect(quotes).toEqual(JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')))
  })

  it('are found whatever ends the lines', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const [quote] = readDraft(`\ufeffProse.${end}${end}"A quote."${end}— Ada · An interview${end}`)
      expect(quote).toMatchObject({ line: 3, attribution: { text: 'Ada · An interview', attached: true } })
    }
  })

  it('may mean their marks literally', () => {
    expect(readDraft('"He said *no* to 3\\. and left."')[0]?.readings).toEqual([
      'He said no to 3. and left.',
      'He said *no* to 3. and left.',
      'He said *no* to 3\\. and left.',
    ])
  })

  it('are looked for in bounded work', () => {
    expect(readDraft('"a\n'.repeat(5000))).toEqual([])
    expect(readDraft(`${'> '.repeat(5000)}x`)).toHaveLength(1)
    expect(readDraft(`"${'['.repeat(20_000)}a"`)).toHaveLength(1)
    expect(readDraft(`"${'*a_'.repeat(20_000)}"`)).toHaveLength(1)
  })
})
