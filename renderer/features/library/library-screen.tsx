import { BookCheck, FileDown, FolderDown, FolderInput, Library, Pencil, Trash2, X } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassageId, SourceId } from '../../../shared/domain/ids'
import { type Source, type Tier, TIERS } from '../../../shared/domain/source'
import type { ChoiceOfFiles } from '../../../shared/shell'
import { useRead, useIsReadOnly, useWrite } from '../../api'
import { describeError } from '../../describe-error'
import { useCoverage } from '../../coverage-share'
import { formatNumber, localeTag, translate } from '../../i18n'
import { Button } from '../../ui/button'
import { useCommands } from '../../ui/commands'
import { EmptyState } from '../../ui/empty-state'
import { ErrorPanel } from '../../ui/error-panel'
import { IconButton } from '../../ui/icon-button'
import { Menu } from '../../ui/menu'
import { SearchField } from '../../ui/search-field'
import { Segmented } from '../../ui/segmented'
import { withUndoOffer } from '../../undo-offer'
import styles from './library-screen.module.css'
import { type LibraryView, viewSources } from './library-view'
import { ReimportDialog } from './import/reimport-dialog'
import { SourceReportDialog } from './import/source-report-dialog'
import { SourceFactsDialog } from './source-facts-dialog'
import { SourceTable } from './source-table'

export interface LibraryScreenProps {
  readonly onOpen: (sourceId: SourceId, passageId?: PassageId | null) => void
  /** Asks for transcripts and imports them. */
  readonly onImport: (from: ChoiceOfFiles) => void
}

const NEWEST_FIRST: LibraryView = { text: '', tier: 'all', sort: 'date', descending: true }

/** All transcripts of the project. */
export function LibraryScreen({ onOpen, onImport }: LibraryScreenProps) {
  const { t } = useTranslation(['library', 'common', 'commands', 'import'])
  const { data: sources, error, refetch } = useRead('source.list', {})
  const readOnly = useIsReadOnly() ?? false
  const [view, setView] = useState(NEWEST_FIRST)
  const [selection, setSelection] = useState<ReadonlySet<SourceId>>(new Set())
  const [editedId, setEditedId] = useState<SourceId | null>(null)
  const [reportedId, setReportedId] = useState<SourceId | null>(null)
  const [reimportedId, setReimportedId] = useState<SourceId | null>(null)
  const filterField = useRef<HTMLInputElement>(null)
  const deletion = useWrite('source.delete')
  const update = useWrite('source.updateMany')
  const marking = useWrite('coverage.mark')

  const coverageOf = useCoverage()
  const shown = useMemo(
    () => viewSources(sources ?? [], view, localeTag(), (id) => coverageOf(id).read),
    [sources, view, coverageOf],
  )
  const chosen = shown.filter(({ id }) => selection.has(id))
  const named = (wanted: SourceId | null) => sources?.find(({ id }) => id === wanted) ?? null
  const edited = named(editedId)
  const reported = named(reportedId)
  const reimported = named(reimportedId)

  const remove = async (doomed: readonly Source[]) => {
    const said = t('deleted', { count: doomed.length, title: doomed[0]?.title ?? '' })
    const done = await withUndoOffer(said, () => deletion.mutateAsync({ ids: doomed.map(({ id }) => id) }))
    if (done) setSelection(new Set())
  }
  const markRead = (some: readonly Source[], isRead: boolean) => {
    const said = t(isRead ? 'markedRead' : 'markedUnread', { count: some.length, title: some[0]?.title ?? '' })
    void withUndoOffer(said, () => marking.mutateAsync({ ids: some.map(({ id }) => id), isRead }))
  }
  const setTier = (tier: Tier) => {
    const ids = chosen.filter((source) => source.tier !== tier).map(({ id }) => id)
    if (ids.length > 0) update.mutate({ ids, tier })
  }

  const group = t('commands:group.library')
  useCommands([
    {
      id: 'edit.find',
      title: t('filter'),
      group,
      keys: '$mod+f',
      run: () => filterField.current?.select(),
    },
    {
      id: 'source.edit',
      title: t('edit'),
      group,
      keys: 'F2',
      enabled: chosen.length === 1 && !readOnly,
      run: () => setEditedId(chosen[0]?.id ?? null),
    },
    {
      id: 'source.report',
      title: t('import:source.open'),
      group,
      enabled: chosen.length === 1,
      run: () => setReportedId(chosen[0]?.id ?? null),
    },
    {
      id: 'source.reimport',
      title: t('import:again.open'),
      group,
      enabled: chosen.length === 1 && !readOnly,
      run: () => setReimportedId(chosen[0]?.id ?? null),
    },
    {
      id: 'source.markRead',
      title: t('markChosenRead'),
      group,
      keys: 'r',
      enabled: chosen.length > 0 && !readOnly,
      run: () => markRead(chosen, true),
    },
    {
      id: 'source.markUnread',
      title: t('markChosenUnread'),
      group,
      keys: 'Shift+R',
      enabled: chosen.length > 0 && !readOnly,
      run: () => markRead(chosen, false),
    },
    {
      id: 'source.delete',
      title: t('deleteChosen'),
      group,
      keys: 'Delete',
      enabled: chosen.length > 0 && !readOnly,
      run: () => void remove(chosen),
    },
  ])

  if (error) {
    return (
      <ErrorPanel
        title={t('unreadable')}
        message={describeError(error).detail}
        actions={<Button onPress={() => void refetch()}>{t('common:retry')}</Button>}
      />
    )
  }
  if (sources === undefined) return null
  if (sources.length === 0) {
    return (
      <EmptyState
        icon={<Library aria-hidden />}
        title={t('empty.title')}
        message={t('empty.text')}
        actions={
          <Button
            variant="primary"
            size="large"
            icon={<FileDown aria-hidden />}
            isDisabled={readOnly}
            onPress={() => onImport('files')}
          >
            {t('import')}
          </Button>
        }
      />
    )
  }

  return (
    <section className={styles['library']} aria-label={t('title')}>
      <header className={styles['header']}>
        <div className={styles['names']}>
          <h1 className={styles['title']}>{t('title')}</h1>
          <p className={styles['count']}>{countLine(shown, sources)}</p>
        </div>
        <IconButton
          label={t('commands:source.importFolder')}
          icon={<FolderDown aria-hidden />}
          isDisabled={readOnly}
          onPress={() => onImport('folder')}
        />
        <Button
          variant="primary"
          icon={<FileDown aria-hidden />}
          isDisabled={readOnly}
          onPress={() => onImport('files')}
        >
          {t('import')}
        </Button>
      </header>
      <div className={styles['tools']}>
        {chosen.length === 0 ? (
          <>
            <div className={styles['filter']}>
              <SearchField
                label={t('filter')}
                clearLabel={t('common:clear')}
                value={view.text}
                onChange={(text) => setView({ ...view, text })}
                inputRef={filterField}
              />
            </div>
            <Segmented
              label={t('column.tier')}
              options={(['all', ...TIERS] as const).map((id) => ({ id, label: t(`tiers.${id}`) }))}
              value={view.tier}
              onChange={(tier) => setView({ ...view, tier })}
            />
          </>
        ) : (
          <div className={styles['chosen']} role="group" aria-label={t('chosen', { count: chosen.length })}>
            <IconButton label={t('chooseNone')} icon={<X aria-hidden />} onPress={() => setSelection(new Set())} />
            <span className={styles['chosenCount']}>{t('chosen', { count: chosen.length })}</span>
            {chosen.length === 1 && (
              <Button
                variant="quiet"
                icon={<Pencil aria-hidden />}
                isDisabled={readOnly}
                onPress={() => setEditedId(chosen[0]?.id ?? null)}
              >
                {t('edit')}
              </Button>
            )}
            <Menu
              label={t('setTier')}
              items={TIERS.map((tier) => ({ id: tier, title: t(`tiers.${tier}`), onAction: () => setTier(tier) }))}
            >
              <Button variant="quiet" icon={<FolderInput aria-hidden />} isDisabled={readOnly}>
                {t('setTier')}
              </Button>
            </Menu>
            <Menu
              label={t('reading')}
              items={[
                { id: 'read', title: t('markRead'), keys: 'r', onAction: () => markRead(chosen, true) },
                { id: 'unread', title: t('markUnread'), keys: 'Shift+R', onAction: () => markRead(chosen, false) },
              ]}
            >
              <Button variant="quiet" icon={<BookCheck aria-hidden />} isDisabled={readOnly}>
                {t('reading')}
              </Button>
            </Menu>
            <Button
              variant="quiet"
              icon={<Trash2 aria-hidden />}
              isDisabled={readOnly}
              onPress={() => void remove(chosen)}
            >
              {t('common:delete')}
            </Button>
          </div>
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyState
          title={t('noMatch.title')}
          message={t('noMatch.text')}
          actions={<Button onPress={() => setView({ ...view, text: '', tier: 'all' })}>{t('noMatch.clear')}</Button>}
        />
      ) : (
        <SourceTable
          sources={shown}
          coverageOf={coverageOf}
          view={view}
          onSort={(sort, descending) => setView({ ...view, sort, descending })}
          selection={selection}
          onSelect={setSelection}
          onOpen={(id) => onOpen(id)}
          onEdit={setEditedId}
          onReport={setReportedId}
          onReimport={setReimportedId}
          onMarkRead={(source, isRead) => markRead([source], isRead)}
          onDelete={(source) => void remove([source])}
          isReadOnly={readOnly}
        />
      )}
      {edited && <SourceFactsDialog key={edited.id} source={edited} onClose={() => setEditedId(null)} />}
      {reported && (
        <SourceReportDialog
          source={reported}
          isReadOnly={readOnly}
          onReimport={() => {
            setReportedId(null)
            setReimportedId(reported.id)
          }}
          onClose={() => setReportedId(null)}
        />
      )}
      {reimported && (
        <ReimportDialog
          key={reimported.id}
          source={reimported}
          onOpen={(passageId) => onOpen(reimported.id, passageId)}
          onClose={() => setReimportedId(null)}
        />
      )}
    </section>
  )
}

function countLine(shown: readonly Source[], all: readonly Source[]): string {
  const words = shown.reduce((sum, source) => sum + source.words, 0)
  const passages = shown.reduce((sum, source) => sum + source.passages, 0)
  const sources =
    shown.length === all.length
      ? translate('library:count.sources', { count: all.length, number: formatNumber(all.length) })
      : translate('library:count.some', { shown: formatNumber(shown.length), all: formatNumber(all.length) })
  return [
    sources,
    translate('library:count.words', { count: words, number: formatNumber(words) }),
    translate('library:count.passages', { count: passages, number: formatNumber(passages) }),
  ].join(' · ')
}
