import type { PassageId } from '../../../shared/domain/ids'
import type { UiLanguage } from '../../../shared/domain/language'
import type { ReviewDocument } from '../../../shared/markdown/review-document'
import { aDocument, aQuote, aSection } from './documents'

/** What transcripts and titles should not hold, and may. */
export const NASTY = [
  '</blockquote></main><script>alert(1)</script>',
  '<img src=x onerror="alert(1)"> & &amp; &#60; &notanentity;',
  '=HYPERLINK("https://x.example","y") +1 -1 @SUM(A1)',
  '# not a heading | not | a table\n\n- not a list',
  'שלום \u202eright to left\u202c \u200bzero\u200dwidth\ufeff',
  '\u0007 bell, \'quotes\' "and" `code` ]]> --> 😀 \ufdd0',
]

const PROSE = `## A heading of the author's own

Some *emphasis*, **strong** words, ~~struck~~ ones, \`code <b>\`, a [link](https://x.example/?a=1&b="2"), an empty one
[](https://x.example), one that [runs](javascript:alert(1)), a ![picture](https://x.example/a.png), <b>raw</b> HTML,
https://bare.example/?a=1&b=2 and a note[^1]. See [the first quote](passage:p0).  
A hard break.

#### Deeper than it should be

1. one
2. two
   - deeper

     with a second paragraph

- [ ] to do
- [x] done

| left | right | none |
| :- | -: | - |
| \`|\` | 2 | |

> a quotation
>
> - with a list

\`\`\`html
<script>alert(1)</script>
\`\`\`

---

[^1]: Said *twice*.

    With a second paragraph.
`

/** A page of everything that a page can hold, and of all that transcripts should not. */
export function nastyPage(language: UiLanguage): ReviewDocument {
  const quotes = NASTY.map((text, at) =>
    aQuote({
      passage: `p${at}` as PassageId,
      text,
      translation: at % 2 === 0 ? text : null,
      attribution: at % 3 === 0 ? null : text,
      speaker: text,
      source: text,
      leadIn: at === 1 ? PROSE : '',
    }),
  )
  const camp = (at: number) => ({ label: NASTY[at]!, thesis: NASTY[at]!, holder: NASTY[at]!, colour: 1 + (at % 8) })
  return aDocument({
    title: NASTY[0]!,
    language,
    aliases: NASTY,
    sections: [
      aSection({ kind: 'changelog', heading: null, blocks: [{ kind: 'prose', markdown: PROSE }] }),
      aSection({ kind: 'disagreement', heading: NASTY[1]! }),
      ...NASTY.map((_, at) =>
        aSection({ kind: 'camp', depth: 1, heading: null, camp: camp(at), blocks: [quotes[at]!, quotes[0]!] }),
      ),
      aSection({
        kind: 'my-view',
        heading: null,
        view: {
          judgement: PROSE,
          confidence: 3,
          strongest: [{ passage: 'p1' as PassageId, text: NASTY[1]!, speaker: NASTY[0]! }],
          weakest: [{ passage: 'elsewhere' as PassageId, text: NASTY[2]!, speaker: null }],
        },
      }),
      aSection({ kind: 'open-questions', heading: null, blocks: [{ kind: 'prose', markdown: PROSE }] }),
      aSection({ kind: 'sources', heading: null }),
    ],
    relations: [{ from: 'p0' as PassageId, to: 'p1' as PassageId, kind: 'contradicts' }],
    citedSources: NASTY.map((title) => ({ title, date: '2026-06-11', speakers: NASTY })),
    mentionedSources: NASTY.map((title) => ({ title, date: null, speakers: [] })),
  })
}
