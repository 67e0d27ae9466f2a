/** Words of the generated talk; each is as frequent as any other. */
const WORDS = (
  'tea leaf water harbour ship captain morning story people question answer model world simple always never ' +
  'because before after again between through light heavy river mountain letter number reason history paper ' +
  'kettle garden market winter summer road bridge window table music silence listen speak write remember'
).split(' ')
const SPEAKERS = ['Ana Li', 'Bo Chen', 'Chidi Okafor', 'Dana Ruiz']
/** Words of one cue and cues of one turn. */
const CUE_WORDS = 10
const TURN_CUES = 8
const CUE_SECONDS = 4

/**
 * An SRT file of about an hour's talk for each 9,000 words: cues of ten words, each turn's first cue with its speaker's
 * label. The same seed gives the same bytes, another seed other ones.
 */
export function generateSrt(words: number, seed: number): string {
  const next = generator(seed)
  const cues: string[] = []
  for (let said = 0, index = 0; said < words; said += CUE_WORDS, index += 1) {
    const label = index % TURN_CUES === 0 ? `${SPEAKERS[next(SPEAKERS.length)]!}: ` : ''
    const text = sentence(Math.min(CUE_WORDS, words - said), next)
    cues.push(`${index + 1}\n${stamp(index * CUE_SECONDS)} --> ${stamp((index + 1) * CUE_SECONDS)}\n${label}${text}\n`)
  }
  return cues.join('\n')
}

/** One after the other, the names and texts of many SRT files, no two alike. */
export function* generateSrtFiles(
  count: number,
  words: number,
): Generator<{ readonly name: string; readonly text: string }> {
  for (let index = 0; index < count; index += 1) {
    yield { name: `talk-${String(index + 1).padStart(4, '0')}.srt`, text: generateSrt(words, index + 1) }
  }
}

function sentence(words: number, next: (below: number) => number): string {
  const said = Array.from({ length: words }, () => WORDS[next(WORDS.length)]!).join(' ')
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}

/** Whole numbers below a limit. Mulberry32: small, and the same everywhere. */
export function generator(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function stamp(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)},000`
}
