import { CircleAlert, RotateCcw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { subscribe, useShell } from '../../api'
import { Button } from '../../ui/button'
import { Spinner } from '../../ui/spinner'
import styles from './core-banner.module.css'

/** Says that the core process ended, and that it is back or will not be. */
export function CoreBanner() {
  const { t } = useTranslation()
  const inBrowser = useShell('info').data?.host === 'browser'
  const [state, setState] = useState<'running' | 'stopped' | 'restarted' | 'gone'>('running')
  useEffect(
    () =>
      subscribe((event) => {
        // In a browser nothing starts the program again but the user.
        if (event.kind === 'core') setState(event.state === 'stopped' && inBrowser ? 'gone' : event.state)
      }),
    [inBrowser],
  )
  if (state === 'running') return null
  return (
    <div role="status" className={styles['banner']}>
      {state === 'stopped' && <Spinner />}
      {state === 'gone' && <CircleAlert aria-hidden />}
      {state === 'restarted' && <RotateCcw aria-hidden />}
      <p>{t(`core.${state}`)}</p>
      {state === 'restarted' && (
        <Button size="small" onPress={() => setState('running')}>
          {t('core.dismiss')}
        </Button>
      )}
    </div>
  )
}
