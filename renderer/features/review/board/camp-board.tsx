import { Flag, Plus, Quote } from 'lucide-react'
import { useCallback, useMemo, useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../i18n'
import { Button } from '../../../ui/button'
import { CampMark } from '../../../ui/camp-mark'
import { useCommands } from '../../../ui/commands'
import { EmptyState } from '../../../ui/empty-state'
import { PopupMenu, type MenuEntry } from '../../../ui/menu'
import { SearchField } from '../../../ui/search-field'
import type { PassageId, SectionId } from '../../../../shared/domain/ids'
import { sectionHeading } from '../../../../shared/markdown/labels'
import { addSection } from '../add-section-menu'
import { FIND_KEYS } from '../keys'
import { isStep, stepFrom, type BoardSpot } from './board'
import type { CardActions } from './board-card'
import { BoardColumn } from './board-column'
import { endBoardDrag, startBoardDrag, takeBoardDrop } from './board-drag'
import styles from './board.module.css'
import { useBoard } from './use-board'
import type { ReviewViewProps } from '../review-view'

const NO_PASSAGES: ReadonlySet<PassageId> = new Set()

/** The sides of the debate beside each other: passages are sorted into camps here, by mouse, key or menu. */
export function CampBoard({ open, selected, onSelect, onOpenSource, onGoTo }: ReviewViewProps) {
  const { t } = useTranslation('debate')
  const { review, passages, sources, actions, readOnly } = open
  const board = useBoard(open)
  const { columns, spot } = board
  const [takesFocus, setTakesFocus] = useState(false)
  const [menu, setMenu] = useState<BoardSpot | null>(null)
  const anchor = useRef<Element | null>(null)
  const search = useRef<HTMLInputElement>(null)
  useCommands([
    {
      id: 'edit.find',
      title: t('board.search'),
      group: t('review:commands.group'),
      keys: FIND_KEYS,
      run: () => search.current?.select(),
    },
  ])
  const camps = columns.flatMap(({ section }) => section ?? [])
  const colours = useMemo(
    () => new Map(columns.flatMap(({ section }) => (section ? [[section.id, section.camp.colour] as const] : []))),
    [columns],
  )
  const placed = useMemo(
    () =>
      new Map(
        review.sections.map(({ id, blocks }) => [
          id,
          new Set(blocks.flatMap((block) => (block.kind === 'quote' ? [block.passageId] : []))),
        ]),
      ),
    [review.sections],
  )

  const place = (passage: PassageId, camp: SectionId) => {
    const section = review.sections.find(({ id }) => id === camp)
    if (section && !readOnly && !placed.get(camp)?.has(passage))
      void actions.placePassage({ sectionId: camp, index: section.blocks.length }, passage)
  }
  const move = (at: BoardSpot, to: SectionId | null, keeps = false) => {
    board.move(at, to, keeps)
    setTakesFocus(true)
  }

  const keys = (event: KeyboardEvent<HTMLElement>, at: BoardSpot) => {
    if (event.nativeEvent.isComposing) return
    const passage = at.passage === null ? undefined : open.passagesById.get(at.passage)
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1] ?? /^[1-9]$/.exec(event.key)?.[0]
    if (isStep(event.key) && !event.ctrlKey && !event.metaKey) {
      const next = stepFrom(columns, at, event.key)
      if (event.altKey && !readOnly && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
        move(at, next.column)
        if (passage) board.goTo({ column: next.column, passage: passage.id })
      } else if (event.shiftKey && next.column === at.column) board.chooseTo(next)
      else board.goTo(next)
      setTakesFocus(true)
    } else if (event.ctrlKey || event.metaKey || event.altKey) return
    else if (digit !== undefined && !readOnly) {
      const camp = camps[Number(digit) - 1]
      if (camp) move(at, camp.id, event.shiftKey)
    } else if ((event.key === '0' || event.key === 'Delete' || event.key === 'Backspace') && !readOnly) move(at, null)
    else if (event.key === 'Enter' && passage) onOpenSource(passage.sourceId, passage.id)
    else if (event.key === ' ' && passage) onSelect(passage.id)
    else if (event.key === 'x' && passage) board.toggle(at)
    else if (event.key === 'p' && passage && at.column !== null) place(passage.id, at.column)
    else if (event.key === 'm' && passage) {
      anchor.current = event.currentTarget
      setMenu(at)
    } else if (event.key === 'Escape' && board.choice) board.chooseNone()
    else return
    event.preventDefault()
  }

  // Cards are many: what they are given must stay the same object from one drawing to the next.
  const latest = useRef({ board, keys, onSelect, spot })
  latest.current = { board, keys, onSelect, spot }
  const cardActions = useCallback(
    (column: SectionId | null): CardActions => ({
      onFocus: ({ id }) => latest.current.board.goTo({ column, passage: id }),
      onKeyDown: (event, { id }) => latest.current.keys(event, { column, passage: id }),
      onClick: (event, { id }) => {
        const at = { column, passage: id }
        if (event.shiftKey) latest.current.board.chooseTo(at)
        else if (event.ctrlKey || event.metaKey) latest.current.board.toggle(at)
        else {
          latest.current.board.goTo(at)
          latest.current.onSelect(id)
        }
      },
      onMenu: (element, { id }) => {
        anchor.current = element
        latest.current.board.goTo({ column, passage: id })
        setMenu({ column, passage: id })
      },
      onDragStart: (event, { id }) =>
        startBoardDrag(event, {
          kind: 'cards',
          ids: latest.current.board.cardsAt({ column, passage: id }),
          from: column,
        }),
      onDragEnd: endBoardDrag,
    }),
    [],
  )
  const columnIds = camps.map(({ id }) => id).join(' ')
  const actionsByColumn = useMemo(
    () =>
      new Map<SectionId | null, CardActions>([
        [null, cardActions(null)],
        ...columnIds
          .split(' ')
          .filter(Boolean)
          .map((id): [SectionId, CardActions] => [id as SectionId, cardActions(id as SectionId)]),
      ]),
    [columnIds, cardActions],
  )
  const shared = useRef({
    onFocused: () => setTakesFocus(false),
    onEmptyKey: (event: KeyboardEvent<HTMLElement>, column: SectionId | null) =>
      latest.current.keys(event, { column, passage: null }),
    onDrop: (event: DragEvent, column: SectionId | null) => {
      const drop = takeBoardDrop(event)
      if (drop?.dragged.kind === 'cards')
        latest.current.board.drop(drop.dragged.ids, drop.dragged.from, column, drop.keeps)
      else if (drop && column !== null && drop.dragged.id !== column)
        latest.current.board.dropCamp(drop.dragged.id, column, drop.side)
    },
    onStep: (id: SectionId, by: -1 | 1) => latest.current.board.stepCamp(id, by),
    onChooseAll: (id: SectionId | null) => latest.current.board.chooseAll(id),
  }).current

  const onShow = useCallback((section: SectionId) => onGoTo({ section }), [onGoTo])

  if (passages.length === 0) {
    return <EmptyState icon={<Quote aria-hidden />} title={t('board.noPassages')} message={t('board.noPassagesText')} />
  }
  const addCamp = () => void addSection(open, 'camp', null)

  const items = (at: BoardSpot): MenuEntry[] => {
    const passage = at.passage === null ? undefined : open.passagesById.get(at.passage)
    if (!passage) return []
    const isHere = (id: SectionId) => id === at.column
    return [
      { id: 'open', title: t('board.open'), keys: 'Enter', onAction: () => onOpenSource(passage.sourceId, passage.id) },
      { id: 'show', title: t('board.show'), keys: 'Space', onAction: () => onSelect(passage.id) },
      ...(readOnly
        ? []
        : [
            ...camps
              .filter(({ id }) => !isHere(id))
              .map((camp) => {
                const number = camps.indexOf(camp) + 1
                return {
                  id: `to-${camp.id}`,
                  title: t('board.moveTo', { camp: camp.camp.label || sectionHeading(camp, review.language) }),
                  icon: <CampMark colour={camp.camp.colour} />,
                  ...(number <= 9 && { keys: String(number) }),
                  onAction: () => move(at, camp.id),
                }
              }),
            ...(at.column === null
              ? []
              : [
                  {
                    id: 'place',
                    title: t('board.place'),
                    keys: 'p',
                    isDisabled: placed.get(at.column)?.has(passage.id) ?? false,
                    onAction: () => at.column !== null && place(passage.id, at.column),
                  },
                  { id: 'out', title: t('board.out'), keys: '0', onAction: () => move(at, null) },
                ]),
            { id: 'choose', title: t('board.choose'), keys: 'x', onAction: () => board.toggle(at) },
          ]),
    ]
  }

  return (
    <div className={styles['board']}>
      <div className={styles['tools']}>
        <div className={styles['search']}>
          <SearchField
            label={t('board.search')}
            clearLabel={t('common:clear')}
            value={board.query}
            onChange={board.setQuery}
            inputRef={search}
          />
        </div>
        <span className={styles['facts']} role="status">
          {board.choice
            ? t('board.chosen', { count: board.choice.ids.size, number: formatNumber(board.choice.ids.size) })
            : t('board.passages', { count: board.found, number: formatNumber(board.found) })}
        </span>
        {board.choice && (
          <Button size="small" variant="quiet" onPress={board.chooseNone}>
            {t('board.chooseNone')}
          </Button>
        )}
        <span className={styles['space']} />
        {!readOnly && camps.length > 0 && (
          <Button size="small" icon={<Plus aria-hidden />} onPress={addCamp}>
            {t('board.addCamp')}
          </Button>
        )}
      </div>
      <div className={styles['columns']}>
        {columns.map((column, at) => {
          const id = column.section?.id ?? null
          const isHere = spot.column === id
          return (
            <BoardColumn
              key={id ?? ''}
              column={column}
              language={review.language}
              sources={sources}
              colours={colours}
              placed={(id && placed.get(id)) || NO_PASSAGES}
              current={isHere ? spot.passage : undefined}
              takesFocus={isHere && takesFocus && board.hasArrived}
              chosen={board.choice?.column === id ? board.choice.ids : null}
              selected={selected}
              number={at >= 1 && at <= 9 ? at : null}
              position={at - 1}
              camps={camps.length}
              isFiltered={board.query.trim() !== ''}
              readOnly={readOnly}
              onCamp={actions.setCamp}
              onShow={onShow}
              {...shared}
              {...actionsByColumn.get(id)!}
            />
          )
        })}
        {camps.length === 0 && (
          <div className={styles['noCamps']}>
            <EmptyState
              icon={<Flag aria-hidden />}
              title={t('board.noCamps')}
              message={t('board.noCampsText')}
              {...(!readOnly && {
                actions: (
                  <Button variant="primary" icon={<Plus aria-hidden />} onPress={addCamp}>
                    {t('board.addCamp')}
                  </Button>
                ),
              })}
            />
          </div>
        )}
      </div>
      <PopupMenu
        label={t('board.cardMenu')}
        items={menu ? items(menu) : []}
        anchor={anchor}
        isOpen={menu !== null}
        onClose={() => setMenu(null)}
      />
    </div>
  )
}
