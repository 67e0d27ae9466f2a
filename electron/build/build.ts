// `npm run build [-- cli electron renderer]`: makes the given parts of dist/, or all of them.
import { buildParts } from './build-parts.ts'
import { type Part, PARTS } from './parts.mjs'

const all = Object.keys(PARTS) as Part[]
const asked = process.argv.slice(2)
const unknown = asked.find((part) => !all.includes(part as Part))

try {
  if (unknown !== undefined) throw new Error(`there is no part '${unknown}'; the parts are ${all.join(', ')}`)
  await buildParts(asked.length > 0 ? (asked as Part[]) : all)
} catch (error) {
  console.error(`verbatim: the build failed — ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
