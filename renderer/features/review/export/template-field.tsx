import { FileJson } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { invoke } from '../../../api'
import { describeError } from '../../../describe-error'
import { Button } from '../../../ui/button'
import { LabelledRow } from '../../../ui/labelled-row'
import type { ExportOptions } from '../../../../shared/domain/export-options'
import { toErrorData } from '../../../../shared/errors'
import styles from './export-sheet.module.css'

export interface TemplateFieldProps {
  readonly options: ExportOptions
  readonly onChange: (change: ExportOptions) => void
}

/** The template file of an export: checked as soon as it is chosen. */
export function TemplateField({ options, onChange }: TemplateFieldProps) {
  const { t } = useTranslation('export')
  const [problem, setProblem] = useState<string | null>(null)

  const take = async (file: File | undefined) => {
    if (!file) return
    setProblem(null)
    try {
      const template = await invoke('review.readTemplate', { text: await file.text() })
      onChange({ template, templateName: file.name })
    } catch (error) {
      setProblem(`${file.name}: ${describeError(toErrorData(error)).detail}`)
    }
  }

  const isChosen = options.template !== undefined
  return (
    <div>
      <LabelledRow label={t('template.title')}>
        <div className={styles['template']}>
          {isChosen && (
            <span className={styles['templateName']}>
              <FileJson aria-hidden />
              {options.templateName ?? t('template.unnamed')}
            </span>
          )}
          {isChosen && (
            <Button size="small" onPress={() => onChange({ template: undefined, templateName: undefined })}>
              {t('template.remove')}
            </Button>
          )}
          <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => void take(files?.[0])}>
            <Button size="small">{t(isChosen ? 'template.another' : 'template.choose')}</Button>
          </FileTrigger>
        </div>
      </LabelledRow>
      {problem !== null && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </div>
  )
}
