import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract'
import type { CorrectionReport } from '../../../shared/domain/correction'
import { useRead, useIsReadOnly } from '../../api'
import { describeError } from '../../describe-error'
import { Button } from '../../ui/button'
import { ErrorPanel } from '../../ui/error-panel'
import { CorrectionReportDialog, tellOfCorrection } from './correction/correction-report'
import { RevisionsDialog } from './correction/revisions-dialog'
import { splitIntoBlocks } from './document/blocks'
import { buildDocument, type TranscriptDocument } from './document/nodes'
import { useReadingPlace } from './reading-places'
import { TranscriptPage } from './transcript-page'
import type { TranscriptScreenProps } from './transcript-props'
import styles from './transcript-screen.module.css'
import { useSource } from './use-source'

interface Built {
  readonly key: string
  readonly document: TranscriptDocument
}

/** Documents of the texts that are in memory: coming back to one does not build it anew. */
const builtTexts = new WeakMap<Output<'source.read'>, Built>()

function builtOf(content: Output<'source.read'>): Built {
  let built = builtTexts.get(content)
  if (!built) {
    const { text, turns } = content
    // The page keeps the document that it began with: another one, after the file was read again, has a page of its own.
    built = { key: crypto.randomUUID(), document: buildDocument(text, splitIntoBlocks(text, turns)) }
    builtTexts.set(content, built)
  }
  return built
}

/** A transcript to read and mark. */
export const TranscriptScreen = memo(function TranscriptScreen(props: TranscriptScreenProps) {
  const { t } = useTranslation('transcript')
  const { sourceId } = props
  const source = useSource(sourceId)
  const content = useRead('source.read', { id: sourceId })
  const left = useReadingPlace(sourceId)
  const built = content.data ? builtOf(content.data) : null
  const [report, setReport] = useState<CorrectionReport | null>(null)
  const [showsRevisions, setShowsRevisions] = useState(false)
  const readOnly = useIsReadOnly() ?? false
  const error = source.error ?? content.error
  if (error) {
    return (
      <ErrorPanel
        title={t('screen.failed')}
        message={describeError(error).detail}
        actions={
          <Button onPress={() => void (source.error ? source.refetch() : content.refetch())}>
            {t('common:retry')}
          </Button>
        }
      />
    )
  }
  if (!source.facts || !content.data || !built || !left) {
    return (
      <p className={styles['loading']} role="status">
        {t('common:loading')}
      </p>
    )
  }
  const onCorrected = (stored: CorrectionReport) => {
    if (!tellOfCorrection(stored)) setReport(stored)
  }
  return (
    <>
      <TranscriptPage
        key={built.key}
        {...props}
        left={left}
        source={source.facts}
        turns={content.data.turns}
        document={built.document}
        revision={content.data.revision}
        onCorrected={onCorrected}
        onShowRevisions={() => setShowsRevisions(true)}
      />
      {showsRevisions && (
        <RevisionsDialog
          source={source.facts}
          readOnly={readOnly}
          onRestored={(restored) => {
            setShowsRevisions(false)
            onCorrected(restored)
          }}
          onClose={() => setShowsRevisions(false)}
        />
      )}
      {report && (
        <CorrectionReportDialog
          report={report}
          language={source.facts.language}
          onShow={(id) => {
            setReport(null)
            props.onSelectPassage(id)
          }}
          onClose={() => setReport(null)}
        />
      )}
    </>
  )
})
