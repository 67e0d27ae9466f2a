import type { SampleTurn } from '../../../../shared/domain/import-preview'

const LENGTH = 160
/** How much of it stands before the letter that it is about. */
const BEFORE = 40

/** Some text around the first letter that encodings do not agree on. */
export function excerptOf(sample: readonly SampleTurn[]): string {
  const text = sample.map(({ speaker, text: said }) => (speaker === null ? said : `${speaker}: ${said}`)).join('\n')
  const letter = Math.max(0, text.search(/[^\t\n -~]/))
  // From the beginning of a word, where there is one.
  const word = letter > BEFORE ? text.indexOf(' ', letter - BEFORE) + 1 : 0
  const start = word > letter ? letter : word
  const excerpt = text.slice(start, start + LENGTH)
  return start + LENGTH < text.length ? `${excerpt.trimEnd()}…` : excerpt
}
