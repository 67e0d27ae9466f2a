import { ChevronDown, ChevronRight } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/cx'
import { useFocusRequests } from '../../ui/focus-request'
import { useRemembered } from '../../ui/use-remembered'
import type { BlockId, PassageId, SectionId } from '../../../shared/domain/ids'
import { AddSectionMenu } from './add-section-menu'
import { placedPassages } from './blocks'
import { OutlinePane } from './outline-pane'
import { PassageTray } from './passage-tray'
import styles from './review.module.css'
import type { OpenReview } from './use-review'

export interface ReviewSideProps {
  readonly open: OpenReview
  readonly selected: PassageId | null
  readonly current: SectionId | null
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onSelect: (id: PassageId) => void
  readonly onPlaced: (id: BlockId) => void
  readonly onGoTo: (id: SectionId) => void
}

/** Beside the page: its outline above, the passages below; each can be folded. */
export function ReviewSide({ open, selected, current, searchRef, onSelect, onPlaced, onGoTo }: ReviewSideProps) {
  const { t } = useTranslation('review')
  const [showsOutline, setShowsOutline] = useRemembered('review.outline', true)
  const [showsPassages, setShowsPassages] = useRemembered('review.passages', true)
  useFocusRequests((field) => {
    if (field === 'review.outline') setShowsOutline(true)
  })
  const placed = placedPassages(open.review.sections)
  const waiting = open.passages.filter(({ id }) => !placed.has(id)).length

  return (
    <aside aria-label={t('toolbar.outline')} className={styles['side']}>
      <Part
        name={t('outline.title')}
        className={cx(styles['outlinePart'], !showsPassages && styles['alone'])}
        isOpen={showsOutline}
        onToggle={() => setShowsOutline(!showsOutline)}
        tools={!open.readOnly && <AddSectionMenu open={open} current={current} onAdded={onGoTo} variant="icon" />}
      >
        <div className={styles['partBody']}>
          <OutlinePane open={open} current={current} onGoTo={onGoTo} />
        </div>
      </Part>
      <Part
        name={t('tray.title')}
        count={waiting}
        className={styles['passagesPart']}
        isOpen={showsPassages}
        onToggle={() => setShowsPassages(!showsPassages)}
      >
        <PassageTray
          open={open}
          selected={selected}
          current={current}
          searchRef={searchRef}
          onSelect={onSelect}
          onPlaced={onPlaced}
          onGoTo={onGoTo}
        />
      </Part>
    </aside>
  )
}

interface PartProps {
  readonly name: string
  readonly count?: number
  readonly className?: string | undefined
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly tools?: ReactNode
  readonly children: ReactNode
}

function Part({ name, count = 0, className, isOpen, onToggle, tools, children }: PartProps) {
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <section aria-label={name} className={cx(styles['part'], isOpen ? className : styles['folded'])}>
      <div className={styles['partHead']}>
        <h2 className={styles['partName']}>
          <AriaButton aria-expanded={isOpen} className={styles['partToggle'] ?? ''} onPress={onToggle}>
            <Chevron aria-hidden />
            {name}
            {count > 0 && <span className={styles['partCount']}>{count}</span>}
          </AriaButton>
        </h2>
        {tools}
      </div>
      {isOpen && children}
    </section>
  )
}
