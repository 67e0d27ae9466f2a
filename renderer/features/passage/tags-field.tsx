import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead, useWrite } from '../../api'
import { useFocusRequest } from '../../ui/focus-request'
import { TagInput } from '../../ui/tag-input'
import type { FieldProps } from './panel-section'
import styles from './passage-panel.module.css'

export function TagsField({ passage, readOnly }: FieldProps) {
  const { t } = useTranslation('passage')
  const tags = useRead('passage.tags', {}).data ?? []
  const update = useWrite('passage.update')
  const box = useRef<HTMLDivElement>(null)
  useFocusRequest('passage.tags', () => box.current?.querySelector('input')?.focus())
  return (
    <div ref={box} className={styles['section']}>
      <TagInput
        label={t('tags.title')}
        placeholder={t('tags.placeholder')}
        removeLabel={(tag) => t('tags.remove', { tag })}
        tags={update.isPending ? (update.variables.tags ?? passage.tags) : passage.tags}
        onChange={(changed) => update.mutate({ id: passage.id, tags: [...changed] })}
        suggestions={tags.map(({ tag }) => tag)}
        isDisabled={readOnly}
      />
    </div>
  )
}
