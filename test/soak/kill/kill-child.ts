// The core in a process of its own, doing what chance says until it is killed.
import { createHash } from 'node:crypto'
import { readFileSync, writeSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { MethodName } from '../../../shared/contract'
import { createCore, type Core } from '../../../electron/core/services'
import { listBackups } from '../../../electron/core/store/backups'
import { listReviews } from '../../../electron/core/store/reviews'
import { listSources } from '../../../electron/core/store/sources'
import { getRevisionId } from '../../../electron/core/store/transcripts'
import { listUndo } from '../../../electron/core/store/act'
import type { ProjectDatabase } from '../../../electron/core/store/database'
import { randomAction } from '../../random/actions'
import { contentsHash } from '../../random/contents'
import { pick, randomOf, type Random } from '../../random/random'
import type { KillLine, KillState, KillTask } from './talk'

const STANDARD_OUTPUT = 1

function say(line: KillLine): void {
  writeSync(STANDARD_OUTPUT, `${JSON.stringify(line)}\n`)
}

function stateOf(db: ProjectDatabase): KillState {
  return { contents: contentsHash(db), ...listUndo(db) }
}

interface Step {
  readonly name: MethodName
  readonly input: unknown
  /** The file that it writes. */
  readonly file?: string
}

function nextStep(db: ProjectDatabase, random: Random, task: KillTask): Step {
  const kind = random(40)
  if (kind < 5) return { name: 'project.undo', input: {} }
  if (kind < 9) return { name: 'project.redo', input: {} }
  if (kind === 9 || listSources(db).length === 0) {
    const files = task.transcripts.filter(() => random(2) === 0).map((path) => ({ path }))
    return { name: 'source.import', input: { files } }
  }
  const review = pick(random, listReviews(db))
  if (kind < 16 && review) {
    const format = pick(random, ['md', 'html', 'docx', 'bundle'])!
    const file = join(task.exports, `review.${format}`)
    return { name: 'review.export', input: { id: review.id, format, path: file }, file }
  }
  const source = pick(random, listSources(db))
  if (kind === 16 && source) {
    const edits = [{ start: 0, end: 0, text: `draft ${random(100)} ` }]
    return { name: 'source.keepDraft', input: { id: source.id, baseRevision: getRevisionId(db, source.id), edits } }
  }
  if (kind === 17) return { name: 'backup.make', input: {} }
  if (kind === 18) return { name: 'project.backup', input: { path: task.copy } }
  const backup = kind === 19 ? pick(random, listBackups(db.path)) : undefined
  if (backup !== undefined) return { name: 'backup.restore', input: { name: basename(backup) } }
  return randomAction(db, random)
}

async function work(core: Core, task: KillTask): Promise<void> {
  const random = randomOf(task.seed)
  const opened = await core.invoke('host', 'project.open', { path: task.project })
  if (!opened.ok) throw new Error(opened.error.message)
  // What was restored from a backup is opened anew.
  const db = () => core.project()!
  say({ kind: 'open', state: stateOf(db()) })
  for (let call = 0; call !== task.calls; call += 1) {
    const { name, input, file } = nextStep(db(), random, task)
    say({ kind: 'begin', name, input })
    const answer = await core.invoke('host', name, input)
    if (!answer.ok && answer.error.code === 'internal') throw new Error(`${name}: ${answer.error.message}`)
    const exported = answer.ok && file !== undefined ? { exported: { file, hash: hashOf(file) } } : {}
    say({ kind: 'done', state: stateOf(db()), ...exported })
  }
  core.close()
  process.exit(0)
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('base64url')
}

createInterface(process.stdin).once('line', (line) => {
  work(createCore({ log: (problem) => console.error(problem) }), JSON.parse(line) as KillTask).catch(
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
say({ kind: 'ready' })
