import { Crosshair, X } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { ELISION, onOneLine } from '../../../shared/domain/elision'
import type { PassageId, ReviewId, SourceId } from '../../../shared/domain/ids'
import { campsOf } from '../../../shared/domain/review'
import { useRead, useWrite } from '../../api'
import { Button } from '../../ui/button'
import { campColours } from '../../ui/camp-colours'
import { cx } from '../../ui/cx'
import type { FieldProps } from './panel-section'
import styles from './spans-field.module.css'

export interface SpansFieldProps extends FieldProps {
  readonly reviewId: ReviewId | null
  readonly onOpenSource: (id: SourceId, passageId: PassageId | null) => void
}

/** The passage as it is quoted: its spans, joined by elisions. */
export function SpansField({ passage, source, readOnly, reviewId, onOpenSource }: SpansFieldProps) {
  const { t } = useTranslation('passage')
  const review = useRead('review.get', { id: reviewId! }, { enabled: reviewId !== null }).data
  const setSpans = useWrite('passage.setSpans')
  const camp = review && campsOf(review).find(({ id }) => passage.camps.includes(id))
  const canRemove = !readOnly && passage.spans.length > 1
  return (
    <div className={styles['spans']}>
      <blockquote lang={source.language} className={cx(styles['quote'], camp && campColours(camp.camp.colour))}>
        {passage.spans.map((span, index) => (
          <Fragment key={`${span.start}-${span.end}`}>
            {index > 0 && <span className={styles['elision']}>{ELISION}</span>}
            <span>{onOneLine(span.quote)}</span>
            {canRemove && (
              <button
                type="button"
                className={styles['remove']}
                disabled={setSpans.isPending}
                aria-label={t('spans.remove', { number: index + 1 })}
                title={t('spans.remove', { number: index + 1 })}
                onClick={() =>
                  setSpans.mutate({
                    id: passage.id,
                    spans: passage.spans.filter((other) => other !== span).map(({ start, end }) => ({ start, end })),
                  })
                }
              >
                <X aria-hidden />
              </button>
            )}
          </Fragment>
        ))}
      </blockquote>
      <Button
        size="small"
        variant="quiet"
        icon={<Crosshair aria-hidden />}
        onPress={() => onOpenSource(passage.sourceId, passage.id)}
      >
        {t('spans.goTo')}
      </Button>
    </div>
  )
}
