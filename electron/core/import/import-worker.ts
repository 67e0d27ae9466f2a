// The thread that reads files: whatever a file does to its reader, core goes on.
import { parentPort, workerData } from 'node:worker_threads'
import { carryOver } from '../../../shared/anchoring/carry-over'
import { PreparedText } from '../../../shared/anchoring/prepare-text'
import { say } from '../../../shared/domain/messages/message'
import { AppError, toErrorData } from '../../../shared/errors'
import { buffersOf, packTranscript } from './packed-transcript'
import { previewTranscript } from './preview-transcript'
import { listArchive, readBytes, sha256Of } from './read-file'
import { readTranscript } from './read-transcript'
import type { Reading, Task, TaskAnswer, TaskKind, TaskMessage, WorkerStart } from './worker-messages'

/** An answer, with the buffers that go along with it. */
type Done<Kind extends TaskKind> = readonly [answer: TaskAnswer<Kind>, buffers: ArrayBuffer[]]

const known = new Set((workerData as WorkerStart).known)

const runners: { readonly [Kind in TaskKind]: (task: Task<Kind>) => Promise<Done<Kind>> } = {
  read: async ({ file }) => {
    const bytes = await readBytes(file)
    const sha256 = sha256Of(bytes)
    if (known.has(sha256)) return [{ kind: 'known', sha256 }, []]
    const transcript = packTranscript(await readTranscript(bytes, file.name, file))
    return [{ kind: 'read', sha256, transcript, bytes }, [bytes.buffer, ...buffersOf(transcript)]]
  },
  list: async ({ file }) => [await listArchive(file), []],
  preview: async ({ file }) => {
    const bytes = await readBytes(file)
    return [{ sha256: sha256Of(bytes), summary: previewTranscript(await readTranscript(bytes, file.name, file)) }, []]
  },
  carry: async ({ file, passages }) => {
    const bytes = await readBytes(file)
    const read = await readTranscript(bytes, file.name, file)
    const prepared = new PreparedText(read.text)
    const carried = passages.map((spans) => carryOver(prepared, spans))
    const transcript = packTranscript(read)
    return [{ sha256: sha256Of(bytes), summary: previewTranscript(read), transcript, carried }, buffersOf(transcript)]
  },
}

parentPort?.on('message', (message: TaskMessage) => void answer(message))

async function answer<Kind extends TaskKind>(message: { readonly kind: Kind } & Task<Kind>): Promise<void> {
  try {
    const [value, buffers] = await runners[message.kind](message)
    parentPort?.postMessage({ ok: true, value } satisfies Reading<TaskAnswer<Kind>>, buffers)
  } catch (error) {
    parentPort?.postMessage({ ok: false, error: toErrorData(asTooComplex(error)) } satisfies Reading<never>, [])
  }
}

/** What a parser says that ran out of stack, or of room for one string. */
function asTooComplex(error: unknown): unknown {
  if (!(error instanceof RangeError)) return error
  return new AppError('too-complex', say('file-too-nested'), {
    advice: say('save-it-simpler'),
    cause: error,
  })
}
