import { Plus } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { translate } from '../../../i18n'
import { withUndoOffer } from '../../../undo-offer'
import { Button } from '../../../ui/button'
import type { Block, SectionKind } from '../../../../shared/domain/review'
import { announce } from '../announcer'
import { BlockFrame, focusNeighbour } from '../block-frame'
import { placedPassages } from '../blocks'
import { usePage, type BlockPosition } from '../page-context'
import { PassagePicker } from '../picker/passage-picker'
import { passageName } from '../speaker-of'
import { ItemRow, type ItemActions } from './item-row'
import { linkPassage, removeItem, stepItem, unlinkPassage, type ItemList } from './item-list'
import styles from './items.module.css'

export interface ItemListBlockProps {
  readonly block: Block & { readonly kind: 'prose' }
  readonly list: ItemList
  readonly kind: SectionKind
  readonly at: BlockPosition
}

/** A list of points, such as questions that are open: each is written, moved and taken away by itself, and names quotes. */
export function ItemListBlock({ block, list, kind, at }: ItemListBlockProps) {
  const { t } = useTranslation('review')
  const open = usePage()
  const { review, readOnly, actions, edit, passagesById, remove } = open
  const [current, setCurrent] = useState(0)
  const [linking, setLinking] = useState<number | null>(null)
  const rows = useRef<HTMLElement>(null)
  const { items } = list
  const placed = useMemo(() => placedPassages(review.sections), [review.sections])
  const stop = Math.min(current, items.length - 1)

  const focusRow = (index: number) => {
    const found = [...(rows.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])]
    const frame = rows.current?.closest<HTMLElement>('[data-block]')
    if (index < 0) frame?.focus()
    else if (index < found.length) found[index]?.focus()
    else if (frame) focusNeighbour(frame, 1)
  }
  /** After what was written stands on the page. */
  const focusSoon = (index: number) => requestAnimationFrame(() => focusRow(index))
  const write = (markdown: string | null) => {
    if (markdown !== null) void actions.setProse(block.id, markdown).catch(() => undefined)
    return markdown !== null
  }

  const itemActions: ItemActions = {
    onFocus: setCurrent,
    onGo: focusRow,
    onEdit: (index) => edit({ kind: 'block', id: block.id, item: index }),
    onLink: setLinking,
    onStep: (index, by) => {
      if (!write(stepItem(block.markdown, index, by))) return announce(t('announce.end'))
      announce(t('items.moved', { position: index + by + 1, count: items.length }))
      focusSoon(index + by)
    },
    onRemove: (index) => {
      const rest = removeItem(block.markdown, index)
      if (rest === null) return
      if (rest === '') return remove(block.id)
      void withUndoOffer(translate('review:items.removed'), () => actions.setProse(block.id, rest))
      focusSoon(Math.min(index, items.length - 2))
    },
    onUnlink: (index, id) => {
      write(unlinkPassage(block.markdown, index, id))
      focusSoon(index)
    },
  }
  const addItem = () => edit({ kind: 'block', id: block.id, item: 'new' })
  const List = list.ordered ? 'ol' : 'ul'

  return (
    <BlockFrame
      block={block}
      label={t(`items.list.${kind}`, { count: items.length })}
      className={styles['block']}
      items={readOnly ? [] : [{ id: 'edit', title: t('block.edit'), onAction: () => itemActions.onEdit(stop) }]}
      removeLabel={t('items.deleteList')}
      onPress={() => focusRow(stop)}
      onEnter={() => focusRow(stop)}
      onAddAbove={at.addAbove}
      onAddBelow={at.addBelow}
    >
      <List
        ref={rows as never}
        {...(list.ordered && { start: list.start })}
        aria-label={t(`kinds.${kind}`)}
        lang={review.language}
        className={styles['items']}
      >
        {items.map((item, index) => (
          <ItemRow
            key={index}
            item={item}
            index={index}
            count={items.length}
            mark={list.ordered ? `${list.start + index}.` : '•'}
            isStop={index === stop}
            placed={placed}
            {...itemActions}
          />
        ))}
      </List>
      {!readOnly && (
        <Button size="small" variant="quiet" icon={<Plus aria-hidden />} onPress={addItem}>
          {t(`items.add.${kind}`)}
        </Button>
      )}
      {linking !== null && (
        <PassagePicker
          title={t('items.choose')}
          open={open}
          onClose={() => {
            setLinking(null)
            focusSoon(linking)
          }}
          onChoose={(id) => {
            const passage = passagesById.get(id)
            const words = passage ? passageName(passage, open.sources) : ''
            if (!write(linkPassage(block.markdown, linking, id, words, review.language))) announce(t('items.linked'))
          }}
        />
      )}
    </BlockFrame>
  )
}
