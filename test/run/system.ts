// What tests need from the operating system, and how it gets there.
import { delimiter, join } from 'node:path'
import { captureProgram } from '../../electron/build/tools.ts'
import { canRun, findChromium as findSystemChromium } from '../../electron/host/find-chromium.ts'

/** Libraries that Electron loads and that a machine without a desktop lacks. */
const ELECTRON_LIBRARIES = ['libgtk-3.so.0', 'libnss3.so', 'libgbm.so.1', 'libasound.so.2', 'libatk-bridge-2.0.so.0']

const DEBIAN_PACKAGES = ['chromium', 'libgtk-3-0', 'xvfb', 'xauth', 'fonts-noto-cjk', 'gcc', 'g++', 'libc6-dev']

/** A Chromium of the system: the one that CHROME_PATH names, else one that the app itself would find. */
export function findChromium(): string | null {
  return findSystemChromium({ ...process.env, VERBATIM_CHROMIUM: process.env.CHROME_PATH })
}

/** What this machine lacks to run the browser and desktop tests, each named for a reader. */
async function findMissing(): Promise<string[]> {
  const missing = findChromium() === null ? ['a Chromium (or set CHROME_PATH)'] : []
  if (process.platform !== 'linux') return missing
  const libraries = await captureProgram('/sbin/ldconfig', ['-p'])
  if (libraries.code === 0) missing.push(...ELECTRON_LIBRARIES.filter((library) => !libraries.output.includes(library)))
  missing.push(...['xvfb-run', 'xauth'].filter((program) => findProgram(program) === null))
  const fonts = await captureProgram('fc-list', [':lang=zh'])
  if (fonts.stdout.trim() === '') missing.push('a Chinese font')
  return missing
}

/**
 * Brings what is missing where that can be done without asking anybody: on Debian and its kin, as root.
 * @returns `null`, or what is still missing with the line to run
 */
export async function prepareSystem(): Promise<string | null> {
  const missing = [...(await findMissing()), ...compilers()]
  if (missing.length === 0) return null
  const line = `apt-get install -y --no-install-recommends ${DEBIAN_PACKAGES.join(' ')}`
  if (findProgram('apt-get') === null) return `missing: ${missing.join(', ')} — install it with your system's packages`
  if (process.getuid?.() !== 0) return `missing: ${missing.join(', ')} — run: sudo apt-get update && sudo ${line}`
  console.log(`installing what tests need from the system (${missing.join(', ')}) ...`)
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  const updated = await captureProgram('apt-get', ['update'], quiet)
  const installed = await captureProgram('apt-get', line.split(' ').slice(1), quiet)
  const still = [...(await findMissing()), ...compilers()]
  if (installed.code === 0 && still.length === 0) return null
  const why = (installed.code === 0 ? updated : installed).output.trim().split('\n').slice(-3).join(' ')
  return `missing: ${still.join(', ')} — '${line}' did not bring it: ${why}`
}

/** The stand-in runtime compiles better-sqlite3. */
function compilers(): string[] {
  if (process.platform !== 'linux') return []
  return ['gcc', 'g++'].filter((program) => findProgram(program) === null)
}

function findProgram(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find(canRun) ?? null
}
