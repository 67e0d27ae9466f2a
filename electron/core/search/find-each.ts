import { findPhrase } from './find-phrase'
import { isAccent } from './letters'
import type { Phrase } from './phrase'
import { PlaceList, type Places } from './places'
import type { Segment } from './segment'

/** Some phrases that are looked for together. All fold letters alike, and none is empty or begins with white space. */
export class EachPhrase {
  readonly phrases: readonly Phrase[]
  readonly #every: readonly number[]
  #beginning: readonly (readonly number[] | null)[] | null = null

  constructor(phrases: readonly Phrase[]) {
    this.phrases = phrases
    this.#every = phrases.map((_, at) => at)
  }

  /**
   * Every place of each of the phrases, in one pass: those of a phrase in order, none in another one of its own. `found`
   * may end it by giving false.
   */
  scan(units: Uint16Array, found: (phrase: number, start: number, end: number) => boolean): void {
    if (this.phrases.length === 0) return
    const beginning = (this.#beginning ??= listBeginnings(this.phrases))
    const ends = new Int32Array(this.phrases.length)
    for (let at = 0; at < units.length; at += 1) {
      // An accent may make another letter of it.
      const candidates = isAccent(units[at + 1]) ? this.#every : beginning[units[at]!]!
      if (candidates === null) continue
      for (const phrase of candidates) {
        const end = at < ends[phrase]! ? -1 : this.phrases[phrase]!.match(units, at)
        if (end < 0) continue
        ends[phrase] = end
        if (!found(phrase, at, end)) return
      }
    }
  }
}

/** By code unit, the phrases that it may begin; `null` for none. */
function listBeginnings(phrases: readonly Phrase[]): (readonly number[] | null)[] {
  const byLetter = new Map<number, number[]>()
  for (const [at, { elements }] of phrases.entries()) {
    const list = byLetter.get(elements[0]!)
    if (list) list.push(at)
    else byLetter.set(elements[0]!, [at])
  }
  return Array.from(phrases[0]!.table, (letter) => byLetter.get(letter) ?? null)
}

/** What `findPhrase` finds of each of some phrases. */
export function findEach(segment: Segment, each: EachPhrase): Places[] {
  if (segment.index) return each.phrases.map((phrase) => findPhrase(segment, phrase))
  const lists = each.phrases.map(() => new PlaceList())
  each.scan(segment.units, (phrase, start, end) => {
    lists[phrase]!.add(start, end)
    return true
  })
  return lists.map((list) => list.done())
}
