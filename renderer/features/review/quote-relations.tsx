import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PassageId } from '../../../shared/domain/ids'
import { usePage } from './page-context'
import styles from './quote-relations.module.css'

/** What a quote says to other passages, and they to it; each leads there. */
export function QuoteRelations({ passageId }: { readonly passageId: PassageId }) {
  const { t } = useTranslation('passage')
  const { relations, passagesById, sources, showPassage } = usePage()
  const mine = relations.get(passageId)
  if (!mine) return null
  return (
    <ul aria-label={t('relations.title')} className={styles['relations']}>
      {mine.map(({ id, from, to, kind }) => {
        const isOutward = from === passageId
        const other = passagesById.get(isOutward ? to : from)
        const Arrow = isOutward ? ArrowRight : ArrowLeft
        return (
          other && (
            <li key={id}>
              <button type="button" className={styles['relation']} onClick={() => showPassage(other.id)}>
                <span className={styles['kind']}>
                  <Arrow aria-hidden />
                  {t(`relations.${isOutward ? 'out' : 'in'}.${kind}`)}
                </span>{' '}
                <span className={styles['text']} lang={sources.get(other.sourceId)?.language}>
                  {other.text}
                </span>
              </button>
            </li>
          )
        )
      })}
    </ul>
  )
}
