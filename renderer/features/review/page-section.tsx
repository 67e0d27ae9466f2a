import { useMemo, useRef, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { campColours } from '../../ui/camp-colours'
import { cx } from '../../ui/cx'
import type { SectionId } from '../../../shared/domain/ids'
import { sectionDepth, type Section } from '../../../shared/domain/review'
import { sectionHeading } from '../../../shared/markdown/labels'
import { describeShare, useCoverage } from '../../coverage-share'
import { BlockChunks } from './block-chunks'
import { dropBlock } from './blocks'
import { CampFields } from './camp-fields'
import { dragLeave, dragOver, gapAt, takeDrop, useDrag } from './drag'
import { Gap } from './gap'
import { listsItems, readItems } from './items/item-list'
import { LineField } from './growing-field'
import { usePage } from './page-context'
import styles from './page.module.css'
import { MyViewFields } from './view/my-view-fields'

/** A section of the page: heading, camp, and its blocks with a place to write between any two. */
export function PageSection({
  section,
  onFocus,
}: {
  readonly section: Section
  readonly onFocus: (id: SectionId) => void
}) {
  const { t } = useTranslation('review')
  const page = usePage()
  const { review, readOnly, actions } = page
  const blocks = useRef<HTMLDivElement>(null)
  const Heading = `h${Math.min(6, sectionDepth(review.sections, section) + 2)}` as 'h2'
  const { language } = review
  const isEmpty = section.blocks.length === 0 && !review.sections.some(({ parentId }) => parentId === section.id)

  const onDragOver = (event: DragEvent) => {
    const { dragged } = useDrag.getState()
    if (!dragged || dragged.kind === 'section' || readOnly) return
    const mounted = [...(blocks.current?.querySelectorAll<HTMLElement>('[data-block]') ?? [])]
    const boxes = mounted.map((each) => each.getBoundingClientRect())
    const below = gapAt(boxes, event.clientY)
    // A long page mounts but a part of its blocks.
    const indexOf = (element: HTMLElement | undefined) =>
      section.blocks.findIndex(({ id }) => id === element?.dataset['block'])
    const gap = below < mounted.length ? indexOf(mounted[below]) : indexOf(mounted.at(-1)) + 1
    dragOver(event, { kind: 'gap', sectionId: section.id, gap })
  }
  const onDrop = (event: DragEvent) => {
    const drop = takeDrop(event)
    if (drop?.target.kind !== 'gap') return
    const { dragged, target } = drop
    if (dragged.kind === 'passage') {
      void actions.placePassage({ sectionId: target.sectionId, index: target.gap }, dragged.id).then((id) => {
        if (id) page.focusBlock(id)
      })
    } else if (dragged.kind === 'block') {
      const place = dropBlock(review.sections, dragged.id, target.sectionId, target.gap)
      if (place) actions.moveBlock(dragged.id, place)
    }
  }

  const beingWritten = page.editing?.kind === 'new' ? page.editing.id : null
  const shown = useMemo(
    () => (beingWritten === null ? section.blocks : section.blocks.filter(({ id }) => id !== beingWritten)),
    [section.blocks, beingWritten],
  )
  const lacksList = useMemo(
    () =>
      listsItems(section.kind) && !shown.some((block) => block.kind === 'prose' && readItems(block.markdown) !== null),
    [section.kind, shown],
  )
  return (
    <section
      id={`section-${section.id}`}
      data-section={section.id}
      aria-label={sectionHeading(section, language)}
      className={cx(
        styles['section'],
        section.camp && styles['campSection'],
        section.camp && campColours(section.camp.colour),
      )}
      onFocus={() => onFocus(section.id)}
      onDragEnter={onDragOver}
      onDragOver={onDragOver}
      onDragLeave={dragLeave}
      onDrop={onDrop}
    >
      <Heading className={styles['heading']}>
        <LineField
          label={t('page.headingField', { kind: t(`kinds.${section.kind}`) })}
          value={section.heading ?? ''}
          placeholder={sectionHeading({ ...section, heading: null }, language)}
          lang={language}
          readOnly={readOnly}
          className={styles['headingField']}
          onSave={(heading) => actions.setHeading(section.id, heading)}
        />
      </Heading>
      {section.camp && <CampFields section={{ ...section, camp: section.camp }} />}
      <div ref={blocks} className={styles['blocks']}>
        <BlockChunks section={section} blocks={shown} />
        <Gap
          sectionId={section.id}
          index={shown.length}
          isInvitation={isEmpty}
          listKind={lacksList ? section.kind : null}
        />
      </div>
      {/* As on the exported page: what was written, then what is stated. */}
      {section.kind === 'my-view' && <MyViewFields open={page} section={section} onShowPassage={page.showPassage} />}
      {section.kind === 'sources' && <SourcesNote />}
    </section>
  )
}

/** The exported list of sources is made by core; here it is told which ones it will name. */
function SourcesNote() {
  const { t } = useTranslation('review')
  const { review, passagesById, sources } = usePage()
  const coverageOf = useCoverage()
  const cited = new Set(
    review.sections
      .flatMap((section) => section.blocks)
      .flatMap((block) => (block.kind === 'quote' ? [passagesById.get(block.passageId)?.sourceId] : [])),
  )
  const titles = [...cited].flatMap((id) => (id !== undefined && sources.get(id)) || [])
  return (
    <aside className={styles['sources']}>
      <p>{t(titles.length > 0 ? 'page.sourcesNote' : 'page.sourcesNone')}</p>
      {titles.length > 0 && (
        <ul>
          {titles.map((source) => (
            <li key={source.id}>
              <span lang={source.language}>{source.title}</span>
              <span className={styles['sourceRead']}>{describeShare(coverageOf(source.id).read)}</span>
            </li>
          ))}
        </ul>
      )}
    </aside>
  )
}
