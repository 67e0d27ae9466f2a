import { lowerBound } from '../../../shared/anchoring/lower-bound'
import { Growing } from './growing'
import { CLASS, COARSEST, foldTable, isAccent, LETTER, OTHER, UNSPACED } from './letters'

/** Where each word, and each pair of characters that stand without spaces, is found in a segment's code units. */
export class WordIndex {
  /** Every word as it is written, folded as far as can be, each between two line feeds, sorted. */
  readonly vocabulary: string
  /** For each word: where it begins in `vocabulary`. */
  readonly #wordStarts: Int32Array
  /** For each word, and one more: where its places begin in `#wordPlaces`. */
  readonly #wordOffsets: Int32Array
  readonly #wordPlaces: Int32Array
  /** For each pair in order: a character and the next one, or 0 where that is none of its kind. */
  readonly #pairKeys: Uint32Array
  readonly #pairOffsets: Int32Array
  readonly #pairPlaces: Int32Array
  /** Whether an accent stands after such a character: then pairs do not tell what they are. */
  readonly hasAccentedPairs: boolean

  constructor(units: Uint16Array) {
    const words = collectWords(units)
    this.#wordOffsets = words.offsets
    this.#wordPlaces = words.places
    this.#wordStarts = words.starts
    this.vocabulary = words.vocabulary
    const pairs = collectPairs(units)
    this.#pairKeys = pairs.keys
    this.#pairOffsets = pairs.offsets
    this.#pairPlaces = pairs.places
    this.hasAccentedPairs = pairs.hasAccents
  }

  get bytes(): number {
    const arrays = [this.#wordStarts, this.#wordOffsets, this.#wordPlaces, this.#pairKeys, this.#pairOffsets]
    return [...arrays, this.#pairPlaces].reduce((sum, { byteLength }) => sum + byteLength, this.vocabulary.length * 2)
  }

  /** The places of a word, in order. */
  placesOf(word: number): Int32Array {
    return this.#wordPlaces.subarray(this.#wordOffsets[word], this.#wordOffsets[word + 1])
  }

  countOf(word: number): number {
    return this.#wordOffsets[word + 1]! - this.#wordOffsets[word]!
  }

  /** Words whose folded form holds `folded`: at its beginning, at its end, both, or anywhere. */
  *wordsWith(folded: string, atStart: boolean, atEnd: boolean): Generator<number> {
    const wanted = atEnd ? `${folded}\n` : folded
    if (atStart) {
      let word = this.#firstFrom(folded)
      while (this.vocabulary.startsWith(wanted, this.#wordStarts[word] ?? this.vocabulary.length)) {
        yield word
        word += 1
      }
      return
    }
    for (let at = this.vocabulary.indexOf(wanted); at >= 0; at = this.vocabulary.indexOf(wanted, at)) {
      const word = this.#wordAt(at)
      yield word
      at = this.#wordStarts[word + 1] ?? this.vocabulary.length
    }
  }

  /** The first word whose folded form is not before `folded`. */
  #firstFrom(folded: string): number {
    let low = 0
    let high = this.#wordStarts.length
    while (low < high) {
      const middle = (low + high) >> 1
      const start = this.#wordStarts[middle]!
      const end = (this.#wordStarts[middle + 1] ?? this.vocabulary.length) - 1
      if (this.vocabulary.slice(start, end) < folded) low = middle + 1
      else high = middle
    }
    return low
  }

  #wordAt(at: number): number {
    return lowerBound(this.#wordStarts, at + 1) - 1
  }

  /** The places where one of the pairs from `from` up to `to` begins: a list for each pair that is there. */
  pairs(from: number, to: number): Int32Array[] {
    const lists: Int32Array[] = []
    for (let pair = this.#pairAt(from); pair < this.#pairKeys.length && this.#pairKeys[pair]! <= to; pair += 1) {
      lists.push(this.#pairPlaces.subarray(this.#pairOffsets[pair], this.#pairOffsets[pair + 1]))
    }
    return lists
  }

  countPairs(from: number, to: number): number {
    return this.#pairOffsets[this.#pairAt(to + 1)]! - this.#pairOffsets[this.#pairAt(from)]!
  }

  /** The first pair that is not before `key`. */
  #pairAt(key: number): number {
    return lowerBound(this.#pairKeys, key)
  }
}

/** The key of a character and what follows it. */
export function pairKey(first: number, next: number): number {
  return first * 0x1_00_00 + next
}

function collectWords(units: Uint16Array) {
  // Words by the place where they are met first, found by hash.
  let slots = new Int32Array(1 << 10).fill(-1)
  let mask = slots.length - 1
  const firsts = new Growing()
  const lengths = new Growing()
  const hashes = new Growing()
  const wordOf = new Growing()
  const places = new Growing()
  const end = units.length
  for (let at = 0; at < end; at += 1) {
    if (CLASS[units[at]!] !== LETTER) continue
    const start = at
    let hash = 0x81_1c_9d_c5 | 0
    while (CLASS[units[at]!] === LETTER) {
      hash = Math.imul(hash ^ units[at]!, 0x01_00_01_93)
      at += 1
    }
    const length = at - start
    hash ^= hash >>> 15
    let slot = hash & mask
    let word = slots[slot]!
    while (word >= 0 && !isSameWord(units, firsts, lengths, hashes, word, start, length, hash)) {
      slot = (slot + 1) & mask
      word = slots[slot]!
    }
    if (word < 0) {
      word = firsts.length
      slots[slot] = word
      firsts.push(start)
      lengths.push(length)
      hashes.push(hash)
      if (2 * firsts.length > slots.length) {
        slots = rehash(hashes.values, 4 * slots.length)
        mask = slots.length - 1
      }
    }
    wordOf.push(word)
    places.push(start)
  }
  const table = foldTable(COARSEST)
  const folded = Array.from({ length: firsts.length }, (_, word) =>
    coarse(units, table, firsts.at(word), lengths.at(word)),
  )
  const order = Array.from(folded.keys()).sort((a, b) =>
    folded[a]! < folded[b]! ? -1 : folded[a] === folded[b] ? 0 : 1,
  )
  const rank = new Int32Array(order.length)
  const starts = new Int32Array(order.length)
  let vocabularyLength = 1
  for (const [index, word] of order.entries()) {
    rank[word] = index
    starts[index] = vocabularyLength
    vocabularyLength += folded[word]!.length + 1
  }
  const { offsets, sorted } = groupPlaces(
    places.values,
    wordOf.values.map((word) => rank[word]!),
    order.length,
  )
  const vocabulary = order.length === 0 ? '' : `\n${order.map((word) => folded[word]!).join('\n')}\n`
  return { offsets, places: sorted, starts, vocabulary }
}

function isSameWord(
  units: Uint16Array,
  firsts: Growing,
  lengths: Growing,
  hashes: Growing,
  word: number,
  start: number,
  length: number,
  hash: number,
): boolean {
  if (hashes.at(word) !== hash || lengths.at(word) !== length) return false
  const first = firsts.at(word)
  for (let at = 0; at < length; at += 1) if (units[first + at] !== units[start + at]) return false
  return true
}

function rehash(hashes: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(size).fill(-1)
  for (let word = 0; word < hashes.length; word += 1) {
    let slot = hashes[word]! & (size - 1)
    while (slots[slot]! >= 0) slot = (slot + 1) & (size - 1)
    slots[slot] = word
  }
  return slots
}

/** A word without accents, folded as far as can be. */
function coarse(units: Uint16Array, table: Uint16Array, start: number, length: number): string {
  let folded = ''
  for (let at = start; at < start + length; at += 1) {
    if (!isAccent(units[at])) folded += String.fromCharCode(table[units[at]!]!)
  }
  return folded
}

/** Places by what they belong to, in order, and where those of each begin. */
function groupPlaces(places: Int32Array, keys: Int32Array, count: number) {
  const offsets = new Int32Array(count + 1)
  for (let at = 0; at < keys.length; at += 1) offsets[keys[at]! + 1]! += 1
  for (let key = 0; key < count; key += 1) offsets[key + 1]! += offsets[key]!
  const next = offsets.slice()
  const sorted = new Int32Array(places.length)
  for (let at = 0; at < places.length; at += 1) {
    const key = keys[at]!
    sorted[next[key]!] = places[at]!
    next[key]! += 1
  }
  return { offsets, sorted }
}

function collectPairs(units: Uint16Array) {
  let slots = new Int32Array(1 << 10).fill(-1)
  let mask = slots.length - 1
  const keys = new Growing()
  const pairOf = new Growing()
  const places = new Growing()
  let hasAccents = false
  const end = units.length
  for (let at = 0; at < end; at += 1) {
    const unit = units[at]!
    if (CLASS[unit] !== UNSPACED) continue
    const next = units[at + 1] ?? OTHER
    if (isAccent(next)) hasAccents = true
    const key = (unit << 16) | (CLASS[next] === UNSPACED ? next : 0) | 0
    let slot = pairSlot(key, mask)
    let pair = slots[slot]!
    while (pair >= 0 && keys.at(pair) !== key) {
      slot = (slot + 1) & mask
      pair = slots[slot]!
    }
    if (pair < 0) {
      pair = keys.length
      slots[slot] = pair
      keys.push(key)
      if (2 * keys.length > slots.length) {
        slots = rehashPairs(keys.values, 4 * slots.length)
        mask = slots.length - 1
      }
    }
    pairOf.push(pair)
    places.push(at)
  }
  const inOrder = new Uint32Array(keys.values).sort()
  const rank = new Int32Array(inOrder.length)
  for (let pair = 0; pair < rank.length; pair += 1) rank[pair] = lowerBound(inOrder, keys.at(pair) >>> 0)
  const { offsets, sorted } = groupPlaces(
    places.values,
    pairOf.values.map((pair) => rank[pair]!),
    rank.length,
  )
  return { keys: inOrder, offsets, places: sorted, hasAccents }
}

/** Where to look for a pair first. */
function pairSlot(key: number, mask: number): number {
  const slot = Math.imul(key ^ (key >>> 15), 0x2c_1b_3c_6d) & mask
  return (slot ^ (slot >>> 7)) & mask
}

function rehashPairs(keys: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(size).fill(-1)
  const mask = size - 1
  for (let pair = 0; pair < keys.length; pair += 1) {
    const key = keys[pair]!
    let slot = pairSlot(key, mask)
    while (slots[slot]! >= 0) slot = (slot + 1) & mask
    slots[slot] = pair
  }
  return slots
}
