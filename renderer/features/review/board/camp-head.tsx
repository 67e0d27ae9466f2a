import { Ellipsis, GripVertical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../i18n'
import { IconButton } from '../../../ui/icon-button'
import { Menu } from '../../../ui/menu'
import type { UiLanguage } from '../../../../shared/domain/language'
import type { Camp } from '../../../../shared/domain/review'
import { CampColour } from '../camp-colour'
import { LineField } from '../growing-field'
import type { CampSection } from './board'
import { endBoardDrag, startBoardDrag } from './board-drag'
import styles from './board.module.css'

export interface CampHeadProps {
  readonly section: CampSection
  readonly name: string
  readonly language: UiLanguage
  readonly count: number
  readonly number: number | null
  readonly position: number
  readonly camps: number
  readonly readOnly: boolean
  readonly onChange: (camp: Camp) => void
  readonly onStep: (by: -1 | 1) => void
  readonly onShow: () => void
  readonly onChooseAll: () => void
}

/** What a camp is, above its passages: edited where it stands, and dragged by its grip. */
export function CampHead(props: CampHeadProps) {
  const { section, name, language, count, number, position, camps, readOnly, onChange } = props
  const { t } = useTranslation(['debate', 'review'])
  const { camp } = section
  const set = (change: Partial<Camp>) => onChange({ ...camp, ...change })
  const field = (part: 'label' | 'thesis' | 'holder') => (
    <LineField
      label={t(`review:camp.${part}`)}
      value={camp[part]}
      placeholder={part === 'label' ? name : t(`review:camp.${part}Placeholder`)}
      lang={language}
      readOnly={readOnly}
      maxLength={part === 'thesis' ? 5000 : 500}
      onSave={(text) => set({ [part]: text })}
    />
  )
  const items = [
    { id: 'show', title: t('board.showOnPage'), onAction: props.onShow },
    { id: 'all', title: t('board.chooseAll'), isDisabled: count === 0, onAction: props.onChooseAll },
    ...(readOnly
      ? []
      : [
          { id: 'left', title: t('board.left'), isDisabled: position === 0, onAction: () => props.onStep(-1) },
          { id: 'right', title: t('board.right'), isDisabled: position === camps - 1, onAction: () => props.onStep(1) },
        ]),
  ]
  return (
    <header className={styles['head']} role="group" aria-label={t('review:camp.fields', { label: name })}>
      <div className={styles['headLine']}>
        {!readOnly && (
          <div
            aria-hidden
            draggable
            title={t('board.dragCamp')}
            className={styles['grip']}
            onDragStart={(event) =>
              startBoardDrag(event, { kind: 'camp', id: section.id }, event.currentTarget.closest('section'))
            }
            onDragEnd={endBoardDrag}
          >
            <GripVertical />
          </div>
        )}
        <CampColour name={name} colour={camp.colour} readOnly={readOnly} onChange={(colour) => set({ colour })} />
        <h2 className={styles['name']}>{field('label')}</h2>
        {number !== null && (
          <kbd className={styles['key']} title={t('board.key', { key: number })}>
            {number}
          </kbd>
        )}
        <span className={styles['count']}>{formatNumber(count)}</span>
        <Menu label={t('board.campMenu', { camp: name })} items={items} placement="bottom end">
          <IconButton size="small" label={t('board.campMenu', { camp: name })} icon={<Ellipsis aria-hidden />} />
        </Menu>
      </div>
      <div className={styles['thesis']}>{field('thesis')}</div>
      <div className={styles['holder']}>{field('holder')}</div>
    </header>
  )
}
