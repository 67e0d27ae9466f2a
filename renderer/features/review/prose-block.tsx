import { Pencil } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import type { Block, Section } from '../../../shared/domain/review'
import { BlockFrame } from './block-frame'
import { placeOfBlock } from './blocks'
import { listsItems, readItems } from './items/item-list'
import { ItemListBlock } from './items/item-list-block'
import { usePage, type BlockPosition } from './page-context'
import styles from './page.module.css'
import { ProseEditor } from './prose/prose-editor'
import type { QuoteWithin } from './review-actions'
import { SafeMarkdown } from './safe-markdown'

/** A paragraph or more of the author's own: shown as it reads, edited in place. */
export function ProseBlock({
  block,
  section: { id: sectionId, kind },
  at,
}: {
  readonly block: Block & { readonly kind: 'prose' }
  /** That it stands in. */
  readonly section: Pick<Section, 'id' | 'kind'>
  readonly at: BlockPosition
}) {
  const { t } = useTranslation('review')
  const page = usePage()
  const { review, readOnly, editing, edit, actions, remove, focusBlock, addSection } = page
  const list = useMemo(() => (listsItems(kind) ? readItems(block.markdown) : null), [kind, block.markdown])

  if (editing?.kind === 'block' && editing.id === block.id) {
    const quote = async (request: QuoteWithin) => {
      const place = placeOfBlock(actions.sections(), block.id)
      if (!place) return
      edit(null)
      const placed = await actions.placeWithin(place, block.id, request)
      if (placed) focusBlock(placed)
    }
    return (
      <div className={styles['block']} data-block={block.id}>
        <ProseEditor
          open={page}
          label={t('block.editor')}
          placeholder={t('block.placeholder')}
          markdown={block.markdown}
          {...(list && { item: editing.item ?? list.items.length - 1 })}
          onSave={(text) => (text.trim() === '' ? undefined : actions.setProse(block.id, text))}
          {...(!list && { onQuote: (request) => void quote(request).catch(() => undefined) })}
          onSection={(kindOfNew) => addSection(kindOfNew, sectionId)}
          onClose={(keepFocus, isEmpty) => {
            edit(null)
            if (isEmpty) remove(block.id)
            else if (keepFocus) focusBlock(block.id)
          }}
        />
      </div>
    )
  }

  const start = () => {
    if (!readOnly) edit({ kind: 'block', id: block.id })
  }
  if (list) return <ItemListBlock block={block} list={list} kind={kind} at={at} />
  return (
    <BlockFrame
      block={block}
      label={t('block.prose', { position: at.index + 1, count: at.count })}
      className={readOnly ? undefined : styles['writable']}
      items={readOnly ? [] : [{ id: 'edit', title: t('block.edit'), keys: 'Enter', onAction: start }]}
      buttons={
        !readOnly && <IconButton size="small" label={t('block.edit')} icon={<Pencil aria-hidden />} onPress={start} />
      }
      removeLabel={t('block.delete')}
      onPress={start}
      onEnter={start}
      onAddAbove={at.addAbove}
      onAddBelow={at.addBelow}
    >
      <div className={styles['prose']} lang={review.language}>
        {block.markdown.trim() === '' ? (
          <p className={styles['hint']}>{t('block.emptyProse')}</p>
        ) : (
          <SafeMarkdown markdown={block.markdown} />
        )}
      </div>
    </BlockFrame>
  )
}
