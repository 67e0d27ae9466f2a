import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceId } from '../shared/domain/ids'
import type { ProjectInfo } from '../shared/domain/project'
import type { ChoiceOfFiles, GivenFile, LocalFile } from '../shared/shell'
import { attempt, prefetch, shell, subscribe, useRead } from './api'
import { BackupBanner } from './features/backups/backup-banner'
import { BackupsDialog } from './features/backups/backups-dialog'
import { CopiesBanner } from './features/merge/copies-banner'
import { CoreBanner } from './features/frame/core-banner'
import { DropTarget } from './features/frame/drop-target'
import { TitleBar } from './features/frame/title-bar'
import { useProjectCommands } from './features/frame/use-project-commands'
import { GivingDialog, watched } from './features/library/import/giving'
import { ImportDialog } from './features/library/import/import-dialog'
import { SavedCommands } from './features/search/saved/saved-commands'
import { NewProjectDialog } from './features/start/new-project-dialog'
import { goTo, openSource, resetNavigation, type Screen, selectPassage, useNavigation } from './navigation'
import { Screens, type Where } from './screens'
import { resetSearch } from './search-state'
import { useCommands } from './ui/commands'
import { useFocusRequests } from './ui/focus-request'
import { useDoubleClickGuard } from './ui/use-double-click-guard'
import { usePaneFocus } from './ui/use-pane-focus'
import { useSidePanes } from './use-side-panes'
import styles from './workspace.module.css'

export interface WorkspaceProps {
  readonly project: ProjectInfo
  readonly onOpenPalette: () => void
  readonly onOpenSettings: () => void
}

/** An open project: title bar, panes, and what every screen has in common. */
export function Workspace({ project, onOpenPalette, onOpenSettings }: WorkspaceProps) {
  const { t } = useTranslation(['common', 'commands'])
  const [importing, setImporting] = useState<readonly GivenFile[] | null>(null)
  const [isNamingProject, setNamingProject] = useState(false)
  const [showsBackups, setShowsBackups] = useState(false)
  const [wantsExport, setWantsExport] = useState(false)
  const { showsList, showsInspector, setShowsList, setShowsInspector, uncover } = useSidePanes()
  const where = useWhere()
  const { screen, sourceId, reviewId, firstSourceId } = where
  const hasSaved = (useRead('savedSearch.list', {}).data?.length ?? 0) > 0
  const hasList = screen === 'transcript' || (screen === 'search' && hasSaved)

  const chooseFiles = useCallback(
    (from: ChoiceOfFiles) =>
      void attempt(async () => {
        const files = await watched((watch) => shell.chooseTranscripts(from, watch))
        if (files !== null && files.length > 0) setImporting(files)
      }),
    [],
  )
  const endExport = useCallback(() => setWantsExport(false), [])
  const closeBackups = useCallback(() => setShowsBackups(false), [])
  const endNaming = useCallback(() => setNamingProject(false), [])

  const show = useCallback(
    (wanted: Screen) => {
      if (wanted === 'transcript' && sourceId === null) {
        if (firstSourceId !== null) openSource(firstSourceId)
      } else goTo(wanted)
    },
    [sourceId, firstSourceId],
  )

  useEffect(() => resetNavigation, [])
  useEffect(() => resetSearch, [])
  useEffect(readAhead, [])
  useEffect(
    () =>
      subscribe((event) => {
        if (event.kind === 'files') setImporting(event.files)
      }),
    [],
  )

  const main = useRef<HTMLElement>(null)
  const paneFocus = usePaneFocus(main)
  useDoubleClickGuard(screen)

  // The fields that can be asked for are the inspector's.
  useFocusRequests(() => setShowsInspector(true))
  useProjectCommands(project, { onNew: () => setNamingProject(true), onBackups: () => setShowsBackups(true) })
  const group = t('commands:group.view')
  useCommands([
    {
      id: 'source.import',
      title: t('commands:source.import'),
      group: t('commands:group.library'),
      keys: '$mod+i',
      enabled: !project.readOnly,
      run: () => chooseFiles('files'),
    },
    {
      id: 'source.importFolder',
      title: t('commands:source.importFolder'),
      group: t('commands:group.library'),
      enabled: !project.readOnly,
      run: () => chooseFiles('folder'),
    },
    { id: 'view.library', title: t('commands:view.library'), group, keys: '$mod+1', run: () => goTo('library') },
    {
      id: 'view.transcript',
      title: t('commands:view.transcript'),
      group,
      keys: '$mod+2',
      enabled: firstSourceId !== null,
      run: () => show('transcript'),
    },
    { id: 'view.review', title: t('commands:view.review'), group, keys: '$mod+3', run: () => goTo('review') },
    {
      id: 'view.search',
      title: t('commands:view.search'),
      group,
      keys: '$mod+Shift+f',
      moreKeys: ['$mod+4'],
      whileTyping: true,
      run: () => goTo('search'),
    },
    {
      id: 'review.export',
      title: t('commands:review.export'),
      group: t('commands:group.review'),
      keys: '$mod+e',
      whileTyping: true,
      // Without a review its screen offers to begin one.
      run: () => {
        setWantsExport(reviewId !== null)
        goTo('review')
      },
    },
    {
      id: 'view.list',
      title: t(screen === 'search' ? 'commands:view.savedList' : 'commands:view.list'),
      group,
      keys: '$mod+b',
      enabled: hasList,
      // Who comes to the search is typing already.
      whileTyping: screen === 'search',
      run: () => setShowsList(!showsList),
    },
    {
      id: 'view.inspector',
      title: t('commands:view.inspector'),
      group,
      keys: '$mod+Alt+b',
      enabled: screen !== 'library' && screen !== 'search',
      run: () => setShowsInspector(!showsInspector),
    },
    {
      id: 'view.nextPane',
      title: t('commands:view.nextPane'),
      group,
      keys: 'F6',
      whileTyping: true,
      enabled: screen !== 'library',
      run: paneFocus.next,
    },
    {
      id: 'view.previousPane',
      title: t('commands:view.previousPane'),
      group,
      keys: 'Shift+F6',
      whileTyping: true,
      enabled: screen !== 'library',
      run: paneFocus.previous,
    },
  ])

  return (
    <DropTarget isDisabled={project.readOnly} give={giveFiles} onFiles={setImporting}>
      <div className={styles['workspace']}>
        <TitleBar
          project={project}
          screen={screen}
          hasSource={firstSourceId !== null}
          hasList={hasList}
          showsList={showsList}
          showsInspector={showsInspector}
          onGoTo={show}
          onOpenPalette={onOpenPalette}
          onOpenSettings={onOpenSettings}
        />
        <CoreBanner />
        <BackupBanner problem={project.backupProblem} />
        <CopiesBanner readOnly={project.readOnly} />
        <main ref={main} className={styles['main']}>
          <Screens
            {...where}
            showsList={showsList}
            showsInspector={showsInspector}
            wantsExport={wantsExport}
            onImport={chooseFiles}
            onExportEnd={endExport}
            onUncover={uncover}
          />
        </main>
      </div>
      <ImportDialog
        files={importing}
        onClose={() => setImporting(null)}
        onOpen={(id) => {
          setImporting(null)
          openSource(id)
        }}
      />
      <GivingDialog />
      <SavedCommands />
      <BackupsDialog isOpen={showsBackups} readOnly={project.readOnly} onClose={closeBackups} />
      <NewProjectDialog isOpen={isNamingProject} onClose={endNaming} />
    </DropTarget>
  )
}

/** Asks for a transcript as soon as somebody goes to it: core reads it while the screen is made. Returns what ends it. */
function readAhead(): () => void {
  return useNavigation.subscribe(({ screen, sourceId }) => {
    if (screen !== 'transcript' || sourceId === null) return
    prefetch('source.read', { id: sourceId })
    prefetch('source.get', { id: sourceId })
  })
}

/** Hands dropped files over. */
const giveFiles = (files: readonly LocalFile[]) => watched((watch) => shell.giveFiles(files, watch))

/** Where the window is, less what the project no longer has: undo may have taken it away. */
function useWhere(): Where & { readonly firstSourceId: SourceId | null } {
  const { screen, sourceId, reviewId, reviewView, passageId, place, reveal } = useNavigation()
  const sources = useRead('source.list', {}).data
  const reviews = useRead('review.list', {}).data
  const passage = useRead('passage.get', { id: passageId! }, { enabled: passageId !== null })

  const source = sources === undefined || sources.some(({ id }) => id === sourceId) ? sourceId : null
  const review = reviews?.find(({ id }) => id === reviewId) ?? reviews?.[0] ?? null
  // One that undo brought back is being read again.
  const isGone = passage.error?.code === 'not-found' && !passage.isFetching

  useEffect(() => {
    if (isGone) selectPassage(null)
  }, [isGone])

  return {
    screen: screen === 'transcript' && source === null ? ('library' as const) : screen,
    sourceId: source,
    firstSourceId: sources?.[0]?.id ?? null,
    reviewId: review?.id ?? null,
    reviewView,
    passageId: isGone ? null : passageId,
    place,
    reveal,
  }
}
