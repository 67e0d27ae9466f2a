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
  const built = useMemo(() => {
    if (!content.data) return null
    const { text, turns } = content.data
    // The page keeps the document that it began with: another one, after the file was read again, has a page of its own.
    return { key: crypto.randomUUID(), document: buildDocument(text, splitIntoBlocks(text, turns)) }
  }, [content.data])
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
  if (!source.data || !content.data || !built) {
    return (
      <p className={styles['loading']} role="status">
        {t('common:loading')}
      </p>
    )
  }
  return (
    <TranscriptPage
      key={built.key}
      {...props}
      source={source.data}
      turns={content.data.turns}
      document={built.document}
    />
  )
}
