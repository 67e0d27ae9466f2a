import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PlaceList } from '../../../electron/core/search/places'
import { findPattern } from '../../../electron/core/search/find-patterns'
import { SearchLibrary } from '../../../electron/core/search/library'
import { Searches } from '../../../electron/core/search/run-search'
import type { SourceId } from '../../../shared/domain/ids'
import { PLAIN_FOLDS, type SearchFolds } from '../../../shared/domain/search'
import { TURN_SEPARATOR } from '../../../shared/domain/turn'
import { type Found, naiveFind } from './naive-search'
import { search } from './search-project'

const letters = fc.constantFrom(...Array.from('aAbéÉcñß发發髮好妈媽言Ａｂ！ｶカ😀👍 .,-0\n'), 'e\u0301', 'x\u0301', '  ')
const turn = fc.array(letters, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''))
const source = fc.array(turn, { minLength: 1, maxLength: 4 })
const corpus = fc.array(source, { minLength: 1, maxLength: 4 })
const folds: fc.Arbitrary<SearchFolds> = fc.record({
  matchCase: fc.boolean(),
  wholeWords: fc.boolean(),
  foldAccents: fc.boolean(),
  foldWidths: fc.boolean(),
  foldHan: fc.boolean(),
})

type Place = readonly [source: number, ...Found]

/** So much of what is not looked for that an index is asked before the text is. */
const FILLER = ['qz '.repeat(5000)]

function aLibraryOf(said: readonly (readonly string[])[], { indexed }: { readonly indexed: boolean }) {
  const library = new SearchLibrary()
  const sources = indexed ? [...said, FILLER] : said
  library.setSources(
    sources.map((_, at) => ({
      id: `s${at}` as SourceId,
      revision: `r${at}`,
      title: '',
      language: 'en',
      tier: 'core',
      date: null,
      speakers: [],
    })),
    [],
  )
  sources.forEach((turns, at) => library.addText({ revision: `r${at}`, ...toText(turns) }))
  library.settle()
  if (indexed) while (library.indexNext());
  return library
}

function toText(said: readonly string[]) {
  let end = -TURN_SEPARATOR.length
  const turns = said.map((words) => {
    const start = end + TURN_SEPARATOR.length
    end = start + words.length
    return { start, end, label: null, startTime: null }
  })
  return { text: said.join(TURN_SEPARATOR), turns }
}

function placesOf(library: SearchLibrary, query: string, options: SearchFolds): Place[] {
  const { hits, total } = search(library, query, { folds: options, count: 10_000 })
  expect(hits).toHaveLength(total)
  return hits.map(({ sourceId, start, end }) => [Number(sourceId.slice(1)), start, end])
}

/** What a query that is looked for turn by turn finds, of what its terms find in whole texts. */
function turnByTurn(
  sources: readonly (readonly string[])[],
  terms: readonly ((text: string) => Found[])[],
  join: (found: readonly Found[][]) => Found[],
): Place[] {
  return sources.flatMap((said, at) => {
    const { text, turns } = toText(said)
    const found = terms.map((term) => term(text))
    return turns.flatMap(({ start }, index) => {
      const end = turns[index + 1]?.start ?? Number.POSITIVE_INFINITY
      const own = found.map((places) => places.filter(([from]) => from >= start && from < end))
      return join(own).map(([from, to]): Place => [at, from, to])
    })
  })
}

/**
 * What `NEAR` is said to find: two places in one turn with at most so many words between them, from where the first
 * begins to where the second ends. Each is joined to the nearest one of the other that follows it, and where two of the
 * same stand before that, the nearer one is. A character without spaces is a word of its own.
 */
function naiveNear(
  text: string,
  turns: readonly { readonly start: number }[],
  left: readonly Found[],
  right: readonly Found[],
  words: number,
): Found[] {
  const turnOf = (offset: number) => turns.findLastIndex(({ start }) => start <= offset)
  const joined = (first: readonly Found[], second: readonly Found[]) =>
    first.flatMap(([start, end], at): Found[] => {
      const next = second.find(([from]) => from >= end)
      if (!next || turnOf(next[0]) !== turnOf(start)) return []
      if (first.slice(at + 1).some(([, stop]) => stop <= next[0])) return []
      const between = text.slice(end, next[0]).match(/\p{Script=Han}|[^\P{L}\p{Script=Han}]+/gu) ?? []
      return between.length <= words ? [[start, next[1]]] : []
    })
  return [...joined(left, right), ...joined(right, left)]
}

/** In order, the longer of what begins together first; none in another, over turns too. */
function apart(places: readonly Place[]): Place[] {
  const kept: Place[] = []
  for (const place of [...places].sort((a, b) => a[0] - b[0] || a[1] - b[1] || b[2] - a[2])) {
    const last = kept.at(-1)
    if (!last || last[0] !== place[0] || last[2] <= place[1]) kept.push(place)
  }
  return kept
}

/** A piece of some text, as it is looked for by itself. */
const piece = (sources: readonly (readonly string[])[]) =>
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 6 })).map(([from, length]) => {
    const all = Array.from(sources.map((said) => said.join(TURN_SEPARATOR)).join(''))
    const start = from % all.length
    const text = all
      .slice(start, start + length)
      .join('')
      .trim()
    return text === '' || /^[\u0300-\u036f]|^\/|\*$/.test(text) ? 'a' : text
  })

const asked = corpus.chain((sources) =>
  fc.record({ sources: fc.constant(sources), one: piece(sources), two: piece(sources), folds }),
)

describe('a search finds what a look through every text finds', () => {
  it.each([{ indexed: true }, { indexed: false }])('of text as it stands: %j', (how) => {
    fc.assert(
      fc.property(asked, ({ sources, one, folds: options }) => {
        const expected = sources.flatMap((said, at) =>
          naiveFind(said.join(TURN_SEPARATOR), one.replace(/\s+/gu, ' '), options).map(([start, end]): Place => [
            at,
            start,
            end,
          ]),
        )
        const library = aLibraryOf(sources, how)
        expect(placesOf(library, one, options)).toEqual(expected)
        expect(placesOf(library, `"${one}"`, options)).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  })

  it('of a letter and its accent between characters without spaces', () => {
    const library = aLibraryOf([[' \u00c9髮ｶe\u0301 妈']], { indexed: true })
    const options = { ...PLAIN_FOLDS, wholeWords: false, foldAccents: true }
    expect(placesOf(library, 'ｶé 妈', options)).toEqual([[0, 3, 8]])
    expect(placesOf(library, '髮ｶé 妈', options)).toEqual([[0, 2, 8]])
  })

  it.each(['aAb发發好，。 ', '发發髮好好，'])('of what stands there by the hundred: %s', (characters) => {
    const few = fc.constantFrom(...Array.from(characters), ', ', '. ', '好，')
    const many = fc.array(fc.array(few, { minLength: 300, maxLength: 600 }), { minLength: 1, maxLength: 3 })
    const askedOfMany = many
      .map((sources) => sources.map((parts) => [parts.join('')]))
      .chain((sources) => fc.record({ sources: fc.constant(sources), one: piece(sources), folds }))
    fc.assert(
      fc.property(askedOfMany, ({ sources, one, folds: options }) => {
        const expected = sources.flatMap(([said], at) =>
          naiveFind(said!, one.replace(/\s+/gu, ' '), options).map(([start, end]): Place => [at, start, end]),
        )
        expect(placesOf(aLibraryOf(sources, { indexed: true }), `"${one}"`, options)).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })

  it('of the beginning of a word', () => {
    fc.assert(
      fc.property(asked, ({ sources, one, folds: options }) => {
        fc.pre(/^[\p{L}\p{M}\d]+$/u.test(one))
        const expected = sources.flatMap((said, at) =>
          naiveFind(said.join(TURN_SEPARATOR), one, { ...options, wholeWords: false }, true).map(
            ([start, end]): Place => [at, start, end],
          ),
        )
        expect(placesOf(aLibraryOf(sources, { indexed: true }), `${one}*`, options)).toEqual(expected)
      }),
      { numRuns: 100 },
    )
  })

  it.each(['AND', 'OR', 'AND NOT'])('of two texts that are joined by %s', (operator) => {
    fc.assert(
      fc.property(asked, ({ sources, one, two, folds: options }) => {
        const terms = [one, two].map((term) => (text: string) => naiveFind(text, term.replace(/\s+/gu, ' '), options))
        const expected = turnByTurn(sources, terms, ([a = [], b = []]) => {
          if (operator === 'OR') return [...a, ...b]
          if (operator === 'AND NOT') return b.length > 0 ? [] : a
          return a.length > 0 && b.length > 0 ? [...a, ...b] : []
        })
        const found = placesOf(aLibraryOf(sources, { indexed: true }), `"${one}" ${operator} "${two}"`, options)
        expect(found).toEqual(apart(expected))
      }),
      { numRuns: 100 },
    )
  })

  it('of two texts that stand near each other', () => {
    const spaced = fc.array(fc.constantFrom('bus', 'Bus', 'tram', 'a', 'late', '夜', '车', ',', '—'), { maxLength: 12 })
    const said = spaced.map((words) => words.join(' ').replaceAll('夜 车', '夜车') || 'a')
    const sources = fc.array(fc.array(said, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    const term = fc.constantFrom('bus', 'tram', 'late', '车', 'a')
    fc.assert(
      fc.property(sources, term, term, fc.integer({ min: 0, max: 5 }), (all, one, two, words) => {
        const options = { ...PLAIN_FOLDS, wholeWords: true }
        const expected = all.flatMap((turns, at) => {
          const { text, turns: begun } = toText(turns)
          const places = [one, two].map((wanted) => naiveFind(text, wanted, options))
          return naiveNear(text, begun, places[0]!, places[1]!, words).map(([from, to]): Place => [at, from, to])
        })
        const library = aLibraryOf(all, { indexed: true })
        expect(placesOf(library, `${one} NEAR/${words} ${two}`, options)).toEqual(apart(expected))
        expect(placesOf(library, `${two} NEAR/${words} ${one}`, options)).toEqual(apart(expected))
      }),
      { numRuns: 300 },
    )
  })

  it.each(['(ONE OR TWO) AND THREE', 'ONE AND (TWO OR THREE) NOT FOUR', 'ONE AND TWO OR THREE AND FOUR'])(
    'of texts that are joined as %s',
    (form) => {
      const words = ['bus', 'tram', 'late', '车']
      const said = fc.subarray([...words, 'none']).map((some) => some.join(' ') || 'nobody')
      fc.assert(
        fc.property(fc.array(fc.array(said, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), (all) => {
          const terms = words.map((word) => (text: string) => naiveFind(text, word, PLAIN_FOLDS))
          const expected = turnByTurn(all, terms, ([a = [], b = [], c = [], d = []]) => {
            const both = (...lists: Found[][]) => (lists.every((list) => list.length > 0) ? lists.flat() : [])
            if (form.startsWith('(ONE')) return both([...a, ...b], c)
            if (form.includes('NOT')) return d.length > 0 ? [] : both(a, [...b, ...c])
            return [...both(a, b), ...both(c, d)]
          })
          const query = ['ONE', 'TWO', 'THREE', 'FOUR'].reduce((text, name, at) => text.replace(name, words[at]!), form)
          expect(placesOf(aLibraryOf(all, { indexed: true }), query, PLAIN_FOLDS)).toEqual(apart(expected))
        }),
        { numRuns: 100 },
      )
    },
  )

  it('of a regular expression', () => {
    const pattern = fc.constantFrom('[ab]+', '\\d', 'é|发', '(?:好|妈).', '^.', 'a.?b', '\\p{Lu}')
    fc.assert(
      fc.property(corpus, pattern, folds, (sources, one, { matchCase, ...others }) => {
        const options = { ...others, matchCase, wholeWords: false }
        const library = aLibraryOf(sources, { indexed: false })
        const patterns = new Map(
          library.segments.map(({ id, segment }) => [id, [findPattern(segment.units, segment.texts, one, options)]]),
        )
        const answer = new Searches(library).run(
          {
            query: `/${one}/`,
            folds: options,
            filters: {},
            sort: 'text',
            descending: false,
            from: 0,
            count: 1000,
            context: 10,
          },
          patterns,
        )
        const expected = sources.flatMap((said, at) =>
          [...said.join(TURN_SEPARATOR).matchAll(new RegExp(one, matchCase ? 'gmu' : 'gimu'))].map((match) => ({
            sourceId: `s${at}`,
            start: match.index,
            match: match[0],
          })),
        )
        expect(answer).toMatchObject({ kind: 'found', total: expected.length, hits: expected })
      }),
      { numRuns: 100 },
    )
  })
})

describe('a list of places', () => {
  it('is cut to what was added', () => {
    const list = new PlaceList()
    for (let at = 0; at < 200; at += 1) list.add(2 * at, 2 * at + 1)
    expect([list.done().length, list.done().starts[199], list.done().ends[199]]).toEqual([200, 398, 399])
  })
})
