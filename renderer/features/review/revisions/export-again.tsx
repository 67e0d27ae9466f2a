import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attempt, shell } from '../../../api'
import { Button } from '../../../ui/button'
import { Menu } from '../../../ui/menu'
import { showToast } from '../../../ui/toast'
import type { ReviewId } from '../../../../shared/domain/ids'
import type { ReviewRevision } from '../../../../shared/domain/review'
import { PAGE_FORMATS } from '../export/formats'

export interface ExportAgainProps {
  readonly reviewId: ReviewId
  readonly revision: ReviewRevision
}

/** An old export once more: its page, made the way it was then where the format is that of then. */
export function ExportAgain({ reviewId, revision }: ExportAgainProps) {
  const { t } = useTranslation('export')
  const [isRunning, setRunning] = useState(false)
  const formats = [...PAGE_FORMATS].sort((a, b) => Number(b === revision.format) - Number(a === revision.format))

  const run = async (format: string) => {
    setRunning(true)
    const saved = await attempt(() =>
      shell.exportReview({ reviewId, format, strict: false, options: revision.options, revision: revision.id }),
    )
    setRunning(false)
    if (saved) showToast({ kind: 'note', title: t('done', { out: saved.out }) })
  }

  return (
    <Menu
      label={t('revisions.again')}
      placement="bottom end"
      items={formats.map((format) => ({
        id: format,
        title:
          format === revision.format
            ? t('revisions.againAs', { format: t(`formats.${format}`) })
            : t(`formats.${format}`),
        onAction: () => void run(format),
      }))}
    >
      <Button icon={<Download aria-hidden />} isDisabled={isRunning}>
        {t('revisions.again')}
      </Button>
    </Menu>
  )
}
