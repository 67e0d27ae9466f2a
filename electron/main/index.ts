// Start-up: one instance, one window, one core.
import { app, type BrowserWindow, Menu, session } from 'electron'
import { join, resolve } from 'node:path'
import { CHANNELS } from '../../shared/core-messages'
import { toErrorData } from '../../shared/errors'
import type { Command, WindowEvent } from '../../shared/shell'
import { GivenFiles } from '../core/shell/given-files'
import { Recordings } from '../core/shell/recordings'
import { isProjectFile } from '../core/shell/project-file'
import { CoreClient } from './core-client'
import { DesktopShell } from './desktop-shell'
import { bindIpc } from './ipc'
import { showMenu } from './menu'
import { nativeTexts } from './native-texts'
import { registerAppScheme, serveApp } from './protocol'
import { RecentProjects } from './recent'
import { devToolsAllowed, secureContents, secureSession } from './security'
import { focusWindow, loadPage, openWindow } from './window'

/** The launcher waits for this line. */
const READY_LINE = 'verbatim: ready'

let window: BrowserWindow | null = null
/** What the window is told as soon as it listens. */
const untold: WindowEvent[] = []
let isListening = false
/** Opens a path from the desktop; until the program has started it only remembers it. */
let openPath: (path: string) => void = (path) => asked.push(path)
const asked: string[] = []

function tell(event: WindowEvent): void {
  if (isListening && window) window.webContents.send(CHANNELS.event, event)
  else untold.push(event)
}

/** The project that a command line names, made absolute. */
function projectIn(args: readonly string[], folder: string): string | null {
  const path = args.slice(1).findLast((arg) => !arg.startsWith('-') && isProjectFile(arg))
  return path === undefined ? null : resolve(folder, path)
}

async function start(): Promise<void> {
  const userData = app.getPath('userData')
  const recent = await RecentProjects.read(join(userData, 'recent.json'))
  secureSession(session.defaultSession)
  const recordings = new Recordings()
  serveApp(join(__dirname, 'renderer'), recordings)

  const core = new CoreClient({
    entry: join(__dirname, 'core.cjs'),
    settingsFile: join(userData, 'settings.json'),
    tell,
    onProject: (project) => {
      if (process.platform === 'darwin') window?.setRepresentedFilename(project?.path ?? '')
      refreshMenu()
    },
  })
  const shell = await DesktopShell.create({
    core,
    given: new GivenFiles(),
    recordings,
    recent,
    settingsFile: join(userData, 'settings.json'),
    window: () => window,
    onChange: refreshMenu,
  })
  bindIpc({
    isOurWindow: (contents) => contents === window?.webContents,
    shell: shell.calls,
    giveFiles: (files) => shell.giveHanded(files),
    connect: (contents) => {
      core.connect(contents)
      isListening = true
      for (const event of untold.splice(0)) tell(event)
    },
  })
  refreshMenu()

  openPath = (path) => {
    if (isProjectFile(path)) {
      shell.open(path).catch((error: unknown) => tell({ kind: 'failed', error: toErrorData(error) }))
    } else {
      tell({ kind: 'files', files: shell.give([path]) })
    }
    if (window) focusWindow(window)
  }
  const named = projectIn(process.argv, process.cwd())
  if (named !== null) asked.push(named)
  for (const path of asked.splice(0)) openPath(path)

  app.on('second-instance', (_event, args, folder) => {
    const path = projectIn(args, folder)
    if (path !== null) openPath(path)
    if (window) focusWindow(window)
    else void showWindow()
  })
  app.on('activate', () => {
    if (!window) void showWindow()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void core.close().then(() => {
      isClosed = true
      // Within this event a call to quit is ignored, and there may have been nothing to wait for.
      setImmediate(() => app.quit())
    })
  })

  await showWindow()
  if (process.env['VERBATIM_LAUNCHER'] === '1') process.stdout.write(`${READY_LINE}\n`)

  async function showWindow(): Promise<void> {
    const opened = await openWindow({
      stateFile: join(userData, 'window.json'),
      preload: join(__dirname, 'preload.cjs'),
    })
    window = opened
    opened.on('closed', () => {
      window = null
      isListening = false
    })
    await loadPage(opened)
  }

  function refreshMenu(): void {
    showMenu({
      t: nativeTexts(shell.language),
      platform: process.platform,
      recent: recent.list(),
      hasProject: core.project !== null,
      devTools: devToolsAllowed,
      command: (command: Command) => tell({ kind: 'command', command }),
      openRecent: (path) => openPath(path),
      clearRecent: () => {
        app.clearRecentDocuments()
        void recent.clear().then(refreshMenu)
      },
      importFolder: () => {
        shell.chooseFolders().then(
          (files) => files && tell({ kind: 'files', files }),
          (error: unknown) => tell({ kind: 'failed', error: toErrorData(error) }),
        )
      },
    })
  }
}

app.setName('Verbatim')
// Together the two keep any window from opening.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
// Before the program is ready there is nothing to choose from.
Menu.setApplicationMenu(null)
app.on('open-file', (event, path) => {
  event.preventDefault()
  openPath(path)
})
app.on('web-contents-created', (_event, contents) => secureContents(contents))

if (app.requestSingleInstanceLock()) {
  registerAppScheme()
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      console.error(error)
      app.exit(1)
    })
} else {
  app.quit()
}
