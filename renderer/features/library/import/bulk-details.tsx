import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadingChoice } from '../../../../shared/domain/import-preview'
import { TIERS } from '../../../../shared/domain/source'
import { formatNumber, languageName } from '../../../i18n'
import { Button } from '../../../ui/button'
import { Segmented } from '../../../ui/segmented'
import { TextField } from '../../../ui/text-field'
import { isLanguageTag } from '../source-facts'
import type { Edits, FileDraft } from './draft'
import styles from './import-details.module.css'
import { ReadingFields } from './reading-fields'

export interface BulkDetailsProps {
  /** More than one. */
  readonly drafts: readonly FileDraft[]
  readonly onEdit: (edits: Edits) => void
  readonly onReading: (choice: ReadingChoice) => void
  readonly onInclude: (isIncluded: boolean) => void
}

/** What several files are given at once. */
export function BulkDetails({ drafts, onEdit, onReading, onInclude }: BulkDetailsProps) {
  const { t } = useTranslation(['import', 'library'])
  const [language, setLanguage] = useState('')
  const hasLanguage = isLanguageTag(language)
  const tiers = new Set(drafts.map(({ edits }) => edits.tier ?? 'core'))
  const [tier = ''] = tiers.size === 1 ? tiers : []
  const reading: ReadingChoice = {
    format: shared(drafts.map((draft) => draft.reading.format)),
    encoding: shared(drafts.map((draft) => draft.reading.encoding)),
  }
  return (
    <div className={styles['details']}>
      <h3 className={styles['heading']}>
        {t('bulk.heading', { count: drafts.length, number: formatNumber(drafts.length) })}
      </h3>
      <div className={styles['buttons']}>
        <Button onPress={() => onInclude(true)}>{t('bulk.include')}</Button>
        <Button onPress={() => onInclude(false)}>{t('bulk.leaveOut')}</Button>
      </div>
      <div className={styles['tier']}>
        <span className={styles['label']}>{t('library:column.tier')}</span>
        <Segmented
          label={t('library:column.tier')}
          options={TIERS.map((id) => ({ id: id as string, label: t(`library:tiers.${id}`) }))}
          value={tier}
          onChange={(chosen) => {
            const wanted = TIERS.find((id) => id === chosen)
            if (wanted) onEdit({ tier: wanted })
          }}
        />
      </div>
      <form
        className={styles['apply']}
        onSubmit={(event) => {
          event.preventDefault()
          if (hasLanguage) onEdit({ language: language.trim() })
        }}
      >
        <TextField
          label={t('library:column.language')}
          value={language}
          onChange={setLanguage}
          isInvalid={language !== '' && !hasLanguage}
          placeholder={languagesOf(drafts)}
          description={hasLanguage ? languageName(language) : t('library:facts.languageHint')}
        />
        <Button type="submit" isDisabled={!hasLanguage}>
          {t('bulk.apply')}
        </Button>
      </form>
      <ReadingFields reading={reading} found={null} onChange={onReading} />
      <p className={styles['hint']}>{t('bulk.readingHint')}</p>
    </div>
  )
}

function shared(values: readonly (string | undefined)[]): string | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined
}

function languagesOf(drafts: readonly FileDraft[]): string {
  const tags = drafts.map(
    ({ preview, edits }) => edits.language ?? (preview.kind === 'understood' ? preview.language : ''),
  )
  return [...new Set(tags.filter(Boolean))].slice(0, 4).join(', ')
}
