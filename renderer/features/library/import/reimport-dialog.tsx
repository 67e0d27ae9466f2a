import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../shared/contract'
import type { PassageId } from '../../../../shared/domain/ids'
import type { ReadingChoice, ReimportReport } from '../../../../shared/domain/import-preview'
import type { Source } from '../../../../shared/domain/source'
import { attempt, invoke, useRead } from '../../../api'
import { formatNumber } from '../../../i18n'
import { TakeBackButton } from '../../../take-back-button'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { Progress } from '../../../ui/progress'
import { CarriedPassages } from './carried-passages'
import { FileSample } from './file-sample'
import details from './import-details.module.css'
import { encodingName, failureOf, formatName } from './names'
import { NoteList } from './note-list'
import { ReadingFields } from './reading-fields'
import styles from './reimport.module.css'
import { useJob } from './use-job'

export interface ReimportDialogProps {
  readonly source: Source
  readonly onOpen: (passageId: PassageId | null) => void
  readonly onClose: () => void
}

type Looked = Output<'source.previewReimport'>

/** Reads a source's kept file again: first what that would give, and what would become of each passage. */
export function ReimportDialog({ source, onOpen, onClose }: ReimportDialogProps) {
  const { t } = useTranslation(['import', 'common'])
  const kept = useRead('source.report', { id: source.id }).data
  const [chosen, setChosen] = useState<ReadingChoice | null>(null)
  const [done, setDone] = useState<ReimportReport | null>(null)
  const { progress, run, cancel } = useJob()
  const reading = chosen ?? (kept ? readingOf(kept.chosen) : null)
  const looked = useLook(source, done === null ? reading : null)

  if (done !== null) return <Done source={source} report={done} onOpen={onOpen} onClose={onClose} />
  if (progress !== null) {
    return (
      <Dialog title={t('again.running')} isOpen onClose={onClose} closeLabel={t('common:close')} canClose={false}>
        <Progress
          label={t('again.looking')}
          detail={source.file}
          done={0}
          total={0}
          cancel={{ label: t('common:cancel'), isDisabled: progress.isCancelling, run: cancel }}
        />
      </Dialog>
    )
  }

  const report = looked?.report ?? null
  return (
    <Dialog
      title={t('again.heading')}
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      width="large"
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={report === null || reading === null}
            onPress={() => {
              if (reading === null) return
              void run(0, (job) => invoke('source.reimport', { id: source.id, ...reading, job })).then((given) => {
                if (given) setDone(given)
              })
            }}
          >
            {t('again.run')}
          </Button>
        </>
      }
    >
      <div className={styles['again']}>
        <h3 className={styles['title']} lang={source.language}>
          {source.title}
        </h3>
        <p className={styles['text']}>{t('again.text')}</p>
        {reading && (
          <ReadingFields
            reading={reading}
            found={looked?.preview.kind === 'understood' ? looked.preview : null}
            onChange={(choice) => setChosen({ ...reading, ...choice })}
          />
        )}
        <div aria-live="polite" aria-busy={looked === null} className={styles['result']}>
          {looked === null ? (
            <p className={styles['text']}>{t('again.looking')}</p>
          ) : (
            <WouldBe source={source} looked={looked} onOpen={onOpen} />
          )}
        </div>
      </div>
    </Dialog>
  )
}

function readingOf({ format, encoding }: { readonly format: string | null; readonly encoding: string | null }) {
  return { format: format ?? undefined, encoding: encoding ?? undefined } satisfies ReadingChoice
}

/** What reading the source so would give; `null` until that is known. The last one asked for counts. */
function useLook({ id }: Source, reading: ReadingChoice | null): Looked | null {
  const [looked, setLooked] = useState<{ readonly key: string; readonly value: Looked | null } | null>(null)
  const isAsked = reading !== null
  const { format, encoding } = reading ?? {}
  const key = JSON.stringify([format, encoding])
  const latest = useRef(key)

  useEffect(() => {
    if (!isAsked) return
    latest.current = key
    const job = `look-${crypto.randomUUID()}`
    let isRunning = true
    void attempt(() => invoke('source.previewReimport', { id, format, encoding, job })).then((value) => {
      isRunning = false
      if (latest.current === key) setLooked({ key, value })
    })
    return () => {
      if (isRunning) void attempt(() => invoke('job.cancel', { job }))
    }
  }, [id, isAsked, format, encoding, key])

  return looked?.key === key ? looked.value : null
}

interface WouldBeProps {
  readonly source: Source
  readonly looked: Looked
  readonly onOpen: (passageId: PassageId | null) => void
}

function WouldBe({ source, looked: { preview, report }, onOpen }: WouldBeProps) {
  const { t } = useTranslation(['import', 'library'])
  if (preview.kind === 'failed') {
    const { title, detail, advice } = failureOf(preview)
    return (
      <div role="alert" className={details['failure']}>
        <div>
          <p className={details['strong']}>{title}</p>
          <p>{detail}</p>
          <p>{advice}</p>
        </div>
      </div>
    )
  }
  const rows = [
    [t('source.format'), formatName(source.format), formatName(preview.format)],
    [t('source.encoding'), encodingName(source.encoding), encodingName(preview.encoding)],
    [t('library:column.speakers'), formatNumber(source.speakers.length), formatNumber(preview.speakers.length)],
    [t('again.turns'), formatNumber(source.turns), formatNumber(preview.turns)],
    [t('again.words'), formatNumber(source.words), formatNumber(preview.words)],
  ] as const
  return (
    <>
      <table className={styles['comparison']}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('again.now')}</th>
            <th scope="col">{t('again.then')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, now, then]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{now}</td>
              <td className={now === then ? undefined : styles['changed']}>{then}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <section className={details['section']}>
        <h4 className={details['label']}>{t('details.sample')}</h4>
        <FileSample preview={preview} />
      </section>
      {report && (
        <section className={details['section']}>
          <h4 className={details['label']}>{t('again.passages')}</h4>
          <CarriedPassages report={report} onOpen={onOpen} />
        </section>
      )}
      {preview.notes.length > 0 && (
        <details className={styles['notes']}>
          <summary>{t('notes.heading', { count: preview.notes.length })}</summary>
          <NoteList notes={preview.notes} />
        </details>
      )}
    </>
  )
}

interface DoneProps extends ReimportDialogProps {
  readonly report: ReimportReport
}

function Done({ source, report, onOpen, onClose }: DoneProps) {
  const { t } = useTranslation(['import', 'common'])
  const isWhole = report.passages.every(({ spans }) =>
    spans.every(({ outcome }) => outcome === 'exact' || outcome === 'moved'),
  )
  return (
    <Dialog
      title={t('again.done')}
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      width="large"
      actions={
        <>
          <TakeBackButton label={t('again.undo')} actions={['source.reimport']} onDone={onClose} />
          <Button onPress={() => onOpen(null)}>{t('again.open2')}</Button>
          <Button variant="primary" autoFocus onPress={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <div className={styles['again']}>
        <p role="status">
          {t('again.doneText', {
            title: source.title,
            format: formatName(report.format),
            encoding: encodingName(report.encoding),
          })}
          {report.passages.length > 0 && isWhole && ` ${t('again.allKept')}`}
        </p>
        <CarriedPassages report={report} onOpen={onOpen} />
        {report.notes.length > 0 && (
          <section className={details['section']}>
            <h4 className={details['label']}>{t('notes.heading', { count: report.notes.length })}</h4>
            <NoteList notes={report.notes} />
          </section>
        )}
      </div>
    </Dialog>
  )
}
