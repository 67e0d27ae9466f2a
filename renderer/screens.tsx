import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ALIAS_FOLDS, aliasQuery } from '../shared/domain/alias'
import type { PassageId, ReviewId, SourceId } from '../shared/domain/ids'
import type { TextRange } from '../shared/domain/span'
import type { ChoiceOfFiles } from '../shared/shell'
import { LibraryScreen } from './features/library/library-screen'
import { SourceList } from './features/library/source-list'
import { PassagePanel } from './features/passage/passage-panel'
import { ReviewScreen } from './features/review/review-screen'
import { SearchScreen } from './features/search/search-screen'
import { TranscriptScreen } from './features/transcript/transcript-screen'
import {
  chooseReview,
  chooseReviewView,
  goTo,
  openPlace,
  openReview,
  openSource,
  type Screen,
  selectPassage,
} from './navigation'
import { changeSearch } from './search-state'
import { AfterPaint } from './ui/after-paint'
import { type Pane, Panes } from './ui/panes'
import styles from './workspace.module.css'

/** Where the window is. */
export interface Where {
  readonly screen: Screen
  readonly sourceId: SourceId | null
  readonly reviewId: ReviewId | null
  readonly reviewView: string
  readonly passageId: PassageId | null
  readonly place: TextRange | null
  readonly reveal: number
}

export interface ScreensProps extends Where {
  readonly showsList: boolean
  readonly showsInspector: boolean
  readonly wantsExport: boolean
  readonly onImport: (from: ChoiceOfFiles) => void
  readonly onExportEnd: () => void
  /** Takes away the pane that lies over the page in a narrow window. */
  readonly onUncover: () => void
}

/** The screen that the window is at, with its panes. It is apart from the workspace, which changes with every write. */
export const Screens = memo(function Screens(props: ScreensProps) {
  const { screen, sourceId, reviewId, passageId, place, reveal, showsList, showsInspector } = props
  const { t } = useTranslation('common')

  const list: Pane | null = sourceId && {
    id: 'list',
    size: '16rem',
    min: '11rem',
    max: '30rem',
    content: (
      <AfterPaint>
        <SourceList selectedId={sourceId} onOpen={openSource} />
      </AfterPaint>
    ),
  }
  const inspector: Pane = {
    id: 'inspector',
    size: '21rem',
    min: '17rem',
    max: '40rem',
    content: (
      <aside aria-label={t('inspector')} className={styles['inspector']}>
        <AfterPaint key={passageId}>
          <PassagePanel
            passageId={passageId}
            reviewId={reviewId}
            onOpenSource={openSource}
            onOpenReview={openReview}
            onClose={deselect}
          />
        </AfterPaint>
      </aside>
    ),
  }

  if (screen === 'library') return <LibraryScreen onOpen={openSource} onImport={props.onImport} />
  if (screen === 'search') {
    return (
      <SearchScreen reviewId={reviewId} onOpenPlace={openPlace} showsList={showsList} onUncover={props.onUncover} />
    )
  }
  if (screen === 'transcript') {
    if (sourceId === null) return null
    const page = {
      id: 'page',
      min: '22rem',
      content: (
        <TranscriptScreen
          key={sourceId}
          sourceId={sourceId}
          reviewId={reviewId}
          passageId={passageId}
          place={place}
          reveal={reveal}
          onSelectPassage={selectPassage}
          onReviewChange={chooseReview}
          onOpenReview={openReview}
        />
      ),
    }
    const panes = [...(showsList && list ? [list] : []), page, ...(showsInspector ? [inspector] : [])]
    return (
      <Panes key="transcript" id="transcript" handleLabel={t('paneHandle')} panes={panes} onUncover={props.onUncover} />
    )
  }
  const page = {
    id: 'page',
    min: '22rem',
    content: (
      <ReviewScreen
        reviewId={reviewId}
        passageId={passageId}
        onSelectPassage={selectPassage}
        wantsExport={props.wantsExport}
        onExportEnd={props.onExportEnd}
        onReviewChange={chooseReview}
        view={props.reviewView}
        onViewChange={chooseReviewView}
        onOpenSource={openSource}
        onOpenPlace={openPlace}
        onSearch={searchAliases}
      />
    ),
  }
  const panes = [page, ...(showsInspector && passageId !== null ? [inspector] : [])]
  return <Panes key="review" id="review" handleLabel={t('paneHandle')} panes={panes} onUncover={props.onUncover} />
})

function searchAliases(aliases: readonly string[], sources?: readonly SourceId[]): void {
  changeSearch({ query: aliasQuery(aliases), folds: ALIAS_FOLDS, filters: sources ? { sources } : {}, savedId: null })
  goTo('search')
}

function deselect(): void {
  selectPassage(null)
}
