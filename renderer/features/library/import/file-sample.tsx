import { useTranslation } from 'react-i18next'
import type { UnderstoodFile } from '../../../../shared/domain/import-preview'
import { formatTime } from '../../../i18n'
import styles from './import-details.module.css'

export interface FileSampleProps {
  readonly preview: Pick<UnderstoodFile, 'sample' | 'language' | 'turns'>
  /** A label as the name that it was given. */
  readonly nameOf?: (label: string) => string
}

/** How a transcript begins, turn by turn. */
export function FileSample({ preview, nameOf = (label) => label }: FileSampleProps) {
  const { t } = useTranslation('import')
  const { sample, language, turns } = preview
  return (
    // Text that scrolls is reached by the keyboard too.
    <div className={styles['sample']} role="region" aria-label={t('details.sample')} tabIndex={0}>
      {sample.map(({ speaker, startTime, text }, index) => (
        <div key={index} className={styles['turn']}>
          {(speaker !== null || startTime !== null) && (
            <p className={styles['who']}>
              {speaker !== null && <span className={styles['speakerName']}>{nameOf(speaker)}</span>}
              {startTime !== null && <span className={styles['time']}>{formatTime(startTime)}</span>}
            </p>
          )}
          <p lang={language}>{text}</p>
        </div>
      ))}
      {sample.length < turns && <p className={styles['more']}>{t('details.more', { count: turns - sample.length })}</p>}
    </div>
  )
}
