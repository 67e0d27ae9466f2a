import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Message, say } from '../../../shared/domain/messages/message'
import { AppError, toErrorData } from '../../../shared/errors'
import { LIMITS } from './limits'
import type { Reading, Task, TaskAnswer, TaskKind, TaskMessage, WorkerStart } from './worker-messages'

/** Where the built `import-worker.ts` is, seen from the program's folder: set by the build, and by tests for its source. */
declare const IMPORT_WORKER: string

/** What one file may use up. */
export interface ReaderLimits {
  readonly milliseconds: number
  /** Of a worker's heap; all files together may take up half as much again, with what is outside of heaps. */
  readonly megabytes: number
}

interface Job {
  readonly message: TaskMessage
  readonly settle: (reading: Reading<unknown>) => void
}

interface Slot {
  readonly worker: Worker
  job: Job | null
  timer: NodeJS.Timeout | null
  since: number
}

/** How often the memory is looked at, in milliseconds. */
const GLANCE = 200

/** Core's own thread writes meanwhile, so more would only get in its way. */
const WORKERS = 2
const DEFAULT_LIMITS: ReaderLimits = {
  milliseconds: LIMITS.fileMilliseconds,
  megabytes: LIMITS.fileMegabytes,
}

/**
 * Reads files in threads of their own, each file within limits on time and memory. A file that exceeds them ends its
 * thread, and nothing else: what cannot be read is an outcome, never an exception.
 */
export class TranscriptReader {
  readonly #start: WorkerStart
  readonly #limits: ReaderLimits
  readonly #waiting: Job[] = []
  readonly #slots = new Set<Slot>()
  /** Outside of its heap nothing holds a thread back: a PDF file of 1 MB can unpack to any size. */
  readonly #usual = process.memoryUsage.rss()
  #watch: NodeJS.Timeout | null = null
  #closed = false

  constructor({ known = [] }: Partial<WorkerStart> = {}, limits: Partial<ReaderLimits> = {}) {
    this.#start = { known }
    this.#limits = { ...DEFAULT_LIMITS, ...limits }
  }

  /** Runs a task as soon as a thread is free. */
  run<Kind extends TaskKind>(kind: Kind, task: Task<Kind>): Promise<Reading<TaskAnswer<Kind>>> {
    return new Promise((settle) => {
      // The kind picks task and answer together.
      const message = { kind, ...task } as unknown as TaskMessage
      this.#waiting.push({ message, settle: settle as Job['settle'] })
      this.#next()
    })
  }

  /** Ends all threads; what was not done yet is answered with `cancelled`. */
  close(): void {
    this.#closed = true
    const stopped = failed('cancelled', say('file-stopped'))
    for (const job of this.#waiting.splice(0)) job.settle(stopped)
    for (const slot of this.#slots) this.#drop(slot, stopped)
    if (this.#watch) clearInterval(this.#watch)
  }

  #next(): void {
    if (this.#closed || this.#waiting.length === 0) return
    const idle = [...this.#slots].find(({ job }) => job === null)
    if (!idle && this.#slots.size >= WORKERS) return
    const slot = idle ?? this.#startWorker()
    const job = this.#waiting.shift()!
    slot.job = job
    slot.since = performance.now()
    this.#watch ??= setInterval(() => this.#lookAtMemory(), GLANCE).unref()
    slot.timer = setTimeout(() => this.#drop(slot, this.#tooSlow()), this.#limits.milliseconds)
    slot.worker.postMessage(job.message, [])
  }

  #startWorker(): Slot {
    const worker = new Worker(resolve(import.meta.dirname, IMPORT_WORKER), {
      workerData: this.#start,
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes },
      execArgv: [],
    })
    const slot: Slot = { worker, job: null, timer: null, since: 0 }
    this.#slots.add(slot)
    worker.on('message', (reading: Reading<unknown>) => {
      this.#settle(slot, reading)
      this.#next()
    })
    worker.on('error', (error: Error & { readonly code?: string }) => {
      this.#drop(
        slot,
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? this.#tooBig() : { ok: false, error: toErrorData(error) },
      )
    })
    return slot
  }

  /** Ends the thread that has been at its file for longest, when all of them take too much. */
  #lookAtMemory(): void {
    const taken = (process.memoryUsage.rss() - this.#usual) / 2 ** 20
    if (taken <= this.#limits.megabytes * 1.5) return
    const busy = [...this.#slots].filter(({ job }) => job !== null).sort((a, b) => a.since - b.since)
    if (busy[0]) this.#drop(busy[0], this.#tooBig())
  }

  #drop(slot: Slot, reading: Reading<never>): void {
    if (!this.#slots.delete(slot)) return
    this.#settle(slot, reading)
    void slot.worker.terminate()
    this.#next()
  }

  #settle(slot: Slot, reading: Reading<unknown>): void {
    if (slot.timer) clearTimeout(slot.timer)
    slot.job?.settle(reading)
    slot.job = null
  }

  #tooBig(): Reading<never> {
    return failed('too-complex', say('file-too-hungry'), say('split-or-simpler'))
  }

  #tooSlow(): Reading<never> {
    const seconds = Math.round(this.#limits.milliseconds / 1000)
    return failed('too-complex', say('file-too-slow', { seconds }), say('split-or-simpler'))
  }
}

function failed(code: 'cancelled' | 'too-complex', text: Message, advice?: Message): Reading<never> {
  return { ok: false, error: toErrorData(new AppError(code, text, advice && { advice })) }
}
