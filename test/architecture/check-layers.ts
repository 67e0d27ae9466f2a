// The step `layers` of `npm run check`: who imports whom, in the project as it lies on disk.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkLayers, readSourceTree } from './layers.ts'

const root = join(import.meta.dirname, '..', '..')
const { files, imports, violations } = checkLayers(readSourceTree(root), (path) => existsSync(join(root, path)))
for (const { rule, file, message } of violations) console.log(`${file}: ${message} [${rule}]`)
console.log(`${files} files, ${imports} imports, ${violations.length} violations`)
process.exitCode = violations.length === 0 && imports > 0 ? 0 : 1
