import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import styles from './export-sheet.module.css'
import { EXPORT_FORMATS, findFormat, type ExportFormat } from './formats'

export interface FormatListProps {
  readonly value: ExportFormat
  readonly onChange: (format: ExportFormat) => void
}

/** The formats, each with what it is for. */
export function FormatList({ value, onChange }: FormatListProps) {
  const { t } = useTranslation('export')
  return (
    <RadioGroup
      aria-label={t('format')}
      value={value}
      onChange={(name) => onChange(findFormat(name) ?? 'md')}
      className={styles['formats'] ?? ''}
    >
      {EXPORT_FORMATS.map((format) => (
        <Radio key={format} value={format} className={styles['format'] ?? ''}>
          <span className={styles['formatName']}>{t(`formats.${format}`)}</span>
          <span className={styles['formatHint']}>{t(`hints.${format}`)}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
