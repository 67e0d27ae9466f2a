import { Columns3, History } from 'lucide-react'
import { CampBoard } from './board/camp-board'
import type { ReviewView } from './review-view'
import { RevisionsView } from './revisions/revisions-view'

/** The views beside the page, in the order of their tabs. Their titles are `review:views.<id>`. */
export const REVIEW_VIEWS: readonly ReviewView[] = [
  { id: 'board', icon: Columns3, View: CampBoard },
  { id: 'revisions', icon: History, View: RevisionsView },
]
