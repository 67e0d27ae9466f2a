import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Message, say, verbatim } from '../../shared/domain/messages/message'
import { AppError } from '../../shared/errors'
import { findChromium } from './find-chromium'

/** How long a browser may take, in milliseconds. */
const PATIENCE = 120_000

/**
 * A page of ours as a PDF, printed by a Chromium that is on the machine, without network or the user’s profile. The page's
 * own policy runs no script.
 * Throws `printer-missing` when there is none, and `print-failed`.
 */
export async function printPdf(html: string): Promise<Uint8Array> {
  const browser = findChromium()
  if (browser === null) {
    throw new AppError('printer-missing', say('no-printer'), {
      advice: say('install-printer'),
    })
  }
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-print-'))
  try {
    const page = join(folder, 'page.html')
    const pdf = join(folder, 'page.pdf')
    await writeFile(page, html)
    const ended = await run(browser, [
      '--headless',
      '--disable-gpu',
      '--disable-extensions',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--no-first-run',
      '--no-default-browser-check',
      '--no-pdf-header-footer',
      '--generate-pdf-document-outline',
      // Chromium's own sandbox does not start as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ])
    const bytes = await readFile(pdf).catch(() => null)
    if (bytes === null || bytes.subarray(0, 5).toString('latin1') !== '%PDF-') {
      throw new AppError('print-failed', say('printer-made-nothing', { browser, ended }), {
        advice: say('print-html'),
      })
    }
    return bytes
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Runs a program to its end; says how it ended. */
function run(program: string, args: readonly string[]): Promise<Message> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
    })
    let last = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      last = `${last}${text}`.slice(-500)
    })
    child.on('error', (error) => resolve(verbatim(error.message)))
    child.on('close', (code, signal) =>
      resolve(
        signal
          ? say('ended-by', { signal })
          : say('ended-with', { status: String(code), last: last.trim().split('\n').at(-1) ?? '' }),
      ),
    )
  })
}
