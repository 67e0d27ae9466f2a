import { describe, expect, it } from 'vitest'
import { eventStream } from '../../../electron/host/loopback/event-stream'
import type { WindowEvent } from '../../../shared/shell'

const event: WindowEvent = { kind: 'progress', job: 'a', done: 1, total: 2, label: 'two\nlines' }

function aStream() {
  const listeners = new Set<(event: WindowEvent) => void>()
  const stream = eventStream((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  })
  return { reader: stream.getReader(), listeners, tell: () => listeners.forEach((listener) => listener(event)) }
}

const text = (part: { value?: Uint8Array | undefined }) => Buffer.from(part.value ?? []).toString()

describe('the stream of events', () => {
  it('gives each event on a line of its own', async () => {
    const { reader, tell } = aStream()
    tell()
    expect(text(await reader.read())).toBe(': connected\n\n')
    expect(text(await reader.read())).toBe(
      'data: {"kind":"progress","job":"a","done":1,"total":2,"label":"two\\nlines"}\n\n',
    )
  })

  it('lets go of core when its reader leaves', async () => {
    const { reader, listeners } = aStream()
    expect(listeners.size).toBe(1)
    await reader.cancel()
    expect(listeners.size).toBe(0)
  })

  it('cuts off a reader that lets a thousand events wait', async () => {
    const { reader, listeners, tell } = aStream()
    for (let count = 0; count < 2000; count += 1) tell()
    expect(listeners.size).toBe(0)
    await expect(reader.read()).rejects.toThrow('does not read')
  })
})
