import { BookA, ChartScatter, Columns3, History, Languages, Network, TextSearch } from 'lucide-react'
import { CampBoard } from './board/camp-board'
import { GlossaryView } from './glossary/glossary-view'
import { MapView } from './map/map-view'
import { MentionsView } from './mentions/mentions-view'
import type { ReviewView } from './review-view'
import { PicturesView } from './pictures/pictures-view'
import { RevisionsView } from './revisions/revisions-view'
import { TranslationsView } from './translations/translations-view'

/** The views beside the page, in the order of their tabs. Their titles are `review:views.<id>`. */
export const REVIEW_VIEWS: readonly ReviewView[] = [
  { id: 'board', icon: Columns3, View: CampBoard },
  { id: 'map', icon: Network, View: MapView },
  { id: 'translations', icon: Languages, View: TranslationsView },
  { id: 'glossary', icon: BookA, View: GlossaryView },
  { id: 'mentions', icon: TextSearch, View: MentionsView },
  { id: 'pictures', icon: ChartScatter, View: PicturesView },
  { id: 'revisions', icon: History, View: RevisionsView },
]
