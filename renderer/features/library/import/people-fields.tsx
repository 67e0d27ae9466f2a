import { Users } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnderstoodFile } from '../../../../shared/domain/import-preview'
import { formatNumber } from '../../../i18n'
import { Button } from '../../../ui/button'
import { IconButton } from '../../../ui/icon-button'
import { TextField } from '../../../ui/text-field'
import type { Person } from './draft'
import styles from './import-details.module.css'

export interface PeopleFieldsProps {
  readonly speakers: UnderstoodFile['speakers']
  readonly personOf: (label: string) => Person
  /** Affiliations of people that are known, by name. */
  readonly known: ReadonlyMap<string, string>
  /** The `datalist` of their names. */
  readonly listId: string
  /** How many other files have the label too. */
  readonly elsewhere: (label: string) => number
  readonly onChange: (label: string, person: Person) => void
  /** Names the label in every file as it is named here. */
  readonly onApplyToAll: (label: string) => void
}

const SHOWN = 20

/** Who each label of a transcript is. */
export function PeopleFields(props: PeopleFieldsProps) {
  const { speakers, personOf, known, listId, elsewhere, onChange, onApplyToAll } = props
  const { t } = useTranslation(['import', 'library'])
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? speakers : speakers.slice(0, SHOWN)

  const setName = (label: string, name: string) => {
    const { affiliation } = personOf(label)
    onChange(label, { name, affiliation: affiliation === '' ? (known.get(name) ?? '') : affiliation })
  }
  return (
    <fieldset className={styles['people']}>
      <legend className={styles['label']}>
        {t('people.heading', { count: speakers.length, number: formatNumber(speakers.length) })}
      </legend>
      {shown.map(({ label, turns }) => {
        const { name, affiliation } = personOf(label)
        const others = elsewhere(label)
        return (
          <div key={label} className={styles['person']}>
            <div className={styles['labelled']}>
              <span className={styles['fileLabel']} title={label}>
                {label}
              </span>
              <span className={styles['turns']}>
                {t('library:facts.turns', { count: turns, number: formatNumber(turns) })}
              </span>
            </div>
            <div className={styles['named']}>
              <TextField
                label={t('library:facts.nameOf', { label })}
                hideLabel
                placeholder={label}
                list={listId}
                value={name}
                onChange={(value) => setName(label, value)}
                maxLength={500}
              />
              <TextField
                label={t('library:facts.affiliationOf', { label })}
                hideLabel
                placeholder={t('library:facts.affiliation')}
                value={affiliation}
                onChange={(value) => onChange(label, { name, affiliation: value })}
                maxLength={500}
              />
              {others > 0 && (
                <IconButton
                  size="small"
                  label={t('people.applyToAll', { label, count: others })}
                  icon={<Users aria-hidden />}
                  onPress={() => onApplyToAll(label)}
                />
              )}
            </div>
          </div>
        )
      })}
      {shown.length < speakers.length && (
        <Button size="small" onPress={() => setShowsAll(true)}>
          {t('people.all', { number: formatNumber(speakers.length) })}
        </Button>
      )}
    </fieldset>
  )
}
