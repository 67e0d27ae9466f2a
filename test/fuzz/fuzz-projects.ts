import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { createCore, type Core } from '../../electron/core/services'
import { openDatabase } from '../../electron/core/store/database'
import { randomOf } from './mutate'

/** What went wrong with a project; it can be made again from its seed and `index`. */
export interface ProjectFinding {
  readonly index: number
  readonly steps: readonly string[]
  readonly problem: string
}

interface ProjectFuzzPlan {
  /** Bytes of whole projects, by what they are called. */
  readonly corpus: ReadonlyMap<string, Buffer>
  readonly seed: number
  readonly from: number
  readonly count: number
}

type Random = ReturnType<typeof randomOf>

/** A project of a few hundred kilobytes that takes longer hangs. */
const SLOW_MILLISECONDS = 20_000
/** How a file may be refused that is no project any more. */
const REFUSALS = ['project-foreign', 'project-damaged', 'project-newer', 'project-unreadable']

/** The projects that cases start from: one of each version. */
export function readProjects(fixtures: string): ReadonlyMap<string, Buffer> {
  const folder = join(fixtures, 'databases')
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
}

/** A case's bytes, and how they came about. */
export function harmProject(
  corpus: ProjectFuzzPlan['corpus'],
  random: Random,
): { readonly bytes: Buffer; readonly steps: readonly string[] } {
  const names = [...corpus.keys()]
  // The newest is what most people have.
  const name = random(2) === 0 ? names.at(-1)! : names[random(names.length)]!
  const steps = [name]
  let bytes: Buffer = Buffer.from(corpus.get(name)!)
  for (let left = 1 + random(3); left > 0; left -= 1) {
    const isOfRows = random(2) === 0 && steps.every((step) => step === name || step.startsWith('sql '))
    if (isOfRows) {
      const { changed, sql } = harmRows(bytes, random)
      bytes = changed
      steps.push(`sql ${sql}`)
    } else {
      const kind = BYTE_STEPS[random(BYTE_STEPS.length)]!
      bytes = kind.harm(bytes, random)
      steps.push(kind.name)
    }
  }
  return { bytes, steps }
}

const pageSizeOf = (bytes: Buffer) => (bytes.length < 18 ? 4096 : bytes.readUInt16BE(16) || 4096)
const pageAt = (bytes: Buffer, random: Random) => {
  const size = pageSizeOf(bytes)
  return { start: size * random(Math.max(1, Math.floor(bytes.length / size))), size }
}

const BYTE_STEPS: readonly { readonly name: string; readonly harm: (bytes: Buffer, random: Random) => Buffer }[] = [
  {
    name: 'flip',
    harm: (bytes, random) => {
      for (let times = 1 + random(20); times > 0 && bytes.length > 0; times -= 1)
        bytes[random(bytes.length)]! ^= 1 << random(8)
      return bytes
    },
  },
  {
    name: 'header',
    harm: (bytes, random) => {
      if (bytes.length > 100) bytes[random(100)] = random(256)
      return bytes
    },
  },
  {
    name: 'page of zeros',
    harm: (bytes, random) => {
      const { start, size } = pageAt(bytes, random)
      return bytes.fill(0, start, start + size)
    },
  },
  {
    name: 'page of noise',
    harm: (bytes, random) => {
      const { start, size } = pageAt(bytes, random)
      for (let at = start; at < Math.min(bytes.length, start + size); at += 1) bytes[at] = random(256)
      return bytes
    },
  },
  {
    name: 'page twice',
    harm: (bytes, random) => {
      const [from, to] = [pageAt(bytes, random), pageAt(bytes, random)]
      bytes.copy(bytes, to.start, from.start, from.start + from.size)
      return bytes
    },
  },
  { name: 'cut', harm: (bytes, random) => bytes.subarray(0, random(bytes.length + 1)) },
  {
    name: 'tail',
    harm: (bytes, random) => Buffer.concat([bytes, Buffer.alloc(random(9000), random(256))]),
  },
]

const VALUES: readonly string[] = [
  'NULL',
  '0',
  '-1',
  '1',
  '9007199254740993',
  '-9223372036854775808',
  '1e308',
  `''`,
  `'x'`,
  `'../../etc/passwd'`,
  `'{"a":'`,
  `'[]'`,
  `'{}'`,
  `'[null, {"start": -1}]'`,
  `char(55357)`,
  `x'00ff'`,
  `'<script>'`,
]

/** One statement by hand, with every rule of the file off; what the tables themselves refuse leaves it as it was. */
function harmRows(bytes: Buffer, random: Random): { readonly changed: Buffer; readonly sql: string } {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-rows-'))
  const path = join(folder, 'p.verbatim')
  writeFileSync(path, bytes)
  const sqlite = new Sqlite(path)
  let sql = ''
  try {
    sqlite.pragma('foreign_keys = OFF')
    sqlite.pragma('ignore_check_constraints = ON')
    sql = statementFor(sqlite, random)
    sqlite.exec(sql)
    sqlite.pragma('journal_mode = DELETE')
  } catch {
    // Refused: the next step may get further.
  } finally {
    sqlite.close()
  }
  const changed = readFileSync(path)
  rmSync(folder, { recursive: true, force: true })
  return { changed, sql }
}

function statementFor(sqlite: Sqlite.Database, random: Random): string {
  const tables = sqlite
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
    .all() as { name: string }[]
  const table = tables[random(tables.length)]!.name
  const columns = sqlite.pragma(`table_info("${table}")`) as { name: string }[]
  const column = columns[random(columns.length)]!.name
  const other = columns[random(columns.length)]!.name
  const some = random(3) === 0 ? '' : ` WHERE rowid % 2 = ${random(2)}`
  switch (random(8)) {
    case 0:
      return `DELETE FROM "${table}"${some}`
    case 1:
      return `UPDATE "${table}" SET "${column}" = "${other}"${some}`
    case 2:
      return `UPDATE "${table}" SET "${column}" = (SELECT max("${column}") FROM "${table}")${some}`
    case 3:
      return `PRAGMA user_version = ${random(12)}`
    case 4:
      return `UPDATE "${table}" SET "${column}" = "${column}" + ${random(1000) - 500}${some}`
    default:
      return `UPDATE "${table}" SET "${column}" = ${VALUES[random(VALUES.length)]}${some}`
  }
}

/**
 * Opens harmed projects as a user would: each is refused by what it is and left to the byte, or is read through and
 * through; and what is damaged can be salvaged, or nothing of it can.
 */
export async function fuzzProjects({ corpus, seed, from, count }: ProjectFuzzPlan): Promise<ProjectFinding[]> {
  const findings: ProjectFinding[] = []
  for (let index = from; index < from + count; index += 1) {
    const { bytes, steps } = harmProject(corpus, randomOf(seed, index))
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-fuzz-'))
    const find = (problem: string) => void findings.push({ index, steps, problem })
    const core = createCore()
    try {
      const started = performance.now()
      await tryProject(core, folder, bytes, find)
      const took = performance.now() - started
      if (took > SLOW_MILLISECONDS) find(`took ${Math.round(took)} ms`)
    } catch (error) {
      find(error instanceof Error ? (error.stack ?? error.message) : String(error))
    } finally {
      core.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return findings
}

async function tryProject(core: Core, folder: string, bytes: Buffer, find: (problem: string) => void): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'p.verbatim')
  writeFileSync(path, bytes)
  const opened = await core.invoke('host', 'project.open', { path })
  if (opened.ok) {
    await readThrough(core, find)
    await core.invoke('host', 'project.close', {})
    return
  }
  const { code, message, advice } = opened.error
  if (!REFUSALS.includes(code)) find(`refused as ${code}: ${message}`)
  if (advice === '') find(`refused as ${code} without what to do`)
  if (!readFileSync(path).equals(bytes)) find(`refused as ${code}, and changed`)
  if (code !== 'project-damaged') return
  const out = join(folder, 'salvaged.verbatim')
  const salvaged = await core.invoke('host', 'project.salvage', { path, out })
  if (!salvaged.ok) {
    if (salvaged.error.code !== 'project-damaged') find(`salvage: ${salvaged.error.code}: ${salvaged.error.message}`)
    return
  }
  if (!readFileSync(path).equals(bytes)) find('salvaged, and changed')
  const db = openDatabase(out, { readOnly: false, backsUp: false })
  for (const problem of db.integrityProblems()) find(`salvaged: ${problem}`)
  db.close()
  await core.invoke('host', 'project.open', { path: out })
  await readThrough(core, find)
}

/** Asks for all there is, as the windows do; then changes something and takes that back. */
async function readThrough(core: Core, find: (problem: string) => void): Promise<void> {
  const ask = async (name: string, input: unknown): Promise<unknown> => {
    const answer = await core.invoke('host', name, input)
    if (!answer.ok && answer.error.code === 'internal') find(`${name}: ${answer.error.message}`)
    return answer.ok ? answer.value : null
  }
  const idsOf = async (name: string) => ((await ask(name, {})) as { id: string }[] | null)?.map(({ id }) => id) ?? []
  for (const id of await idsOf('source.list'))
    for (const name of ['get', 'read', 'revisions', 'findDraft', 'cues', 'report']) await ask(`source.${name}`, { id })
  for (const id of await idsOf('passage.list')) await ask('passage.get', { id })
  for (const id of await idsOf('review.list')) {
    for (const name of ['get', 'render', 'revisions', 'proposeChange', 'hints']) await ask(`review.${name}`, { id })
    for (const format of ['html', 'bundle']) await ask('review.page', { id, format, strict: false })
  }
  for (const name of [
    'passage.verify',
    'passage.tags',
    'relation.list',
    'glossary.list',
    'diagnostics.read',
    'backup.list',
  ])
    await ask(name, {})
  await ask('search.turns', { query: 'carbon', limit: 10 })
  await ask('project.update', { title: 'Changed' })
  await ask('project.undo', {})
  await ask('project.undo', {})
  await ask('project.redo', {})
}
