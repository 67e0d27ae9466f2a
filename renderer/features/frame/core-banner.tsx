import { LoaderCircle, RotateCcw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { subscribe, useShell } from '../../api'
import { Button } from '../../ui/button'
import styles from './core-banner.module.css'

/** Says that the core process ended, and that it is back. */
export function CoreBanner() {
  const { t } = useTranslation()
  const inBrowser = useShell('info').data?.host === 'browser'
  const [state, setState] = useState<'running' | 'stopped' | 'restarted'>('running')
  useEffect(
    () =>
      subscribe((event) => {
        if (event.kind === 'core') setState(event.state)
      }),
    [],
  )
  if (state === 'running') return null
  return (
    <div role="status" className={styles['banner']}>
      {state === 'stopped' ? <LoaderCircle aria-hidden /> : <RotateCcw aria-hidden />}
      <p>{state === 'restarted' ? t('core.restarted') : t(inBrowser ? 'core.gone' : 'core.stopped')}</p>
      {state === 'restarted' && (
        <Button size="small" onPress={() => setState('running')}>
          {t('core.dismiss')}
        </Button>
      )}
    </div>
  )
}
