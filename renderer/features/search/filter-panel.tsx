import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Camp } from '../../../shared/domain/review'
import type { SectionId } from '../../../shared/domain/ids'
import type { SearchFilters } from '../../../shared/domain/search'
import { type Source, TIERS } from '../../../shared/domain/source'
import { languageName } from '../../i18n'
import { Button } from '../../ui/button'
import { CampMark } from '../../ui/camp-mark'
import { Segmented } from '../../ui/segmented'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import styles from './search.module.css'

export interface FilterPanelProps {
  readonly filters: SearchFilters
  readonly sources: readonly Source[]
  readonly camps: readonly { readonly id: SectionId; readonly camp: Camp }[]
  readonly onChange: (filters: SearchFilters) => void
}

const ANY = ''
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/** Which places are wanted: whose, from where, from when, and whether they are passages already. */
export function FilterPanel({ filters, sources, camps, onChange }: FilterPanelProps) {
  const { t } = useTranslation(['search', 'library'])
  const set = (change: Partial<SearchFilters>) => onChange({ ...filters, ...change })
  const speakers = [...new Set(sources.flatMap((source) => source.speakers.map(({ name }) => name)))].sort()
  const languages = [...new Set(sources.map(({ language }) => language))].sort()
  const titles = [...new Set(sources.map(({ title }) => title))].sort()
  const title = sources.find(({ id }) => id === filters.sources?.[0])?.title ?? ''
  return (
    <div className={styles['filters']}>
      <Named
        label={t('filters.speaker')}
        names={speakers}
        value={filters.speakers?.[0] ?? ''}
        onChange={(name) => set({ speakers: name === null ? undefined : [name] })}
      />
      <Named
        label={t('filters.source')}
        names={titles}
        value={title}
        onChange={(name) =>
          set({ sources: name === null ? undefined : sources.filter((one) => one.title === name).map(({ id }) => id) })
        }
      />
      <div className={styles['pair']}>
        <Select
          label={t('library:column.tier')}
          options={[
            { id: ANY, label: t('library:tiers.all') },
            ...TIERS.map((id) => ({ id, label: t(`library:tiers.${id}`) })),
          ]}
          value={filters.tiers?.[0] ?? ANY}
          onChange={(id) => set({ tiers: id === ANY ? undefined : [id] })}
        />
        <Select
          label={t('library:column.language')}
          options={[
            { id: ANY, label: t('library:tiers.all') },
            ...languages.map((id) => ({ id, label: languageName(id) })),
          ]}
          value={filters.languages?.[0] ?? ANY}
          onChange={(id) => set({ languages: id === ANY ? undefined : [id] })}
        />
      </div>
      <div className={styles['pair']}>
        <Dated label={t('filters.from')} value={filters.from} onChange={(from) => set({ from })} />
        <Dated label={t('filters.to')} value={filters.to} onChange={(to) => set({ to })} />
      </div>
      <Segmented
        label={t('filters.marked')}
        options={[
          { id: 'all', label: t('filters.markedAll') },
          { id: 'yes', label: t('filters.markedYes') },
          { id: 'no', label: t('filters.markedNo') },
        ]}
        value={filters.marked === undefined ? 'all' : filters.marked ? 'yes' : 'no'}
        onChange={(id) => set({ marked: id === 'all' ? undefined : id === 'yes' })}
      />
      {(camps.length > 0 || filters.camp !== undefined) && (
        <Select
          label={t('filters.camp')}
          options={[
            { id: ANY, label: t('library:tiers.all') },
            ...camps.map(({ id, camp }, at) => ({
              id: id as string,
              label: camp.label || String(at + 1),
              icon: <CampMark colour={camp.colour} />,
            })),
            // A saved search may look in a camp of another review, or in one that is gone.
            ...(filters.camp === undefined || camps.some(({ id }) => id === filters.camp)
              ? []
              : [{ id: filters.camp as string, label: t('filters.campElsewhere') }]),
          ]}
          value={filters.camp ?? ANY}
          onChange={(id) => set({ camp: id === ANY ? undefined : (id as SectionId) })}
        />
      )}
      <Button variant="quiet" onPress={() => onChange({})}>
        {t('filters.clear')}
      </Button>
    </div>
  )
}

interface NamedProps {
  readonly label: string
  readonly names: readonly string[]
  readonly value: string
  readonly onChange: (name: string | null) => void
}

/** One of many names, typed or chosen; it counts as soon as it is one of them. */
function Named({ label, names, value, onChange }: NamedProps) {
  const [typed, setTyped] = useState(value)
  const list = useId()
  return (
    <>
      <TextField
        label={label}
        value={typed}
        list={list}
        onChange={(text) => {
          setTyped(text)
          const known = names.includes(text) ? text : null
          if (known !== (value || null)) onChange(known)
        }}
      />
      <datalist id={list}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}

interface DatedProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (date: string | undefined) => void
}

/** A date, or as much of one as is known. */
function Dated({ label, value, onChange }: DatedProps) {
  const [typed, setTyped] = useState(value ?? '')
  return (
    <TextField
      label={label}
      placeholder="2024-05"
      value={typed}
      isInvalid={typed !== '' && !DATE.test(typed)}
      onChange={(text) => {
        setTyped(text)
        onChange(DATE.test(text) ? text : undefined)
      }}
    />
  )
}
