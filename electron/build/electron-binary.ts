// Where Electron's own binary is: its npm package comes without, and brings it at first use.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './tools.ts'

const folder = join(root, 'node_modules', 'electron')

/** Electron's binary, or `null` when it was not downloaded yet. ELECTRON_OVERRIDE_DIST_PATH names another one. */
export function findElectron(): string | null {
  const pathFile = join(folder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : null
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!override && name === null) return null
  const binary = join(override || join(folder, 'dist'), name ?? 'electron')
  return existsSync(binary) ? binary : null
}

/**
 * Downloads Electron's binary if it is not there, once, within the time given.
 * @returns the binary, or one line that says why there is none
 */
export async function bringElectron(limitMs: number): Promise<{ binary: string } | { reason: string }> {
  const present = findElectron()
  if (present !== null) return { binary: present }
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return { reason: 'ELECTRON_OVERRIDE_DIST_PATH holds no Electron' }
  const problem = await download(limitMs)
  const binary = findElectron()
  return binary !== null && problem === null ? { binary } : { reason: problem ?? 'its download brought no binary' }
}

function download(limitMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    let said = ''
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: ['ignore', 'ignore', 'pipe'] })
    const limit = setTimeout(() => {
      child.kill('SIGKILL')
      resolve(`its download took more than ${limitMs / 1000} s`)
    }, limitMs)
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code) => {
      clearTimeout(limit)
      const line = said.split('\n').find((one) => /error/i.test(one)) ?? said.trim().split('\n')[0]
      resolve(code === 0 ? null : `its binary cannot be downloaded (${line?.trim() || `exit code ${code}`})`)
    })
  })
}
