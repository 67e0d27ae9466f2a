import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../i18n'
import { Button } from '../../../ui/button'
import type { FileDraft, Obstacle } from './draft'
import styles from './import-dialog.module.css'

export interface ObstacleLineProps {
  readonly drafts: readonly FileDraft[]
  readonly obstacle: Obstacle | null
  readonly onShow: (id: string) => void
}

/** What will be imported, or why nothing can be yet. */
export function ObstacleLine({ drafts, obstacle, onShow }: ObstacleLineProps) {
  const { t } = useTranslation(['import', 'library'])
  if (obstacle === null) {
    const included = drafts.filter(({ isIncluded }) => isIncluded)
    const words = included.reduce((sum, { preview }) => sum + (preview.kind === 'understood' ? preview.words : 0), 0)
    return (
      <p className={styles['sum']} role="status">
        {drafts.length > 1 &&
          `${t('sum.files', { number: formatNumber(included.length), count: drafts.length, all: formatNumber(drafts.length) })} · `}
        {t('library:count.words', { count: words, number: formatNumber(words) })}
      </p>
    )
  }
  return (
    <div className={styles['obstacle']} role="status">
      <CircleAlert aria-hidden />
      <p>
        {'draft' in obstacle
          ? t(`obstacle.${obstacle.kind}`, { count: obstacle.count, name: obstacle.draft.preview.name })
          : t(`obstacle.${obstacle.kind}`)}
      </p>
      {'draft' in obstacle && obstacle.kind !== 'reading' && drafts.length > 1 && (
        <Button size="small" variant="quiet" onPress={() => onShow(obstacle.draft.file.token)}>
          {t('obstacle.show')}
        </Button>
      )}
    </div>
  )
}
