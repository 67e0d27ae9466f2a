import { useTranslation } from 'react-i18next'
import type { Camp, Section } from '../../../shared/domain/review'
import { sectionHeading } from '../../../shared/markdown/labels'
import { CampColour } from './camp-colour'
import styles from './camp-fields.module.css'
import { LineField } from './growing-field'
import { usePage } from './page-context'

/** What makes a section a side of the debate: its colour, label, thesis and holder. */
export function CampFields({ section }: { readonly section: Section & { readonly camp: Camp } }) {
  const { t } = useTranslation('review')
  const { review, readOnly, actions } = usePage()
  const { camp } = section
  const name = camp.label || sectionHeading(section, review.language)
  const set = (change: Partial<Camp>) => actions.setCamp(section.id, { ...camp, ...change })

  return (
    <div role="group" aria-label={t('camp.fields', { label: name })} className={styles['fields']}>
      <CampColour name={name} colour={camp.colour} readOnly={readOnly} onChange={(colour) => set({ colour })} />
      {(['label', 'thesis', 'holder'] as const).map((part) => (
        <label key={part} className={styles[part]}>
          <span aria-hidden className={styles['name']}>
            {t(`camp.${part}`)}
          </span>
          <LineField
            label={t(`camp.${part}`)}
            value={camp[part]}
            placeholder={part === 'label' ? '–' : t(`camp.${part}Placeholder`)}
            lang={review.language}
            readOnly={readOnly}
            maxLength={part === 'thesis' ? 5000 : 500}
            onSave={(text) => set({ [part]: text })}
          />
        </label>
      ))}
    </div>
  )
}
