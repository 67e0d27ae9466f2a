import { renderReview } from '../../../../shared/markdown/render-review'
import type { GatheredReview } from '../review-document'

/** A review as GitHub's Markdown. */
export function renderMarkdown({ document }: GatheredReview): string {
  return renderReview(document)
}
