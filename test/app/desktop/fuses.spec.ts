import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import config from '../../../electron/build/electron-builder.config.mjs'
import { expect, test } from '../launch'

/** Stands in Electron's binary before its fuses: a version, their number, then one character for each. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** As Electron orders them. */
const FUSES = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const

test('the packaged program has the fuses of its configuration', async () => {
  const wire = await readFuses()
  const { enableNodeCliInspectArguments, ...wanted } = config.electronFuses
  // Tests drive the program through --inspect; what ships has that off.
  expect(enableNodeCliInspectArguments).toBe(false)
  const expected = Object.entries(wanted).filter(([name]) => wire.has(name))
  expect(expected.length).toBeGreaterThanOrEqual(5)
  expect(expected.map(([name]) => [name, wire.get(name)])).toEqual(expected)
})

/** What is burnt into the binary; a stand-in that is older than a fuse has none by that name. */
async function readFuses(): Promise<Map<string, boolean>> {
  const binary = await readFile(binaryOf(process.env['VERBATIM_TEST_APP'] ?? ''))
  const at = binary.indexOf(SENTINEL) + SENTINEL.length
  expect(at, 'the place of the fuses in the binary').toBeGreaterThan(SENTINEL.length)
  const [version, count = 0] = binary.subarray(at, at + 2)
  expect(version).toBe(1)
  const states = [...binary.subarray(at + 2, at + 2 + count).toString('latin1')]
  return new Map(FUSES.flatMap((name, index) => (index < count ? [[name, states[index] === '1'] as const] : [])))
}

function binaryOf(executable: string): string {
  if (process.platform !== 'darwin') return executable
  return join(dirname(executable), '..', 'Frameworks', 'Electron Framework.framework', 'Electron Framework')
}
