import { describe, expect, it } from 'vitest'
import {
  verifyPassages,
  type VerifiablePassage,
  type VerifiableSource,
} from '../../../electron/core/verify/verify-passages'
import type { PassageId, SourceId, SpeakerId } from '../../../shared/domain/ids'
import { spanOf } from '../../../shared/domain/span'

const ada = 'ada' as SpeakerId
const bob = 'bob' as SpeakerId
const guest = 'guest' as SpeakerId
const text = 'The engine weaves patterns.\n\nI am not so sure.\n\nHm.\n\nIt does not think.'
const source: VerifiableSource = {
  id: 's' as SourceId,
  title: 'An interview',
  text,
  turns: [
    { start: 0, end: 27, speakerId: ada },
    { start: 29, end: 46, speakerId: bob },
    { start: 48, end: 51, speakerId: null },
    { start: 53, end: 71, speakerId: guest },
  ],
  speakers: [
    { id: ada, name: 'Ada Lovelace' },
    { id: bob, name: 'Bob' },
    { id: guest, name: 'Speaker 2' },
  ],
}

function passage(speakerId: SpeakerId | null, ...quotes: string[]): VerifiablePassage {
  const spans = quotes.map((quote) =>
    spanOf(text, { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }),
  )
  return { id: 'p' as PassageId, sourceId: source.id, spans, text: quotes.join(' … '), speakerId }
}

const verify = (...passages: VerifiablePassage[]) => verifyPassages(passages, () => source)

describe('a passage', () => {
  it('is exact, with who says it', () => {
    expect(verify(passage(ada, 'weaves patterns')).quotes[0]).toEqual({
      id: 'p',
      sourceId: 's',
      source: 'An interview',
      text: 'weaves patterns',
      status: 'exact',
      fragments: [{ text: 'weaves patterns', status: 'exact', start: 11, end: 26, expected: null, diff: [] }],
      speaker: 'Ada Lovelace',
      attributedTo: 'Ada Lovelace',
      speakerMatches: true,
      expected: null,
      line: null,
    })
  })

  it.each([
    ['of another speaker', passage(bob, 'weaves patterns'), false],
    ['of two speakers, attributed to one', passage(ada, 'weaves patterns', 'not so sure'), false],
    ['of nobody in particular', passage(null, 'weaves patterns', 'not so sure'), true],
    ['in a turn without a speaker', passage(ada, 'Hm.'), true],
    ['in a turn of a speaker without a name', passage(ada, 'does not think'), true],
  ])('%s', (_, given, matches) => {
    expect(verify(given).quotes[0]?.speakerMatches).toBe(matches)
  })

  it('is counted by its status', () => {
    const changed = {
      ...passage(ada, 'weaves patterns'),
      spans: [{ ...spanOf(text, { start: 0, end: 27 }), quote: 'The engine weaves carpets.' }],
    }
    const { summary } = verify(passage(ada, 'weaves'), passage(bob, 'I am'), changed)
    expect(summary).toEqual({ exact: 2, normalised: 0, moved: 0, altered: 1, missing: 0 })
  })
})

it('reads each source once', () => {
  let reads = 0
  verifyPassages([passage(ada, 'weaves'), passage(ada, 'engine')], () => {
    reads += 1
    return source
  })
  expect(reads).toBe(1)
})
