import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { SpeakerId } from '../../../shared/domain/ids'
import { type Source, TIERS } from '../../../shared/domain/source'
import { attempt, invoke } from '../../api'
import { formatNumber, languageName } from '../../i18n'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Segmented } from '../../ui/segmented'
import { TextField } from '../../ui/text-field'
import styles from './source-facts-dialog.module.css'
import { changeOf, draftOf, type FactsDraft, isLanguageTag } from './source-facts'

export interface SourceFactsDialogProps {
  readonly source: Source
  readonly onClose: () => void
}

/** Edits what is known of a source; its text stays as it is. */
export function SourceFactsDialog({ source, onClose }: SourceFactsDialogProps) {
  const { t } = useTranslation(['library', 'common'])
  const [draft, setDraft] = useState<FactsDraft>(() => draftOf(source))
  const [isBusy, setBusy] = useState(false)
  const set = (part: Partial<FactsDraft>) => setDraft({ ...draft, ...part })
  const setSpeaker = (id: SpeakerId, part: Partial<FactsDraft['speakers'][number]>) =>
    set({ speakers: draft.speakers.map((speaker) => (speaker.id === id ? { ...speaker, ...part } : speaker)) })

  const hasTitle = draft.title.trim() !== ''
  const hasLanguage = isLanguageTag(draft.language)
  const canSave = hasTitle && hasLanguage && draft.speakers.every(({ name }) => name.trim() !== '') && !isBusy

  const save = async () => {
    setBusy(true)
    const saved = await attempt(async () => {
      const change = changeOf(source, draft)
      if (change) await invoke('source.update', change)
      return true
    })
    setBusy(false)
    if (saved) onClose()
  }

  return (
    <Dialog
      title={t('facts.heading')}
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form="source-facts" variant="primary" isDisabled={!canSave}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <Form
        id="source-facts"
        className={styles['form'] ?? ''}
        onSubmit={(event) => {
          event.preventDefault()
          if (canSave) void save()
        }}
      >
        <TextField
          label={t('column.title')}
          value={draft.title}
          onChange={(title) => set({ title })}
          isInvalid={!hasTitle}
          maxLength={500}
          lang={source.language}
          autoFocus
        />
        <div className={styles['pair']}>
          <TextField type="date" label={t('column.date')} value={draft.date} onChange={(date) => set({ date })} />
          <TextField
            label={t('column.language')}
            value={draft.language}
            onChange={(language) => set({ language })}
            isInvalid={!hasLanguage}
            description={hasLanguage ? languageName(draft.language) : t('facts.languageHint')}
          />
        </div>
        <div className={styles['tier']}>
          <span className={styles['label']}>{t('column.tier')}</span>
          <Segmented
            label={t('column.tier')}
            options={TIERS.map((id) => ({ id, label: t(`tiers.${id}`) }))}
            value={draft.tier}
            onChange={(tier) => set({ tier })}
          />
          <p className={styles['hint']}>{t(`tierHint.${draft.tier}`)}</p>
        </div>
        {draft.speakers.length > 0 && (
          <fieldset className={styles['speakers']}>
            <legend className={styles['label']}>{t('column.speakers')}</legend>
            {draft.speakers.map((speaker, index) => {
              const { label, turns } = source.speakers[index] ?? { label: null, turns: 0 }
              const known = label ?? speaker.name
              return (
                <div key={speaker.id} className={styles['speaker']}>
                  <TextField
                    label={t('facts.nameOf', { label: known })}
                    hideLabel
                    placeholder={t('facts.name')}
                    value={speaker.name}
                    onChange={(name) => setSpeaker(speaker.id, { name })}
                    isInvalid={speaker.name.trim() === ''}
                    maxLength={500}
                  />
                  <TextField
                    label={t('facts.affiliationOf', { label: known })}
                    hideLabel
                    placeholder={t('facts.affiliation')}
                    value={speaker.affiliation}
                    onChange={(affiliation) => setSpeaker(speaker.id, { affiliation })}
                    maxLength={500}
                  />
                  <span className={styles['turns']}>
                    {t('facts.turns', { count: turns, number: formatNumber(turns) })}
                  </span>
                </div>
              )
            })}
          </fieldset>
        )}
        <dl className={styles['origin']}>
          <dt>{t('facts.file')}</dt>
          <dd>{source.file}</dd>
          <dt>{t('facts.format')}</dt>
          <dd>
            {source.format} · {source.encoding}
          </dd>
          <dt>SHA-256</dt>
          <dd className={styles['hash']}>{source.sha256}</dd>
        </dl>
      </Form>
    </Dialog>
  )
}
