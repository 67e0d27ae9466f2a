/** Units of the pattern that the engine's own search looks for; the rest is compared where they stand. */
const SEED = 64
/** Places of the seed that are looked at one by one before the rest is searched in one linear pass. */
const MAX_SEEDS = 1000

/**
 * The offsets at which `pattern` stands in `text`, overlapping ones included, in order. Linear in the two lengths also
 * for texts and patterns that repeat themselves; an empty pattern stands nowhere.
 */
export function findAll(text: string, pattern: string, from = 0, to = text.length): number[] {
  const found: number[] = []
  if (pattern.length === 0) return found
  const seed = pattern.slice(0, SEED)
  let at = from
  for (let tried = 0; tried < MAX_SEEDS; tried++) {
    at = text.indexOf(seed, at)
    if (at < 0 || at + pattern.length > to) return found
    if (pattern.length === seed.length || text.startsWith(pattern, at)) found.push(at)
    at += 1
  }
  return findAllLinear(text, pattern, at, to, found)
}

/** Knuth, Morris and Pratt. */
function findAllLinear(text: string, pattern: string, from: number, to: number, found: number[]): number[] {
  const borders = new Int32Array(pattern.length)
  for (let i = 1, border = 0; i < pattern.length; i++) {
    while (border > 0 && pattern.charCodeAt(i) !== pattern.charCodeAt(border)) border = borders[border - 1]!
    if (pattern.charCodeAt(i) === pattern.charCodeAt(border)) border += 1
    borders[i] = border
  }
  let matched = 0
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    while (matched > 0 && unit !== pattern.charCodeAt(matched)) matched = borders[matched - 1]!
    if (unit === pattern.charCodeAt(matched)) matched += 1
    if (matched === pattern.length) {
      found.push(i + 1 - matched)
      matched = borders[matched - 1]!
    }
  }
  return found
}
