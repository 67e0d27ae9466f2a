import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mermaidText, renderMermaid } from '../../../shared/markdown/mermaid'

/**
 * What Mermaid 11 shows for a quoted label, by its own steps: the label ends at the next `"`; before parsing, what looks
 * like a style loses its semicolon and each `#…;` becomes a placeholder; the label is read as Markdown; then the
 * placeholders become character references of HTML.
 */
function shownBy(label: string): string {
  expect(label).not.toMatch(/["\n\r<>`*_[\]{}|\\~]/)
  expect(label).not.toMatch(/(?:style|classDef).*:\S*#.*;/)
  const encoded = label.replace(/#\w+;/g, (code) => {
    const inner = code.slice(1, -1)
    return /^\+?\d+$/.test(inner) ? `fl°°${inner}¶ß` : `fl°${inner}¶ß`
  })
  // Lists and headings are what it refuses in a label.
  expect(encoded).not.toMatch(/^ {0,3}(?:[-+*]|\d+[.)])(?: |$)/)
  expect(encoded).not.toMatch(/^ *(?:#|-)/)
  return encoded
    .replace(/fl°°/g, '&#')
    .replace(/fl°/g, '&')
    .replace(/¶ß/g, ';')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

describe('a text in a Mermaid label', () => {
  it.each([
    'He said "no"; <b>#1</b> & `code` [x](y) %% end',
    '1. A list item, they say',
    '- not a list',
    '---',
    '2)',
    'style a:#f9f;',
    'fl°°34¶ß and 20 °C',
    'fa:fa-car',
    '他说：“不。”「是」',
    'a\nb\tc\u200bd\u202ee',
    '#quot; #34; &quot;',
  ])('%j is shown as it is', (text) => {
    expect(shownBy(mermaidText(text))).toBe(text)
  })

  it('is shown as it is, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(shownBy(mermaidText(text))).toBe(text)
      }),
    )
  })
})

it('draws groups around nodes, and an arrow of its own for each kind of relation', () => {
  const mermaid = renderMermaid(
    [
      { heading: 'Camp A', nodes: [{ id: 'x', text: 'Yes.' }] },
      { heading: 'Nobody', nodes: [] },
      {
        heading: 'Camp "B"',
        nodes: [
          { id: 'y', text: 'No.' },
          { id: 'z', text: 'Perhaps.' },
        ],
      },
    ],
    [
      { from: 'y', to: 'x', kind: 'contradicts', label: 'contradicts' },
      { from: 'z', to: 'y', kind: 'supports', label: 'supports' },
      { from: 'x', to: 'z', kind: 'qualifies', label: 'qualifies' },
    ],
  )
  expect(mermaid).toBe(`flowchart LR
  subgraph s1["Camp A"]
    q1["Yes."]
  end
  subgraph s3["Camp #34;B#34;"]
    q2["No."]
    q3["Perhaps."]
  end
  q2 -. "contradicts" .-> q1
  q3 == "supports" ==> q2
  q1 -- "qualifies" --> q3`)
})
