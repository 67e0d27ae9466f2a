import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attempt, shell, useRead } from '../../../api'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { showToast } from '../../../ui/toast'
import type { PassageId, SourceId } from '../../../../shared/domain/ids'
import type { OpenReview } from '../use-review'
import { failingQuotes } from '../verdict'
import { ChangeEntry } from './change-entry'
import styles from './export-sheet.module.css'
import { FormatList } from './format-list'
import { FormatOptions } from './format-options'
import type { ExportFormat } from './formats'
import { Gate } from './gate'
import { useExportChoices } from './use-export-choices'

export interface ExportSheetProps {
  readonly open: OpenReview
  /** `null`: that of the last export. */
  readonly format: ExportFormat | null
  readonly onClose: () => void
  /** Closes the sheet and shows a quote on the page. */
  readonly onShow: (id: PassageId) => void
  readonly onOpenSource: (sourceId: SourceId, passageId: PassageId) => void
}

/** What is known of the quotes before the page leaves the app, and how it leaves. Mounted while it is open. */
export function ExportSheet({ open, format: wanted, onClose, onShow, onOpenSource }: ExportSheetProps) {
  const { t } = useTranslation('export')
  const { review } = open
  const { format, setFormat, options, setOptions, isReady } = useExportChoices(review.id, wanted)
  const [isRunning, setRunning] = useState(false)
  const verification = useRead('passage.verify', { reviewId: review.id }).data
  const fails = verification !== undefined && failingQuotes(verification).length > 0
  const proposed = useRead('review.proposeChange', { id: review.id }, { enabled: !open.readOnly }).data
  const [isAdded, setAdded] = useState(() => review.sections.some(({ kind }) => kind === 'changelog'))
  const [written, setWritten] = useState<string | null>(null)
  const entry = written ?? proposed?.markdown ?? ''
  const change = isAdded && proposed?.markdown && entry.trim() !== '' ? entry : undefined

  const run = async () => {
    setRunning(true)
    // What the sheet shows is what goes out: a quote that fails only now is one that nobody has seen here.
    const request = { reviewId: review.id, format, strict: !fails, options, change }
    const saved = await attempt(() => shell.exportReview(request))
    setRunning(false)
    if (!saved) return
    onClose()
    showToast({ kind: 'note', title: t('done', { out: saved.out }) })
  }

  const isKnown = verification !== undefined && isReady && (open.readOnly || proposed !== undefined)
  return (
    <Dialog
      title={t('title')}
      isOpen
      onClose={onClose}
      closeLabel={t('cancel')}
      canClose={!isRunning}
      width="large"
      actions={
        <>
          <Button isDisabled={isRunning} onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant={fails ? 'danger' : 'primary'} isDisabled={isRunning || !isKnown} onPress={() => void run()}>
            {t(fails ? 'anyway' : 'submit')}
          </Button>
        </>
      }
    >
      <div className={styles['sheet']}>
        <FormatList value={format} onChange={setFormat} />
        <div className={styles['about']}>
          <FormatOptions format={format} options={options} onChange={setOptions} />
          <Gate open={open} verification={verification} onShow={onShow} onOpenSource={onOpenSource} />
          {proposed && (
            <ChangeEntry
              proposed={proposed}
              language={review.language}
              isAdded={isAdded}
              onAddedChange={setAdded}
              text={entry}
              onTextChange={setWritten}
            />
          )}
        </div>
      </div>
    </Dialog>
  )
}
