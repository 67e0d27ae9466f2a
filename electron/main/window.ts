import { BrowserWindow, nativeImage, nativeTheme, screen } from 'electron'
import { z } from 'zod'
import icon from '../../assets/icons/window.png?inline'
import { readJsonFile, writeJsonFileSync } from '../core/shell/json-file'
import { fitToDisplays } from './fit-to-displays'
import { APP_ORIGIN, devToolsAllowed } from './security'

const MIN_SIZE = { width: 900, height: 600 }
const FIRST_SIZE = { width: 1280, height: 800 }

/** The page's ground in styles/tokens.css, shown until the page is painted. */
const GROUND = { light: '#efede7', dark: '#191a19' }

const stateSchema = z.object({
  bounds: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable(),
  maximised: z.boolean(),
})

/** Opens the window where it was last, with a page that has no way to the system but the preload script. */
export async function openWindow(options: {
  readonly stateFile: string
  readonly preload: string
}): Promise<BrowserWindow> {
  const state = await readJsonFile(options.stateFile, stateSchema, { bounds: null, maximised: false })
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const bounds = state.bounds && fitToDisplays(state.bounds, areas, MIN_SIZE)
  const window = new BrowserWindow({
    ...(bounds ?? FIRST_SIZE),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: 'Verbatim',
    backgroundColor: groundColour(),
    icon: nativeImage.createFromDataURL(icon),
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: devToolsAllowed,
    },
  })
  if (state.maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    writeJsonFileSync(options.stateFile, { bounds: window.getNormalBounds(), maximised: window.isMaximized() })
  })
  const followTheme = () => window.setBackgroundColor(groundColour())
  nativeTheme.on('updated', followTheme)
  window.on('closed', () => nativeTheme.off('updated', followTheme))
  return window
}

/** Loads the page, and loads it again when its process dies: what was saved is in core. */
export function loadPage(window: BrowserWindow): Promise<void> {
  const { webContents } = window
  webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') webContents.reload()
  })
  return new Promise((resolve, reject) => {
    webContents.once('did-finish-load', () => resolve())
    window.loadURL(`${APP_ORIGIN}/`).catch((error: NodeJS.ErrnoException) => {
      // The user reloaded the page, or closed the window, before it was there.
      if (error.code !== 'ERR_ABORTED' && !window.isDestroyed()) reject(error)
    })
  })
}

/** Brings a window to the front, whatever state it is in. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function groundColour(): string {
  return nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light
}
