import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** Somebody who waits for a request that should not come. */
export interface Listener {
  readonly port: number
  /** What was asked, and each connection even when nothing was. */
  readonly heard: readonly string[]
  close(): Promise<void>
}

/** Listens on this machine, for whatever a page should not be able to send. */
export async function listen(): Promise<Listener> {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    response.setHeader('access-control-allow-origin', '*')
    response.end('heard')
  })
  server.on('connection', (socket) => {
    heard.push('a connection')
    sockets.add(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
