import type { CoreEvent, Input, Output, WindowMethod } from './contract'
import type { BackupMinutes } from './domain/backup'
import type { ExportOptions } from './domain/export-options'
import type { ImportChoice, PreviewReport, ReadingChoice } from './domain/import-preview'
import type { SourceId, SpeakerId } from './domain/ids'
import type { UiLanguage } from './domain/language'
import type { Recording } from './domain/media'
import type { ImportReport, ProjectInfo } from './domain/project'
import type { SalvageReport } from './domain/salvage'
import type { ErrorData } from './errors'

/** A file that the user gave to the window: the host knows what its token stands for. */
export interface GivenFile {
  readonly token: string
  readonly name: string
}

/** What the window needs of a `File` that was dropped or chosen; this folder knows no DOM. */
export interface LocalFile {
  readonly name: string
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** How large transcripts are set, in per cent of the usual size. */
export const TEXT_SIZES = [85, 100, 115, 130, 150, 175, 200] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** How long the lines of a transcript are. */
export const TEXT_WIDTHS = ['narrow', 'medium', 'wide'] as const
export type TextWidth = (typeof TEXT_WIDTHS)[number]

export interface Settings {
  /** `null`: as the system says. */
  readonly language: UiLanguage | null
  readonly theme: Theme
  readonly textSize: TextSize
  readonly textWidth: TextWidth
  /** How often a project that is being changed is backed up. */
  readonly backupMinutes: BackupMinutes
  /** Whether it is noted which text of a transcript was in view for as long as reading it takes. */
  readonly recordsReading: boolean
}

/** How one source was left. It is this computer's, not the project's: another reader of the file has their own. */
export interface ReadingPlace {
  /** Of the first character in view. */
  readonly offset: number
  /** Whose turns are folded. */
  readonly folded: readonly SpeakerId[]
}

export const CHOICES_OF_FILES = ['files', 'folder'] as const
export type ChoiceOfFiles = (typeof CHOICES_OF_FILES)[number]

/** Follows files on their way to the program, and can stop them. Only a browser, which sends them, tells of it. */
export interface GivingWatch {
  readonly progress: (done: number, total: number) => void
  readonly isStopped: () => boolean
}

export const PICTURE_FORMATS = ['svg', 'png'] as const
export type PictureFormat = (typeof PICTURE_FORMATS)[number]

/** A picture that the window drew. */
export interface Picture {
  readonly title: string
  readonly format: PictureFormat
  /** The file's bytes in Base64, which both kinds of calls carry. */
  readonly base64: string
}

/** A project that the start screen offers. `path` is what `openProject` takes. */
export interface KnownProject {
  readonly path: string
  readonly name: string
  /** ISO 8601, or `null` when not known. */
  readonly openedAt: string | null
}

export interface ShellInfo {
  readonly host: 'electron' | 'browser'
  readonly version: string
  /** `darwin` has Cmd where others have Ctrl. */
  readonly platform: 'darwin' | 'win32' | 'linux'
  /** Where new projects go in the browser host; `null` where a dialog asks. */
  readonly projectsFolder: string | null
}

/**
 * What a window asks of the program around it rather than of core: dialogs, files and windows. One interface, two
 * hosts: Electron's main process, and the browser host, where upload and download take the place of dialogs.
 * A `null` answer means that the user closed the dialog.
 */
export interface Shell {
  info(): Promise<ShellInfo>
  settings(): Promise<Settings>
  saveSettings(change: Partial<Settings>): Promise<Settings>
  /** `null` for a source that was never read here. */
  findReadingPlace(sourceId: SourceId): Promise<ReadingPlace | null>
  saveReadingPlace(place: ReadingPlace & { readonly sourceId: SourceId }): Promise<void>
  /** Recent projects (Electron) or the projects in the folder (browser host), newest first. */
  listProjects(): Promise<readonly KnownProject[]>
  forgetProject(path: string): Promise<void>
  /**
   * Opens a known project; in Electron, without a path, the one that a dialog asks for. `takeOver` takes the lock of
   * another computer.
   */
  openProject(options: { path?: string; readOnly?: boolean; takeOver?: boolean }): Promise<ProjectInfo | null>
  /** Reads what can be read of a damaged project that failed to open into a new one beside it, which it then may open. */
  salvageProject(path: string): Promise<SalvageReport>
  /** Makes and opens a project; Electron asks where to save it. `starter` adds a review with two camps. */
  newProject(options: { title: string; language: UiLanguage; example: boolean }): Promise<ProjectInfo | null>
  closeProject(): Promise<void>
  /** Asks for transcripts: a dialog in Electron, the browser's own chooser in the browser host. */
  chooseTranscripts(from: ChoiceOfFiles, watch?: GivingWatch): Promise<readonly GivenFile[] | null>
  /** Turns dropped or chosen `File`s into what `importTranscripts` takes; into none when it was stopped. */
  giveFiles(files: readonly LocalFile[], watch?: GivingWatch): Promise<readonly GivenFile[]>
  /**
   * What an import would understand, file by file: folders and archives become what they hold, each with a token of its
   * own, by which it can be looked at again with other settings, and imported. Stores nothing.
   */
  previewTranscripts(options: {
    files: readonly (GivenFile & ReadingChoice)[]
    job: string
  }): Promise<PreviewReport<{ readonly file: GivenFile }>>
  /** Imports files, each with what the user decided about it. */
  importTranscripts(options: { files: readonly (GivenFile & ImportChoice)[]; job: string }): Promise<ImportReport>
  /**
   * Saves an export through a dialog, or downloads it; `out` is where it went. `change` is put at the head of the change
   * log before, and taken out again when the export fails. `revision` goes out as it did then, and makes no new one.
   */
  exportReview(request: {
    reviewId: string
    format: string
    strict: boolean
    options?: ExportOptions | undefined
    change?: string | undefined
    revision?: string | undefined
  }): Promise<{ out: string } | null>
  /** Saves the hits of a search as a table through a dialog, or downloads it. */
  exportHits(request: Omit<Input<'search.export'>, 'path'>): Promise<{ out: string } | null>
  /** Saves a picture of a review under a name of this stem through a dialog, or downloads it; `out` is where it went. */
  savePicture(picture: Picture): Promise<{ out: string } | null>
  backupProject(): Promise<{ out: string; bytes: number } | null>
  /** Opens a source's recording for playing; the one that was open before is closed. */
  openRecording(sourceId: string): Promise<Recording>
  /** Opens a page of the web in the user's browser, once they said so; a page in a browser opens it itself. */
  openLink(address: string): Promise<void>
  /** Asks for a source's recording and attaches it; in the browser host, which has no paths, it is refused. */
  attachRecording(sourceId: string): Promise<{ name: string } | null>
}

/** A record, so that the compiler asks for every call. */
const CALLS: Readonly<Record<keyof Shell, true>> = {
  info: true,
  settings: true,
  saveSettings: true,
  findReadingPlace: true,
  saveReadingPlace: true,
  listProjects: true,
  forgetProject: true,
  openProject: true,
  salvageProject: true,
  newProject: true,
  closeProject: true,
  chooseTranscripts: true,
  giveFiles: true,
  previewTranscripts: true,
  importTranscripts: true,
  exportReview: true,
  exportHits: true,
  savePicture: true,
  backupProject: true,
  openRecording: true,
  attachRecording: true,
  openLink: true,
}

/** What `make` gives for each call, under the call's name. */
export function eachCall<Calls extends Readonly<Record<keyof Shell, unknown>>>(
  make: <Name extends keyof Shell>(name: Name) => Calls[Name],
): Calls {
  return Object.fromEntries(Object.keys(CALLS).map((name) => [name, make(name as keyof Shell)])) as Calls
}

/** Menu items and keys of the program that the window carries out. */
export const COMMANDS = [
  'project.new',
  'project.open',
  'project.close',
  'project.backup',
  'project.backups',
  'source.import',
  'review.export',
  'transcript.print',
  'edit.undo',
  'edit.redo',
  'edit.selectAll',
  'edit.find',
  'view.library',
  'view.transcript',
  'view.review',
  'view.search',
  'view.palette',
  'view.settings',
  'help.keys',
  'help.diagnostics',
] as const
export type Command = (typeof COMMANDS)[number]

/** What the window hears without asking. */
export type WindowEvent =
  | CoreEvent
  | { readonly kind: 'command'; readonly command: Command }
  /** The core process ended; `restarted` when a new one has the project open again, `gone` when there will be none. */
  | { readonly kind: 'core'; readonly state: 'stopped' | 'restarted' | 'gone'; readonly project: ProjectInfo | null }
  /** Files dropped on the program's icon or opened from the desktop. */
  | { readonly kind: 'files'; readonly files: readonly GivenFile[] }
  /** The program opened a project, or failed to, without the window asking. */
  | { readonly kind: 'failed'; readonly error: ErrorData }

/** The one door out of the window: the preload script's `window.verbatim`, or the browser host over HTTP. */
export interface Bridge {
  invoke<Name extends WindowMethod>(name: Name, input: Input<Name>): Promise<Answer<Output<Name>>>
  shell: {
    [Name in keyof Shell]: (...args: Parameters<Shell[Name]>) => Promise<Answer<Awaited<ReturnType<Shell[Name]>>>>
  }
  /** Returns what ends the subscription. */
  subscribe(listener: (event: WindowEvent) => void): () => void
}

/** A call's outcome as plain data: context bridges and sockets do not carry error classes. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorData }
