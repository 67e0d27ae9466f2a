import { findAll, patternOf, type Wanted } from './find-in-text'

export type FindRequest = { readonly text: string } | { readonly wanted: Wanted }

export type FindAnswer =
  | { readonly kind: 'found'; readonly edges: Int32Array<ArrayBuffer> }
  /** The pattern is none. */
  | { readonly kind: 'invalid' }

let text = ''

/** A thread of its own: a pattern can take longer than anybody waits, and is ended with the thread. */
addEventListener('message', ({ data }: MessageEvent<FindRequest>) => {
  if ('text' in data) {
    text = data.text
    return
  }
  const answer = answerTo(data.wanted)
  postMessage(answer, { transfer: answer.kind === 'found' ? [answer.edges.buffer] : [] })
})

function answerTo(wanted: Wanted): FindAnswer {
  let pattern: RegExp
  try {
    pattern = patternOf(wanted)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { kind: 'invalid' }
  }
  return { kind: 'found', edges: findAll(text, pattern) }
}
