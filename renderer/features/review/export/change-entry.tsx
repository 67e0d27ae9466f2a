import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../../i18n'
import { Segmented } from '../../../ui/segmented'
import { TextField } from '../../../ui/text-field'
import type { Output } from '../../../../shared/contract'
import styles from './export-sheet.module.css'

export interface ChangeEntryProps {
  readonly proposed: Output<'review.proposeChange'>
  readonly language: string
  readonly isAdded: boolean
  readonly onAddedChange: (isAdded: boolean) => void
  readonly text: string
  readonly onTextChange: (text: string) => void
}

/** What the change log is to say of the page since its last export: proposed, edited, added or skipped. */
export function ChangeEntry({ proposed, language, isAdded, onAddedChange, text, onTextChange }: ChangeEntryProps) {
  const { t } = useTranslation('export')
  const { since, markdown } = proposed
  return (
    <section className={styles['part']} aria-label={t('change.title')}>
      <h3 className={styles['partTitle']}>
        <History aria-hidden />
        {t('change.title')}
      </h3>
      <p className={styles['note']}>
        {since === null
          ? t('change.first')
          : t(markdown === '' ? 'change.none' : 'change.since', {
              number: since.number,
              date: formatDateTime(since.exportedAt),
            })}
      </p>
      {markdown !== '' && (
        <>
          <Segmented
            label={t('change.what')}
            options={(['add', 'skip'] as const).map((id) => ({ id, label: t(`change.${id}`) }))}
            value={isAdded ? 'add' : 'skip'}
            onChange={(choice) => onAddedChange(choice === 'add')}
          />
          {isAdded && (
            <TextField
              label={t('change.entry')}
              hideLabel
              rows={6}
              lang={language}
              value={text}
              onChange={onTextChange}
            />
          )}
        </>
      )}
    </section>
  )
}
