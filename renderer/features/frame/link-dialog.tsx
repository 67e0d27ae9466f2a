import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { attempt, shell, useShell } from '../../api'
import { useWantedLink, wantLink } from '../../open-link'
import { Confirm } from '../../ui/confirm'

/** Asks before a link of a text is followed; on the desktop the program itself asks, which no page can answer for. */
export function LinkDialog() {
  const { t } = useTranslation('common')
  const address = useWantedLink((wanted) => wanted.address)
  const host = useShell('info').data?.host
  const url = address === null ? null : new URL(address)

  useEffect(() => {
    if (address === null || host !== 'electron') return
    wantLink(null)
    void attempt(() => shell.openLink(address))
  }, [address, host])

  return (
    <Confirm
      title={t('link.question', { host: url?.host ?? '' })}
      message={`${url?.href ?? ''}\n\n${t('link.detail')}`}
      confirmLabel={t('link.open')}
      cancelLabel={t('cancel')}
      isOpen={url !== null && host === 'browser'}
      onConfirm={() => {
        if (url) window.open(url.href, '_blank', 'noopener,noreferrer')
      }}
      onClose={() => wantLink(null)}
    />
  )
}
