import { app, type Session, type WebContents } from 'electron'

/** Where the app's own page comes from. */
export const APP_ORIGIN = 'app://verbatim'

/** Whether an address is the app's own. */
export function isAppUrl(address: string): boolean {
  return URL_PATTERN.test(address)
}

const URL_PATTERN = /^app:\/\/verbatim(?:[/?#]|$)/

/** Developer tools are for builds that were not packaged, and for whoever asks for them. */
export const devToolsAllowed = !app.isPackaged || process.env['VERBATIM_DEVTOOLS'] === '1'

/** Shuts a session off from the network, and from every permission a page could ask for. */
export function secureSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isAppUrl(details.url) && !(devToolsAllowed && details.url.startsWith('devtools://')) })
  })
}

/** Keeps a page where it is: it goes nowhere else, opens no windows and holds no guests. */
export function secureContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
