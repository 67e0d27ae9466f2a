import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { translate } from '../../i18n'
import { EmptyState } from '../../ui/empty-state'
import { FileText } from 'lucide-react'
import type { BlockId, PassageId, SectionId, SourceId } from '../../../shared/domain/ids'
import type { Section, SectionKind } from '../../../shared/domain/review'
import { verifies } from '../../../shared/domain/verification'
import { REVIEW_LABELS } from '../../../shared/markdown/labels'
import { AddSectionMenu } from './add-section-menu'
import { announce } from './announcer'
import { mountBlock, useNeeded } from './block-chunks'
import { placedPassages, stepBlock } from './blocks'
import { LineField } from './growing-field'
import { listsItems } from './items/item-list'
import { nextCamp } from './next-camp'
import { placeAfter } from './outline'
import { PageProvider, type Editing, type Page } from './page-context'
import { PageSection } from './page-section'
import styles from './page.module.css'
import type { OpenReview } from './use-review'
import { useWidth } from './use-width'

/** How far the page is scrolled, in pixels, and the selection that was brought into view. */
export interface PagePlace {
  top: number
  selected: PassageId | null
}

export interface ReviewPageProps {
  readonly open: OpenReview
  readonly selected: PassageId | null
  readonly onSelect: (id: PassageId | null) => void
  readonly onOpenSource: (sourceId: SourceId, passageId: PassageId) => void
  /** Tells which section the user is in. */
  readonly onSection: (id: SectionId) => void
  /** Kept while the preview covers the page. */
  readonly place: RefObject<PagePlace>
}

/** The review as a page that is written where it is read. */
export function ReviewPage({ open, selected, onSelect, onOpenSource, onSection, place }: ReviewPageProps) {
  const { t } = useTranslation('review')
  const { review, actions, readOnly } = open
  const [editing, edit] = useState<Editing | null>(null)
  const [wanted, setWanted] = useState<BlockId | null>(null)
  const focusBlock = useCallback((id: BlockId) => {
    mountBlock(id)
    setWanted(id)
  }, [])
  const scroller = useRef<HTMLDivElement>(null)

  const focused = useRef<BlockId | null>(null)
  const blockOf = (id: BlockId) => scroller.current?.querySelector<HTMLElement>(`[data-block="${CSS.escape(id)}"]`)

  // A new block comes with core's answer: the focus waits for it.
  useLayoutEffect(() => {
    const block = wanted !== null && blockOf(wanted)
    if (!block) return
    block.focus({ preventScroll: true })
    block.scrollIntoView({ block: 'nearest' })
    setWanted(null)
  }, [wanted, review, editing])

  const [begun, setBegun] = useState<{ readonly id: SectionId; readonly kind: SectionKind } | null>(null)
  // So does a new section: a camp says its thesis first, a free section its heading, others what stands in them.
  useLayoutEffect(() => {
    const section = begun && document.getElementById(`section-${begun.id}`)
    if (!begun || !section) return
    setBegun(null)
    onSection(begun.id)
    const isNamed = begun.kind === 'camp' || begun.kind === 'cold-water' || begun.kind === 'free'
    if (!isNamed) return edit({ kind: 'new', sectionId: begun.id, index: 0, id: null, isList: listsItems(begun.kind) })
    const fields = [...section.querySelectorAll('textarea')]
    const field = fields[begun.kind === 'free' ? 0 : 2] ?? fields[0]
    field?.focus()
    section.scrollIntoView({ block: 'nearest' })
  }, [begun, review, onSection])
  const addSection = useCallback(
    (kind: SectionKind, after: SectionId) => {
      const sections = actions.sections()
      const camp = kind === 'camp' ? nextCamp(sections) : null
      void actions.addSection(kind, placeAfter(sections, kind, after), camp).then((id) => {
        if (id) setBegun({ id, kind })
      })
    },
    [actions],
  )

  // A block that moved is another element, which the focus did not follow.
  useLayoutEffect(() => {
    const block = focused.current !== null && document.activeElement === document.body && blockOf(focused.current)
    if (!block) return
    block.focus({ preventScroll: true })
    block.scrollIntoView({ block: 'nearest' })
  }, [review])

  // Panes get their width after what is in them is mounted; places on the page are known then.
  const [sized, width] = useWidth()
  const isLaidOut = width > 0
  const isHeld = useRef(false)
  const quote = () => scroller.current?.querySelector('[data-block][aria-current]') ?? null

  useLayoutEffect(() => {
    if (isLaidOut && scroller.current) scroller.current.scrollTop = place.current.top
  }, [isLaidOut, place])

  useEffect(() => {
    if (!isLaidOut || place.current.selected === selected) return undefined
    place.current.selected = selected
    isHeld.current = selected !== null
    const block = selected !== null && quote() === null && quoteOf(actions.sections(), selected)
    if (!block) return reveal(quote(), scroller.current)
    mountBlock(block)
    const frame = requestAnimationFrame(() => reveal(quote(), scroller.current))
    return () => cancelAnimationFrame(frame)
  }, [selected, isLaidOut, place, actions])

  // The inspector takes room from the page: what is looked at stays in view.
  useEffect(() => {
    if (isHeld.current) reveal(quote(), scroller.current)
  }, [width])

  const step = useCallback(
    (id: BlockId, by: -1 | 1) => {
      const place = stepBlock(actions.sections(), id, by)
      if (place) actions.moveBlock(id, place)
      else announce(translate('review:announce.end'))
    },
    [actions],
  )
  const remove = useCallback(
    (id: BlockId) => {
      const blocks = actions.sections().flatMap((section) => section.blocks)
      const at = blocks.findIndex((block) => block.id === id)
      const next = blocks[at + 1] ?? blocks[at - 1]
      void actions.deleteBlock(id)
      if (next && scroller.current?.contains(document.activeElement)) focusBlock(next.id)
    },
    [actions, focusBlock],
  )

  const showPassage = useCallback(
    (id: PassageId) => {
      const block = placedPassages(open.review.sections).get(id)?.block
      const passage = open.passagesById.get(id)
      if (block) {
        onSelect(id)
        focusBlock(block.id)
      } else if (passage) onOpenSource(passage.sourceId, id)
    },
    [open, onSelect, onOpenSource, focusBlock],
  )

  const page = useMemo<Page>(
    () => ({
      ...open,
      selected,
      editing,
      edit,
      select: onSelect,
      showPassage,
      openSource: onOpenSource,
      focusBlock,
      step,
      remove,
      addSection,
    }),
    [open, selected, editing, onSelect, showPassage, onOpenSource, focusBlock, step, remove, addSection],
  )

  return (
    <PageProvider value={page}>
      <div
        ref={scroller}
        data-scroller
        className={styles['scroller']}
        onScroll={({ currentTarget }) => {
          if (!isLaidOut) return
          place.current.top = currentTarget.scrollTop
          isHeld.current = isInView(quote(), currentTarget)
        }}
        onFocus={({ target }) => {
          focused.current = (target.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? null) as BlockId | null
          useNeeded.setState({ focused: focused.current })
        }}
        onBlur={() => {
          // Not called when the focus is lost because its element was taken off the page.
          focused.current = null
        }}
      >
        <article ref={sized} data-page aria-label={t('page.label')} className={styles['page']}>
          <header className={styles['head']}>
            <h1 className={styles['title']}>
              <LineField
                label={t('page.titleField')}
                value={review.title}
                placeholder={t('page.titlePlaceholder')}
                lang={review.language}
                readOnly={readOnly}
                onSave={(title) => {
                  if (title.trim() !== '') void actions.update({ title })
                }}
              />
            </h1>
            <MetaLine open={open} />
          </header>
          {review.sections.map((section) => (
            <PageSection key={section.id} section={section} onFocus={onSection} />
          ))}
          {review.sections.length === 0 && (
            <div className={styles['noSections']}>
              <EmptyState
                icon={<FileText aria-hidden />}
                title={t('empty.sections')}
                message={t('empty.sectionsText')}
                {...(!readOnly && {
                  actions: <AddSectionMenu open={open} current={null} onAdded={onSection} variant="button" />,
                })}
              />
            </div>
          )}
        </article>
      </div>
    </PageProvider>
  )
}

/** The line under the title, as the exported page has it. */
function MetaLine({ open }: { readonly open: OpenReview }) {
  const { review, passagesById, sources, verification } = open
  const core = useMemo(
    () =>
      new Set(
        review.sections
          .flatMap((section) => section.blocks)
          .flatMap((block) => (block.kind === 'quote' ? [passagesById.get(block.passageId)?.sourceId] : []))
          .filter((id) => id !== undefined && sources.get(id)?.tier === 'core'),
      ),
    [review.sections, passagesById, sources],
  )
  const isVerified = useMemo(() => {
    const quotes = verification?.quotes ?? []
    return quotes.length > 0 && quotes.every(verifies)
  }, [verification])
  const line = REVIEW_LABELS[review.language].metaLine({
    updated: review.updated,
    coreSources: core.size,
    verified: isVerified,
  })
  return (
    <p className={styles['meta']} lang={review.language}>
      {line}
    </p>
  )
}

/** The first quote of a passage on the page. */
function quoteOf(sections: readonly Section[], passage: PassageId): BlockId | null {
  const blocks = sections.flatMap((section) => section.blocks)
  return blocks.find((block) => block.kind === 'quote' && block.passageId === passage)?.id ?? null
}

function isInView(element: Element | null, scroller: Element): boolean {
  if (!element) return false
  const [box, view] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()]
  return box.bottom > view.top && box.top < view.bottom
}

function reveal(element: Element | null, scroller: Element | null): void {
  if (element && scroller && !isInView(element, scroller)) element.scrollIntoView({ block: 'center' })
}
