import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { binOf, captureProgram, root } from '../../electron/build/tools.ts'
import type { Runtime } from './runtime.ts'

const output = join(root, 'release', 'test-app')
const config = join(root, 'test', 'run', 'test-app.config.mjs')

/** Packages dist/ as it would ship, in the given runtime, and gives the executable; at once when nothing changed. */
export async function packageApp(runtime: Exclude<Runtime, { kind: 'none' }>): Promise<string> {
  const stampFile = join(output, '.packaged')
  const print = fingerprint(runtime)
  const isFresh = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === print
  if (!isFresh) {
    const { code, output: log } = await captureProgram(
      process.execPath,
      [binOf('electron-builder'), '--dir', '--publish', 'never', '--config', config],
      {
        VERBATIM_TEST_DIST: runtime.dist,
        VERBATIM_TEST_ADDON: runtime.kind === 'stand-in' ? runtime.addon : '',
        VERBATIM_TEST_OUTPUT: output,
      },
    )
    if (code !== 0) throw new Error(`the app cannot be packaged:\n${log}`)
  }
  const executable = findExecutable()
  mkdirSync(output, { recursive: true })
  writeFileSync(stampFile, print)
  return executable
}

function findExecutable(): string {
  const folder = readdirSync(output).find((name) => /^(linux|win|mac)/.test(name)) ?? ''
  const names = ['verbatim', 'Verbatim', 'Verbatim.exe', 'Verbatim.app/Contents/MacOS/Verbatim']
  const found = names
    .map((name) => join(output, folder, name))
    .find((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
  if (found === undefined) throw new Error(`no executable in ${join(output, folder)}`)
  return found
}

function fingerprint(runtime: Runtime): string {
  const hash = createHash('sha256').update(JSON.stringify(runtime))
  const configs = [config, join(root, 'electron', 'build', 'electron-builder.config.mjs'), join(root, 'package.json')]
  const built = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.lock') && !entry.parentPath.includes('.building'))
    .map((entry) => join(entry.parentPath, entry.name))
  for (const file of [...configs, ...built.toSorted()]) {
    hash.update(`${file}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}
