import { Scratch } from './scratch'

/** Rising lists of numbers that are more than these are not merged two by two. */
const FEW_LISTS = 8
/** Where there is one number in so many, they are put in order by a bit for each that there may be. */
const SPARSE = 512

/**
 * Rising lists of numbers, none of them in two, as one list, in order; one alone is left where it is. They stand one after
 * the other in `numbers`: the i-th is `[ends[i - 1], ends[i])` of them.
 */
export function sortNumbers(numbers: Int32Array, ends: readonly number[]): Int32Array {
  if (ends.length <= 1 || numbers.length === 0) return numbers
  if (ends.length <= FEW_LISTS) return mergeLists(numbers, ends)
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  let from = 0
  for (let list = 0; list < ends.length; list += 1) {
    const end = ends[list]!
    if (from === end) continue
    if (numbers[from]! < least) least = numbers[from]!
    if (numbers[end - 1]! > most) most = numbers[end - 1]!
    from = end
  }
  return inOrder(numbers, least, most)
}

function inOrder(numbers: Int32Array, least: number, most: number): Int32Array {
  return numbers.length * SPARSE < most - least ? numbers.slice().sort() : sortByBits(numbers, least, most)
}

/** Numbers, none of them there twice, in order. */
export function sortedNumbers(numbers: Int32Array): Int32Array {
  let isSorted = true
  let [least, most] = [numbers[0] ?? 0, numbers[0] ?? 0]
  for (let at = 1; at < numbers.length; at += 1) {
    const number = numbers[at]!
    if (number < numbers[at - 1]!) isSorted = false
    if (number < least) least = number
    if (number > most) most = number
  }
  if (isSorted) return numbers
  return inOrder(numbers, least, most)
}

/** A bit for each number that there may be; none is set but while numbers are sorted. */
const scratch = new Scratch()

/** Numbers of `[least, most]`. */
function sortByBits(numbers: Int32Array, least: number, most: number): Int32Array {
  const words = ((most - least) >> 5) + 1
  const bits = scratch.ofSize(words)
  for (let at = 0; at < numbers.length; at += 1) {
    const bit = numbers[at]! - least
    bits[bit >> 5]! |= 1 << bit
  }
  const sorted = new Int32Array(numbers.length)
  let count = 0
  for (let word = 0; word < words; word += 1) {
    let rest = bits[word]!
    if (rest === 0) continue
    bits[word] = 0
    for (; rest !== 0; rest &= rest - 1) {
      sorted[count] = least + (word << 5) + 31 - Math.clz32(rest & -rest)
      count += 1
    }
  }
  return sorted
}

function mergeLists(numbers: Int32Array, ends: readonly number[]): Int32Array {
  let lists = ends.map((end, list) => numbers.subarray(list === 0 ? 0 : ends[list - 1], end))
  while (lists.length > 1) {
    const next: Int32Array[] = []
    for (let at = 0; at < lists.length; at += 2) {
      const [a, b] = [lists[at]!, lists[at + 1]]
      next.push(b ? mergeTwo(a, b) : a)
    }
    lists = next
  }
  return lists[0]!
}

function mergeTwo(a: Int32Array, b: Int32Array): Int32Array {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a
  const merged = new Int32Array(a.length + b.length)
  let [i, j] = [0, 0]
  for (let at = 0; at < merged.length; at += 1) {
    if (j >= b.length || (i < a.length && a[i]! <= b[j]!)) {
      merged[at] = a[i]!
      i += 1
    } else {
      merged[at] = b[j]!
      j += 1
    }
  }
  return merged
}
