import type { ProjectInfo } from '../shared/domain/project'
import { say } from '../shared/domain/messages/message'
import { AppError, type ErrorData, toErrorData } from '../shared/errors'
import { type Download, LOOPBACK, type Turn } from '../shared/loopback-messages'
import {
  type Answer,
  type Bridge,
  type ChoiceOfFiles,
  eachCall,
  type GivenFile,
  type GivingWatch,
  type LocalFile,
  type Shell,
  type WindowEvent,
} from '../shared/shell'
import { TRANSCRIPT_EXTENSIONS } from '../shared/transcript-files'

const TOKEN_KEY = 'verbatim.token'
const FIRST_RETRY_MS = 250
const LAST_RETRY_MS = 5000

/** The bridge of a page in a browser: calls over HTTP to the program on this machine that serves the page. */
export function createLoopbackBridge(): Bridge {
  const connection = new Connection(takeToken())
  const page = crypto.randomUUID()
  let calls = 0
  // Opened in this tab again, with the token of a program that was started anew.
  window.addEventListener('hashchange', () => {
    if (location.hash.startsWith('#token=')) location.reload()
  })

  const ask = <Name extends keyof Shell>(name: Name): Bridge['shell'][Name] => {
    const call = (input?: unknown) => connection.post(`${LOOPBACK.shell}/${name}`, { input })
    return call as Bridge['shell'][Name]
  }
  /** What a call made for this page to download. */
  const made = async (name: keyof Shell, input?: unknown) =>
    (await connection.post(`${LOOPBACK.shell}/${name}`, { input })) as Answer<Download>
  const giveFiles = (files: readonly LocalFile[], watch?: GivingWatch) => uploadAll(connection, files, watch)

  return {
    invoke: ((name: string, input: unknown) => {
      // Requests may overtake one another: core is to begin them in this order.
      const turn: Turn = { page, number: calls }
      calls += 1
      return connection.post(LOOPBACK.invoke, { name, input, turn })
    }) as Bridge['invoke'],
    shell: {
      ...eachCall<Bridge['shell']>(ask),
      chooseTranscripts: async (from, watch) => {
        const files = await chooseFiles(from)
        return files ? giveFiles(files, watch) : { ok: true, value: null }
      },
      giveFiles,
      exportReview: async (options) => downloaded(await made('exportReview', options)),
      exportHits: async (request) => downloaded(await made('exportHits', request)),
      savePicture: async (picture) => downloaded(await made('savePicture', picture)),
      backupProject: async () => downloaded(await made('backupProject')),
    },
    subscribe: (listener) => connection.subscribe(listener),
  }
}

/** Takes the token out of the address, where it came in, and keeps it for as long as this tab is open. */
function takeToken(): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token !== null) {
    sessionStorage.setItem(TOKEN_KEY, token)
    history.replaceState(null, '', location.pathname)
  }
  return token ?? sessionStorage.getItem(TOKEN_KEY) ?? ''
}

class Connection {
  readonly #token: string
  readonly #listeners = new Set<(event: WindowEvent) => void>()
  #isFollowing = false

  constructor(token: string) {
    this.#token = token
  }

  post(address: string, message: unknown): Promise<Answer<unknown>> {
    return this.send(address, JSON.stringify(message), 'application/json')
  }

  /** Sends a request. Never throws: where nobody answers, the error is `disconnected`. */
  async send(address: string, body: BodyInit, type: string): Promise<Answer<unknown>> {
    try {
      const headers = { ...this.#authorization(), 'content-type': type }
      const response = await fetch(address, { method: 'POST', headers, body })
      return (await response.json()) as Answer<unknown>
    } catch {
      return { ok: false, error: disconnected() }
    }
  }

  subscribe(listener: (event: WindowEvent) => void): () => void {
    this.#listeners.add(listener)
    if (!this.#isFollowing) {
      this.#isFollowing = true
      void this.#follow()
    }
    return () => this.#listeners.delete(listener)
  }

  /** Reads events for as long as the page is open; where the stream breaks off, from a new one. */
  async #follow(): Promise<void> {
    let isFirst = true
    let wait = FIRST_RETRY_MS
    for (;;) {
      const events = await this.#open()
      if (events === 'refused') return
      if (events) {
        // What happened meanwhile was not heard: the page reads everything anew.
        if (!isFirst) this.#tell({ kind: 'core', state: 'restarted', project: await this.#project() })
        isFirst = false
        wait = FIRST_RETRY_MS
        await this.#read(events)
        this.#tell({ kind: 'core', state: 'stopped', project: null })
      }
      await new Promise((resolve) => setTimeout(resolve, wait))
      wait = Math.min(wait * 2, LAST_RETRY_MS)
    }
  }

  async #open(): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | 'refused' | null> {
    try {
      const response = await fetch(LOOPBACK.events, { headers: this.#authorization() })
      if (response.ok) return response.body
      // The program was started anew, with another token: this tab will never be let in again.
      const answer = (await response.json()) as Answer<never>
      if (!answer.ok) this.#tell({ kind: 'failed', error: answer.error })
      return 'refused'
    } catch {
      // Nobody answers: tried again.
      return null
    }
  }

  async #read(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        const lines = (text + part.value).split('\n')
        text = lines.pop() ?? ''
        for (const line of lines) {
          if (line.startsWith('data: ')) this.#tell(JSON.parse(line.slice('data: '.length)) as WindowEvent)
        }
      }
    } catch {
      // Broken off in the middle: the same as its end.
    }
  }

  async #project(): Promise<ProjectInfo | null> {
    const answer = await this.post(LOOPBACK.invoke, { name: 'project.find', input: {} })
    return answer.ok ? (answer.value as ProjectInfo | null) : null
  }

  #tell(event: WindowEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  #authorization(): Record<string, string> {
    return { authorization: `Bearer ${this.#token}` }
  }
}

async function uploadAll(
  connection: Connection,
  files: readonly LocalFile[],
  watch?: GivingWatch,
): Promise<Answer<readonly GivenFile[]>> {
  const given: GivenFile[] = []
  for (const file of files) {
    if (watch?.isStopped()) return { ok: true, value: [] }
    watch?.progress(given.length, files.length)
    const address = `${LOOPBACK.upload}?name=${encodeURIComponent(file.name)}`
    const body = file instanceof Blob ? file : await file.arrayBuffer()
    const answer = await connection.send(address, body, 'application/octet-stream')
    if (!answer.ok) return answer
    given.push(answer.value as GivenFile)
  }
  return { ok: true, value: given }
}

/** The browser's own chooser of files or of a folder, with all that is in it; `null` when the user closed it. */
function chooseFiles(from: ChoiceOfFiles): Promise<readonly File[] | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.webkitdirectory = from === 'folder'
    input.accept = TRANSCRIPT_EXTENSIONS.map((extension) => `.${extension}`).join(',')
    input.addEventListener('change', () => resolve(input.files ? [...input.files].filter(isShown) : null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

/** What systems hide from people is not among the files that they chose by choosing a folder. */
function isShown(file: File): boolean {
  return !`/${file.webkitRelativePath}`.includes('/.')
}

/** Has the browser download what a call made. */
function downloaded(answer: Answer<Download>): Answer<{ out: string; bytes: number }> {
  if (!answer.ok) return answer
  const { out, bytes, download } = answer.value
  const link = document.createElement('a')
  link.href = download
  link.download = out
  link.click()
  return { ok: true, value: { out, bytes } }
}

function disconnected(): ErrorData {
  return toErrorData(
    new AppError('disconnected', say('no-answer'), {
      advice: say('start-again'),
      recovery: { kind: 'retry' },
    }),
  )
}
