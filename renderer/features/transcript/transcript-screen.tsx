import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api'
import { Button } from '../../ui/button'
import { ErrorPanel } from '../../ui/error-panel'
import { splitIntoBlocks } from './document/blocks'
import { buildDocument } from './document/nodes'
import { TranscriptPage } from './transcript-page'
import type { TranscriptScreenProps } from './transcript-props'
import styles from './transcript-screen.module.css'

/** A transcript to read and mark. */
export function TranscriptScreen(props: TranscriptScreenProps) {
  const { t } = useTranslation('transcript')
  const { sourceId } = props
  const source = useRead('source.get', { id: sourceId })
  const content = useRead('source.read', { id: sourceId })
  const document = useMemo(
    () => content.data && buildDocument(content.data.text, splitIntoBlocks(content.data.text, content.data.turns)),
    [content.data],
  )
  const error = source.error ?? content.error
  if (error) {
    return (
      <ErrorPanel
        title={t('screen.failed')}
        message={error.message}
        actions={
          <Button onPress={() => void (source.error ? source.refetch() : content.refetch())}>
            {t('common:retry')}
          </Button>
        }
      />
    )
  }
  if (!source.data || !content.data || !document) {
    return (
      <p className={styles['loading']} role="status">
        {t('common:loading')}
      </p>
    )
  }
  return (
    <TranscriptPage key={sourceId} {...props} source={source.data} turns={content.data.turns} document={document} />
  )
}
