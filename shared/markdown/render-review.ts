import { writeMarkdown } from './gfm'
import type { ReviewDocument } from './review-document'
import { reviewTree } from './review-tree'

/**
 * A review as GitHub's Markdown: the same document gives the same bytes, with LF line ends and a final one.
 *
 * Text that is not the author's prose (quotes, translations, attributions, titles, headings) is escaped: what could
 * start markup gets a backslash (`1\.`, `\*`, `\[`, `\<b>`, `\&amp;`, `https\://`), or a character reference where a
 * backslash does not work. Prose is the author's Markdown, read and written again; raw HTML in it is escaped too.
 */
export function renderReview(document: ReviewDocument): string {
  return writeMarkdown(reviewTree(document))
}
