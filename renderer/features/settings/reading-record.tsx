import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeSettings, useRead } from '../../api'
import { ForgetSeen } from '../../forget-seen'
import { Button } from '../../ui/button'
import { LabelledRow } from '../../ui/labelled-row'
import { Segmented } from '../../ui/segmented'
import styles from './settings-dialog.module.css'

/** Whether it is noted what is read, and how to be rid of what was noted. */
export function ReadingRecord({ recordsReading }: { readonly recordsReading: boolean }) {
  const { t } = useTranslation(['settings', 'common'])
  const project = useRead('project.find', {}).data
  const [isForgetting, setForgetting] = useState(false)
  return (
    <>
      <LabelledRow label={t('records')}>
        <Segmented
          label={t('records')}
          options={(['on', 'off'] as const).map((id) => ({ id, label: t(id) }))}
          value={recordsReading ? 'on' : 'off'}
          onChange={(id) => changeSettings({ recordsReading: id === 'on' })}
        />
      </LabelledRow>
      <div className={styles['reading']}>
        <p>{t('recordsHint')}</p>
        {project && !project.readOnly && (
          <Button size="small" onPress={() => setForgetting(true)}>
            {t('common:coverage.forget')}
          </Button>
        )}
      </div>
      <ForgetSeen isOpen={isForgetting} onClose={() => setForgetting(false)} />
    </>
  )
}
