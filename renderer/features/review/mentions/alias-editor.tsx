import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../i18n'
import { withUndoOffer } from '../../../undo-offer'
import { Button } from '../../../ui/button'
import { TagInput } from '../../../ui/tag-input'
import type { LongerForm } from '../../../../shared/domain/mentions'
import type { OpenReview } from '../use-review'
import styles from './mentions.module.css'

export interface AliasEditorProps {
  readonly open: OpenReview
  /** Words of the library that begin with an alias and are none. */
  readonly longer: readonly LongerForm[]
}

/** The names of the topic, how they are found, and words like them that are not. */
export function AliasEditor({ open: { review, actions, readOnly }, longer }: AliasEditorProps) {
  const { t } = useTranslation('mentions')
  const { aliases } = review
  const set = (next: readonly string[]) => {
    const removed = aliases.filter((alias) => !next.includes(alias))
    if (removed.length === 0) void actions.update({ aliases: next })
    else {
      void withUndoOffer(t('removed', { alias: removed.join(t('comma')) }), async () => {
        if (!(await actions.update({ aliases: next }))) throw new Error('the aliases were not changed')
      })
    }
  }
  const offered = longer.filter(({ form }) => !aliases.includes(form))
  return (
    <div className={styles['aliases']}>
      <TagInput
        label={t('review:settings.aliases')}
        placeholder={t('review:settings.aliasPlaceholder')}
        removeLabel={(alias) => t('review:settings.removeAlias', { alias })}
        tags={aliases}
        onChange={set}
        isDisabled={readOnly}
      />
      <p className={styles['hint']}>{t('rule')}</p>
      {offered.length > 0 && !readOnly && (
        <div role="group" aria-label={t('longer')} className={styles['longer']}>
          <span>{t('longer')}</span>
          {offered.map(({ form, count }) => (
            <Button
              key={form}
              size="small"
              variant="quiet"
              icon={<Plus aria-hidden />}
              aria-label={t('addForm', { form, count, number: formatNumber(count) })}
              onPress={() => set([...aliases, form])}
            >
              {form} <span className={styles['quietNumber']}>{formatNumber(count)}</span>
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
