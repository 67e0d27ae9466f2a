import { Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import type { Block } from '../../../shared/domain/review'
import { BlockFrame } from './block-frame'
import { ProseField } from './growing-field'
import { usePage, type BlockPosition } from './page-context'
import styles from './page.module.css'
import { SafeMarkdown } from './safe-markdown'

/** A paragraph or more of the author's own: shown as it reads, edited in place. */
export function ProseBlock({
  block,
  at,
}: {
  readonly block: Block & { readonly kind: 'prose' }
  readonly at: BlockPosition
}) {
  const { t } = useTranslation('review')
  const { review, readOnly, editing, edit, actions, remove, focusBlock } = usePage()

  if (editing?.kind === 'block' && editing.id === block.id) {
    return (
      <div className={styles['block']} data-block={block.id}>
        <ProseField
          label={t('block.editor')}
          placeholder={t('block.placeholder')}
          value={block.markdown}
          lang={review.language}
          onSave={(text) => (text.trim() === '' ? remove(block.id) : actions.setProse(block.id, text))}
          onClose={(keepFocus) => {
            edit(null)
            if (keepFocus) focusBlock(block.id)
          }}
        />
      </div>
    )
  }

  const start = () => {
    if (!readOnly) edit({ kind: 'block', id: block.id })
  }
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
