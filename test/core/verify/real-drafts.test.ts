import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseTranscript } from '../../../electron/core/import/parse-transcript'
import { verifyDraft, type DraftSource } from '../../../electron/core/verify/verify-draft'

/** A finished review with its transcripts, and real transcripts with quotes: beside the checkout where there are any. */
const shared = join(import.meta.dirname, '../../../../shared')
const review = join(shared, 'acceptance/world-models')
const transcripts = join(shared, 'transcripts')

function read(path: string): DraftSource {
  const { title, text, turns } = parseTranscript(readFileSync(path), basename(path))
  return { file: basename(path), title, text, turns }
}

interface Bundle {
  readonly passages: readonly { readonly id: string; readonly fragments: readonly string[] }[]
}

// The cases are listed before anything is skipped.
const { draft, passages, sources } = existsSync(review)
  ? {
      draft: readFileSync(join(review, 'expected.txt'), 'utf8'),
      passages: (JSON.parse(readFileSync(join(review, 'bundle.json'), 'utf8')) as Bundle).passages,
      sources: readdirSync(join(review, 'transcripts')).map((file) => read(join(review, 'transcripts', file))),
    }
  : { draft: '', passages: [], sources: [] }

describe.skipIf(!existsSync(review))(`a finished review (needs ${review})`, () => {
  it('stands in its transcripts, quote by quote, said by who is named', () => {
    const { quotes, summary } = verifyDraft(draft, sources)
    expect(quotes.map((quote) => quote.fragments.map((fragment) => fragment.text))).toEqual(
      passages.map((passage) => passage.fragments),
    )
    expect(summary.exact + summary.normalised).toBe(18)
    expect(quotes.filter((quote) => !quote.speakerMatches)).toEqual([])
  })

  it.each(passages)('with a word of $id changed has that one quote altered', ({ fragments: [fragment = ''] }) => {
    const words = fragment.split(' ')
    words[Math.floor(words.length / 2)] = 'zebra'
    const { quotes } = verifyDraft(draft.replace(fragment, words.join(' ')), sources)
    const bad = quotes.filter((quote) => quote.status !== 'exact' && quote.status !== 'normalised')
    expect(quotes).toHaveLength(18)
    expect(bad.map((quote) => quote.status)).toEqual(['altered'])
    expect(bad[0]?.fragments[0]?.diff.filter((part) => part.kind === 'removed')).toEqual([
      { kind: 'removed', text: 'zebra' },
    ])
  })
})

interface Expected {
  readonly quotes?: readonly { readonly kind: string; readonly quote: string; readonly original?: string }[]
}

const files = existsSync(transcripts)
  ? (JSON.parse(readFileSync(join(transcripts, 'expected.json'), 'utf8')) as { files: Record<string, Expected> }).files
  : {}
const quoted = Object.entries(files).filter(([name, { quotes }]) => quotes && !/\.(?:docx|qdpx)$/.test(name))

/** What a quote of each kind may be found as; a cue's line break makes an exact one a normalised one. */
const FOUND: Readonly<Record<string, RegExp>> = {
  exact: /^(?:exact|normalised)$/,
  'cross-cue': /^(?:exact|normalised)$/,
  normalised: /^normalised$/,
  absent: /^altered$/,
}

describe.skipIf(quoted.length === 0)(`quotes of real transcripts (needs ${transcripts})`, () => {
  describe.each(quoted)('%s', (name, { quotes = [] }) => {
    const source = read(join(transcripts, name))

    it.each(quotes)('$kind: $quote', ({ kind, quote, original }) => {
      const [found] = verifyDraft(`> ${quote.replace(/([\\`*_[\]<>#&])/g, '\\$1')}\n`, [source]).quotes
      expect(found?.status).toMatch(FOUND[kind]!)
      const there = found!.fragments.map(({ start, end }) => source.text.slice(start!, end!)).join(' ')
      expect(original ?? there).toBe(there)
    })
  })
})
