// The one bridge between the page and the program: `window.verbatim`.
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { CHANNELS, type CallMessage, type CoreMessage } from '../../shared/core-messages'
import { coreStopped, type ErrorData } from '../../shared/errors'
import { type Answer, type Bridge, eachCall, type LocalFile, type Shell, type WindowEvent } from '../../shared/shell'

const pending = new Map<number, (answer: Answer<unknown>) => void>()
/** Calls made while core starts again. */
const waiting: CallMessage[] = []
const listeners = new Set<(event: WindowEvent) => void>()
/** What was told before the page listened. */
const untold: WindowEvent[] = []
let port: MessagePort | null = null
let gone: ErrorData | null = null
let nextId = 1

ipcRenderer.on(CHANNELS.port, ({ ports }) => {
  const [fresh] = ports
  if (!fresh) return
  port?.close()
  port = fresh
  port.onmessage = ({ data }: MessageEvent<CoreMessage>) => hear(data)
  for (const message of waiting.splice(0)) port.postMessage(message)
})
ipcRenderer.on(CHANNELS.event, (_, event: WindowEvent) => {
  if (event.kind === 'core' && event.state === 'stopped') disconnect()
  tell(event)
})
ipcRenderer.on(CHANNELS.gone, (_, error: ErrorData) => {
  gone = error
  for (const { id } of waiting.splice(0)) settle(id, { ok: false, error })
})
ipcRenderer.send(CHANNELS.connect)

function hear(message: CoreMessage): void {
  if (message.kind === 'answer') settle(message.id, message.answer)
  else tell(message.event)
}

/** Fails the calls that core took along when it died; those that it never got keep waiting for the next one. */
function disconnect(): void {
  port?.close()
  port = null
  const error = coreStopped()
  const unsent = new Set(waiting.map(({ id }) => id))
  for (const id of pending.keys()) if (!unsent.has(id)) settle(id, { ok: false, error })
}

function settle(id: number, answer: Answer<unknown>): void {
  pending.get(id)?.(answer)
  pending.delete(id)
}

function tell(event: WindowEvent): void {
  if (listeners.size === 0) untold.push(event)
  for (const listener of listeners) listener(event)
}

function invoke(name: string, input: unknown): Promise<Answer<unknown>> {
  if (gone) return Promise.resolve({ ok: false, error: gone })
  const message: CallMessage = { kind: 'call', id: nextId, name, input }
  nextId += 1
  return new Promise((resolve) => {
    pending.set(message.id, resolve)
    if (port) port.postMessage(message)
    else waiting.push(message)
  })
}

function subscribe(listener: (event: WindowEvent) => void): () => void {
  listeners.add(listener)
  for (const event of untold.splice(0)) listener(event)
  return () => listeners.delete(listener)
}

function ask<Name extends keyof Shell>(name: Name): Bridge['shell'][Name] {
  const call = (input?: unknown) => ipcRenderer.invoke(CHANNELS.shell, name, input)
  return call as Bridge['shell'][Name]
}

/** The page hands over its `File`s; only their paths go on, which the page itself never sees. */
function giveFiles(files: readonly LocalFile[]): ReturnType<Bridge['shell']['giveFiles']> {
  return ipcRenderer.invoke(
    CHANNELS.shell,
    'giveFiles',
    files.map((file) => ({ name: file.name, path: pathOf(file) })),
  )
}

function pathOf(file: LocalFile): string {
  // Electron before 32 has no `webUtils`, and the path on the file itself.
  const tools = webUtils as typeof webUtils | undefined
  return tools ? tools.getPathForFile(file as File) : ((file as LocalFile & { path?: string }).path ?? '')
}

const bridge: Bridge = {
  invoke: invoke as Bridge['invoke'],
  shell: { ...eachCall<Bridge['shell']>(ask), giveFiles },
  subscribe,
}

contextBridge.exposeInMainWorld('verbatim', bridge)
