import { memo, useLayoutEffect, useRef, type DragEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../i18n'
import { campColours } from '../../../ui/camp-colours'
import { cx } from '../../../ui/cx'
import { useRowWindow } from '../../../ui/use-row-window'
import type { PassageId, SectionId, SourceId } from '../../../../shared/domain/ids'
import type { UiLanguage } from '../../../../shared/domain/language'
import type { Camp } from '../../../../shared/domain/review'
import type { Source } from '../../../../shared/domain/source'
import { attributionOf } from '../../../../shared/domain/attribution'
import { sectionHeading } from '../../../../shared/markdown/labels'
import type { BoardColumn as Column } from './board'
import { BoardCard, type CardActions } from './board-card'
import { leaveColumn, overColumn, useBoardDrag } from './board-drag'
import styles from './board.module.css'
import { CampHead } from './camp-head'
import { useInView } from './use-in-view'

/** From the top of one card to that of the next, in pixels; the style sheet's card is as high less the gap. */
export const ROW_HEIGHT = 120

export interface BoardColumnProps extends CardActions {
  readonly column: Column
  readonly language: UiLanguage
  readonly sources: ReadonlyMap<SourceId, Source>
  /** Colours of all camps of the review, by camp. */
  readonly colours: ReadonlyMap<SectionId, number>
  /** Passages that stand as quotes in this camp's section. */
  readonly placed: ReadonlySet<PassageId>
  /** The card that Tab leads to, when it is in this column; `null` is the column's place for cards, when it has none. */
  readonly current: PassageId | null | undefined
  /** Whether that card is to take the focus. */
  readonly takesFocus: boolean
  readonly onFocused: () => void
  readonly chosen: ReadonlySet<PassageId> | null
  readonly selected: PassageId | null
  /** Its key, of 1 to 9. */
  readonly number: number | null
  readonly position: number
  readonly camps: number
  readonly isFiltered: boolean
  readonly readOnly: boolean
  readonly onCamp: (id: SectionId, camp: Camp) => void
  readonly onStep: (id: SectionId, by: -1 | 1) => void
  readonly onShow: (id: SectionId) => void
  readonly onChooseAll: (id: SectionId | null) => void
  readonly onDrop: (event: DragEvent, column: SectionId | null) => void
  readonly onEmptyKey: (event: KeyboardEvent<HTMLElement>, column: SectionId | null) => void
}

/** One camp with its passages, or those that are in no camp. Only the cards in view are mounted. */
export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { column, language, sources, placed, current, takesFocus, chosen, selected, readOnly } = props
  const { section, passages } = column
  const { t } = useTranslation('debate')
  const id = section?.id ?? null
  const [root, isInView] = useInView()
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last } = useRowWindow(scroller, passages.length, ROW_HEIGHT)
  const isOver = useBoardDrag(({ dragged, over }) =>
    over?.column !== id || !dragged ? null : dragged.kind === 'cards' ? 'into' : over.side,
  )
  const name = section ? section.camp.label || sectionHeading(section, language) : t('board.unsorted')

  // The card that takes the focus may have to be mounted first, which scrolling to it does.
  useLayoutEffect(() => {
    if (!takesFocus || current === undefined) return
    const list = scroller.current
    if (!list) return
    list.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const at = passages.findIndex((passage) => passage.id === current)
    const [top, bottom] = [at * ROW_HEIGHT, (at + 1) * ROW_HEIGHT]
    if (top < list.scrollTop) list.scrollTop = top
    else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight
    const target =
      current === null
        ? list.querySelector<HTMLElement>('[data-empty]')
        : list.querySelector<HTMLElement>(`[data-card="${CSS.escape(current)}"]`)
    if (!target) return
    target.focus({ preventScroll: true })
    props.onFocused()
  })

  return (
    <section
      ref={root}
      aria-label={t('board.column', { camp: name, count: passages.length })}
      className={cx(
        styles['column'],
        section ? campColours(section.camp.colour) : styles['unsorted'],
        isOver && styles[isOver],
      )}
      onDragEnter={(event) => overColumn(event, id)}
      onDragOver={(event) => overColumn(event, id)}
      onDragLeave={leaveColumn}
      onDrop={(event) => props.onDrop(event, id)}
    >
      {section ? (
        <CampHead
          section={section}
          name={name}
          language={language}
          count={passages.length}
          number={props.number}
          position={props.position}
          camps={props.camps}
          readOnly={readOnly}
          onChange={(camp) => props.onCamp(section.id, camp)}
          onStep={(by) => props.onStep(section.id, by)}
          onShow={() => props.onShow(section.id)}
          onChooseAll={() => props.onChooseAll(section.id)}
        />
      ) : (
        <header className={styles['head']}>
          <h2 className={styles['unsortedName']}>
            {name}
            <span className={styles['count']}>{formatNumber(passages.length)}</span>
          </h2>
          <p className={styles['hint']}>{t('board.unsortedHint')}</p>
        </header>
      )}
      <div ref={scroller} className={styles['cards']}>
        {passages.length === 0 ? (
          <div
            role="group"
            aria-label={t('board.emptyColumn', { camp: name })}
            data-empty
            tabIndex={current === null ? 0 : -1}
            className={styles['empty']}
            onKeyDown={(event) => props.onEmptyKey(event, id)}
          >
            {t(props.isFiltered ? 'board.noneFound' : section ? 'board.emptyCamp' : 'board.allSorted')}
          </div>
        ) : (
          <ul
            aria-label={t('board.column', { camp: name, count: passages.length })}
            className={styles['list']}
            style={{ height: passages.length * ROW_HEIGHT }}
          >
            {(isInView || takesFocus) &&
              passages.slice(first, last).map((passage, index) => {
                const source = sources.get(passage.sourceId)
                const speaker = source?.speakers.find((each) => each.id === passage.speakerId) ?? null
                const at = first + index
                return (
                  <BoardCard
                    key={passage.id}
                    passage={passage}
                    language={source?.language}
                    attribution={attributionOf(speaker, source?.title ?? '')}
                    position={at + 1}
                    count={passages.length}
                    top={at * ROW_HEIGHT}
                    otherCamps={passage.camps
                      .flatMap((camp) => (camp === id ? [] : (props.colours.get(camp) ?? [])))
                      .join(' ')}
                    isPlaced={placed.has(passage.id)}
                    isCurrent={current === passage.id}
                    isChosen={chosen?.has(passage.id) ?? false}
                    isSelected={selected === passage.id}
                    readOnly={readOnly}
                    onFocus={props.onFocus}
                    onKeyDown={props.onKeyDown}
                    onClick={props.onClick}
                    onMenu={props.onMenu}
                    onDragStart={props.onDragStart}
                    onDragEnd={props.onDragEnd}
                  />
                )
              })}
          </ul>
        )}
      </div>
    </section>
  )
})
