import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CoreEvent } from '../../../shared/contract'
import { SEARCH_READING_JOB, type SearchAnswer } from '../../../shared/domain/search'
import type { Mentions } from '../../../shared/domain/mentions'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import type { ProjectDatabase } from '../store/database'
import type { MentionsRequest } from './count-mentions'
import { isFault, parseQuery } from './parse-query'
import { listSearchedMarks, listSearchedSources, readSearchedText } from './read-library'
import type { SearchRequest } from './run-search'
import { FLAGS, type SearchMessage, type SearchReply, type SearchStart, type SentPlaces } from './search-messages'

/** Where the built `search-worker.ts` is, seen from the program's folder: set by the build, and by tests for its source. */
declare const SEARCH_WORKER: string

/** How long a query's regular expressions may take; an ordinary one takes half a second for ten million words. */
const PATTERN_SECONDS = 5
/** Texts between two tellings. */
const TOLD_EVERY = 25

type Question = Extract<SearchMessage, { readonly id: number }>
type Ask = Question extends infer One ? (One extends Question ? Omit<One, 'id'> : never) : never

/** A thread that answers questions. */
class SearchThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, { resolve: (reply: SearchReply) => void; reject: (error: unknown) => void }>()
  #nextId = 1
  #error: Error | null = null

  constructor(flags: Int32Array) {
    const start: SearchStart = { flags }
    this.#worker = new Worker(resolve(import.meta.dirname, SEARCH_WORKER), { workerData: start, execArgv: [] })
    this.#worker.on('message', (reply: SearchReply) => {
      this.#waiting.get(reply.id)?.resolve(reply)
      this.#waiting.delete(reply.id)
    })
    this.#worker.on('error', (error: Error) => this.#fail(error))
    this.#worker.unref()
  }

  get isBroken(): boolean {
    return this.#error !== null
  }

  get isBusy(): boolean {
    return this.#waiting.size > 0
  }

  /** Ends when what it was asked last is answered, or will not be. */
  settled: Promise<unknown> = Promise.resolve()

  tell(message: Exclude<SearchMessage, Question>): void {
    this.#worker.postMessage(message, [])
  }

  async ask(question: Ask): Promise<SearchReply> {
    if (this.#error !== null) throw this.#error
    const id = this.#nextId
    this.#nextId += 1
    // The thread alone does not keep the program alive, what it is asked does.
    this.#worker.ref()
    try {
      const answered = new Promise<SearchReply>((settle, reject) => {
        this.#waiting.set(id, { resolve: settle, reject })
        this.#worker.postMessage({ ...question, id }, [])
      })
      this.settled = answered.catch(() => {})
      const reply = await answered
      if (reply.kind === 'failed') throw AppError.from(reply.error)
      return reply
    } finally {
      if (!this.isBusy) this.#worker.unref()
    }
  }

  end(error: Error): void {
    this.#fail(error)
    void this.#worker.terminate()
  }

  #fail(error: Error): void {
    this.#error = error
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

/** Ends what waits for a thread that is no longer needed. */
class Ended extends Error {}

/**
 * Searches the open project in a thread of its own, which holds every text and an index over them in memory. Nothing of
 * that is on disk: it is read from the project when somebody searches first, and then what changed since.
 */
export class Searcher {
  readonly #emit: (event: CoreEvent) => void
  readonly #flags = new Int32Array(new SharedArrayBuffer(FLAGS * Int32Array.BYTES_PER_ELEMENT))
  readonly #latest = new Map<string, { flag: number; supersede: () => void }>()
  #project: ProjectDatabase | null = null
  #thread: SearchThread | null = null
  #patternThread: SearchThread | null = null
  #known = new Set<string>()
  #isStale = true
  #reading: Promise<void> | null = null
  #nextFlag = 0

  constructor(emit: (event: CoreEvent) => void) {
    this.#emit = emit
  }

  /** The project changed: what is known of it is looked at again before the next search. */
  invalidate(): void {
    this.#isStale = true
  }

  /** Forgets everything and ends the threads. */
  close(): void {
    for (const thread of [this.#thread, this.#patternThread]) thread?.end(new Ended())
    this.#thread = null
    this.#patternThread = null
    this.#project = null
    this.#known = new Set()
    this.#isStale = true
    this.#reading = null
    this.#latest.clear()
  }

  /**
   * Answers a search. One of the same job that is still under way is superseded. One that gives way waits for what others
   * have a regular expression looked for, and is superseded when they come later.
   */
  async find(
    project: ProjectDatabase,
    request: SearchRequest,
    { job, givesWay = false }: { readonly job?: string | undefined; readonly givesWay?: boolean } = {},
  ): Promise<SearchAnswer> {
    const flag = this.#nextFlag
    this.#nextFlag = (this.#nextFlag + 1) % FLAGS
    Atomics.store(this.#flags, flag, 0)
    return new Promise((settle, reject) => {
      const supersede = () => {
        Atomics.store(this.#flags, flag, 1)
        settle({ kind: 'superseded' })
      }
      const mine = { flag, supersede }
      if (job !== undefined) {
        this.#latest.get(job)?.supersede()
        this.#latest.set(job, mine)
      }
      const isWanted = () => Atomics.load(this.#flags, flag) === 0
      this.#answer(project, request, { flag, isWanted, givesWay })
        .catch((error: unknown): SearchAnswer => {
          if (error instanceof Ended) return { kind: 'superseded' }
          throw error
        })
        .then(settle, reject)
        .finally(() => {
          if (job !== undefined && this.#latest.get(job) === mine) this.#latest.delete(job)
        })
    })
  }

  /** Counts mentions as the project is now. Throws `cancelled` when the project is closed meanwhile. */
  async countMentions(project: ProjectDatabase, request: MentionsRequest): Promise<Mentions> {
    try {
      const thread = await this.#ready(project)
      const reply = await thread.ask({ kind: 'mentions', request })
      thread.tell({ kind: 'index' })
      if (reply.kind !== 'mentions') throw new Error(`mentions were answered with ${reply.kind}`)
      return reply.mentions
    } catch (error) {
      throw error instanceof Ended ? new AppError('cancelled', say('none-open')) : error
    }
  }

  async #answer(
    project: ProjectDatabase,
    request: SearchRequest,
    { flag, isWanted, givesWay }: { flag: number; isWanted: () => boolean; givesWay: boolean },
  ): Promise<SearchAnswer> {
    const parsed = parseQuery(request.query)
    if (parsed !== null && isFault(parsed)) return { kind: 'fault', fault: parsed }
    const thread = await this.#ready(project)
    if (!isWanted()) return { kind: 'superseded' }
    const patterns =
      parsed && parsed.patterns.length > 0
        ? await this.#findPatterns(thread, parsed.patterns, request, givesWay)
        : new Map()
    if (patterns === null) return { kind: 'slow', seconds: PATTERN_SECONDS }
    const reply = await thread.ask({ kind: 'search', flag, request, patterns })
    thread.tell({ kind: 'index' })
    if (reply.kind !== 'answer') throw new Error(`a search was answered with ${reply.kind}`)
    return reply.answer
  }

  /** In a thread that can be ended: some patterns would take years. `null` when it was. */
  async #findPatterns(
    thread: SearchThread,
    sources: readonly string[],
    { folds }: SearchRequest,
    givesWay: boolean,
  ): Promise<SentPlaces | null> {
    if (givesWay) await this.#patternsDone()
    const shared = await thread.ask({ kind: 'segments' })
    if (shared.kind !== 'segments') throw new Error(`segments were answered with ${shared.kind}`)
    if (givesWay && this.#patternThread?.isBusy) throw new Ended()
    // What it is at is not waited for any more.
    if (this.#patternThread?.isBusy) this.#endPatterns()
    if (this.#patternThread?.isBroken) this.#patternThread = null
    const patternThread = (this.#patternThread ??= new SearchThread(this.#flags))
    let isSlow = false
    const timer = setTimeout(() => {
      isSlow = true
      if (this.#patternThread === patternThread) this.#endPatterns()
    }, PATTERN_SECONDS * 1000)
    try {
      const reply = await patternThread.ask({ kind: 'patterns', sources, folds, segments: shared.segments })
      if (reply.kind !== 'patterns') throw new Error(`patterns were answered with ${reply.kind}`)
      return reply.places
    } catch (error) {
      if (isSlow) return null
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  async #patternsDone(): Promise<void> {
    while (this.#patternThread?.isBusy) await this.#patternThread.settled
  }

  #endPatterns(): void {
    this.#patternThread?.end(new Ended())
    this.#patternThread = null
  }

  /** The thread, once it knows what the project is now. */
  async #ready(project: ProjectDatabase): Promise<SearchThread> {
    if (this.#project !== project || this.#thread?.isBroken) this.close()
    this.#project = project
    this.#thread ??= new SearchThread(this.#flags)
    while (this.#isStale || this.#reading) {
      this.#reading ??= this.#read(project).finally(() => {
        this.#reading = null
      })
      await this.#reading
      if (this.#project !== project) throw new Ended()
    }
    return this.#thread
  }

  /** Reads text after text, and lets others have the project in between. */
  async #read(project: ProjectDatabase): Promise<void> {
    this.#isStale = false
    const thread = this.#thread
    const sources = listSearchedSources(project)
    thread?.tell({ kind: 'sources', sources, marks: listSearchedMarks(project) })
    const used = new Set(sources.map(({ revision }) => revision))
    for (const revision of this.#known) if (!used.has(revision)) this.#known.delete(revision)
    const unknown = sources.filter(({ revision }) => !this.#known.has(revision))
    const tell = (done: number) => {
      if (unknown.length > TOLD_EVERY) {
        this.#emit({ kind: 'progress', job: SEARCH_READING_JOB, done, total: unknown.length, label: '' })
      }
    }
    for (const [at, { revision }] of unknown.entries()) {
      if (at % TOLD_EVERY === 0) tell(at)
      thread?.tell({ kind: 'text', text: readSearchedText(project, revision) })
      this.#known.add(revision)
      await new Promise((next) => setImmediate(next))
      if (this.#thread !== thread) throw new Ended()
    }
    tell(unknown.length)
  }
}
