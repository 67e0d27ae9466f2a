import { useTranslation } from 'react-i18next'
import { toErrorData } from '../../../shared/errors'
import { Button } from '../../ui/button'
import { ErrorPanel } from '../../ui/error-panel'
import { describeError } from '../../describe-error'

export interface FailurePanelProps {
  readonly error: unknown
  readonly onRetry: () => void
}

/** Takes the place of the window while core cannot be asked anything. */
export function FailurePanel({ error, onRetry }: FailurePanelProps) {
  const { t } = useTranslation()
  const { title, detail } = describeError(toErrorData(error))
  return (
    <ErrorPanel
      title={title}
      message={detail}
      actions={
        <Button variant="primary" onPress={onRetry}>
          {t('retry')}
        </Button>
      }
    />
  )
}
