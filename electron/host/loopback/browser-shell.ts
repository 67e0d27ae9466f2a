import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import type { Invoke } from '../../../shared/contract'
import type { ReviewId, ReviewRevisionId } from '../../../shared/domain/ids'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { exportFileName, exportToFile, writePicture } from '../../core/shell/export-file'
import type { GivenFiles } from '../../core/shell/given-files'
import { importGiven, previewGiven } from '../../core/shell/import-given'
import { openProject, salvageOffered } from '../../core/shell/open-project'
import { OfferedPaths } from '../../core/shell/offered-paths'
import { ReadingPlaces } from '../../core/shell/reading-places'
import { readSettings, saveSettings } from '../../core/shell/settings-file'
import type { Recordings } from '../../core/shell/recordings'
import type { HostShell } from '../../core/shell/shell-calls'
import { printPdf } from '../print-pdf'
import type { Downloads } from './downloads'
import type { ProjectsFolder } from './projects-folder'

/** Where the browser host keeps its settings unless told otherwise: where the system keeps those of programs. */
export function defaultSettingsFile(): string {
  const { APPDATA, XDG_CONFIG_HOME } = process.env
  const home = homedir()
  if (process.platform === 'win32') return join(APPDATA || join(home, 'AppData', 'Roaming'), 'Verbatim', 'browser.json')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Verbatim', 'browser.json')
  return join(XDG_CONFIG_HOME || join(home, '.config'), 'verbatim', 'browser.json')
}

/** What a window may ask of the browser host: a folder takes the place of dialogs for projects, downloads that of saving. */
export function createBrowserShell(options: {
  readonly ask: Invoke
  readonly given: GivenFiles
  readonly downloads: Downloads
  readonly recordings: Recordings
  readonly projects: ProjectsFolder
  readonly settingsFile: string
  readonly version: string
  /** A project from elsewhere that the program was started with. */
  readonly startedWith: string | null
}): HostShell {
  const { ask, given, downloads, recordings, projects, settingsFile, version, startedWith } = options
  const offered = new OfferedPaths()
  const readingPlaces = new ReadingPlaces(settingsFile)
  const pathOf = (path: string) => (path === startedWith || offered.has(path) ? path : projects.resolve(path))

  return {
    info: async () => ({
      host: 'browser',
      version,
      platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
      projectsFolder: projects.path,
    }),
    settings: () => readSettings(settingsFile),
    saveSettings: (change) => saveSettings(settingsFile, change),
    findReadingPlace: (sourceId) => readingPlaces.find(sourceId),
    saveReadingPlace: (place) => readingPlaces.save(place),
    listProjects: () => projects.list(),
    forgetProject: async (path) => {
      throw new AppError('not-allowed', say('project-in-folder', { file: basename(path) }), {
        advice: say('move-out-of-folder'),
      })
    },
    openProject: async ({ path, ...choice }) => {
      if (path === undefined) throw new AppError('invalid-input', say('project-unnamed'))
      return offered.watch(() => openProject(ask, { path: pathOf(path), ...choice }))
    },
    salvageProject: (path) => salvageOffered(ask, offered, path),
    newProject: async ({ title, language, example }) => {
      const path = await projects.newPath(title)
      return example
        ? ask('project.createExample', { path, language })
        : ask('project.create', { path, title, language, starter: true })
    },
    closeProject: async () => {
      await ask('project.close', {})
    },
    chooseTranscripts: async () => {
      throw new AppError('not-allowed', say('page-asks-itself'))
    },
    previewTranscripts: (input) => previewGiven(ask, given, input),
    importTranscripts: (input) => importGiven(ask, given, input),
    exportReview: async ({ reviewId, revision, ...request }) => {
      const reviews = await ask('review.list', {})
      const title = reviews.find((review) => review.id === reviewId)?.title ?? ''
      return downloads.offer(exportFileName(title, request.format), (path) =>
        exportToFile(ask, printPdf, {
          ...request,
          id: reviewId as ReviewId,
          revision: revision as ReviewRevisionId | undefined,
          path,
        }),
      )
    },
    exportHits: (request) =>
      downloads.offer(exportFileName(request.query, 'csv'), (path) => ask('search.export', { ...request, path })),
    savePicture: (picture) =>
      downloads.offer(exportFileName(picture.title, picture.format), async (path) => writePicture(path, picture)),
    openRecording: async (id) => recordings.open((await ask('source.get', { id })).media),
    attachRecording: async () => {
      throw new AppError('not-allowed', say('recording-place-unknown'), { advice: say('attach-on-desktop') })
    },
    openLink: async () => {
      throw new AppError('not-allowed', say('page-asks-itself'))
    },
    backupProject: async () => {
      const project = await ask('project.find', {})
      if (!project) throw new AppError('no-project', say('none-open'), { advice: say('open-project') })
      return downloads.offer(basename(project.path), (path) => ask('project.backup', { path }))
    },
  }
}
