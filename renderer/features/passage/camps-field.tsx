import { useTranslation } from 'react-i18next'
import type { ReviewId, SectionId } from '../../../shared/domain/ids'
import { campsOf } from '../../../shared/domain/review'
import { useRead, useWrite } from '../../api'
import { CampMark } from '../../ui/camp-mark'
import { PanelSection, type FieldProps } from './panel-section'
import styles from './camps-field.module.css'

/** The camps of the current review: pressed, the passage is in it. */
export function CampsField({ passage, readOnly, reviewId }: FieldProps & { readonly reviewId: ReviewId | null }) {
  const { t } = useTranslation('passage')
  const review = useRead('review.get', { id: reviewId! }, { enabled: reviewId !== null }).data
  const putInto = useWrite('passage.putIntoCamp')
  const takeOut = useWrite('passage.takeOutOfCamp')
  const camps = review ? campsOf(review) : []
  const isBusy = putInto.isPending || takeOut.isPending
  const toggle = (camp: SectionId) => {
    const change = passage.camps.includes(camp) ? takeOut : putInto
    change.mutate({ id: passage.id, camp })
  }
  return (
    <PanelSection title={review ? t('camps.titleIn', { review: review.title }) : t('camps.title')}>
      {camps.length === 0 && <p className={styles['none']}>{t('camps.none')}</p>}
      <ul className={styles['camps']}>
        {camps.map(({ id, kind, camp }, index) => {
          const label = camp.label || (kind === 'cold-water' ? t('camps.coldWater') : String(index + 1))
          return (
            <li key={id}>
              <button
                type="button"
                className={styles['camp']}
                aria-pressed={passage.camps.includes(id)}
                disabled={readOnly || isBusy}
                title={camp.thesis}
                onClick={() => toggle(id)}
              >
                <CampMark colour={camp.colour} label={label} />
                {camp.thesis !== '' && <span className={styles['thesis']}>{camp.thesis}</span>}
              </button>
            </li>
          )
        })}
      </ul>
    </PanelSection>
  )
}
