import { writeMarkdown } from './gfm'
import type { ReviewDocument } from './review-document'
import { PLAIN_PAGE, reviewTree } from './review-tree'
import type { Template } from './template'

/** How a page is written in Markdown. */
export interface MarkdownOptions {
  /** With a block reference after each quote (`^q-…`), as Obsidian reads them. */
  readonly obsidian?: boolean | undefined
  /** With the page's facts in YAML before it. */
  readonly frontMatter?: boolean | undefined
  readonly template?: Template | null | undefined
}

/**
 * A review as GitHub's Markdown: the same document gives the same bytes, with LF line ends and a final one.
 *
 * Text that is not the author's prose (quotes, translations, attributions, titles, headings) is escaped: what could
 * start markup gets a backslash (`1\.`, `\*`, `\[`, `\<b>`, `\&amp;`, `https\://`), or a character reference where a
 * backslash does not work. Prose is the author's Markdown, read and written again; raw HTML in it is escaped too.
 */
export function renderReview(
  document: ReviewDocument,
  { obsidian = false, frontMatter = false, template = null }: MarkdownOptions = {},
): string {
  const tree = reviewTree(document, {
    ...PLAIN_PAGE,
    template,
    ...(obsidian && { anchorMark: '#^', blockReferences: true }),
  })
  return `${frontMatter ? frontMatterOf(document) : ''}${writeMarkdown(tree)}`
}

/** Every text is a JSON string, which is a quoted one in YAML: nothing in it can be read as anything else. */
function frontMatterOf(document: ReviewDocument): string {
  const quotes = document.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'quote'))
  const lines = [
    `title: ${yamlText(document.title)}`,
    `lang: ${document.language}`,
    `updated: ${document.updated}`,
    `aliases: [${document.aliases.map(yamlText).join(', ')}]`,
    `quotes: ${quotes.length}`,
    `verified: ${document.verified}`,
    `sources:${document.citedSources.map(({ title }) => `\n  - ${yamlText(title)}`).join('') || ' []'}`,
  ]
  return `---\n${lines.join('\n')}\n---\n\n`
}

function yamlText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
