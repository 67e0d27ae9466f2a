import type { PeerPassage } from './peers/peer.ts'
import { generator } from '../generate-transcripts.ts'

const CAMPS = 5
/** Of a hundred passages, this many have two spans, and this many reach over several turns. */
const SPLIT = 8
const LONG = 10

/**
 * Passages at random places of a text, cut at words: most as long as a sentence or two, some over several turns, some
 * of two spans. The same seed gives the same ones. Every camp has a fifth of them.
 */
export function generatePassages(text: string, count: number, seed: number): PeerPassage[] {
  const next = generator(seed)
  const passages: PeerPassage[] = []
  while (passages.length < count) {
    const kind = next(100)
    const words = kind < LONG ? 120 + next(120) : 6 + next(30)
    const first = spanAt(text, next(text.length), words)
    const second = kind >= LONG && kind < LONG + SPLIT && first ? spanAt(text, first.end + 60, 8) : null
    if (!first) continue
    passages.push({ spans: second ? [first, second] : [first], colour: (passages.length % CAMPS) + 1 })
  }
  return passages
}

/** Places to look at, from the beginning to the end of a text and in no order. */
export function generatePlaces(text: string, count: number, seed: number): number[] {
  const next = generator(seed)
  return Array.from({ length: count }, () => next(text.length - 2000))
}

function spanAt(text: string, offset: number, words: number): { start: number; end: number } | null {
  const start = text.indexOf(' ', offset) + 1
  if (start === 0) return null
  let end = start
  for (let word = 0; word < words; word += 1) {
    const space = text.indexOf(' ', end + 1)
    if (space === -1) return null
    end = space
  }
  // Within one line, a passage ends before what separates turns.
  while (/\s/.test(text.charAt(end - 1))) end -= 1
  return end > start && !/\s/.test(text.charAt(start)) ? { start, end } : null
}

/** The bundle that puts passages into a project, with a review of five camps to colour them. */
export function bundleOf(text: string, file: string, passages: readonly PeerPassage[]): unknown {
  return {
    format: 'verbatim-bundle',
    version: 1,
    sources: [{ id: 'talk', file }],
    passages: passages.map(({ spans }, index) => ({
      id: `p${index}`,
      source: 'talk',
      fragments: spans.map(({ start, end }) => text.slice(start, end)),
      spans,
    })),
    reviews: [
      {
        id: 'review',
        title: 'The debate',
        language: 'en',
        sections: Array.from({ length: CAMPS }, (_, camp) => ({
          id: `camp${camp + 1}`,
          kind: 'camp',
          camp: { label: 'ABCDE'.charAt(camp), thesis: `Side ${camp + 1}`, colour: camp + 1 },
          passages: passages.flatMap(({ colour }, index) => (colour === camp + 1 ? [`p${index}`] : [])),
        })),
      },
    ],
  }
}
