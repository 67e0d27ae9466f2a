import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf } from '../../../renderer/features/search/saved/excerpt'

const SIGNS = { around: '', marked: '_', hit: '*' }

/** The pieces as one line: what would be marked between underscores, hits between asterisks. */
function shown(text: string, marked: string, hits: readonly string[], from = 0): string {
  const start = text.indexOf(marked)
  return excerptOf({
    start,
    end: start + marked.length,
    hits: hits.map((hit) => ({ start: text.indexOf(hit, start), end: text.indexOf(hit, start) + hit.length })),
    from,
    excerpt: text.slice(from),
  })
    .map(({ kind, text: said }) => `${SIGNS[kind]}${said}${SIGNS[kind]}`)
    .join('')
}

describe('the line of a suggestion', () => {
  it('shows what would be marked within what stands around it', () => {
    expect(shown('So it goes. The night bus is late. Nobody waits.', 'The night bus is late.', ['bus'])).toBe(
      'So it goes. _The night _*bus*_ is late._ Nobody waits.',
    )
  })

  it('shows every hit in it', () => {
    expect(shown('末班车走了，没有车。', '末班车走了，没有车。', ['班', '没有'])).toBe('_末_*班*_车走了，_*没有*_车。_')
  })

  it('leaves out what others say before and after', () => {
    expect(shown('Yes.\n\nNo bus at night? None.\n\nThank you.', 'No bus at night?', ['bus'])).toBe(
      '_No _*bus*_ at night?_ None.',
    )
  })

  it('cuts a long turn between words, so that the hit is in view', () => {
    const turn = `${'long ago '.repeat(40)}bus ${'and after '.repeat(60)}.`
    const line = shown(turn, turn, ['bus'])
    expect(line).toMatch(/^_…__(?:ago )?(?:long ago )+_\*bus\*_ (?:and after )+(?:and)?(?:after)?\s?\w*__…_$/)
    expect(line.indexOf('*bus*')).toBeLessThan(110)
  })

  it('is text as it stands, in one go, whatever is marked', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'bc ', '末', '😀', '\n\n', '. '),
      minLength: 1,
      maxLength: 200,
    })
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (excerpt, a, b, c, d) => {
        const start = a % excerpt.length
        const end = start + 1 + (b % (excerpt.length - start))
        const hitStart = start + (c % (end - start))
        const hit = { start: hitStart, end: hitStart + 1 + (d % (end - hitStart)) }
        const pieces = excerptOf({ start, end, hits: [hit], from: 0, excerpt })
        const said = pieces.map((piece) => piece.text).join('')
        expect(excerpt).toContain(said.replace(/^…/, '').replace(/…$/, ''))
        expect(pieces.filter(({ kind }) => kind === 'hit').map((piece) => piece.text)).not.toEqual([])
      }),
    )
  })
})
