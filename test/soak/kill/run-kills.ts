import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { createProject } from '../../../electron/core/create-project'
import { exportReview } from '../../../electron/core/export/export-review'
import { listUndo, redoAction, undoAction } from '../../../electron/core/store/act'
import { openDatabase, type ProjectDatabase } from '../../../electron/core/store/database'
import { contract } from '../../../shared/contract'
import { backupFolder, listBackups } from '../../../electron/core/store/backups'
import { isWrite, performWrite } from '../../random/actions'
import { brokenPromises, contentsButNames, contentsHash } from '../../random/contents'
import { randomOf } from '../../random/random'
import { type Child, startChild, tell, waitFor } from './child'
import { killUpdate, timeUpdate } from './kill-update'
import type { KillLine, KillState } from './talk'
import { withCopy } from '../../../electron/core/compare/with-copy'

export interface KillOptions {
  readonly count: number
  readonly seed: number
  /** The built kill-child.ts. */
  readonly child: string
  /** Processes at once. */
  readonly lanes?: number
}

export interface KillReport {
  readonly kills: number
  /** Kills by what the process was doing. */
  readonly during: Readonly<Record<string, number>>
  /** Actions that had been acknowledged before a kill. */
  readonly acknowledged: number
  /** Actions that nobody had acknowledged and that were there, whole. */
  readonly extra: number
  /** One sentence each, with the seed that the process had; empty when all promises were kept. */
  readonly failures: readonly string[]
}

/** A project lives through this many kills, then another one begins. */
const KILLS_A_PROJECT = 20
/** One in so many kills a process that brings a project of an earlier version up to date. */
const KILLS_AN_UPDATE = 8
/** A process is killed during one of its first calls, or on the way to it. */
const MOST_CALLS = 6
const LONGEST_CALL_MS = 12
const LONGEST_OPENING_MS = 40

/** Kills the core at random moments, and looks each time at what it left. */
export async function runKills({ count, seed, child, lanes = 2 }: KillOptions): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-kills-'))
  const tally = new Tally()
  let next = 0
  await warmUp(child, makePlace(join(folder, 'first')), seed)
  const longestUpdate = 1.2 * (await timeUpdate(child, join(folder, 'update')))
  const lane = async (): Promise<void> => {
    let place: Place | null = null
    let spare = startChild(child)
    try {
      for (let kill = next++; kill < count; kill = next++) {
        if (!place || place.kills >= KILLS_A_PROJECT) place = makePlace(join(folder, String(kill)))
        const victim = spare
        spare = startChild(child)
        const own = seed * 1_000_003 + kill
        if (kill % KILLS_AN_UPDATE === 0) {
          const update = await killUpdate(victim, join(folder, `update-${kill}`), own, longestUpdate)
          tally.failures.push(...update.failures.map((problem) => `seed ${own}, an update: ${problem}`))
          tally.note(update.during, 0, false)
        } else {
          await killOnce(victim, place, own, tally)
          place.kills += 1
        }
        if (tally.failures.length > 20) return
      }
    } finally {
      spare.process.kill('SIGKILL')
    }
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return tally.report()
}

/** One life to its end leaves its compiled code behind: reading the program is most of what the others do. */
async function warmUp(script: string, place: Place, seed: number): Promise<void> {
  const child = startChild(script)
  tell(child, { ...place, seed, calls: 40 })
  await child.ended
  if (child.process.exitCode !== 0) throw new Error(`a process that nobody killed failed: ${child.errors}`)
}

class Tally {
  readonly failures: string[] = []
  readonly #during = new Map<string, number>()
  #kills = 0
  #acknowledged = 0
  #extra = 0

  note(what: string, acknowledged: number, wasExtra: boolean): void {
    this.#kills += 1
    this.#acknowledged += acknowledged
    if (wasExtra) this.#extra += 1
    this.#during.set(what, (this.#during.get(what) ?? 0) + 1)
  }

  report(): KillReport {
    const during = Object.fromEntries([...this.#during].sort(([, a], [, b]) => b - a))
    return {
      kills: this.#kills,
      during,
      acknowledged: this.#acknowledged,
      extra: this.#extra,
      failures: this.failures,
    }
  }
}

/** A project that is killed again and again, with its transcripts and its exports. */
interface Place {
  readonly project: string
  readonly exports: string
  readonly copy: string
  readonly transcripts: readonly string[]
  /** What the last export of each file was, by its hash. */
  readonly exported: Map<string, string>
  /** When the copies that were looked at were written. */
  readonly checked: Map<string, number>
  /** What was there after the last kill. */
  state: KillState
  kills: number
}

function makePlace(folder: string): Place {
  mkdirSync(join(folder, 'exports'), { recursive: true })
  const transcripts = ['engine', 'forest', '森林'].map((name, number) => {
    const path = join(folder, `${name}.txt`)
    writeFileSync(path, transcriptText(number))
    return path
  })
  const project = join(folder, 'p.verbatim')
  const db = createProject(project, { title: 'P', language: 'en' })
  const state = stateOf(db)
  db.close()
  return {
    project,
    exports: join(folder, 'exports'),
    copy: join(folder, 'copy-elsewhere.verbatim'),
    transcripts,
    exported: new Map(),
    checked: new Map(),
    state,
    kills: 0,
  }
}

function transcriptText(number: number): string {
  const lines = Array.from(
    { length: 40 + 60 * number },
    (_, line) => `${line % 2 === 0 ? 'Ada' : 'Bob'}: Engine ${number} weaves pattern ${line}. 森林会说话，真的吗？ 🌲`,
  )
  return `${lines.join('\n\n')}\n`
}

async function killOnce(child: Child, place: Place, seed: number, tally: Tally): Promise<void> {
  const random = randomOf(seed)
  await child.saw('ready')
  tell(child, { ...place, seed, calls: null })
  // One in eight while it opens the project, the others while it works.
  if (random(8) === 0) await waitFor(random(LONGEST_OPENING_MS * 1000) / 1000)
  else {
    await child.saw('begin', 1 + random(MOST_CALLS))
    await waitFor(random(LONGEST_CALL_MS * 1000) / 1000)
  }
  const endedAlone = child.process.exitCode !== null
  child.process.kill('SIGKILL')
  await child.ended
  const story = tellStory(child.lines, place.state)
  const found = endedAlone ? [`it ended by itself: ${child.errors}`] : lookAt(place, story)
  tally.failures.push(...found.map((problem) => `seed ${seed}, ${story.during}: ${problem}`))
  tally.note(story.during, story.acknowledged, place.state.contents !== story.state.contents)
}

/** What a killed process had done. */
interface Story {
  /** The call that nobody acknowledged; else `opening` or `between calls`. */
  readonly during: string
  readonly begun: { readonly name: string; readonly input: unknown } | null
  readonly state: KillState
  readonly acknowledged: number
  readonly exported: readonly { readonly file: string; readonly hash: string }[]
}

function tellStory(lines: readonly KillLine[], before: KillState): Story {
  const done = lines.filter((line) => line.kind === 'done')
  const opened = lines.find((line) => line.kind === 'open')
  const last = lines.at(-1)
  const begun = last?.kind === 'begin' ? last : null
  return {
    during: begun?.name ?? (opened ? 'between calls' : 'opening'),
    begun,
    state: done.at(-1)?.state ?? opened?.state ?? before,
    acknowledged: done.length,
    exported: done.flatMap(({ exported }) => exported ?? []),
  }
}

/** Opens what was left and says what is wrong with it; what is there becomes the place's new state. */
function lookAt(place: Place, story: Story): string[] {
  for (const { file, hash } of story.exported) place.exported.set(file, hash)
  try {
    const problems: string[] = []
    const db = openDatabase(place.project, { readOnly: false })
    try {
      problems.push(...brokenPromises(db), ...checkExports(db, place, story), ...checkCopies(place))
      place.state = stateOf(db)
    } finally {
      db.close()
    }
    if (place.state.contents !== story.state.contents) problems.push(...checkExtra(place, story))
    else if (!story.begun && !isDeepStrictEqual(place.state, story.state))
      problems.push('undo and redo are not what was acknowledged')
    return problems
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
}

function stateOf(db: ProjectDatabase): KillState {
  return { contents: contentsHash(db), ...listUndo(db) }
}

/** Each exported file is the last one that was acknowledged, or all of the one that was being written. */
function checkExports(db: ProjectDatabase, place: Place, { begun }: Story): string[] {
  return readdirSync(place.exports)
    .filter((name) => /^review\.\w+$/.test(name))
    .flatMap((name) => {
      const file = join(place.exports, name)
      const hash = hashOf(file)
      if (hash === place.exported.get(file)) return []
      const request = contract['review.export'].input.safeParse(begun?.input)
      if (begun?.name !== 'review.export' || !request.success || request.data.path !== file)
        return [`${name} is not the file that was exported`]
      const again = join(place.exports, `again-${name}`)
      exportReview(db, { ...request.data, path: again })
      place.exported.set(file, hash)
      return hashOf(again) === hash ? [] : [`${name} is neither the old file nor all of the new one`]
    })
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('base64url')
}

/** The newest backup, and the copy that was made on request: each is all of a project, or not there. */
function checkCopies(place: Place): string[] {
  return [place.copy, ...listBackups(place.project).slice(0, 1)].flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat || place.checked.get(path) === stat.mtimeMs) return []
    place.checked.set(path, stat.mtimeMs)
    const problems = withCopy(path, brokenPromises)
    return problems.map((problem) => `${basename(path)}: ${problem}`)
  })
}

/** There is more than was acknowledged: it must be the one action that was under way, and all of it. */
function checkExtra(place: Place, { during, begun, state }: Story): string[] {
  if (during === 'backup.restore') return checkRestored(place, begun)
  return withCopy(place.project, (db) => {
    const found = contentsButNames(db)
    const takenBack = during === 'project.undo' ? redoAction(db) : undoAction(db)
    if (during !== 'project.undo' && during !== 'project.redo' && takenBack !== during)
      return [`there is more than was acknowledged, by ${takenBack}`]
    if (contentsHash(db) !== state.contents) return ['without the last action it is not what was acknowledged']
    if (!begun || !isWrite(during)) return []
    performWrite(db, during, begun.input)
    return contentsButNames(db) === found ? [] : ['the last action is there, but not all of it']
  })
}

/** A backup was being restored: all of it is there, with what can be undone in it. */
function checkRestored(place: Place, begun: Story['begun']): string[] {
  const { name } = contract['backup.restore'].input.parse(begun?.input)
  const restored = withCopy(join(backupFolder(place.project), name), stateOf)
  return isDeepStrictEqual(restored, place.state) ? [] : ['it is neither the project nor all of the backup']
}
