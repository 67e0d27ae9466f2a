import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TURN_SEPARATOR } from '../../shared/domain/turn'
import { createCore, type Core } from '../../electron/core/services'
import { openDatabase } from '../../electron/core/store/database'
import { type FuzzFile, mutate, randomOf } from './mutate'

/** What went wrong with a case; `index` is `null` where it is not known with which one of its batch. */
interface FuzzFinding {
  readonly index: number | null
  readonly file: string
  readonly problem: string
}

/** What to try: the cases from number `from` on. */
interface FuzzPlan {
  readonly corpus: readonly FuzzFile[]
  readonly seed: number
  readonly from: number
  readonly count: number
  readonly progress?: (done: number, findings: readonly FuzzFinding[]) => void
}

/** Files of one import, each batch into a project of its own. */
const BATCH = 100
/** A file of a few kilobytes that takes longer hangs. */
const SLOW_MILLISECONDS = 20_000

/** The files that cases start from: every input of the fixture folders. */
export function readCorpus(fixtures: string): FuzzFile[] {
  return ['imports', 'imports-documents'].flatMap((kind) =>
    readdirSync(join(fixtures, kind), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) =>
        readdirSync(join(fixtures, kind, name))
          .filter((file) => file.startsWith('input.'))
          .map((file) => ({ name: `${name}/${file}`, bytes: readFileSync(join(fixtures, kind, name, file)) })),
      ),
  )
}

/**
 * Imports mutated files as a user would, into real projects, and looks at what is in them then: no crash, no hang, and
 * each source whole. What a case is can be made again from its seed and number.
 */
export async function fuzzImports({ corpus, seed, from, count, progress }: FuzzPlan): Promise<FuzzFinding[]> {
  const findings: FuzzFinding[] = []
  for (let first = from; first < from + count; first += BATCH) {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-fuzz-'))
    const core = createCore()
    try {
      const last = Math.min(first + BATCH, from + count)
      const files = Array.from({ length: last - first }, (_, at) => ({
        index: first + at,
        ...mutate(corpus, randomOf(seed, first + at)),
      }))
      findings.push(...(await importBatch(core, folder, files)))
      progress?.(last - from, findings)
    } finally {
      core.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return findings
}

async function importBatch(
  core: Core,
  folder: string,
  files: readonly (FuzzFile & { readonly index: number })[],
): Promise<FuzzFinding[]> {
  const project = join(folder, 'p.verbatim')
  mkdirSync(join(folder, 'in'))
  const paths = files.map(({ index, name, bytes }) => {
    const path = join(folder, 'in', `${index}-${name}`)
    writeFileSync(path, bytes)
    return { path }
  })
  const findings: FuzzFinding[] = []
  const find = (file: string, problem: string): void => {
    const index = /^(\d+)-/.exec(file)?.[1]
    findings.push({ index: index === undefined ? null : Number(index), file, problem })
  }
  const created = await core.invoke('host', 'project.create', { path: project, title: 'Fuzz', language: 'en' })
  if (!created.ok) throw new Error(created.error.message)
  let since = performance.now()
  const stop = core.subscribe((event) => {
    if (event.kind !== 'progress') return
    const took = performance.now() - since
    since = performance.now()
    if (took > SLOW_MILLISECONDS) find(event.label, `took ${Math.round(took)} ms`)
  })
  const answer = await core.invoke('host', 'source.import', { files: paths, job: 'fuzz' })
  stop()
  if (!answer.ok) {
    find('the whole import', `${answer.error.code}: ${answer.error.message}`)
    return findings
  }
  const { outcomes } = answer.value as {
    outcomes: readonly { kind: string; file: string; code?: string; message?: string }[]
  }
  for (const { kind, file, code = '', message = '' } of outcomes) {
    if (kind !== 'failed') continue
    if (code === 'internal' || /could not be read within|MB of memory/.test(message)) find(file, `${code}: ${message}`)
    else if (message.trim() === '') find(file, `${code} without a message`)
  }
  const answered = new Set(outcomes.map(({ file }) => file))
  const imported = outcomes.filter(({ kind }) => kind === 'imported').length
  for (const { index, name } of files) {
    const file = `${index}-${name}`
    // An archive is answered for by what is in it, which may be nothing that is told of.
    if (!answered.has(file) && !isArchive(files.find((one) => one.index === index)!.bytes)) find(file, 'no outcome')
  }
  await core.invoke('host', 'project.close', {})
  for (const { file, problem } of problemsOf(project, imported)) find(file, problem)
  return findings
}

function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

interface StoredRow {
  readonly id: string
  readonly file: string
  readonly text: string
  readonly hash: string
  readonly cues: number | null
  readonly bytes: Uint8Array | null
  readonly sha256: string
}

/** What is wrong with a project after an import: of SQLite itself, and of each source. */
function problemsOf(path: string, imported: number): { readonly file: string; readonly problem: string }[] {
  const db = openDatabase(path, { readOnly: true })
  const problems: { file: string; problem: string }[] = []
  try {
    for (const problem of db.integrityProblems()) problems.push({ file: 'the project', problem })
    const rows = db.all<StoredRow>(
      `SELECT transcript.id, source.file, transcript.text, transcript.text_sha256 AS hash, transcript.cues,
         imported_file.bytes, source.sha256
       FROM source JOIN transcript ON transcript.id = source.transcript_id
       LEFT JOIN imported_file ON imported_file.transcript_id = transcript.id`,
    )
    if (rows.length !== imported) {
      problems.push({ file: 'the project', problem: `${rows.length} sources where ${imported} were imported` })
    }
    for (const row of rows) {
      const wrong = (problem: string): unknown => problems.push({ file: row.file, problem })
      if (hashOf(row.text) !== row.hash) wrong('its text does not match its hash')
      if (row.bytes === null || hashOf(row.bytes) !== row.sha256) wrong('its bytes do not match their hash')
      const spans = (table: string) =>
        db.all<{ start: number; end: number }>(
          `SELECT start, "end" FROM ${table} WHERE transcript_id = ? ORDER BY position`,
          row.id,
        )
      const turns = spans('turn')
      if (turns.length === 0) wrong('it has no turn')
      const tiled = turns.map(({ start, end }) => row.text.slice(start, end)).join(TURN_SEPARATOR)
      if (tiled !== row.text) wrong('its turns do not tile its text')
      const cues = spans('cue')
      if (cues.length !== (row.cues ?? 0)) wrong(`it has ${cues.length} cues where ${row.cues} were counted`)
      let before = 0
      for (const { start, end } of cues) {
        if (start < before || end <= start || end > row.text.length) wrong(`a cue at ${start} to ${end}`)
        before = end
      }
    }
  } finally {
    db.close()
  }
  return problems
}

function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
