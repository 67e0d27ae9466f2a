import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
]
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
]

/**
 * A browser of the Chromium family on this machine, or `null`. `VERBATIM_CHROMIUM` names one, and then no other is
 * looked for.
 */
export function findChromium(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const named = environment['VERBATIM_CHROMIUM']
  if (named) return canRun(named) ? named : null
  return candidates(environment, platform).find(canRun) ?? null
}

function candidates(environment: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string[] {
  if (platform === 'win32') {
    return ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((folder) => {
      const root = environment[folder]
      return root ? WINDOWS.map((path) => join(root, path)) : []
    })
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'))
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  if (platform !== 'darwin') return [...onPath, '/usr/bin/chromium', '/snap/bin/chromium']
  const roots = ['/Applications', ...(environment['HOME'] ? [join(environment['HOME'], 'Applications')] : [])]
  return [...roots.flatMap((root) => MAC.map((app) => join(root, `${app}.app/Contents/MacOS/${app}`))), ...onPath]
}

/** Whether there is a program at `path` that this user may run. */
export function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
