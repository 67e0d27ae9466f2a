import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron'
import type { CoreEvent, Invoke } from '../../shared/contract'
import { CHANNELS, type CoreMessage, type MainMessage } from '../../shared/core-messages'
import type { ProjectInfo } from '../../shared/domain/project'
import { say } from '../../shared/domain/messages/message'
import { AppError, coreStopped, type ErrorData, toErrorData } from '../../shared/errors'
import type { Answer, WindowEvent } from '../../shared/shell'
import { askingCore } from '../core/shell/shell-calls'
import { diedTooOften } from './died-too-often'

/** How long core may take to close a project when the program ends. */
const CLOSE_LIMIT_MS = 5000

/** Main's side of the process that runs core: starts it, starts it again when it dies, and connects windows to it. */
export class CoreClient {
  readonly invoke: Invoke
  readonly #entry: string
  readonly #settingsFile: string
  readonly #tell: (event: WindowEvent) => void
  readonly #onProject: (project: ProjectInfo | null) => void
  readonly #windows = new Set<WebContents>()
  readonly #calls = new Map<number, (answer: Answer<unknown>) => void>()
  readonly #deaths: number[] = []
  #process: UtilityProcess | null = null
  #project: ProjectInfo | null = null
  #nextId = 1
  /** Core reopens the project after a death: windows get their port when it is done. */
  #reopening = false
  #gone: ErrorData | null = null
  #closing = false

  constructor(options: {
    /** The built core-process.ts. */
    readonly entry: string
    /** Core reads from it how often to back up. */
    readonly settingsFile: string
    readonly tell: (event: WindowEvent) => void
    readonly onProject: (project: ProjectInfo | null) => void
  }) {
    this.#entry = options.entry
    this.#settingsFile = options.settingsFile
    this.#tell = options.tell
    this.#onProject = options.onProject
    this.invoke = askingCore((name, input) => this.#call(name, input))
    this.#start()
  }

  get project(): ProjectInfo | null {
    return this.#project
  }

  /** Gives a window a port of its own to core, so that their traffic never passes through here. */
  connect(window: WebContents): void {
    if (!this.#windows.has(window)) {
      this.#windows.add(window)
      window.once('destroyed', () => this.#windows.delete(window))
    }
    if (this.#gone) window.send(CHANNELS.gone, this.#gone)
    else if (!this.#reopening) this.#handPort(window)
  }

  /** Ends core, with the project closed in good order. */
  async close(): Promise<void> {
    this.#closing = true
    const core = this.#process
    if (!core) return
    await new Promise<void>((resolve) => {
      const limit = setTimeout(() => {
        core.kill()
        resolve()
      }, CLOSE_LIMIT_MS)
      core.once('exit', () => {
        clearTimeout(limit)
        resolve()
      })
      this.#post({ kind: 'close' })
    })
  }

  #start(): void {
    const core = utilityProcess.fork(this.#entry, [this.#settingsFile], {
      serviceName: 'Verbatim Core',
      stdio: 'inherit',
    })
    core.on('message', (message: CoreMessage) => this.#hear(message))
    core.on('exit', () => this.#ended())
    this.#process = core
  }

  #hear(message: CoreMessage): void {
    if (message.kind === 'answer') {
      this.#calls.get(message.id)?.(message.answer)
      this.#calls.delete(message.id)
    } else {
      this.#note(message.event)
    }
  }

  #note(event: CoreEvent): void {
    if (event.kind === 'progress') return
    this.#project = event.project
    if (event.kind === 'project') this.#onProject(event.project)
  }

  #ended(): void {
    this.#process = null
    const error = coreStopped()
    for (const resolve of this.#calls.values()) resolve({ ok: false, error })
    this.#calls.clear()
    if (this.#closing) return
    this.#deaths.push(Date.now())
    this.#tell({ kind: 'core', state: 'stopped', project: null })
    if (diedTooOften(this.#deaths)) this.#giveUp()
    else void this.#startAgain()
  }

  #giveUp(): void {
    const error = toErrorData(
      new AppError('core-stopped', say('core-keeps-stopping'), {
        advice: say('saved-start-again'),
      }),
    )
    this.#gone = error
    for (const window of this.#windows) window.send(CHANNELS.gone, error)
    this.#tell({ kind: 'core', state: 'gone', project: null })
    this.#tell({ kind: 'failed', error })
  }

  async #startAgain(): Promise<void> {
    const before = this.#project
    this.#reopening = true
    this.#start()
    const core = this.#process
    let failure: ErrorData | null = null
    if (before) {
      try {
        this.#project = await this.invoke('project.open', { path: before.path, readOnly: before.readOnly })
      } catch (error) {
        failure = toErrorData(error)
      }
    }
    // It died once more meanwhile: the start after that reopens the project.
    if (this.#process !== core) return
    if (failure) this.#project = null
    this.#reopening = false
    for (const window of this.#windows) this.#handPort(window)
    this.#onProject(this.#project)
    this.#tell({ kind: 'core', state: 'restarted', project: this.#project })
    if (failure) this.#tell({ kind: 'failed', error: failure })
  }

  #handPort(window: WebContents): void {
    const { port1, port2 } = new MessageChannelMain()
    this.#process?.postMessage({ kind: 'window' } satisfies MainMessage, [port2])
    window.postMessage(CHANNELS.port, null, [port1])
  }

  #call(name: string, input: unknown): Promise<Answer<unknown>> {
    if (this.#gone || !this.#process) {
      const error = this.#gone ?? toErrorData(new AppError('core-stopped', say('core-is-closing')))
      return Promise.resolve({ ok: false, error })
    }
    const id = this.#nextId
    this.#nextId += 1
    return new Promise((resolve) => {
      this.#calls.set(id, resolve)
      this.#post({ kind: 'call', id, name, input })
    })
  }

  #post(message: MainMessage): void {
    this.#process?.postMessage(message)
  }
}
