import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { attributionOf } from '../../../shared/domain/attribution'
import { speakersIn } from '../../../shared/domain/turn'
import { useRead, useWrite } from '../../api'
import { Select } from '../../ui/select'
import { PanelSection, type FieldProps } from './panel-section'
import styles from './passage-panel.module.css'

const NOBODY = 'nobody'

/** Who says it, and how the quote will be attributed. */
export function SpeakerField({ passage, source, readOnly }: FieldProps) {
  const { t } = useTranslation('passage')
  const turns = useRead('source.read', { id: passage.sourceId }).data?.turns ?? []
  const update = useWrite('passage.update')
  const speaker = source.speakers.find(({ id }) => id === passage.speakerId) ?? null
  const heard = speakersIn(turns, passage.spans)
  return (
    <PanelSection title={t('speaker.title')}>
      {source.speakers.length > 0 && (
        <Select
          label={t('speaker.title')}
          hideLabel
          isDisabled={readOnly}
          options={[
            ...source.speakers.map(({ id, name }) => ({ id: id as string, label: name })),
            { id: NOBODY, label: t('speaker.nobody') },
          ]}
          value={passage.speakerId ?? NOBODY}
          onChange={(id) => update.mutate({ id: passage.id, speakerId: id === NOBODY ? null : id })}
        />
      )}
      {heard.length > 1 && (
        <p className={styles['warning']}>
          <TriangleAlert aria-hidden />
          {t('speaker.crosses', {
            names: heard
              .map((id) => source.speakers.find((each) => each.id === id)?.name ?? t('speaker.nobody'))
              .join(t('comma')),
          })}
        </p>
      )}
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={passage.attributed}
          disabled={readOnly || update.isPending}
          onChange={(event) => update.mutate({ id: passage.id, attributed: event.target.checked })}
        />
        {t('speaker.attributed')}
      </label>
      {passage.attributed && (
        <p className={styles['attribution']} lang={source.language}>
          {attributionOf(speaker, source.title)}
        </p>
      )}
    </PanelSection>
  )
}
