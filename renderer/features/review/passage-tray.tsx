import { ArrowRightToLine, CopyPlus } from 'lucide-react'
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { CampMark } from '../../ui/camp-mark'
import { cx } from '../../ui/cx'
import { SearchField } from '../../ui/search-field'
import { Segmented } from '../../ui/segmented'
import { attributionOf } from '../../../shared/domain/attribution'
import type { BlockId, PassageId, SectionId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import type { Section } from '../../../shared/domain/review'
import { sectionHeading } from '../../../shared/markdown/labels'
import { endDrag, startDrag, useDrag } from './drag'
import styles from './passage-tray.module.css'
import { destinationOf, filterPassages, groupUnplaced, listPlaced } from './tray'
import type { OpenReview } from './use-review'

export interface PassageTrayProps {
  readonly open: OpenReview
  readonly selected: PassageId | null
  /** The section the user is in. */
  readonly current: SectionId | null
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onSelect: (id: PassageId) => void
  readonly onPlaced: (id: BlockId) => void
  readonly onGoTo: (id: SectionId) => void
}

/** Shown of a long group at first, and added each time more is asked for. */
const STEP = 50

/** The project's passages, ready to be placed: those still to place by camp, and those on the page with their section. */
export function PassageTray(props: PassageTrayProps) {
  const { open, searchRef } = props
  const { t } = useTranslation('review')
  const [tab, setTab] = useState<'unplaced' | 'placed'>('unplaced')
  const [query, setQuery] = useState('')
  const deferred = useDeferredValue(query)
  const { review, passages, sources } = open
  const found = useMemo(() => filterPassages(passages, deferred, sources), [passages, deferred, sources])
  const groups = useMemo(() => groupUnplaced(review, found), [review, found])
  const placed = useMemo(() => listPlaced(review, found), [review, found])
  const isEmpty = tab === 'unplaced' ? groups.length === 0 : placed.length === 0

  if (passages.length === 0) {
    return (
      <div className={styles['nothing']}>
        <strong>{t('tray.none')}</strong>
        <p>{t('tray.noneText')}</p>
      </div>
    )
  }
  return (
    <div className={styles['tray']}>
      <div className={styles['tools']}>
        <Segmented
          label={t('tray.tabs')}
          value={tab}
          onChange={setTab}
          options={[
            { id: 'unplaced', label: t('tray.unplaced') },
            { id: 'placed', label: t('tray.placed') },
          ]}
        />
        <SearchField
          label={t('tray.search')}
          clearLabel={t('common:clear')}
          value={query}
          onChange={setQuery}
          inputRef={searchRef}
        />
      </div>
      <div data-cards className={styles['list']}>
        {isEmpty && (
          <p className={styles['none']}>
            {query.trim() !== ''
              ? t('tray.nothingFound', { query: query.trim() })
              : t(tab === 'unplaced' ? 'tray.allPlaced' : 'tray.nonePlaced')}
          </p>
        )}
        {tab === 'unplaced'
          ? groups.map(({ camp, passages: unplaced }) => {
              const heading = camp ? camp.camp.label || sectionHeading(camp, review.language) : t('tray.noCamp')
              return (
                <section key={camp?.id ?? ''} aria-label={t('tray.camp', { heading, count: unplaced.length })}>
                  <h3 className={styles['group']}>
                    {camp && <CampMark colour={camp.camp.colour} />}
                    <span lang={camp ? review.language : undefined}>{heading}</span>
                    <span className={styles['count']}>{unplaced.length}</span>
                  </h3>
                  <Cards
                    key={deferred}
                    entries={unplaced.map((passage) => ({ passage, section: null }))}
                    listedUnder={camp?.id ?? null}
                    {...props}
                  />
                </section>
              )
            })
          : placed.length > 0 && <Cards key={deferred} entries={placed} listedUnder={null} {...props} />}
      </div>
    </div>
  )
}

interface CardsProps extends PassageTrayProps {
  /** With the section that a passage already stands in. */
  readonly entries: readonly { readonly passage: Passage; readonly section: Section | null }[]
  readonly listedUnder: SectionId | null
}

function Cards({ entries, ...props }: CardsProps) {
  const { t } = useTranslation('review')
  const [limit, setLimit] = useState(STEP)
  const more = Math.min(STEP, entries.length - limit)
  return (
    <>
      <ul className={styles['cards']}>
        {entries.slice(0, limit).map(({ passage, section }) => (
          <Card key={passage.id} passage={passage} section={section} {...props} />
        ))}
      </ul>
      {more > 0 && (
        <Button size="small" variant="quiet" onPress={() => setLimit(limit + STEP)}>
          {t('tray.more', { count: more })}
        </Button>
      )}
    </>
  )
}

interface CardProps extends PassageTrayProps {
  readonly passage: Passage
  readonly section: Section | null
  readonly listedUnder: SectionId | null
}

function Card({ open, passage, section, listedUnder, selected, current, onSelect, onPlaced, onGoTo }: CardProps) {
  const { t } = useTranslation('review')
  const { review, sources, actions, readOnly } = open
  const card = useRef<HTMLDivElement>(null)
  const isDragged = useDrag(({ dragged }) => dragged?.kind === 'passage' && dragged.id === passage.id)
  const source = sources.get(passage.sourceId)
  const attribution = attributionOf(
    source?.speakers.find(({ id }) => id === passage.speakerId) ?? null,
    source?.title ?? '',
  )
  const destination = section ?? destinationOf(review, passage, listedUnder, current)
  const heading = destination ? sectionHeading(destination, review.language) : ''
  // One passage may stand in several sections: a second place is where the user is.
  const other = section && review.sections.find(({ id }) => id === current && id !== section.id)
  const place = (target: Section) =>
    void actions
      .placePassage({ sectionId: target.id, index: target.blocks.length }, passage.id)
      .then((id) => id && onPlaced(id))

  const act = () => {
    if (section) onGoTo(section.id)
    else if (destination && !readOnly) {
      // This card leaves the list: the next one takes the focus.
      focusCard(card.current, 1)
      place(destination)
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') act()
    else if (event.key === ' ') onSelect(passage.id)
    else if (event.key === 'ArrowDown') focusCard(card.current, 1)
    else if (event.key === 'ArrowUp') focusCard(card.current, -1)
    else return
    event.preventDefault()
  }

  return (
    <li>
      <div
        ref={card}
        role="group"
        tabIndex={0}
        data-card
        aria-label={t('tray.passage', { text: passage.text, attribution })}
        {...(selected === passage.id && { 'aria-current': true as const })}
        className={cx(styles['card'], selected === passage.id && styles['selected'], isDragged && styles['dragged'])}
        draggable={!readOnly}
        onDragStart={(event) => startDrag(event, { kind: 'passage', id: passage.id })}
        onDragEnd={endDrag}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          if (!(event.target instanceof Element && event.target.closest('button'))) onSelect(passage.id)
        }}
      >
        <p className={styles['text']} lang={source?.language}>
          {passage.text}
        </p>
        <p className={styles['who']} lang={source?.language}>
          {attribution}
        </p>
        {destination && (section || !readOnly) && (
          <div className={styles['act']}>
            <Button
              size="small"
              variant={section ? 'quiet' : 'secondary'}
              icon={<ArrowRightToLine aria-hidden />}
              aria-label={section ? t('tray.goTo', { heading }) : t('tray.placeIn', { heading, text: passage.text })}
              onPress={act}
            >
              {section ? heading : t('tray.place')}
            </Button>
            {other && !readOnly && (
              <Button
                size="small"
                variant="quiet"
                icon={<CopyPlus aria-hidden />}
                aria-label={t('tray.placeAgain', {
                  heading: sectionHeading(other, review.language),
                  text: passage.text,
                })}
                onPress={() => place(other)}
              >
                {t('tray.again')}
              </Button>
            )}
            {!section && destination.id !== listedUnder && (
              <span className={styles['where']} title={t('tray.destination', { heading })} lang={review.language}>
                {heading}
              </span>
            )}
          </div>
        )}
      </div>
    </li>
  )
}

function focusCard(from: Element | null, by: -1 | 1): void {
  const cards = [...(from?.closest('[data-cards]')?.querySelectorAll<HTMLElement>('[data-card]') ?? [])]
  const at = cards.findIndex((card) => card === from)
  ;(cards[at + by] ?? cards[at - by])?.focus()
}
