import { useTranslation } from 'react-i18next'
import type { ReadingChoice } from '../../../../shared/domain/import-preview'
import { useRead } from '../../../api'
import { Select } from '../../../ui/select'
import styles from './import-details.module.css'
import { encodingName, formatName } from './names'

export interface ReadingFieldsProps {
  readonly reading: ReadingChoice
  /** What it was read as; `null` where that is not known, or not the same for several files. */
  readonly found: { readonly format: string; readonly encoding: string } | null
  readonly isDisabled?: boolean
  readonly onChange: (choice: ReadingChoice) => void
}

const FOUND = 'found'

/** As what a file is read: what was found from its content, or what the user says. */
export function ReadingFields({ reading, found, isDisabled = false, onChange }: ReadingFieldsProps) {
  const { t } = useTranslation('import')
  const choices = useRead('source.formats', {}).data
  const auto = (name: string | null) => ({
    id: FOUND,
    label: name === null ? t('reading.find') : t('reading.found', { name }),
  })
  const formats = choices?.formats.map(({ name }) => name) ?? []
  const encodings = choices?.encodings ?? []
  const asked = (value: string) => (value === FOUND ? undefined : value)
  return (
    <div className={styles['twice']}>
      <Select
        label={t('reading.format')}
        isDisabled={isDisabled}
        options={[
          auto(found && reading.format === undefined ? formatName(found.format) : null),
          ...formats.map((id) => ({ id, label: formatName(id) })),
        ]}
        value={reading.format ?? FOUND}
        onChange={(format) => onChange({ format: asked(format) })}
      />
      <Select
        label={t('reading.encoding')}
        isDisabled={isDisabled}
        options={[
          auto(found && reading.encoding === undefined ? found.encoding : null),
          ...withChosen(encodings, reading.encoding).map((id) => ({ id, label: encodingName(id) })),
        ]}
        value={reading.encoding ?? FOUND}
        onChange={(encoding) => onChange({ encoding: asked(encoding) })}
      />
    </div>
  )
}

/** One that was found by statistics may not be among those on offer. */
function withChosen(encodings: readonly string[], chosen: string | undefined): readonly string[] {
  return chosen === undefined || encodings.includes(chosen) ? encodings : [...encodings, chosen]
}
