import { FilePlus2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead, useIsReadOnly } from '../../api'
import { describeError } from '../../describe-error'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ErrorPanel } from '../../ui/error-panel'
import type { PassageId, ReviewId, SourceId } from '../../../shared/domain/ids'
import type { TextRange } from '../../../shared/domain/span'
import { NewReviewDialog } from './new-review-dialog'
import type { SearchAliases } from './review-view'
import { REVIEW_VIEWS } from './review-views'
import { ReviewWorkspace } from './review-workspace'

export interface ReviewScreenProps {
  readonly reviewId: ReviewId | null
  readonly passageId: PassageId | null
  readonly onSelectPassage: (id: PassageId | null) => void
  /** The program's menu asked for the export sheet. */
  readonly wantsExport: boolean
  readonly onExportEnd: () => void
  readonly onReviewChange: (id: ReviewId | null) => void
  /** The id of a view; the page where there is none of this id. */
  readonly view: string
  readonly onViewChange: (view: string) => void
  readonly onOpenSource: (sourceId: SourceId, passageId: PassageId) => void
  readonly onOpenPlace: (sourceId: SourceId, place: TextRange) => void
  readonly onSearch: SearchAliases
}

/** The topic pages of a project: one is open, others can be chosen or made. */
export function ReviewScreen({
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
}: ReviewScreenProps) {
  const { t } = useTranslation('review')
  const [isCreating, setCreating] = useState(false)
  const list = useRead('review.list', {})
  const reviews = list.data
  const readOnly = useIsReadOnly() ?? false
  const chosen = reviews?.find(({ id }) => id === reviewId) ?? reviews?.[0]

  return (
    <>
      {list.error && (
        <ErrorPanel
          title={t('empty.unread')}
          message={describeError(list.error).detail}
          actions={<Button onPress={() => void list.refetch()}>{t('common:retry')}</Button>}
        />
      )}
      {chosen && reviews && (
        <ReviewWorkspace
          key={chosen.id}
          reviews={reviews}
          reviewId={chosen.id}
          passageId={passageId}
          onSelectPassage={onSelectPassage}
          wantsExport={wantsExport}
          onExportEnd={onExportEnd}
          onReviewChange={onReviewChange}
          view={REVIEW_VIEWS.find(({ id }) => id === view)?.id ?? 'page'}
          onViewChange={onViewChange}
          onOpenSource={onOpenSource}
          onOpenPlace={onOpenPlace}
          onSearch={onSearch}
          onNew={() => setCreating(true)}
        />
      )}
      {reviews?.length === 0 && (
        <EmptyState
          icon={<FilePlus2 aria-hidden />}
          title={t('empty.title')}
          message={t('empty.text')}
          {...(!readOnly && {
            actions: (
              <Button variant="primary" size="large" onPress={() => setCreating(true)}>
                {t('empty.create')}
              </Button>
            ),
          })}
        />
      )}
      <NewReviewDialog isOpen={isCreating} onClose={() => setCreating(false)} onCreated={onReviewChange} />
    </>
  )
}
