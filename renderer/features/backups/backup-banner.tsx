import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message } from '../../../shared/domain/messages/message'
import { attempt, invoke } from '../../api'
import { tell } from '../../tell'
import { Button } from '../../ui/button'
import styles from './backups-dialog.module.css'

/** Says that the project is not being backed up, and why; nobody is kept from working. */
export function BackupBanner({ problem }: { readonly problem: Message | null }) {
  const { t } = useTranslation(['backups', 'common'])
  const [isHidden, setHidden] = useState(false)
  const [isBusy, setBusy] = useState(false)
  if (problem === null || isHidden) return null
  const retry = async () => {
    setBusy(true)
    await attempt(() => invoke('backup.make', {}))
    setBusy(false)
  }
  return (
    <div role="status" className={styles['banner']}>
      <TriangleAlert aria-hidden />
      <p>{t('problem', { why: tell(problem) })}</p>
      <Button size="small" isDisabled={isBusy} onPress={() => void retry()}>
        {t('common:retry')}
      </Button>
      <Button size="small" variant="quiet" onPress={() => setHidden(true)}>
        {t('later')}
      </Button>
    </div>
  )
}
