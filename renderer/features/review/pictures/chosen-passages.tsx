import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { cx } from '../../../ui/cx'
import { IconButton } from '../../../ui/icon-button'
import type { PassageId, SourceId } from '../../../../shared/domain/ids'
import type { Passage } from '../../../../shared/domain/passage'
import { attributionFor } from '../speaker-of'
import type { OpenReview } from '../use-review'
import styles from './pictures.module.css'

/** Passages shown at first, and added each time more is asked for. */
const STEP = 50

export interface ChosenPassagesProps {
  readonly open: OpenReview
  readonly title: string
  readonly passages: readonly Passage[]
  readonly selected: PassageId | null
  readonly onSelect: (id: PassageId) => void
  readonly onOpenSource: (sourceId: SourceId, passageId: PassageId) => void
  readonly onClose: () => void
}

/** The passages that a part of a picture stands for. A click shows one, a double click or Enter again its transcript. */
export function ChosenPassages(props: ChosenPassagesProps) {
  const { open, title, passages, selected, onSelect, onOpenSource, onClose } = props
  const { t } = useTranslation('pictures')
  const [limit, setLimit] = useState(STEP)
  const more = Math.min(STEP, passages.length - limit)
  return (
    <section aria-label={t('chosen')} className={styles['chosenPassages']}>
      <header className={styles['chosenHead']}>
        <h3>{title}</h3>
        <IconButton size="small" label={t('close')} icon={<X aria-hidden />} onPress={onClose} />
      </header>
      <ul className={styles['list']}>
        {passages.slice(0, limit).map((passage) => (
          <li key={passage.id}>
            <button
              type="button"
              className={cx(styles['passage'], passage.id === selected && styles['selected'])}
              aria-current={passage.id === selected}
              onClick={() => {
                if (passage.id === selected) onOpenSource(passage.sourceId, passage.id)
                else onSelect(passage.id)
              }}
            >
              <span className={styles['text']} lang={open.sources.get(passage.sourceId)?.language}>
                {passage.text}
              </span>
              <span className={styles['who']} lang={open.sources.get(passage.sourceId)?.language}>
                {attributionFor(passage, open.sources)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button size="small" variant="quiet" onPress={() => setLimit(limit + more)}>
          {t('review:tray.more', { count: more })}
        </Button>
      )}
    </section>
  )
}
