import { app, type BrowserWindow, nativeTheme } from 'electron'
import { basename, dirname, join } from 'node:path'
import type { ReviewId, ReviewRevisionId } from '../../shared/domain/ids'
import type { ProjectInfo } from '../../shared/domain/project'
import { say } from '../../shared/domain/messages/message'
import { AppError } from '../../shared/errors'
import type { GivenFile, Settings } from '../../shared/shell'
import { exportFileName, exportToFile, writePicture } from '../core/shell/export-file'
import type { GivenFiles } from '../core/shell/given-files'
import { importGiven, previewGiven } from '../core/shell/import-given'
import { openProject, type OpeningChoice, salvageOffered } from '../core/shell/open-project'
import { OfferedPaths } from '../core/shell/offered-paths'
import { ReadingPlaces } from '../core/shell/reading-places'
import { requireRecording, type Recordings } from '../core/shell/recordings'
import { readSettings, saveSettings } from '../core/shell/settings-file'
import type { HostShell } from '../core/shell/shell-calls'
import type { CoreClient } from './core-client'
import * as dialogs from './dialogs'
import type { HandedFile } from './ipc'
import { nativeTexts, uiLanguage } from './native-texts'
import { openLink } from './open-link'
import { printPdf } from './print-pdf'
import type { RecentProjects } from './recent'

/** What a window may ask of the desktop program, and what main itself does in the same way. */
export class DesktopShell {
  readonly calls: HostShell
  readonly #core: CoreClient
  readonly #given: GivenFiles
  readonly #recordings: Recordings
  readonly #recent: RecentProjects
  readonly #settingsFile: string
  readonly #readingPlaces: ReadingPlaces
  readonly #window: () => BrowserWindow | null
  readonly #onChange: () => void
  readonly #offered = new OfferedPaths()
  #settings: Settings

  private constructor(options: ShellOptions, settings: Settings) {
    this.#core = options.core
    this.#given = options.given
    this.#recordings = options.recordings
    this.#recent = options.recent
    this.#settingsFile = options.settingsFile
    this.#readingPlaces = new ReadingPlaces(options.settingsFile)
    this.#window = options.window
    this.#onChange = options.onChange
    this.#settings = settings
    this.calls = this.#createCalls()
    nativeTheme.themeSource = settings.theme
  }

  static async create(options: ShellOptions): Promise<DesktopShell> {
    return new DesktopShell(options, await readSettings(options.settingsFile))
  }

  get language() {
    return uiLanguage(this.#settings.language, app.getLocale())
  }

  /** Opens a project whose path the user chose, and remembers it. */
  async open(path: string, choice: OpeningChoice = {}): Promise<ProjectInfo> {
    const project = await this.#offered.watch(() => openProject(this.#core.invoke, { path, ...choice }))
    await this.#remember(project)
    return project
  }

  /** Lets the window use files and folders that the user chose. */
  give(paths: readonly string[]): readonly GivenFile[] {
    return paths.map((path) => this.#given.give(path))
  }

  /** The files that the page was handed by the user, by dropping or pasting them. */
  giveHanded(files: readonly HandedFile[]): readonly GivenFile[] {
    const unreachable = files.find((file) => file.path === '')
    if (unreachable) {
      throw new AppError('file-missing', say('file-not-on-disk', { file: unreachable.name }), {
        advice: say('save-first'),
        recovery: { kind: 'choose-transcripts' },
      })
    }
    return this.give(files.map((file) => file.path))
  }

  /** Asks for folders of transcripts; `null` when the user closed the dialog. */
  async chooseFolders(): Promise<readonly GivenFile[] | null> {
    const paths = await dialogs.askForFolders(this.#dialogs())
    return paths && this.give(paths)
  }

  #createCalls(): HostShell {
    return {
      info: async () => ({
        host: 'electron',
        version: app.getVersion(),
        platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
        projectsFolder: null,
      }),
      settings: async () => this.#settings,
      saveSettings: async (change) => {
        this.#settings = await saveSettings(this.#settingsFile, change)
        nativeTheme.themeSource = this.#settings.theme
        this.#onChange()
        return this.#settings
      },
      findReadingPlace: (sourceId) => this.#readingPlaces.find(sourceId),
      saveReadingPlace: (place) => this.#readingPlaces.save(place),
      listProjects: async () => this.#recent.list(),
      forgetProject: async (path) => {
        await this.#recent.forget(path)
        this.#onChange()
      },
      openProject: async ({ path, ...choice }) => {
        if (path !== undefined && !this.#mayOpen(path)) {
          throw new AppError('not-allowed', say('project-never-opened', { path }), {
            advice: say('choose-in-dialog'),
            recovery: { kind: 'choose-another' },
          })
        }
        const chosen = path ?? (await dialogs.askForProject(this.#dialogs()))
        return chosen === null ? null : this.open(chosen, choice)
      },
      salvageProject: (path) => salvageOffered(this.#core.invoke, this.#offered, path),
      newProject: async ({ title, language, example }) => {
        const path = await dialogs.askForNewProject(this.#dialogs(), title)
        if (path === null) return null
        const project = await this.#offered.watch(() =>
          example
            ? this.#core.invoke('project.createExample', { path, language })
            : this.#core.invoke('project.create', { path, title, language, starter: true }),
        )
        await this.#remember(project)
        return project
      },
      closeProject: async () => {
        await this.#core.invoke('project.close', {})
      },
      chooseTranscripts: async (from) => {
        if (from === 'folder') return this.chooseFolders()
        const paths = await dialogs.askForTranscripts(this.#dialogs())
        return paths && this.give(paths)
      },
      previewTranscripts: (input) => previewGiven(this.#core.invoke, this.#given, input),
      importTranscripts: (input) => importGiven(this.#core.invoke, this.#given, input),
      exportReview: async ({ reviewId, revision, ...request }) => {
        const reviews = await this.#core.invoke('review.list', {})
        const title = reviews.find((review) => review.id === reviewId)?.title ?? ''
        const path = await this.#askForExport(exportFileName(title, request.format))
        if (path === null) return null
        const { out } = await exportToFile(this.#core.invoke, printPdf, {
          ...request,
          id: reviewId as ReviewId,
          revision: revision as ReviewRevisionId | undefined,
          path,
        })
        return { out }
      },
      exportHits: async (request) => {
        const path = await this.#askForExport(exportFileName(request.query, 'csv'))
        return path === null ? null : this.#core.invoke('search.export', { ...request, path })
      },
      savePicture: async (picture) => {
        const path = await this.#askForExport(exportFileName(picture.title, picture.format))
        return path === null ? null : { out: writePicture(path, picture).out }
      },
      openRecording: async (id) => this.#recordings.open((await this.#core.invoke('source.get', { id })).media),
      attachRecording: async (id) => {
        const { media } = await this.#core.invoke('source.get', { id })
        const folder = dirname(media ?? this.#core.project?.path ?? app.getPath('documents'))
        const path = await dialogs.askForRecording(this.#dialogs(), folder)
        if (path === null) return null
        requireRecording(path)
        await this.#core.invoke('source.attachMedia', { id, path })
        return { name: basename(path) }
      },
      openLink: (address) => openLink(this.#dialogs(), address),
      backupProject: async () => {
        const { project } = this.#core
        if (!project) throw new AppError('no-project', say('none-open'), { advice: say('open-project') })
        const path = await dialogs.askForBackup(this.#dialogs(), project.path)
        return path === null ? null : this.#core.invoke('project.backup', { path })
      },
    }
  }

  /** Beside the project, or elsewhere. */
  #askForExport(name: string): Promise<string | null> {
    const folder = this.#core.project ? dirname(this.#core.project.path) : app.getPath('documents')
    return dialogs.askForExport(this.#dialogs(), join(folder, name))
  }

  #mayOpen(path: string): boolean {
    return this.#recent.has(path) || this.#offered.has(path) || this.#core.project?.path === path
  }

  async #remember(project: ProjectInfo): Promise<void> {
    await this.#recent.add(project.path, project.title, new Date())
    app.addRecentDocument(project.path)
    this.#onChange()
  }

  #dialogs(): dialogs.DialogContext {
    return { window: this.#window(), t: nativeTexts(this.language) }
  }
}

interface ShellOptions {
  readonly core: CoreClient
  readonly given: GivenFiles
  readonly recordings: Recordings
  readonly recent: RecentProjects
  readonly settingsFile: string
  readonly window: () => BrowserWindow | null
  /** Menus may have to be shown anew. */
  readonly onChange: () => void
}
