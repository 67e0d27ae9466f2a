import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useIsSaving } from './api'
import styles from './saved-sign.module.css'
import { Spinner } from './ui/spinner'

/** Whether what was written is on the disk. */
export function SavedSign() {
  const { t } = useTranslation('common')
  const isSaving = useIsSaving()
  return (
    <span role="status" className={styles['saved']}>
      {isSaving ? <Spinner /> : <Check aria-hidden />}
      {t(isSaving ? 'saving' : 'saved')}
    </span>
  )
}
