import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { invoke, reportError } from '../../api'
import { describeError } from '../../describe-error'
import { withUndoOffer } from '../../undo-offer'
import { useCommands } from '../../ui/commands'
import { Confirm } from '../../ui/confirm'
import { ErrorPanel } from '../../ui/error-panel'
import { Button } from '../../ui/button'
import { Panes, type Pane } from '../../ui/panes'
import { requestFocus } from '../../ui/focus-request'
import { useRemembered } from '../../ui/use-remembered'
import type { PassageId, ReviewId, SectionId, SourceId } from '../../../shared/domain/ids'
import { SECTION_KINDS, type ReviewSummary } from '../../../shared/domain/review'
import type { TextRange } from '../../../shared/domain/span'
import { addSection } from './add-section-menu'
import { Announcer } from './announcer'
import { mountBlock } from './block-chunks'
import { ExportSheet } from './export/export-sheet'
import type { ExportFormat } from './export/formats'
import { HintsButton } from './hints/hints-button'
import { FIND_KEYS, PANEL_KEYS, PREVIEW_KEYS } from './keys'
import { PlaceCommands } from './place-commands'
import { PreviewPane } from './preview-pane'
import { PassageHover } from './passage-hover'
import { ReadBackDialog } from './read-back/read-back-dialog'
import { ReviewHeader } from './review-header'
import { ReviewPage, type PagePlace } from './review-page'
import { ReviewSettingsDialog } from './review-settings-dialog'
import { ReviewSide } from './review-side'
import type { PageTarget, ReviewViewId, SearchAliases } from './review-view'
import { REVIEW_VIEWS } from './review-views'
import styles from './review.module.css'
import { useReview } from './use-review'
import { useWidth } from './use-width'
import { ViewTabs } from './view-tabs'

export interface ReviewWorkspaceProps {
  readonly reviews: readonly ReviewSummary[]
  readonly reviewId: ReviewId
  readonly passageId: PassageId | null
  readonly onSelectPassage: (id: PassageId | null) => void
  readonly wantsExport: boolean
  readonly onExportEnd: () => void
  readonly onReviewChange: (id: ReviewId | null) => void
  readonly view: ReviewViewId
  readonly onViewChange: (view: ReviewViewId) => void
  readonly onOpenSource: (sourceId: SourceId, passageId: PassageId) => void
  readonly onOpenPlace: (sourceId: SourceId, place: TextRange) => void
  readonly onSearch: SearchAliases
  readonly onNew: () => void
}

/** Below this width in pixels the preview takes the page's place instead of standing beside it. */
const WIDE = 1100

/** One review: its outline and passages, its page, and the preview. */
export function ReviewWorkspace(props: ReviewWorkspaceProps) {
  const {
    reviews,
    reviewId,
    passageId,
    onSelectPassage,
    wantsExport,
    onExportEnd,
    onReviewChange,
    view,
    onViewChange,
    onOpenSource,
    onOpenPlace,
    onSearch,
    onNew,
  } = props
  const { t } = useTranslation('review')
  const { open, error, retry } = useReview(reviewId)
  const [showsPanel, setShowsPanel] = useRemembered('review.panel', true)
  const [showsPreview, setShowsPreview] = useRemembered('review.preview', false)
  const [current, setCurrent] = useState<SectionId | null>(null)
  const [exporting, setExporting] = useState<{ readonly format: ExportFormat | null } | null>(null)
  const endExport = () => {
    setExporting(null)
    onExportEnd()
  }
  const [overlay, setOverlay] = useState<'settings' | 'delete' | 'readBack' | null>(null)
  const [wanted, setWanted] = useState<PageTarget | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const place = useRef<PagePlace>({ top: 0, selected: null })
  const [screen, width] = useWidth()
  const readOnly = open?.readOnly ?? false
  const review = open?.review
  const coversPage = showsPreview && width > 0 && width < WIDE

  // What was just added comes with core's answer: going there waits for it.
  useEffect(() => {
    if (wanted === null) return
    const isSection = 'section' in wanted
    const target = isSection
      ? document.getElementById(`section-${wanted.section}`)
      : document.querySelector(`[data-block="${CSS.escape(wanted.block)}"]`)
    if (!target) return
    target.scrollIntoView({ block: isSection ? 'start' : 'nearest' })
    setWanted(null)
  }, [wanted, review, coversPage, view])

  const goTo = useCallback(
    (target: PageTarget) => {
      onViewChange('page')
      if (coversPage) setShowsPreview(false)
      if ('section' in target) setCurrent(target.section)
      else mountBlock(target.block)
      setWanted(target)
    },
    [coversPage, onViewChange, setShowsPreview],
  )
  const openTo = useCallback((section: SectionId) => goTo({ section }), [goTo])
  const togglePreview = () => {
    onViewChange('page')
    setShowsPreview(view !== 'page' || !showsPreview)
  }
  const togglePanel = () => {
    onViewChange('page')
    setShowsPanel(view !== 'page' || !showsPanel)
  }

  const goToOutline = () => {
    flushSync(() => {
      onViewChange('page')
      setShowsPanel(true)
    })
    requestFocus('review.outline')
  }
  const goToPreview = () => {
    onViewChange('page')
    setShowsPreview(true)
    requestFocus('review.preview')
  }

  const group = t('commands.group')
  useCommands([
    { id: 'review.new', title: t('commands.new'), group, enabled: !readOnly, run: onNew },
    {
      id: 'review.settings',
      title: t('commands.settings'),
      group,
      enabled: !readOnly,
      run: () => setOverlay('settings'),
    },
    {
      id: 'review.readBack',
      title: t('export:readBack.menu'),
      group,
      enabled: !readOnly,
      run: () => setOverlay('readBack'),
    },
    {
      id: 'review.preview',
      title: t('commands.preview'),
      group,
      keys: PREVIEW_KEYS,
      whileTyping: true,
      run: togglePreview,
    },
    { id: 'review.panel', title: t('commands.panel'), group, keys: PANEL_KEYS, run: togglePanel },
    // Another view finds in itself, or not at all.
    ...(view === 'page'
      ? [
          {
            id: 'edit.find',
            title: t('tray.search'),
            group,
            keys: FIND_KEYS,
            run: () => {
              flushSync(() => setShowsPanel(true))
              search.current?.focus()
            },
          },
        ]
      : []),
    ...SECTION_KINDS.map((kind) => ({
      id: `review.addSection.${kind}`,
      title: t('commands.addSection', { kind: t(`kinds.${kind}`) }),
      group,
      enabled: !readOnly,
      run: () => {
        if (open) void addSection(open, kind, current).then((id) => id && openTo(id))
      },
    })),
  ])

  if (!open) {
    return error ? (
      <ErrorPanel
        title={t('empty.unread')}
        message={describeError(error).detail}
        actions={<Button onPress={retry}>{t('common:retry')}</Button>}
      />
    ) : null
  }

  const panes: Pane[] = []
  if (showsPanel) {
    panes.push({
      id: 'side',
      size: '17rem',
      min: '13rem',
      max: '30rem',
      content: (
        <ReviewSide
          open={open}
          selected={passageId}
          current={current}
          searchRef={search}
          onSelect={onSelectPassage}
          onPlaced={(block) => {
            mountBlock(block)
            setWanted({ block })
          }}
          onGoTo={openTo}
        />
      ),
    })
  }
  if (!coversPage) {
    panes.push({
      id: 'page',
      min: '20rem',
      content: (
        <ReviewPage
          open={open}
          selected={passageId}
          onSelect={onSelectPassage}
          onOpenSource={onOpenSource}
          onSection={setCurrent}
          place={place}
        />
      ),
    })
  }
  if (showsPreview) {
    panes.push({
      id: 'preview',
      min: '20rem',
      content: <PreviewPane review={open.review} onClose={() => setShowsPreview(false)} />,
    })
  }

  const quotes = open.verification?.quotes.length ?? 0
  const shown = REVIEW_VIEWS.find(({ id }) => id === view)
  return (
    <div ref={screen} className={styles['screen']}>
      <ReviewHeader
        reviews={reviews}
        reviewId={reviewId}
        verification={open.verification}
        readOnly={readOnly}
        showsPanel={showsPanel && view === 'page'}
        showsPreview={showsPreview && view === 'page'}
        hints={<HintsButton open={open} onView={onViewChange} onGoTo={goTo} onSelect={onSelectPassage} />}
        onChoose={onReviewChange}
        onNew={onNew}
        onPanel={togglePanel}
        onPreview={togglePreview}
        onExport={(format) => setExporting({ format })}
        onReadBack={() => setOverlay('readBack')}
        onSettings={() => setOverlay('settings')}
        onDelete={() => setOverlay('delete')}
      />
      <ViewTabs view={view} onChange={onViewChange}>
        <PassageHover open={open} onSelect={onSelectPassage}>
          {shown ? (
            <shown.View
              open={open}
              selected={passageId}
              onSelect={onSelectPassage}
              onOpenSource={onOpenSource}
              onOpenPlace={onOpenPlace}
              onSearch={onSearch}
              onGoTo={goTo}
            />
          ) : (
            <Panes id="review-panes" handleLabel={t('common:paneHandle')} panes={panes} />
          )}
        </PassageHover>
      </ViewTabs>
      <PlaceCommands open={open} current={current} onOutline={goToOutline} onPreview={goToPreview} />
      <Announcer />
      {(exporting !== null || wantsExport) && (
        <ExportSheet
          open={open}
          format={exporting?.format ?? null}
          onClose={endExport}
          onShow={(id) => {
            endExport()
            onViewChange('page')
            if (coversPage) setShowsPreview(false)
            onSelectPassage(id)
          }}
          onOpenSource={(sourceId, id) => {
            endExport()
            onOpenSource(sourceId, id)
          }}
        />
      )}
      {overlay === 'readBack' && <ReadBackDialog open={open} onClose={() => setOverlay(null)} />}
      {overlay === 'settings' && (
        <ReviewSettingsDialog review={open.review} actions={open.actions} onClose={() => setOverlay(null)} />
      )}
      <Confirm
        title={t('delete.title', { title: open.review.title })}
        message={t('delete.text', { count: quotes })}
        confirmLabel={t('delete.confirm')}
        cancelLabel={t('delete.cancel')}
        danger
        isOpen={overlay === 'delete'}
        onClose={() => setOverlay(null)}
        onConfirm={() =>
          void withUndoOffer(t('done.reviewDeleted'), async () => {
            try {
              await invoke('review.delete', { id: reviewId })
              onReviewChange(reviews.find(({ id }) => id !== reviewId)?.id ?? null)
            } catch (error) {
              reportError(error)
              throw error
            }
          })
        }
      />
    </div>
  )
}
