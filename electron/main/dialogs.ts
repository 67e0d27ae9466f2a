import { app, type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import type { TFunction } from 'i18next'
import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { TRANSCRIPT_EXTENSIONS } from '../../shared/transcript-files'
import { RECORDING_EXTENSIONS } from '../core/shell/recordings'
import { isProjectFile, PROJECT_EXTENSION, projectFileName } from '../core/shell/project-file'

/** What the dialogs are shown on, and in which language. */
export interface DialogContext {
  readonly window: BrowserWindow | null
  readonly t: TFunction
}

/** The project that the user picks, or `null`. */
export async function askForProject({ window, t }: DialogContext): Promise<string | null> {
  const [path] = await showOpen(window, {
    title: t('dialog.openProject'),
    defaultPath: app.getPath('documents'),
    filters: [projectFilter(t)],
    properties: ['openFile'],
  })
  return path ?? null
}

/** Where the user wants a new project, or `null`. */
export async function askForNewProject({ window, t }: DialogContext, title: string): Promise<string | null> {
  const path = await showSave(window, {
    title: t('dialog.newProject'),
    defaultPath: join(app.getPath('documents'), projectFileName(title)),
    filters: [projectFilter(t)],
  })
  return path && asProjectPath(path)
}

/** The transcripts that the user picks, or `null`; macOS lets them pick folders in the same dialog. */
export async function askForTranscripts({ window, t }: DialogContext): Promise<string[] | null> {
  const paths = await showOpen(window, {
    title: t('dialog.import'),
    defaultPath: app.getPath('documents'),
    filters: [
      { name: t('dialog.transcripts'), extensions: [...TRANSCRIPT_EXTENSIONS] },
      { name: t('dialog.allFiles'), extensions: ['*'] },
    ],
    properties: ['openFile', 'multiSelections', ...(process.platform === 'darwin' ? ['openDirectory' as const] : [])],
  })
  return paths.length > 0 ? paths : null
}

/** The recording that the user picks, or `null`. */
export async function askForRecording({ window, t }: DialogContext, folder: string): Promise<string | null> {
  const [path] = await showOpen(window, {
    title: t('dialog.recording'),
    defaultPath: folder,
    filters: [{ name: t('dialog.recordings'), extensions: [...RECORDING_EXTENSIONS] }],
    properties: ['openFile'],
  })
  return path ?? null
}

/** The folders of transcripts that the user picks, or `null`. */
export async function askForFolders({ window, t }: DialogContext): Promise<string[] | null> {
  const paths = await showOpen(window, {
    title: t('dialog.importFolder'),
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'multiSelections'],
  })
  return paths.length > 0 ? paths : null
}

/** Where an export goes, or `null`: as the user named it, since the dialog asked about no other file. */
export function askForExport({ window, t }: DialogContext, suggested: string): Promise<string | null> {
  const extension = extname(suggested).slice(1)
  return showSave(window, {
    title: t('dialog.export'),
    defaultPath: suggested,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  })
}

/** Where a copy of the project goes, or `null`. */
export async function askForBackup({ window, t }: DialogContext, project: string): Promise<string | null> {
  const name = basename(project).slice(0, -PROJECT_EXTENSION.length)
  const path = await showSave(window, {
    title: t('dialog.backup'),
    defaultPath: join(app.getPath('documents'), `${t('dialog.copyName', { name })}${PROJECT_EXTENSION}`),
    filters: [projectFilter(t)],
  })
  return path && asProjectPath(path)
}

async function showOpen(window: BrowserWindow | null, options: OpenDialogOptions): Promise<string[]> {
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return canceled ? [] : filePaths
}

async function showSave(window: BrowserWindow | null, options: SaveDialogOptions): Promise<string | null> {
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  return canceled || !filePath ? null : filePath
}

function projectFilter(t: TFunction) {
  return { name: t('dialog.projects'), extensions: [PROJECT_EXTENSION.slice(1)] }
}

/** The path with a project's ending, unless that names a file which the dialog did not ask about. */
function asProjectPath(path: string): string {
  const withEnding = isProjectFile(path) ? path : `${path}${PROJECT_EXTENSION}`
  return existsSync(withEnding) ? path : withEnding
}
