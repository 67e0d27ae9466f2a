// The process that runs core: main forks it, and hands it one port for each window.
import type { MessageEvent, MessagePortMain } from 'electron'
import type { Caller } from '../../shared/contract'
import type { CallMessage, CoreMessage, MainMessage } from '../../shared/core-messages'
import { createCore } from '../core/services'
import { readSettings } from '../core/shell/settings-file'

const [settingsFile = ''] = process.argv.slice(2)
const core = createCore({
  log: (line) => console.error(line),
  backupMinutes: async () => (await readSettings(settingsFile)).backupMinutes,
})
const main = process.parentPort

main.on('message', ({ data, ports }: MessageEvent) => {
  const message = data as MainMessage
  switch (message.kind) {
    case 'call':
      void answer(main, 'host', message)
      break
    case 'window':
      for (const port of ports) serveWindow(port)
      break
    case 'close':
      core.close()
      process.exit(0)
  }
})
core.subscribe((event) => send(main, { kind: 'event', event }))

function serveWindow(port: MessagePortMain): void {
  const unsubscribe = core.subscribe((event) => send(port, { kind: 'event', event }))
  port.on('close', unsubscribe)
  port.on('message', ({ data }) => void answer(port, 'window', data as CallMessage))
  port.start()
}

type Port = Pick<MessagePortMain, 'postMessage'>

async function answer(port: Port, caller: Caller, { id, name, input }: CallMessage): Promise<void> {
  send(port, { kind: 'answer', id, answer: await core.invoke(caller, name, input) })
}

function send(port: Port, message: CoreMessage): void {
  port.postMessage(message)
}
