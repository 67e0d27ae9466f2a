import { useTranslation } from 'react-i18next'
import { UI_LANGUAGES } from '../../../shared/domain/language'
import { TEXT_SIZES, TEXT_WIDTHS, THEMES, type Settings } from '../../../shared/shell'
import { attempt, refreshShell, shell, useShell } from '../../api'
import { Dialog } from '../../ui/dialog'
import { Segmented } from '../../ui/segmented'
import styles from './settings-dialog.module.css'

export interface SettingsDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function SettingsDialog({ isOpen, onClose }: SettingsDialogProps) {
  const { t } = useTranslation(['settings', 'common'])
  const settings = useShell('settings').data
  const info = useShell('info').data

  const change = (part: Partial<Settings>) =>
    void attempt(async () => {
      await shell.saveSettings(part)
      await refreshShell()
    })

  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={onClose} closeLabel={t('common:close')}>
      {settings && (
        <div className={styles['settings']}>
          <div className={styles['row']}>
            <h3 className={styles['name']}>{t('language')}</h3>
            <Segmented
              label={t('language')}
              options={[
                { id: 'system', label: t('asSystem') },
                ...UI_LANGUAGES.map((language) => ({ id: language, label: t(`languages.${language}`) })),
              ]}
              value={settings.language ?? 'system'}
              onChange={(language) => change({ language: UI_LANGUAGES.find((known) => known === language) ?? null })}
            />
          </div>
          <div className={styles['row']}>
            <h3 className={styles['name']}>{t('theme')}</h3>
            <Segmented
              label={t('theme')}
              options={THEMES.map((theme) => ({ id: theme, label: t(`themes.${theme}`) }))}
              value={settings.theme}
              onChange={(theme) => change({ theme })}
            />
          </div>
          <div className={styles['row']}>
            <h3 className={styles['name']}>{t('textSize')}</h3>
            <Segmented
              label={t('textSize')}
              options={TEXT_SIZES.map((size) => ({ id: String(size), label: t('percent', { percent: size }) }))}
              value={String(settings.textSize)}
              onChange={(id) => change({ textSize: TEXT_SIZES.find((size) => String(size) === id) ?? 100 })}
            />
          </div>
          <div className={styles['row']}>
            <h3 className={styles['name']}>{t('textWidth')}</h3>
            <Segmented
              label={t('textWidth')}
              options={TEXT_WIDTHS.map((width) => ({ id: width, label: t(`textWidths.${width}`) }))}
              value={settings.textWidth}
              onChange={(textWidth) => change({ textWidth })}
            />
          </div>
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
