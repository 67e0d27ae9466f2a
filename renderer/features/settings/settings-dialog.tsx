import { useTranslation } from 'react-i18next'
import { BACKUP_MINUTES } from '../../../shared/domain/backup'
import { UI_LANGUAGES } from '../../../shared/domain/language'
import { TEXT_SIZES, TEXT_WIDTHS, THEMES } from '../../../shared/shell'
import { changeSettings, useShell } from '../../api'
import { Dialog } from '../../ui/dialog'
import { LabelledRow } from '../../ui/labelled-row'
import { Segmented } from '../../ui/segmented'
import { ReadingRecord } from './reading-record'
import styles from './settings-dialog.module.css'

export interface SettingsDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function SettingsDialog({ isOpen, onClose }: SettingsDialogProps) {
  const { t } = useTranslation(['settings', 'common'])
  const settings = useShell('settings').data
  const info = useShell('info').data

  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={onClose} closeLabel={t('common:close')}>
      {settings && (
        <div className={styles['settings']}>
          <LabelledRow label={t('language')}>
            <Segmented
              label={t('language')}
              options={[
                { id: 'system', label: t('asSystem') },
                ...UI_LANGUAGES.map((language) => ({ id: language, label: t(`languages.${language}`) })),
              ]}
              value={settings.language ?? 'system'}
              onChange={(language) =>
                changeSettings({ language: UI_LANGUAGES.find((known) => known === language) ?? null })
              }
            />
          </LabelledRow>
          <LabelledRow label={t('theme')}>
            <Segmented
              label={t('theme')}
              options={THEMES.map((theme) => ({ id: theme, label: t(`themes.${theme}`) }))}
              value={settings.theme}
              onChange={(theme) => changeSettings({ theme })}
            />
          </LabelledRow>
          <LabelledRow label={t('textSize')}>
            <Segmented
              label={t('textSize')}
              options={TEXT_SIZES.map((size) => ({ id: String(size), label: t('percent', { percent: size }) }))}
              value={String(settings.textSize)}
              onChange={(id) => changeSettings({ textSize: TEXT_SIZES.find((size) => String(size) === id) ?? 100 })}
            />
          </LabelledRow>
          <LabelledRow label={t('textWidth')}>
            <Segmented
              label={t('textWidth')}
              options={TEXT_WIDTHS.map((width) => ({ id: width, label: t(`textWidths.${width}`) }))}
              value={settings.textWidth}
              onChange={(textWidth) => changeSettings({ textWidth })}
            />
          </LabelledRow>
          <LabelledRow label={t('backups')}>
            <Segmented
              label={t('backups')}
              options={BACKUP_MINUTES.map((minutes) => ({ id: String(minutes), label: t('minutes', { minutes }) }))}
              value={String(settings.backupMinutes)}
              onChange={(id) =>
                changeSettings({ backupMinutes: BACKUP_MINUTES.find((minutes) => String(minutes) === id) ?? 15 })
              }
            />
          </LabelledRow>
          <ReadingRecord recordsReading={settings.recordsReading} />
          {info && (
            <footer className={styles['about']}>
              <p className={styles['version']}>
                {t('common:appName')} {info.version}
              </p>
              <p>{t(info.host === 'browser' ? 'aboutBrowser' : 'about')}</p>
              {info.projectsFolder !== null && <p>{t('folder', { folder: info.projectsFolder })}</p>}
            </footer>
          )}
        </div>
      )}
    </Dialog>
  )
}
