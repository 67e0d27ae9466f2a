const segmenters = new Map<string, Intl.Segmenter>()

/** `Intl.Segmenter` takes more than linear time on a long string, so longer lines are given to it in pieces. */
const PIECE = 1000

/** Words of a text: the word-like segments of `Intl.Segmenter`, line by line. */
export function countWords(text: string, language: string): number {
  const segmenter = segmenterFor(language)
  let words = 0
  for (const line of text.split('\n')) {
    for (const piece of piecesOf(line)) {
      for (const { isWordLike } of segmenter.segment(piece)) if (isWordLike) words += 1
    }
  }
  return words
}

/** A line cut at spaces, where no word can be cut. */
function* piecesOf(line: string): Generator<string> {
  let from = 0
  while (line.length - from > PIECE) {
    const space = line.indexOf(' ', from + PIECE)
    if (space < 0) break
    yield line.slice(from, space)
    from = space
  }
  yield line.slice(from)
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}
