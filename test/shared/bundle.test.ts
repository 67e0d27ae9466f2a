import { describe, expect, it } from 'vitest'
import { bundleJsonSchema, parseBundle } from '../../shared/bundle'

const whole = { format: 'verbatim-bundle', version: 1, sources: [{ id: 's', file: 'a.txt' }] }

describe('a bundle', () => {
  it('may leave out what has a default, and hold keys of others', () => {
    const passages = [{ id: 'q', source: 's', fragments: ['Yes.'], colour: 'red' }]
    expect(parseBundle({ ...whole, tool: 'x', passages }).passages).toEqual([
      { id: 'q', source: 's', fragments: ['Yes.'], translation: {}, attributed: true, note: '', tags: [] },
    ])
  })

  it.each([
    [{ ...whole, format: 'other' }, 'format: '],
    [{ ...whole, version: 2 }, 'it is of version 2; this program reads 1'],
    [{ ...whole, passages: [{ id: 'q', source: 's', fragments: ['a', 7] }] }, 'passages[0].fragments[1]: '],
    [{ ...whole, passages: [{ id: 'q', source: 's', fragments: ['a\0'] }] }, 'passages[0].fragments[0]: it holds NUL'],
    [{ ...whole, sources: [...whole.sources, ...whole.sources] }, 'sources[1].id: s stands there twice'],
    ['text', 'the whole: '],
  ])('names the place that is wrong (%#)', (value, place) => {
    expect(() => parseBundle(value)).toThrow(`The bundle is not valid: ${place}`)
  })

  it('has a JSON Schema that is up to date', async () => {
    // `npx vitest -u` writes it anew.
    const schema = `${JSON.stringify(bundleJsonSchema(), null, 2)}\n`
    await expect(schema).toMatchFileSnapshot('../../assets/bundle.schema.json')
  })
})
