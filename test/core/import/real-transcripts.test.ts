import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseTranscript } from '../../../electron/core/import/parse-transcript'
import type { AppError } from '../../../shared/errors'

/** Real transcripts with verified counts, and a review's sources: beside the checkout where there are any, never in it. */
const shared = join(import.meta.dirname, '../../../../shared')

interface Expected {
  readonly turns?: number
  readonly turnsMergedSameSpeaker?: number
  readonly cues?: number
  readonly segments?: number
  readonly speakers?: Readonly<Record<string, number>>
  readonly title?: string
  readonly encoding?: string
  readonly bodyWordsSegmenter?: number
  readonly hanChars?: number
  readonly derivedFrom?: string
  readonly quotes?: readonly { readonly kind: string; readonly quote: string; readonly original?: string }[]
  readonly preambleParagraphs?: number
}

const LATER = /\.(?:docx|qdpx)$/

const transcripts = join(shared, 'transcripts')
const files: Record<string, Expected> = existsSync(transcripts)
  ? (JSON.parse(readFileSync(join(transcripts, 'expected.json'), 'utf8')) as { files: Record<string, Expected> }).files
  : {}
const names = Object.keys(files)

describe.skipIf(names.length === 0)(`real transcripts (needs ${transcripts})`, () => {
  describe.each(names.filter((name) => !LATER.test(name)))('%s', (name) => {
    const own = files[name]!
    const expected = { ...(own.derivedFrom ? files[own.derivedFrom] : {}), ...own }
    const read = parseTranscript(readFileSync(join(transcripts, name)), basename(name))
    const labels = read.turns.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]))

    it('has the encoding, the title and the words that were counted', () => {
      expect(read.encoding).toBe(own.encoding ?? 'utf-8')
      expect(read.title).toBe(expected.title ?? read.title)
      const { bodyWordsSegmenter = read.words, hanChars = 0 } = expected
      // Other versions of ICU cut Chinese elsewhere; WebVTT's entities are decoded here and were not when words were counted.
      const tolerance = Math.max(1, Math.ceil(bodyWordsSegmenter * (hanChars > 0 ? 0.01 : 0.002)))
      expect(Math.abs(read.words - bodyWordsSegmenter)).toBeLessThanOrEqual(tolerance)
    })

    it('has the quotes that stand in it, and not those that do not', () => {
      const text = fold(read.text)
      const quotes = expected.quotes ?? []
      const there = quotes.filter(({ quote, original }) => text.includes(fold(original ?? quote)))
      expect(there).toEqual(quotes.filter(({ kind }) => kind !== 'absent'))
    })

    it('has every turn, cue and speaker', () => {
      const cues = expected.cues ?? expected.segments
      const { speakers = {}, turns, turnsMergedSameSpeaker, preambleParagraphs = 0 } = expected
      const counted =
        cues === undefined
          ? { turns: labels.length, unlabelled: read.turns.length - labels.length, speakers: tally(labels) }
          : { turns: read.turns.length, cues: read.cues?.length, speakers: [...new Set(labels)] }
      expect(counted).toEqual(
        cues === undefined
          ? { turns: turns ?? labels.length, unlabelled: preambleParagraphs, speakers }
          : { turns: turnsMergedSameSpeaker ?? read.turns.length, cues, speakers: Object.keys(speakers) },
      )
    })
  })

  it.each(names.filter((name) => LATER.test(name)))('%s is refused whole, as a format that is not read yet', (name) => {
    const refusal = (): unknown => parseTranscript(readFileSync(join(transcripts, name)), basename(name))
    expect(refusal).toThrow(expect.objectContaining<Partial<AppError>>({ code: 'not-understood' }))
  })
})

const review = join(shared, 'acceptance/world-models')
describe.skipIf(!existsSync(review))(`the sources of a review (needs ${review})`, () => {
  it('hold every fragment that the review quotes', () => {
    const bundle = JSON.parse(readFileSync(join(review, 'bundle.json'), 'utf8')) as {
      sources: { id: string; file: string }[]
      passages: { id: string; source: string; fragments: string[] }[]
    }
    const missing = bundle.sources.flatMap(({ id, file }) => {
      const text = fold(parseTranscript(readFileSync(join(review, file)), basename(file)).text)
      const quoted = bundle.passages.filter(({ source }) => source === id).flatMap(({ fragments }) => fragments)
      return quoted.filter((fragment) => !text.includes(fold(fragment)))
    })
    expect(missing).toEqual([])
    expect(bundle.passages.length).toBeGreaterThan(0)
  })
})

if (names.length === 0) console.warn(`skipped: real transcripts, because there is no ${transcripts}`)

function tally(labels: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1
  return counts
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ')
}
