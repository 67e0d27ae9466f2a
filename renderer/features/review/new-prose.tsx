import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockId } from '../../../shared/domain/ids'
import { usePage, type Editing } from './page-context'
import styles from './page.module.css'
import { ProseEditor } from './prose/prose-editor'
import type { QuoteWithin } from './review-actions'

/** Where a block of prose is written that is not there yet: the first words that are saved make it. */
export function NewProse({ editing }: { readonly editing: Editing & { readonly kind: 'new' } }) {
  const { t } = useTranslation('review')
  const page = usePage()
  const { edit, actions, focusBlock, addSection } = page
  const { sectionId, index, isList = false } = editing
  const made = useRef<BlockId | null>(null)
  const isOpen = useRef(true)
  const saved = useRef<Promise<unknown>>(Promise.resolve())

  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])

  const store = async (markdown: string) => {
    if (made.current !== null) return actions.setProse(made.current, markdown)
    const id = await actions.addProse({ sectionId, index }, markdown)
    if (id === null) throw new Error('The text was not stored')
    made.current = id
    if (isOpen.current) edit({ ...editing, id })
    return undefined
  }
  // One after another: the block must be there before its words are changed.
  const save = (markdown: string) => {
    if (markdown.trim() === '') return undefined
    const done = saved.current.catch(() => undefined).then(() => store(markdown))
    saved.current = done
    return done
  }
  const leave = () => {
    isOpen.current = false
    edit(null)
  }
  const quote = async (request: QuoteWithin) => {
    leave()
    await saved.current
    const placed = await actions.placeWithin({ sectionId, index }, made.current, request)
    if (placed) focusBlock(placed)
  }

  return (
    <div className={styles['newProse']}>
      <ProseEditor
        open={page}
        label={t('block.editor')}
        placeholder={t('block.placeholder')}
        markdown=""
        onSave={save}
        {...(isList ? { item: 'new' as const } : { onQuote: (request) => void quote(request).catch(() => undefined) })}
        onSection={(kind) =>
          void saved.current.then(
            () => addSection(kind, sectionId),
            () => undefined,
          )
        }
        onClose={(keepFocus, isEmpty) => {
          leave()
          void saved.current.then(
            () => {
              if (made.current === null) return
              if (isEmpty) void actions.deleteBlock(made.current)
              else if (keepFocus) focusBlock(made.current)
            },
            () => undefined,
          )
        }}
      />
    </div>
  )
}
