import { useTranslation } from 'react-i18next'
import { Segmented } from '../../ui/segmented'
import { UI_LANGUAGES, type UiLanguage } from '../../../shared/domain/language'
import styles from './review.module.css'

export interface LanguageFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: UiLanguage
  readonly onChange: (language: UiLanguage) => void
}

/** The language that a review is written and exported in. */
export function LanguageField({ label, hint, value, onChange }: LanguageFieldProps) {
  const { t } = useTranslation('review')
  return (
    <div className={styles['fieldset']}>
      <span aria-hidden className={styles['fieldLabel']}>
        {label}
      </span>
      <Segmented
        label={label}
        value={value}
        onChange={onChange}
        options={UI_LANGUAGES.map((id) => ({ id, label: t(`languages.${id}`) }))}
      />
      {hint !== undefined && <p className={styles['fieldHint']}>{hint}</p>}
    </div>
  )
}
