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
    const [fragment] = verifyQuote(prepared, [{ quote }]).fragments
    expect(fragment?.status).toBe(status)
    if (found !== undefined) expect(text.slice(fragment!.start!, fragment!.end!)).toBe(found)
    if (diff !== undefined) expect(marked(fragment!.diff)).toBe(diff)
  })
})
