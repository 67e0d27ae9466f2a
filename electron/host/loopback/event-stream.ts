import type { WindowEvent } from '../../../shared/shell'

/** Events that may wait for one reader before it is cut off; it then connects again and reads everything anew. */
const MAX_WAITING = 1000

/** Events as server-sent events, from the moment the body is read until its reader leaves. */
export function eventStream(
  subscribe: (listener: (event: WindowEvent) => void) => () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let unsubscribe = () => {}
  return new ReadableStream<Uint8Array>({
    start(controller) {
      // Lets the reader know that nothing is missed from here on.
      controller.enqueue(encoder.encode(': connected\n\n'))
      unsubscribe = subscribe((event) => {
        if ((controller.desiredSize ?? 0) < -MAX_WAITING) {
          unsubscribe()
          controller.error(new Error('the reader of events does not read'))
        } else {
          controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`))
        }
      })
    },
    cancel() {
      unsubscribe()
    },
  })
}
