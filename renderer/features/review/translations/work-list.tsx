import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { languageName } from '../../../i18n'
import { cx } from '../../../ui/cx'
import { useRowWindow } from '../../../ui/use-row-window'
import type { SourceId } from '../../../../shared/domain/ids'
import type { LanguageTag } from '../../../../shared/domain/language'
import type { Source } from '../../../../shared/domain/source'
import styles from './translations.module.css'
import type { WorkItem } from './worklist'

interface WorkListProps {
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly items: readonly WorkItem[]
  readonly at: number
  readonly language: LanguageTag
  readonly onGoTo: (index: number) => void
  readonly onEnter: () => void
}

/** The height of a row in pixels, as the style sheet has it. */
const ROW = 68
const PAGE = 8

export function WorkList({ sources, items, at, language, onGoTo, onEnter }: WorkListProps) {
  const { t } = useTranslation('debate')
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last } = useRowWindow(scroller, items.length, ROW)

  useLayoutEffect(() => {
    const list = scroller.current
    if (!list || at < 0) return
    if (at * ROW < list.scrollTop) list.scrollTop = at * ROW
    else if ((at + 1) * ROW > list.scrollTop + list.clientHeight) list.scrollTop = (at + 1) * ROW - list.clientHeight
  }, [at])

  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
      Home: 0,
      End: items.length - 1,
    }[event.key]
    if (to !== undefined) onGoTo(Math.min(Math.max(0, to), items.length - 1))
    else if (event.key === 'Enter') onEnter()
    else return
    event.preventDefault()
  }
  const shown = items.slice(first, last).map((item, index) => ({ ...item, index: first + index }))
  const current = items[at]
  // Named by the list, so it must be there also when it is scrolled out of view.
  if (current && (at < first || at >= last)) shown.push({ ...current, index: at })
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('translations.list', { language: languageName(language) })}
      {...(current && { 'aria-activedescendant': `work-${current.passage.id}` })}
      className={styles['list']}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles['rows']} style={{ height: items.length * ROW }}>
        {shown.map(({ passage, state, index }) => (
          <div
            key={passage.id}
            id={`work-${passage.id}`}
            role="option"
            aria-selected={index === at}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            className={cx(styles['row'], index === at && styles['current'])}
            style={{ top: index * ROW }}
            onClick={() => onGoTo(index)}
          >
            <span className={styles['rowText']} lang={sources.get(passage.sourceId)?.language}>
              {passage.text}
            </span>
            <span className={cx(styles['state'], styles[state])}>{t(`translations.states.${state}`)}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
