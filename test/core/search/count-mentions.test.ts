import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countMentions } from '../../../electron/core/search/count-mentions'
import { SearchLibrary } from '../../../electron/core/search/library'
import { ALIAS_FOLDS, aliasForms } from '../../../shared/domain/alias'
import type { SourceId } from '../../../shared/domain/ids'
import type { SourceMentions } from '../../../shared/domain/mentions'
import type { TextRange } from '../../../shared/domain/span'
import { type Found, naiveFind } from './naive-search'

type Mark = TextRange & { readonly sourceId: SourceId }

const idOf = (at: number) => `s${at}` as SourceId

function aLibraryOf(texts: readonly string[], marks: readonly Mark[] = [], isIndexed = true): SearchLibrary {
  const library = new SearchLibrary()
  library.setSources(
    texts.map((_, at) => ({
      id: idOf(at),
      revision: `r${at}`,
      title: '',
      language: 'en',
      tier: 'core',
      date: null,
      speakers: [],
    })),
    marks.map((mark) => ({ ...mark, camps: [] })),
  )
  texts.forEach((text, at) => library.addText({ revision: `r${at}`, text, turns: [] }))
  if (isIndexed) while (library.indexNext());
  return library
}

const count = (library: SearchLibrary, terms: readonly string[], cited: readonly Mark[] = []) =>
  countMentions(library, { terms, cited, wantsLonger: false }).sources

describe('mentions of aliases', () => {
  it('are counted by alias and in all, where two overlap once, and by what is marked and cited of them', () => {
    const texts = ['World models, a world model.', 'Nothing of it.', '世界模型就是模型。Model trains, models fly.']
    const marked: Mark[] = [
      { sourceId: idOf(0), start: 0, end: 5 },
      { sourceId: idOf(2), start: 2, end: 3 },
    ]
    expect(
      count(aLibraryOf(texts, marked), ['world models', 'model', '世界模型', '模型', 'world'], [marked[1]!]),
    ).toEqual([
      { sourceId: 's0', counts: [1, 2, 0, 0, 2], total: 3, marked: 1, cited: 0, first: { start: 0, end: 12 } },
      { sourceId: 's2', counts: [0, 2, 1, 2, 0], total: 4, marked: 1, cited: 1, first: { start: 0, end: 4 } },
    ])
  })

  it('offers the longer words that whole words leave out, the most frequent first', () => {
    const library = aLibraryOf(['World models, world modeller. Worldly WORLD\nModelling, world modelling: aim. 模型们'])
    const longer = (...terms: string[]) => countMentions(library, { terms, cited: [], wantsLonger: true }).longer
    expect(longer('World model', 'AI', '模型')).toEqual([
      { term: 'World model', form: 'World modelling', count: 2 },
      { term: 'World model', form: 'World modeller', count: 1 },
    ])
    expect(longer('world model', 'world modelling', 'world').map(({ form }) => form)).toEqual([
      'world modeller',
      'worldly',
    ])
  })

  const letters = fc.constantFrom(...Array.from('aAbBsSé世界模型間AI .,"*/('), '  ', 'e\u0301')
  const text = fc.array(letters, { maxLength: 40 }).map((parts) => parts.join(''))
  const term = fc.array(letters, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''))
  const mark = fc.record({ source: fc.nat(2), start: fc.nat(30), length: fc.integer({ min: 1, max: 9 }) })

  it('are those of a scan of each text', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        fc.array(term, { minLength: 1, maxLength: 3 }),
        fc.array(mark, { maxLength: 3 }),
        fc.boolean(),
        (texts, terms, drawn, isIndexed) => {
          const marks = drawn.map(({ source, start, length }): Mark => {
            return { sourceId: idOf(source), start, end: start + length }
          })
          const library = aLibraryOf(texts, marks, isIndexed)
          expect(count(library, terms, marks.slice(0, 1))).toEqual(naively(texts, terms, marks, marks.slice(0, 1)))
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** The same, as plainly as can be. */
function naively(
  texts: readonly string[],
  terms: readonly string[],
  marks: readonly Mark[],
  cited: readonly Mark[],
): SourceMentions[] {
  return texts.flatMap((text, at) => {
    const each = terms.map((term) =>
      apart(aliasForms(term).flatMap((form) => (isNothing(form) ? [] : naiveFind(text, form, ALIAS_FOLDS)))),
    )
    const all = apart(each.flat())
    const [first] = all
    if (!first) return []
    const touched = (ranges: readonly Mark[]) =>
      all.filter(([start, end]) =>
        ranges.some((one) => one.sourceId === idOf(at) && one.start < end && start < one.end),
      )
    return {
      sourceId: idOf(at),
      counts: each.map(({ length }) => length),
      total: all.length,
      marked: touched(marks).length,
      cited: touched(cited).length,
      first: { start: first[0], end: first[1] },
    }
  })
}

function isNothing(term: string): boolean {
  return /^[\s\u0300-\u036f]*$/.test(term)
}

/** The longer of what begins together first; none in another. */
function apart(found: readonly Found[]): Found[] {
  const kept: Found[] = []
  for (const place of [...found].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (place[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(place)
  }
  return kept
}
