import {
  ArrowDown,
  ArrowUp,
  EllipsisVertical,
  Highlighter,
  Pencil,
  RotateCcw,
  Trash2,
  TriangleAlert,
} from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedSearchId } from '../../../../shared/domain/ids'
import type { SavedSearch, SavedSearchCount } from '../../../../shared/domain/saved-search'
import { writer } from '../../../api'
import { formatNumber } from '../../../i18n'
import { openSavedSearch } from '../../../search-state'
import { IconButton } from '../../../ui/icon-button'
import { PopupMenu } from '../../../ui/menu'
import unseen from '../../../ui/unseen.module.css'
import { withUndoOffer } from '../../../undo-offer'
import { missingIn } from './missing'
import styles from './saved.module.css'

export interface SavedListProps {
  readonly searches: readonly SavedSearch[]
  readonly counts: ReadonlyMap<SavedSearchId, SavedSearchCount>
  readonly currentId: SavedSearchId | null
  readonly readOnly: boolean
  readonly onEdit: (search: SavedSearch) => void
  readonly onOpened: () => void
}

const move = writer('savedSearch.move')
const remove = writer('savedSearch.delete')
const suggestAgain = writer('savedSearch.suggestAgain')

/**
 * The saved searches, each with how much it finds now: arrows go from one to the next, Enter opens, F2 changes, Alt with
 * arrows moves, Delete forgets.
 */
export function SavedList({ searches, counts, currentId, readOnly, onEdit, onOpened }: SavedListProps) {
  const { t } = useTranslation(['search', 'common'])
  const tell = useTold()
  const list = useRef<HTMLUListElement>(null)
  const [activeId, setActiveId] = useState<SavedSearchId | null>(null)
  const [menuOf, setMenuOf] = useState<SavedSearch | null>(null)
  const menuAnchor = useRef<Element>(null)
  const focusNext = useRef(false)
  const found = searches.findIndex(({ id }) => id === (activeId ?? currentId))
  const active = Math.max(0, found)

  useEffect(() => {
    if (!focusNext.current) return
    focusNext.current = false
    list.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  })

  const goTo = (index: number) => {
    const wanted = searches[Math.min(Math.max(index, 0), searches.length - 1)]
    if (!wanted) return
    focusNext.current = true
    setActiveId(wanted.id)
  }
  const moveBy = (search: SavedSearch, step: number) => {
    const index = searches.indexOf(search) + step
    if (readOnly || index < 0 || index >= searches.length) return
    focusNext.current = true
    setActiveId(search.id)
    void move({ id: search.id, index }).catch(() => undefined)
  }
  const forget = (search: SavedSearch) => {
    if (readOnly) return
    const next = searches[searches.indexOf(search) + 1] ?? searches[searches.indexOf(search) - 1]
    focusNext.current = next !== undefined
    setActiveId(next?.id ?? null)
    void withUndoOffer(t('saved.deleted', { name: search.name }), () => remove({ id: search.id }))
  }
  const handleKey = (search: SavedSearch, event: KeyboardEvent<HTMLElement>) => {
    const index = searches.indexOf(search)
    if (event.altKey && event.key === 'ArrowUp') moveBy(search, -1)
    else if (event.altKey && event.key === 'ArrowDown') moveBy(search, 1)
    else if (event.key === 'ArrowDown') goTo(index + 1)
    else if (event.key === 'ArrowUp') goTo(index - 1)
    else if (event.key === 'Home') goTo(0)
    else if (event.key === 'End') goTo(searches.length - 1)
    else if (event.key === 'F2' && !readOnly) onEdit(search)
    else if (event.key === 'Delete') forget(search)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const counted = menuOf && counts.get(menuOf.id)
  const refused = counted?.kind === 'found' ? (counted.suggestions?.refused ?? 0) : 0

  return (
    <nav className={styles['pane']} aria-label={t('saved.title')}>
      <h2 className={styles['heading']}>{t('saved.title')}</h2>
      <ul ref={list} className={styles['list']}>
        {searches.map((search, index) => {
          const count = counts.get(search.id)
          const told = tell(search, count)
          return (
            <li key={search.id} className={styles['item']} data-current={search.id === currentId || undefined}>
              <button
                type="button"
                data-row
                tabIndex={index === active ? 0 : -1}
                aria-current={search.id === currentId ? 'true' : undefined}
                className={styles['open']}
                onClick={() => {
                  openSavedSearch(search)
                  onOpened()
                }}
                onFocus={() => setActiveId(search.id)}
                onKeyDown={(event) => handleKey(search, event)}
              >
                <SavedRow search={search} count={count} told={told} />
              </button>
              {!readOnly && (
                <IconButton
                  size="small"
                  label={t('saved.actionsOf', { name: search.name })}
                  icon={<EllipsisVertical aria-hidden />}
                  excludeFromTabOrder={index !== active}
                  onPress={({ target }) => {
                    menuAnchor.current = target
                    setMenuOf(search)
                  }}
                />
              )}
            </li>
          )
        })}
      </ul>
      <PopupMenu
        label={t('saved.actionsOf', { name: menuOf?.name ?? '' })}
        anchor={menuAnchor}
        isOpen={menuOf !== null}
        onClose={() => setMenuOf(null)}
        items={
          menuOf === null
            ? []
            : [
                {
                  id: 'edit',
                  title: t('saved.edit'),
                  icon: <Pencil aria-hidden />,
                  keys: 'F2',
                  onAction: () => onEdit(menuOf),
                },
                {
                  id: 'up',
                  title: t('saved.moveUp'),
                  icon: <ArrowUp aria-hidden />,
                  keys: 'Alt+ArrowUp',
                  isDisabled: menuOf === searches[0],
                  onAction: () => moveBy(menuOf, -1),
                },
                {
                  id: 'down',
                  title: t('saved.moveDown'),
                  icon: <ArrowDown aria-hidden />,
                  keys: 'Alt+ArrowDown',
                  isDisabled: menuOf === searches.at(-1),
                  onAction: () => moveBy(menuOf, 1),
                },
                ...(refused > 0
                  ? [
                      {
                        id: 'again',
                        title: t('suggest.again', { number: formatNumber(refused) }),
                        icon: <RotateCcw aria-hidden />,
                        onAction: () => void suggestAgain({ id: menuOf.id }).catch(() => undefined),
                      },
                    ]
                  : []),
                {
                  id: 'delete',
                  title: t('saved.delete'),
                  icon: <Trash2 aria-hidden />,
                  keys: 'Delete',
                  danger: true,
                  onAction: () => forget(menuOf),
                },
              ]
        }
      />
    </nav>
  )
}

interface Told {
  readonly total: string | null
  readonly fresh: string | null
  readonly check: string | null
  readonly warning: string | null
}

/** What is told of a saved search beside its name and query; undefined is one that is being counted. */
function useTold(): (search: SavedSearch, count: SavedSearchCount | undefined) => Told {
  const { t } = useTranslation('search')
  return (search, count) => {
    const missing = missingIn(search).map(({ key, values }) => t(key, values))
    if (count?.kind !== 'found') {
      const warning = count ? t(`saved.${count.kind}`) : missing.join(' ')
      return { total: null, fresh: null, check: null, warning: warning || null }
    }
    const { total, fresh, suggestions } = count
    return {
      total: t('saved.total', { count: total, number: formatNumber(total) }),
      fresh: fresh > 0 ? t('saved.fresh', { count: fresh, number: formatNumber(fresh) }) : null,
      check:
        suggestions !== null && suggestions.count > 0
          ? t('saved.toCheck', { count: suggestions.count, number: numberOf(suggestions) })
          : null,
      warning: missing.join(' ') || null,
    }
  }
}

interface SavedRowProps {
  readonly search: SavedSearch
  readonly count: SavedSearchCount | undefined
  readonly told: Told
}

function SavedRow({ search, count, told: { total, fresh, check, warning } }: SavedRowProps) {
  return (
    <>
      <span className={styles['line']}>
        <span className={styles['name']} title={search.name}>
          {search.name}
        </span>
        {count?.kind === 'found' && (
          <span className={styles['total']}>
            <span aria-hidden>{formatNumber(count.total)}</span>
            <Aside>{total}</Aside>
          </span>
        )}
      </span>
      {search.query !== search.name && (
        <span className={styles['query']} title={search.query}>
          <Aside />
          {search.query}
        </span>
      )}
      {(fresh !== null || check !== null) && (
        <span className={styles['line']}>
          {fresh !== null && (
            <span className={styles['fresh']}>
              <Aside />
              {fresh}
            </span>
          )}
          {check !== null && (
            <span className={styles['check']}>
              <Highlighter aria-hidden />
              <Aside />
              {check}
            </span>
          )}
        </span>
      )}
      {warning !== null && (
        <span className={styles['warning']}>
          <TriangleAlert aria-hidden />
          <span>
            <Aside />
            {warning}
          </span>
        </span>
      )}
    </>
  )
}

/** What is heard alone: what stands apart for the eye does so for the ear. */
function Aside({ children }: { readonly children?: ReactNode }) {
  return <span className={unseen['unseen']}>, {children}</span>
}

/** As many as are listed at once, and a sign that there are more. */
export function numberOf({ count, isMore }: { readonly count: number; readonly isMore: boolean }): string {
  return `${formatNumber(count)}${isMore ? '+' : ''}`
}
