import { useTranslation } from 'react-i18next'
import type { FileReport } from '../../../../shared/domain/project'
import type { Source } from '../../../../shared/domain/source'
import { useRead } from '../../../api'
import { describeError } from '../../../describe-error'
import { formatDate, formatNumber, translate } from '../../../i18n'
import { Button } from '../../../ui/button'
import { copyText } from '../../../ui/copy-text'
import { Dialog } from '../../../ui/dialog'
import { ErrorPanel } from '../../../ui/error-panel'
import { showToast } from '../../../ui/toast'
import { encodingName, formatName } from './names'
import { NoteList } from './note-list'
import { noteLines } from './report-text'
import styles from './source-report.module.css'

export interface SourceReportDialogProps {
  readonly source: Source
  readonly isReadOnly: boolean
  readonly onReimport: () => void
  readonly onClose: () => void
}

/** How a source's file was read, and what was noted then. */
export function SourceReportDialog({ source, isReadOnly, onReimport, onClose }: SourceReportDialogProps) {
  const { t } = useTranslation(['import', 'common', 'library'])
  const { data: report, error, refetch } = useRead('source.report', { id: source.id })
  return (
    <Dialog
      title={t('source.heading')}
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      actions={
        <>
          {report && (
            <div className={styles['aside']}>
              <Button variant="quiet" onPress={() => copy(source, report)}>
                {t('report.copy')}
              </Button>
            </div>
          )}
          <Button isDisabled={isReadOnly} onPress={onReimport}>
            {t('source.again')}
          </Button>
          <Button variant="primary" autoFocus onPress={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      {error && (
        <ErrorPanel
          title={describeError(error).title}
          message={describeError(error).detail}
          actions={<Button onPress={() => void refetch()}>{t('common:retry')}</Button>}
        />
      )}
      {report && (
        <div className={styles['report']}>
          <h3 className={styles['title']} lang={source.language}>
            {source.title}
          </h3>
          <dl className={styles['facts']}>
            <dt>{t('source.file')}</dt>
            <dd>{report.file}</dd>
            <dt>{t('source.format')}</dt>
            <dd>{choiceLine(formatName(report.format), report.chosen.format)}</dd>
            <dt>{t('source.encoding')}</dt>
            <dd>{choiceLine(encodingName(report.encoding), report.chosen.encoding)}</dd>
            <dt>{t('source.importedAt')}</dt>
            <dd>{formatDate(source.importedAt)}</dd>
            <dt>{t('again.turns')}</dt>
            <dd>{formatNumber(source.turns)}</dd>
            <dt>{t('again.words')}</dt>
            <dd>{formatNumber(source.words)}</dd>
          </dl>
          <h4 className={styles['heading']}>
            {report.notes.length > 0 ? t('notes.heading', { count: report.notes.length }) : t('notes.none')}
          </h4>
          <NoteList notes={report.notes} />
        </div>
      )}
    </Dialog>
  )
}

function choiceLine(name: string, chosen: string | null): string {
  return translate(chosen === null ? 'import:source.found' : 'import:source.chosen', { name })
}

function copy(source: Source, report: FileReport): void {
  const lines = [
    `${source.title} — ${report.file}`,
    `${choiceLine(formatName(report.format), report.chosen.format)} · ${choiceLine(report.encoding, report.chosen.encoding)}`,
    ...noteLines(report.notes),
    '',
  ]
  if (copyText(lines.join('\n'))) showToast({ kind: 'note', title: translate('import:report.copied') })
}
