// `npm run fuzz -- [--count 10000] [--seed N] [--from N] [--only imports|projects]`: imports mutated fixtures into real
// projects and opens harmed projects, and reports what crashed, hung or was stored in part. The files that failed are kept in node_modules/.cache/verbatim-fuzz.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'vite'
import { fuzzBundles } from '../../electron/build/vite.ts'
import { root } from '../run/worker-folder.ts'

const folder = join(root, 'node_modules', '.cache', 'verbatim-fuzz')
for (const config of fuzzBundles(root, folder)) await build({ ...config, logLevel: 'error' })
const fixtures = join(root, 'test', 'fixtures')
const program = join(folder, 'fuzz.cjs')
const kept = join(folder, 'findings')
const { status } = spawnSync(process.execPath, [program, fixtures, kept, ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
