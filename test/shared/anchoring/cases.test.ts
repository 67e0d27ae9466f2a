import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyQuote } from '../../../electron/core/verify/verify-quote'
import { prepareText } from '../../../shared/anchoring/prepare-text'
import type { DiffPart } from '../../../shared/domain/verification'

interface Case {
  readonly text: string
  readonly quotes: readonly { quote: string; status: string; found?: string; diff?: string }[]
}

const folder = join(import.meta.dirname, '../../fixtures/anchoring')
const cases = readdirSync(folder).filter((name) => name.endsWith('.json'))

const MARKED = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const

function marked(diff: readonly DiffPart[]): string {
  return diff.map(({ kind, text }) => MARKED[kind].join(text)).join('')
}

describe.each(cases)('%s', (name) => {
  const { text, quotes } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Case
  const prepared = prepareText(text)

  it.each(quotes)('$status: $quote', ({ quote, status, found, diff }) => {
    const fragment = verifyQuote(prepared, [{ quote }]).fragments[0]!
    const stands = text.slice(fragment.start ?? 0, fragment.end ?? 0)
    expect({ status: fragment.status, found: found && stands, diff: diff && marked(fragment.diff) }).toEqual({
      status,
      found,
      diff,
    })
  })
})
