import { useTranslation } from 'react-i18next'
import type { SourceId } from '../shared/domain/ids'
import { attempt, invoke } from './api'
import { Confirm } from './ui/confirm'

export interface ForgetSeenProps {
  /** Without one, what was seen of every source is forgotten. */
  readonly sourceId?: SourceId
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Asks before what was seen is forgotten, which nothing takes back. */
export function ForgetSeen({ sourceId, isOpen, onClose }: ForgetSeenProps) {
  const { t } = useTranslation('common')
  return (
    <Confirm
      title={t(sourceId === undefined ? 'coverage.forgetAllTitle' : 'coverage.forgetTitle')}
      message={t('coverage.forgetText')}
      confirmLabel={t('coverage.forgetNow')}
      cancelLabel={t('cancel')}
      danger
      isOpen={isOpen}
      onConfirm={() => void attempt(() => invoke('coverage.forget', sourceId === undefined ? {} : { id: sourceId }))}
      onClose={onClose}
    />
  )
}
