import { renderReview, type MarkdownOptions } from '../../../../shared/markdown/render-review'
import type { GatheredReview } from '../review-document'

/** A review as GitHub's Markdown. */
export function renderMarkdown({ document }: Pick<GatheredReview, 'document'>, options: MarkdownOptions = {}): string {
  return renderReview(document, options)
}
