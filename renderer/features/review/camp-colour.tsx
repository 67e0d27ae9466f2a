import { Button as AriaButton, Dialog, DialogTrigger, Popover, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CampMark } from '../../ui/camp-mark'
import { CAMP_COLOURS } from '../../../shared/domain/review'
import styles from './camp-colour.module.css'

export interface CampColourProps {
  /** What the camp is called. */
  readonly name: string
  readonly colour: number
  readonly readOnly: boolean
  readonly onChange: (colour: number) => void
}

/** A camp's sign, pressed to choose another colour. */
export function CampColour({ name, colour, readOnly, onChange }: CampColourProps) {
  const { t } = useTranslation('review')
  const label = t('camp.colour', { label: name })
  return (
    <DialogTrigger>
      <AriaButton aria-label={label} isDisabled={readOnly} className={styles['swatch'] ?? ''}>
        <CampMark colour={colour} />
      </AriaButton>
      <Popover className={styles['popover'] ?? ''} placement="bottom start" offset={4}>
        <Dialog aria-label={label} className={styles['dialog'] ?? ''}>
          {({ close }) => (
            <RadioGroup
              aria-label={label}
              value={String(colour)}
              orientation="horizontal"
              className={styles['colours'] ?? ''}
              onChange={(value) => {
                onChange(Number(value))
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
  )
}
