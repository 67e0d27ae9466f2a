import { dirname, join } from 'node:path'
import { bringElectron } from '../../electron/build/electron-binary.ts'
import { captureProgram, root } from '../../electron/build/tools.ts'

/** The Electron that the desktop tests run: the official one where it can be had, else the stand-in. */
export type Runtime =
  | { readonly kind: 'official'; readonly dist: string }
  | { readonly kind: 'stand-in'; readonly dist: string; readonly addon: string }
  | { readonly kind: 'none'; readonly reason: string; readonly isFailure: boolean }

const DOWNLOAD_LIMIT_MS = 180_000

/** Finds or makes the runtime; the first time this takes about a minute. */
export async function prepareRuntime(): Promise<Runtime> {
  const official = await bringElectron(DOWNLOAD_LIMIT_MS)
  if ('binary' in official) return { kind: 'official', dist: distOf(official.binary) }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const reason = `Electron: ${official.reason}; the stand-in exists for linux-x64 only`
    return { kind: 'none', reason, isFailure: false }
  }
  const standIn = await captureProgram('bash', [join(root, 'test', 'electron-runtime', 'prepare.sh')])
  const [dist, addon] = standIn.stdout.trim().split('\n')
  if (standIn.code === 0 && dist && addon) return { kind: 'stand-in', dist, addon }
  return {
    kind: 'none',
    reason: `Electron: ${official.reason}; the stand-in: ${standIn.output.trim()}`,
    isFailure: true,
  }
}

/** The unpacked folder that holds the binary, on macOS the one around `Electron.app`. */
function distOf(binary: string): string {
  return process.platform === 'darwin' ? join(dirname(binary), '..', '..', '..') : dirname(binary)
}
