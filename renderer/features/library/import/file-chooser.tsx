import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreviewReport, ReadingChoice } from '../../../../shared/domain/import-preview'
import type { Source } from '../../../../shared/domain/source'
import { formatNumber } from '../../../i18n'
import { Segmented } from '../../../ui/segmented'
import { BulkDetails } from './bulk-details'
import {
  canInclude,
  type Edits,
  type FileDraft,
  hasLabel,
  isUnanswered,
  knownPeople,
  obstacleOf,
  personOf,
  withPerson,
} from './draft'
import { FileDetails } from './file-details'
import { FileTable } from './file-table'
import { tell } from '../../../tell'
import styles from './import-dialog.module.css'

export interface FileChooserProps {
  readonly drafts: readonly FileDraft[]
  readonly skipped: PreviewReport<unknown>['skipped']
  readonly sources: readonly Source[]
  /** The file that is shown; the first one where the filter leaves it out. */
  readonly shownId: string | null
  readonly onShow: (id: string) => void
  readonly readAgain: (ids: ReadonlySet<string>, choice: ReadingChoice) => Promise<void>
  readonly change: (ids: ReadonlySet<string>, update: (draft: FileDraft) => FileDraft) => void
  readonly edit: (ids: ReadonlySet<string>, edits: Edits) => void
}

const FILTERS = ['all', 'unanswered', 'failed', 'duplicate'] as const
type Filter = (typeof FILTERS)[number]

const TESTS: Readonly<Record<Filter, (draft: FileDraft) => boolean>> = {
  all: () => true,
  unanswered: isUnanswered,
  failed: ({ preview }) => preview.kind === 'failed',
  duplicate: ({ preview }) => preview.kind === 'understood' && !canInclude(preview),
}

/** The table of what was understood, and beside it the chosen file, or what several are given at once. */
export function FileChooser(props: FileChooserProps) {
  const { drafts, skipped, sources, shownId, onShow, readAgain, change, edit } = props
  const { t } = useTranslation('import')
  const listId = useId()
  const [filter, setFilter] = useState<Filter>('all')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const isOpened = useRef(false)
  const pane = useRef<HTMLDivElement>(null)
  const files = useRef<HTMLDivElement>(null)
  const titleField = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const known = useMemo(() => knownPeople(sources, drafts), [sources, drafts])

  const counts = useMemo(() => new Map(FILTERS.map((name) => [name, drafts.filter(TESTS[name]).length])), [drafts])
  const offered = FILTERS.filter((name) => name === 'all' || (counts.get(name) ?? 0) > 0)
  // A filter that has nothing left to show is off.
  const wanted = offered.includes(filter) ? filter : 'all'
  const rows = drafts.filter(TESTS[wanted])
  const active = rows.find(({ file }) => file.token === shownId) ?? rows[0]
  const activeId = active?.file.token ?? null
  const several = chosen.size > 1 ? rows.filter(({ file }) => chosen.has(file.token)) : []
  const selection = several.length > 1 ? chosen : new Set(activeId === null ? [] : [activeId])

  const include = (ids: ReadonlySet<string>, isIncluded: boolean) =>
    change(ids, (draft) => ({ ...draft, isIncluded: isIncluded && canInclude(draft.preview) }))

  useEffect(() => {
    if (isOpened.current) return
    isOpened.current = true
    // Where the import has to wait, what it waits for has the focus; else its button has.
    if (obstacleOf(drafts) === null) return
    const question = pane.current?.querySelector<HTMLElement>('input[type="radio"]:checked')
    const row = files.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')
    ;(question ?? row ?? pane.current)?.focus()
  }, [drafts])

  const others = skipped.length > 0 && (
    <details className={styles['skipped']}>
      <summary>{t('skipped', { count: skipped.length, number: formatNumber(skipped.length) })}</summary>
      <ul>
        {skipped.slice(0, 200).map(({ name, within, reason }, index) => (
          <li key={index}>
            {within === null ? name : t('table.within', { name, within })} — {tell(reason)}
          </li>
        ))}
      </ul>
    </details>
  )
  if (!active) {
    return (
      <div>
        <p className={styles['nothing']}>{t('nothing')}</p>
        {others}
      </div>
    )
  }
  const one = new Set([active.file.token])
  return (
    <div className={drafts.length > 1 ? styles['panes'] : styles['alone']}>
      {drafts.length > 1 && (
        <div ref={files} className={styles['files']}>
          {offered.length > 1 && (
            <Segmented
              label={t('filter.label')}
              options={offered.map((id) => ({
                id,
                label: t(`filter.${id}`, { number: formatNumber(counts.get(id) ?? 0) }),
              }))}
              value={wanted}
              onChange={setFilter}
            />
          )}
          <FileTable
            drafts={rows}
            activeId={activeId}
            selection={selection}
            onSelect={(id, ids) => {
              onShow(id)
              setChosen(ids)
            }}
            onInclude={include}
            onEnter={() => (titleField.current ?? pane.current)?.focus()}
          />
          {others}
        </div>
      )}
      <div
        ref={pane}
        role="region"
        aria-label={t('details.label')}
        className={styles['pane']}
        tabIndex={-1}
        key={several.length > 1 ? 'several' : activeId}
      >
        {several.length > 1 ? (
          <BulkDetails
            drafts={several}
            onEdit={(edits) => edit(chosen, edits)}
            onReading={(choice) => void readAgain(chosen, choice)}
            onInclude={(isIncluded) => include(chosen, isIncluded)}
          />
        ) : (
          <FileDetails
            draft={active}
            known={known}
            listId={listId}
            duplicateTitle={titleOfDuplicate(active, sources)}
            titleRef={titleField}
            elsewhere={(label) =>
              drafts.filter((draft) => draft !== active && canInclude(draft.preview) && hasLabel(draft, label)).length
            }
            onEdit={(edits) => edit(one, edits)}
            onReading={(choice) => void readAgain(one, choice)}
            onAnswer={(encoding) => {
              const { preview } = active
              if (preview.kind === 'understood' && preview.encoding === encoding) {
                change(one, (draft) => ({ ...draft, reading: { ...draft.reading, encoding } }))
              } else void readAgain(one, { encoding })
            }}
            onPerson={(label, person) => change(one, (draft) => withPerson(draft, label, person))}
            onApplyToAll={(label) => {
              const person = personOf(active, label)
              const ids = new Set(drafts.filter((draft) => hasLabel(draft, label)).map(({ file }) => file.token))
              change(ids, (draft) => withPerson(draft, label, person))
            }}
          />
        )}
      </div>
      <datalist id={listId}>
        {[...known].map(([name, affiliation]) => (
          <option key={name} value={name}>
            {affiliation}
          </option>
        ))}
      </datalist>
    </div>
  )
}

function titleOfDuplicate({ preview }: FileDraft, sources: readonly Source[]): string {
  if (preview.kind === 'failed') return ''
  return sources.find(({ id }) => id === preview.duplicateOf)?.title ?? preview.title
}
