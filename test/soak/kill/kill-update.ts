// A project of an earlier version whose update is killed: it is the old one or all of the new one, and its copy is whole.
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { withCopy } from '../../../electron/core/compare/with-copy'
import { openDatabase, type ProjectDatabase } from '../../../electron/core/store/database'
import { SCHEMA_VERSION } from '../../../electron/core/store/schema'
import { brokenPromises, contentsHash } from '../../random/contents'
import { randomOf } from '../../random/random'
import { type Child, startChild, tell, waitFor } from './child'

const FIXTURES = join(import.meta.dirname, '../../fixtures/databases')

/** What became of an update. */
interface UpdateReport {
  readonly during: 'an update, before it was done' | 'an update, when it was done'
  readonly failures: readonly string[]
}

/** How long a process takes, once it has its task, to bring a project up to date, in milliseconds. */
export async function timeUpdate(script: string, folder: string): Promise<number> {
  const child = startChild(script)
  await child.saw('ready')
  const started = performance.now()
  begin(child, folder, 1)
  await child.saw('open')
  child.process.kill('SIGKILL')
  await child.ended
  return performance.now() - started
}

/** Kills a process at a random moment of an update that takes at most so long. */
export async function killUpdate(child: Child, folder: string, seed: number, longest: number): Promise<UpdateReport> {
  const random = randomOf(seed)
  const version = 1 + random(SCHEMA_VERSION - 1)
  await child.saw('ready')
  const project = begin(child, folder, version)
  await waitFor(random(Math.ceil(longest * 1000)) / 1000)
  child.process.kill('SIGKILL')
  await child.ended
  const during = versionOf(project) === SCHEMA_VERSION ? 'an update, when it was done' : 'an update, before it was done'
  return { during, failures: lookAt(project, folder, version) }
}

function begin(child: Child, folder: string, version: number): string {
  mkdirSync(folder)
  const project = join(folder, 'old.verbatim')
  copyFileSync(join(FIXTURES, `${version}.verbatim`), project)
  tell(child, { project, exports: folder, copy: join(folder, 'copy'), transcripts: [], seed: 1, calls: 0 })
  return project
}

function versionOf(project: string): unknown {
  // One that may write: what was interrupted is rolled back as SQLite looks.
  const sqlite = new Sqlite(project)
  try {
    return sqlite.pragma('user_version', { simple: true })
  } finally {
    sqlite.close()
  }
}

const contents = new Map<number, string>()

function contentsOfVersion(version: number): string {
  const known = contents.get(version) ?? withCopy(join(FIXTURES, `${version}.verbatim`), contentsHash)
  contents.set(version, known)
  return known
}

function lookAt(project: string, folder: string, version: number): string[] {
  try {
    const wanted = contentsOfVersion(version)
    const lookInto = (name: string) => (db: ProjectDatabase) => [
      ...brokenPromises(db).map((problem) => `${name}: ${problem}`),
      ...(contentsHash(db) === wanted ? [] : [`${name} does not hold what the project held`]),
    ]
    const copies = readdirSync(folder).filter((name) => /\.before-version-\d+(?:\.\d+)?$/.test(name))
    const problems = copies.flatMap((name) => withCopy(join(folder, name), lookInto(name)))
    const db = openDatabase(project, { readOnly: false })
    try {
      problems.push(...lookInto('the project')(db))
    } finally {
      db.close()
    }
    const left = readdirSync(folder).filter((name) => name.endsWith('.partial'))
    return [...problems, ...left.map((name) => `${name} is left over`)]
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
}
