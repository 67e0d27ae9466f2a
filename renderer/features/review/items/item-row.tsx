import { Ellipsis, Link2, X } from 'lucide-react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../ui/icon-button'
import { Menu } from '../../../ui/menu'
import { attributionOf } from '../../../../shared/domain/attribution'
import type { PassageId } from '../../../../shared/domain/ids'
import { usePage } from '../page-context'
import page from '../page.module.css'
import { SafeMarkdown } from '../safe-markdown'
import { speakerOf } from '../speaker-of'
import type { ListedItem } from './item-list'
import styles from './items.module.css'

/** What can be done to an item, by its index. */
export interface ItemActions {
  readonly onFocus: (index: number) => void
  /** Gives the focus to another item; before the first it is the list's, after the last what comes next on the page. */
  readonly onGo: (index: number) => void
  readonly onEdit: (index: number) => void
  readonly onLink: (index: number) => void
  readonly onStep: (index: number, by: -1 | 1) => void
  readonly onRemove: (index: number) => void
  readonly onUnlink: (index: number, id: PassageId) => void
}

export interface ItemRowProps extends ItemActions {
  readonly item: ListedItem
  readonly index: number
  readonly count: number
  /** What stands before it. */
  readonly mark: string
  /** Whether it is the one item that Tab stops at. */
  readonly isStop: boolean
  /** The passages that are quoted on the page. */
  readonly placed: ReadonlyMap<PassageId, unknown>
}

export function ItemRow(props: ItemRowProps) {
  const { item, index, count, mark, isStop, placed, onGo, onEdit, onLink, onStep, onRemove, onUnlink } = props
  const { t } = useTranslation('review')
  const { readOnly } = usePage()
  const last = count - 1

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (by !== null && !event.altKey) onGo(index + by)
    else if (event.key === 'Home') onGo(0)
    else if (event.key === 'End') onGo(last)
    else if (event.key === 'Escape') onGo(-1)
    else if (readOnly) return
    else if (by !== null) onStep(index, by)
    else if (event.key === 'Enter' || event.key === ' ') onEdit(index)
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove(index)
    else if (event.key === '@' || event.key === '＠') onLink(index)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onClick = (event: MouseEvent) => {
    event.stopPropagation()
    if (event.target instanceof Element && event.target.closest('button, [role="menu"], [data-passage]')) return
    if (window.getSelection()?.isCollapsed === false || readOnly) return
    onEdit(index)
  }
  return (
    <li className={styles['item']}>
      <div
        role="group"
        tabIndex={isStop ? 0 : -1}
        data-item
        aria-label={t('items.item', { position: index + 1, count })}
        className={styles['row']}
        onFocus={() => props.onFocus(index)}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <span aria-hidden className={styles['mark']}>
          {item.checked === null ? mark : <input type="checkbox" tabIndex={-1} readOnly checked={item.checked} />}
        </span>
        <div className={styles['body']}>
          <div className={page['prose']}>
            {item.markdown === '' ? (
              <p className={page['hint']}>{t('items.empty')}</p>
            ) : (
              <SafeMarkdown markdown={item.markdown} />
            )}
          </div>
          {item.passages.length > 0 && (
            <ul aria-label={t('items.quotes')} className={styles['quotes']}>
              {item.passages.map((id) => (
                <LinkedQuote
                  key={id}
                  id={id}
                  isStop={isStop}
                  isPlaced={placed.has(id)}
                  onUnlink={() => onUnlink(index, id)}
                />
              ))}
            </ul>
          )}
        </div>
        {!readOnly && (
          <div className={styles['tools']}>
            <IconButton
              size="small"
              excludeFromTabOrder={!isStop}
              label={t('items.link')}
              keys="@"
              icon={<Link2 aria-hidden />}
              onPress={() => onLink(index)}
            />
            <Menu
              label={t('items.menu')}
              placement="bottom end"
              items={[
                { id: 'edit', title: t('items.edit'), keys: 'Enter', onAction: () => onEdit(index) },
                { id: 'link', title: t('items.link'), keys: '@', onAction: () => onLink(index) },
                {
                  id: 'up',
                  title: t('block.up'),
                  keys: 'Alt+ArrowUp',
                  isDisabled: index === 0,
                  onAction: () => onStep(index, -1),
                },
                {
                  id: 'down',
                  title: t('block.down'),
                  keys: 'Alt+ArrowDown',
                  isDisabled: index === last,
                  onAction: () => onStep(index, 1),
                },
                {
                  id: 'remove',
                  title: t('items.remove'),
                  keys: 'Delete',
                  danger: true,
                  onAction: () => onRemove(index),
                },
              ]}
            >
              <IconButton
                size="small"
                excludeFromTabOrder={!isStop}
                label={t('items.menu')}
                icon={<Ellipsis aria-hidden />}
              />
            </Menu>
          </div>
        )}
      </div>
    </li>
  )
}

interface LinkedQuoteProps {
  readonly id: PassageId
  readonly isStop: boolean
  /** Whether it is quoted on the page. */
  readonly isPlaced: boolean
  readonly onUnlink: () => void
}

/** A quote that an item links to: pressed, the page or the transcript shows it. */
function LinkedQuote({ id, isStop, isPlaced, onUnlink }: LinkedQuoteProps) {
  const { t } = useTranslation('review')
  const { passagesById, sources, readOnly, showPassage } = usePage()
  const passage = passagesById.get(id)
  const source = passage && sources.get(passage.sourceId)
  return (
    <li className={styles['quote']}>
      <button
        type="button"
        tabIndex={isStop ? 0 : -1}
        className={styles['link']}
        disabled={!passage}
        {...(!isPlaced && passage && { title: t('items.notPlaced') })}
        onClick={() => showPassage(id)}
        onKeyDown={(event) => {
          if ((event.key !== 'Delete' && event.key !== 'Backspace') || readOnly) return
          event.preventDefault()
          onUnlink()
        }}
      >
        <span className={styles['text']} lang={source?.language}>
          {passage?.text ?? t('block.gone')}
        </span>
        {passage && (
          <span className={styles['who']} lang={source?.language}>
            {attributionOf(speakerOf(passage, sources), source?.title ?? '')}
          </span>
        )}
      </button>
      {!readOnly && (
        <IconButton
          size="small"
          excludeFromTabOrder={!isStop}
          label={t('items.unlink', { text: passage?.text ?? id })}
          hint={t('items.unlinkHint')}
          keys="Delete"
          icon={<X aria-hidden />}
          onPress={onUnlink}
        />
      )}
    </li>
  )
}
