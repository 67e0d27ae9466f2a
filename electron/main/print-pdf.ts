import { BrowserWindow, session } from 'electron'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { say } from '../../shared/domain/messages/message'
import { AppError } from '../../shared/errors'

/**
 * A page of ours as a PDF, printed by a hidden window: without scripts, without the network, in a session of its own.
 * Throws `print-failed`.
 */
export async function printPdf(html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-print-'))
  const page = join(folder, 'page.html')
  const address = pathToFileURL(page).href
  const own = session.fromPartition(`print-${Date.now()}`)
  own.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  own.webRequest.onBeforeRequest((details, callback) => callback({ cancel: details.url !== address }))
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    },
  })
  try {
    await writeFile(page, html)
    await window.loadURL(address)
    return await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } catch (error) {
    throw new AppError('print-failed', say('page-not-printed'), {
      advice: say('print-html'),
      cause: error,
    })
  } finally {
    window.destroy()
    await rm(folder, { recursive: true, force: true })
  }
}
