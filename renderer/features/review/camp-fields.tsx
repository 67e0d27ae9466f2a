import { Button as AriaButton, Dialog, DialogTrigger, Popover, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CampMark } from '../../ui/camp-mark'
import { CAMP_COLOURS, type Camp, type Section } from '../../../shared/domain/review'
import { sectionHeading } from '../../../shared/markdown/labels'
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
      <DialogTrigger>
        <AriaButton
          aria-label={t('camp.colour', { label: name })}
          isDisabled={readOnly}
          className={styles['swatch'] ?? ''}
        >
          <CampMark colour={camp.colour} />
        </AriaButton>
        <Popover className={styles['popover'] ?? ''} placement="bottom start" offset={4}>
          <Dialog aria-label={t('camp.colour', { label: name })} className={styles['dialog'] ?? ''}>
            {({ close }) => (
              <RadioGroup
                aria-label={t('camp.colour', { label: name })}
                value={String(camp.colour)}
                orientation="horizontal"
                className={styles['colours'] ?? ''}
                onChange={(value) => {
                  set({ colour: Number(value) })
                  close()
                }}
              >
                {Array.from({ length: CAMP_COLOURS }, (_, index) => (
                  <Radio
                    key={index}
                    value={String(index + 1)}
                    aria-label={t('camp.colourName', { number: index + 1 })}
                    className={styles['colour'] ?? ''}
                  >
                    <CampMark colour={index + 1} />
                  </Radio>
                ))}
              </RadioGroup>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
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
