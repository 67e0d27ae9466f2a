import { protocol } from 'electron'
import { readPageFile } from '../core/shell/page-files'
import { RECORDING_ADDRESS, type Recordings } from '../core/shell/recordings'
import { isAppUrl } from './security'

/** Makes `app://` a scheme with an origin of its own. To be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true },
    },
  ])
}

/** Serves the built page, the recording that is open, and nothing else, at `app://verbatim/`. */
export function serveApp(rendererFolder: string, recordings: Recordings): void {
  protocol.handle('app', async (request) => {
    if (request.method !== 'GET' || !isAppUrl(request.url)) return new Response(null, { status: 404 })
    const { pathname } = new URL(request.url)
    if (pathname.startsWith(RECORDING_ADDRESS)) {
      const answer = await recordings.respond(pathname.slice(RECORDING_ADDRESS.length), request.headers.get('range'))
      return new Response(answer.body, { status: answer.status, headers: answer.headers })
    }
    const { status, headers, body } = await readPageFile(rendererFolder, pathname)
    return new Response(body as Uint8Array<ArrayBuffer>, { status, headers })
  })
}
