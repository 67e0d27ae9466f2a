import { useId, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { SectionId } from '../../../../shared/domain/ids'
import type { Camp } from '../../../../shared/domain/review'
import { MARKED_EXTENTS, type MarkedExtent, type SavedMarking } from '../../../../shared/domain/saved-search'
import { useRead } from '../../../api'
import { Button } from '../../../ui/button'
import { CampMark } from '../../../ui/camp-mark'
import { Checkbox } from '../../../ui/checkbox'
import { Dialog } from '../../../ui/dialog'
import { Segmented } from '../../../ui/segmented'
import { Select } from '../../../ui/select'
import { TextField } from '../../../ui/text-field'
import { campName } from '../camp-name'
import styles from './saved.module.css'

/** What is being named: a new search, or one that is kept already. */
export interface NamedSearch {
  readonly name: string
  readonly marking: SavedMarking | null
}

export interface SavedSearchDialogProps {
  /** `null` closes the dialog. */
  readonly search: NamedSearch | null
  readonly isNew: boolean
  readonly camps: readonly { readonly id: SectionId; readonly camp: Camp }[]
  readonly onSave: (search: NamedSearch) => void
  readonly onClose: () => void
}

/** Asks under which name a search is kept, and what it suggests to mark. */
export function SavedSearchDialog({ search, isNew, camps, onSave, onClose }: SavedSearchDialogProps) {
  const { t } = useTranslation(['search', 'common'])
  return (
    <Dialog
      title={t(isNew ? 'saved.dialogNew' : 'saved.dialogEdit')}
      isOpen={search !== null}
      onClose={onClose}
      closeLabel={t('common:cancel')}
      width="small"
    >
      {search && <SavedSearchForm search={search} camps={camps} onSave={onSave} onClose={onClose} />}
    </Dialog>
  )
}

const NO_CAMP = ''

function SavedSearchForm(props: Omit<SavedSearchDialogProps, 'search' | 'isNew'> & { readonly search: NamedSearch }) {
  const { search, camps, onSave, onClose } = props
  const { t } = useTranslation(['search', 'common'])
  const tags = useRead('passage.tags', {}).data ?? []
  const list = useId()
  const [name, setName] = useState(search.name)
  const [suggests, setSuggests] = useState(search.marking !== null)
  const [tag, setTag] = useState(search.marking?.tag ?? '')
  const [camp, setCamp] = useState<string>(search.marking?.camp ?? NO_CAMP)
  const [extent, setExtent] = useState<MarkedExtent>(search.marking?.extent ?? 'sentence')
  const isElsewhere = camp !== NO_CAMP && !camps.some(({ id }) => id === camp)
  const isIncomplete = suggests && tag.trim() === '' && camp === NO_CAMP
  const canSave = name.trim() !== '' && !isIncomplete

  return (
    <Form
      className={styles['form'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        if (!canSave) return
        const marking = { tag: tag.trim() || null, camp: camp === NO_CAMP ? null : (camp as SectionId), extent }
        onSave({ name: name.trim(), marking: suggests ? marking : null })
      }}
    >
      <TextField
        label={t('saved.name')}
        value={name}
        onChange={setName}
        maxLength={500}
        autoFocus
        onFocus={({ target }) => target.select()}
      />
      <div className={styles['suggests']}>
        <Checkbox isChecked={suggests} onChange={setSuggests}>
          {t('saved.marking.on')}
        </Checkbox>
        <p className={styles['hint']}>{t('saved.marking.hint')}</p>
      </div>
      {suggests && (
        <>
          <TextField label={t('saved.marking.tag')} value={tag} onChange={setTag} maxLength={100} list={list} />
          <datalist id={list}>
            {tags.map((known) => (
              <option key={known.tag} value={known.tag} />
            ))}
          </datalist>
          <Select
            label={t('saved.marking.camp')}
            options={[
              { id: NO_CAMP, label: t('saved.marking.noCamp') },
              ...camps.map(({ id, camp: one }, at) => ({
                id: id as string,
                label: campName(one, at),
                icon: <CampMark colour={one.colour} />,
              })),
              ...(isElsewhere ? [{ id: camp, label: t('filters.campElsewhere') }] : []),
            ]}
            value={camp}
            onChange={setCamp}
          />
          <div className={styles['extent']}>
            <span className={styles['extentLabel']}>{t('saved.marking.extent')}</span>
            <Segmented
              label={t('saved.marking.extent')}
              options={MARKED_EXTENTS.map((id) => ({ id, label: t(`saved.marking.extents.${id}`) }))}
              value={extent}
              onChange={setExtent}
            />
          </div>
          {isIncomplete && <p className={styles['hint']}>{t('saved.marking.incomplete')}</p>}
        </>
      )}
      <div className={styles['actions']}>
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={!canSave}>
          {t('common:save')}
        </Button>
      </div>
    </Form>
  )
}
