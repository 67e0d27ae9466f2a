// The thread that searches: core goes on writing whatever is looked for.
import { parentPort, workerData } from 'node:worker_threads'
import { toErrorData } from '../../../shared/errors'
import { countMentions } from './count-mentions'
import { findPattern } from './find-patterns'
import { SearchLibrary } from './library'
import { Places } from './places'
import { Searches, Superseded } from './run-search'
import type { SearchMessage, SearchReply, SearchStart, SentPlaces } from './search-messages'

const { flags } = workerData as SearchStart
const library = new SearchLibrary()
const searches = new Searches(library)
let indexes = false
let isIndexing = false

parentPort?.on('message', (message: SearchMessage) => {
  if (message.kind === 'sources') library.setSources(message.sources, message.marks)
  else if (message.kind === 'text') library.addText(message.text)
  else if (message.kind === 'index') indexes = true
  else answer(message)
  if (indexes && !isIndexing) {
    isIndexing = true
    setImmediate(indexOn)
  }
})

/** A segment at a time: whoever asks meanwhile waits for one of them at most. */
function indexOn(): void {
  isIndexing = library.indexNext()
  if (isIndexing) setImmediate(indexOn)
}

type Question = Extract<SearchMessage, { readonly id: number }>

function answer(question: Question): void {
  const { id } = question
  try {
    send({ id, ...replyTo(question) })
  } catch (error) {
    if (error instanceof Superseded) send({ id, kind: 'answer', answer: { kind: 'superseded' } })
    else send({ id, kind: 'failed', error: toErrorData(error) })
  }
}

type Reply = SearchReply extends infer One ? (One extends SearchReply ? Omit<One, 'id'> : never) : never

function replyTo(question: Question): Reply {
  switch (question.kind) {
    case 'segments':
      return {
        kind: 'segments',
        segments: library.segments.map(({ id, segment: { units, texts } }) => ({ id, units, texts })),
      }
    case 'patterns': {
      const { segments, sources, folds } = question
      const places: SentPlaces = new Map(
        segments.map(({ id, units, texts }) => [
          id,
          sources.map((source) => {
            const { starts, ends } = findPattern(units, texts, source, folds)
            return { starts, ends }
          }),
        ]),
      )
      return { kind: 'patterns', places }
    }
    case 'mentions':
      return { kind: 'mentions', mentions: countMentions(library, question.request) }
    case 'search': {
      const isCancelled = () => Atomics.load(flags, question.flag) !== 0
      const patterns = new Map(
        Array.from(question.patterns, ([segment, lists]) => [
          segment,
          lists.map(({ starts, ends }) => new Places(starts, ends)),
        ]),
      )
      if (isCancelled()) throw new Superseded()
      return { kind: 'answer', answer: searches.run(question.request, patterns, isCancelled) }
    }
  }
}

function send(reply: SearchReply): void {
  parentPort?.postMessage(reply, [])
}
