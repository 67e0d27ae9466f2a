import { protocol } from 'electron'
import { readPageFile } from '../core/shell/page-files'
import { isAppUrl } from './security'

/** Makes `app://` a scheme with an origin of its own. To be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built page, and nothing else, at `app://verbatim/`. */
export function serveApp(rendererFolder: string): void {
  protocol.handle('app', async (request) => {
    if (request.method !== 'GET' || !isAppUrl(request.url)) return new Response(null, { status: 404 })
    const { status, headers, body } = await readPageFile(rendererFolder, new URL(request.url).pathname)
    return new Response(body as Uint8Array<ArrayBuffer>, { status, headers })
  })
}
