import { useTranslation } from 'react-i18next'
import { LabelledRow } from '../../../ui/labelled-row'
import { Segmented } from '../../../ui/segmented'
import { PAGE_GROUNDS, type ExportOptions } from '../../../../shared/domain/export-options'
import { CheckField } from '../check-field'
import styles from './export-sheet.module.css'
import { PAGE_FORMATS, TEMPLATE_FORMATS, type ExportFormat } from './formats'
import { TemplateField } from './template-field'

export interface FormatOptionsProps {
  readonly format: ExportFormat
  readonly options: ExportOptions
  readonly onChange: (change: ExportOptions) => void
}

/** What can be chosen about an export in one format. */
export function FormatOptions({ format, options, onChange }: FormatOptionsProps) {
  const { t } = useTranslation('export')
  if (!PAGE_FORMATS.some((one) => one === format)) return null
  return (
    <section className={styles['part']} aria-label={t('options.title', { format: t(`formats.${format}`) })}>
      {format === 'md' && (
        <>
          <LabelledRow label={t('options.kind')}>
            <Segmented
              label={t('options.kind')}
              options={(['plain', 'obsidian'] as const).map((id) => ({ id, label: t(`options.kinds.${id}`) }))}
              value={options.obsidian ? 'obsidian' : 'plain'}
              onChange={(kind) => onChange({ obsidian: kind === 'obsidian' })}
            />
          </LabelledRow>
          <CheckField
            label={t('options.frontMatter')}
            hint={t('options.frontMatterHint')}
            isSelected={options.frontMatter ?? false}
            onChange={(frontMatter) => onChange({ frontMatter })}
          />
        </>
      )}
      {format === 'html' && (
        <LabelledRow label={t('options.ground')}>
          <Segmented
            label={t('options.ground')}
            options={PAGE_GROUNDS.map((id) => ({ id, label: t(`options.grounds.${id}`) }))}
            value={options.ground ?? 'auto'}
            onChange={(ground) => onChange({ ground })}
          />
        </LabelledRow>
      )}
      <LabelledRow label={t('options.quotes')}>
        <Segmented
          label={t('options.quotes')}
          options={(['both', 'originals'] as const).map((id) => ({ id, label: t(`options.quoteTexts.${id}`) }))}
          value={options.originalsOnly ? 'originals' : 'both'}
          onChange={(which) => onChange({ originalsOnly: which === 'originals' })}
        />
      </LabelledRow>
      {TEMPLATE_FORMATS.includes(format) && <TemplateField options={options} onChange={onChange} />}
    </section>
  )
}
