import { Plus } from 'lucide-react'
import { Fragment, useRef, type DragEvent } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/cx'
import type { SectionId } from '../../../shared/domain/ids'
import { sectionDepth, type Section } from '../../../shared/domain/review'
import { sectionHeading } from '../../../shared/markdown/labels'
import { dropBlock } from './blocks'
import { CampFields } from './camp-fields'
import { dragLeave, dragOver, gapAt, takeDrop, useDrag } from './drag'
import { LineField } from './growing-field'
import { NewProse } from './new-prose'
import { usePage } from './page-context'
import styles from './page.module.css'
import { ProseBlock } from './prose-block'
import { QuoteBlock } from './quote-block'
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
  const { review, readOnly, actions, edit } = page
  const blocks = useRef<HTMLDivElement>(null)
  const Heading = `h${Math.min(6, sectionDepth(review.sections, section) + 2)}` as 'h2'
  const { language } = review
  const isEmpty = section.blocks.length === 0 && !review.sections.some(({ parentId }) => parentId === section.id)

  const onDragOver = (event: DragEvent) => {
    const { dragged } = useDrag.getState()
    if (!dragged || dragged.kind === 'section' || readOnly) return
    const boxes = [...(blocks.current?.querySelectorAll('[data-block]') ?? [])].map((each) =>
      each.getBoundingClientRect(),
    )
    dragOver(event, { kind: 'gap', sectionId: section.id, gap: gapAt(boxes, event.clientY) })
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

  const writeAt = (index: number) => () => edit({ kind: 'new', sectionId: section.id, index, id: null })
  const beingWritten = page.editing?.kind === 'new' ? page.editing.id : null
  const shown = section.blocks.filter(({ id }) => id !== beingWritten)
  return (
    <section
      id={`section-${section.id}`}
      data-section={section.id}
      aria-label={sectionHeading(section, language)}
      className={cx(
        styles['section'],
        section.camp && styles['campSection'],
        section.camp && styles[`camp${section.camp.colour}`],
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
      {section.kind === 'my-view' && <MyViewFields open={page} section={section} onShowPassage={page.showPassage} />}
      <div ref={blocks} className={styles['blocks']}>
        {shown.map((block, index) => {
          const at = { index, count: shown.length, addAbove: writeAt(index), addBelow: writeAt(index + 1) }
          return (
            <Fragment key={block.id}>
              <Gap sectionId={section.id} index={index} />
              {block.kind === 'prose' ? (
                <ProseBlock block={block} at={at} />
              ) : (
                <QuoteBlock block={block} at={at} camp={section.camp} />
              )}
            </Fragment>
          )
        })}
        <Gap sectionId={section.id} index={shown.length} isInvitation={isEmpty} />
      </div>
      {section.kind === 'sources' && <SourcesNote />}
    </section>
  )
}

interface GapProps {
  readonly sectionId: SectionId
  readonly index: number
  /** Says what can be done here: the section has nothing in it, nor below it. */
  readonly isInvitation?: boolean
}

/** The place between two blocks: text can be written there, and things dropped. */
function Gap({ sectionId, index, isInvitation = false }: GapProps) {
  const { t } = useTranslation('review')
  const { readOnly, editing, edit } = usePage()
  const isTarget = useDrag(
    ({ target }) => target?.kind === 'gap' && target.sectionId === sectionId && target.gap === index,
  )

  if (editing?.kind === 'new' && editing.sectionId === sectionId && editing.index === index) {
    return <NewProse editing={editing} />
  }

  return (
    <div className={cx(styles['gap'], isTarget && styles['target'], isInvitation && styles['invitation'])}>
      {!readOnly && (
        <AriaButton className={styles['add'] ?? ''} onPress={() => edit({ kind: 'new', sectionId, index, id: null })}>
          <Plus aria-hidden />
          {t(isInvitation ? 'empty.section' : 'page.addHere')}
        </AriaButton>
      )}
    </div>
  )
}

/** The exported list of sources is made by core; here it is told which ones it will name. */
function SourcesNote() {
  const { t } = useTranslation('review')
  const { review, passagesById, sources } = usePage()
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
            <li key={source.id} lang={source.language}>
              {source.title}
            </li>
          ))}
        </ul>
      )}
    </aside>
  )
}
