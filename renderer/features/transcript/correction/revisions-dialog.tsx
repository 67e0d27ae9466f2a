import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { editDiff } from '../../../../shared/anchoring/edit-diff'
import type { CorrectionReport, Revision, RevisionText, TextEdit } from '../../../../shared/domain/correction'
import type { RevisionId, SpeakerId } from '../../../../shared/domain/ids'
import type { Source } from '../../../../shared/domain/source'
import type { Turn } from '../../../../shared/domain/turn'
import type { DiffPart } from '../../../../shared/domain/verification'
import { attempt, invoke, useRead } from '../../../api'
import { describeError } from '../../../describe-error'
import { formatDateTime, formatNumber, formatTime } from '../../../i18n'
import { Button } from '../../../ui/button'
import { Checkbox } from '../../../ui/checkbox'
import { Dialog } from '../../../ui/dialog'
import { ChangedText } from './changed-text'
import styles from './correction.module.css'

export interface RevisionsDialogProps {
  readonly source: Source
  readonly readOnly: boolean
  readonly onRestored: (report: CorrectionReport) => void
  readonly onClose: () => void
}

/** Every text that a transcript had, compared with the one it has now. */
export function RevisionsDialog({ source, readOnly, onRestored, onClose }: RevisionsDialogProps) {
  const { t } = useTranslation(['transcript', 'common'])
  const revisions = useRead('source.revisions', { id: source.id }).data ?? []
  const current = revisions[0]
  const [chosen, setChosen] = useState<RevisionId | null>(null)
  const [isRestoring, setRestoring] = useState(false)
  // The one to look at first is the imported text.
  const shown = revisions.find(({ id }) => id === chosen) ?? revisions.at(-1)

  const restore = async () => {
    if (!current || !shown) return
    setRestoring(true)
    const report = await attempt(() =>
      invoke('source.restoreRevision', { id: source.id, baseRevision: current.id, revision: shown.id }),
    )
    setRestoring(false)
    if (report) onRestored(report)
  }

  return (
    <Dialog
      title={t('revisions.title')}
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      width="full"
      actions={
        <>
          {!readOnly && shown && shown !== current && (
            <Button isDisabled={isRestoring} onPress={() => void restore()}>
              {t('revisions.restore')}
            </Button>
          )}
          <Button variant="primary" onPress={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <div className={styles['revisions']}>
        <ul className={styles['list']} aria-label={t('revisions.title')}>
          {revisions.map((revision, index) => (
            <li key={revision.id}>
              <button
                type="button"
                className={styles['revision']}
                aria-current={revision === shown}
                onClick={() => setChosen(revision.id)}
              >
                <strong>
                  {index === 0 && revisions.length > 1 ? t('revisions.now') : t(`revisions.kind.${revision.kind}`)}
                </strong>
                <small>{formatDateTime(revision.madeAt)}</small>
                <small>{factsOf(revision, t)}</small>
              </button>
            </li>
          ))}
        </ul>
        {shown && current && <Compared key={shown.id} source={source} revision={shown} isCurrent={shown === current} />}
      </div>
    </Dialog>
  )
}

type Translate = (key: string, values: { count: number; formatted: string }) => string

function factsOf({ edits, words }: Revision, t: Translate): string {
  const facts = [t('header.words', { count: words, formatted: formatNumber(words) })]
  if (edits !== null) facts.unshift(t('revisions.changes', { count: edits, formatted: formatNumber(edits) }))
  return facts.join(' · ')
}

/** A turn of the older text, or turns that are the same now. */
type Row =
  | { readonly kind: 'turn'; readonly turn: Turn; readonly parts: readonly DiffPart[] }
  | { readonly kind: 'same'; readonly first: number; readonly count: number }

/** As many rows as are drawn before somebody asks for more. */
const PAGE = 300

interface ComparedProps {
  readonly source: Source
  readonly revision: Revision
  readonly isCurrent: boolean
}

function Compared({ source, revision, isCurrent }: ComparedProps) {
  const { t } = useTranslation(['transcript', 'common'])
  const read = useRead('source.readRevision', { id: source.id, revision: revision.id })
  const [showsAll, setShowsAll] = useState(false)
  const [pages, setPages] = useState(1)
  const isReading = read.data?.changes === null
  const whole = showsAll || isCurrent || isReading
  const rows = useMemo(() => (read.data ? rowsOf(read.data, whole) : []), [read.data, whole])
  const names = useMemo(() => new Map(source.speakers.map(({ id, name }) => [id, name])), [source.speakers])
  if (!read.data) {
    return (
      <p role="status" className={styles['note']}>
        {read.error ? describeError(read.error).detail : t('common:loading')}
      </p>
    )
  }
  const changes = read.data.changes?.length ?? 0
  return (
    <section className={styles['compared']} aria-label={t('revisions.text')} tabIndex={0}>
      <div className={styles['head']}>
        <p className={styles['note']} role="status">
          {isCurrent
            ? t('revisions.isCurrent')
            : isReading
              ? t('revisions.otherReading')
              : t('revisions.compared', { count: changes, formatted: formatNumber(changes) })}
        </p>
        {!isCurrent && !isReading && (
          <Checkbox isChecked={showsAll} onChange={setShowsAll}>
            {t('revisions.whole')}
          </Checkbox>
        )}
      </div>
      {rows.slice(0, pages * PAGE).map((row) =>
        row.kind === 'same' ? (
          <p key={`same ${row.first}`} className={styles['same']}>
            {t('revisions.same', { count: row.count, formatted: formatNumber(row.count) })}
          </p>
        ) : (
          <article key={row.turn.index} className={styles['turn']}>
            <TurnFacts turn={row.turn} names={names} />
            <ChangedText parts={row.parts} language={source.language} />
          </article>
        ),
      )}
      {rows.length > pages * PAGE && <Button onPress={() => setPages(pages + 1)}>{t('revisions.more')}</Button>}
    </section>
  )
}

function TurnFacts({ turn, names }: { readonly turn: Turn; readonly names: ReadonlyMap<SpeakerId, string> }) {
  const name = turn.speakerId === null ? undefined : names.get(turn.speakerId)
  return (
    <p className={styles['speaker']}>
      {name !== undefined && <strong>{name}</strong>}
      {turn.startTime !== null && <span>{formatTime(turn.startTime)}</span>}
    </p>
  )
}

/** The turns that changed with what changed in each, and how many between them did not; or every turn. */
function rowsOf({ text, turns, changes: all }: RevisionText, whole: boolean): Row[] {
  const changes = all ?? []
  const rows: Row[] = []
  let next = 0
  for (const turn of turns) {
    const edits: TextEdit[] = []
    for (; next < changes.length && changes[next]!.start <= turn.end; next += 1) {
      const { start, end, text: added } = changes[next]!
      edits.push({ start: start - turn.start, end: end - turn.start, text: added })
    }
    if (whole || edits.length > 0) {
      rows.push({ kind: 'turn', turn, parts: editDiff(text.slice(turn.start, turn.end), edits) })
      continue
    }
    const last = rows.at(-1)
    if (last?.kind === 'same') rows[rows.length - 1] = { ...last, count: last.count + 1 }
    else rows.push({ kind: 'same', first: turn.index, count: 1 })
  }
  return rows
}
