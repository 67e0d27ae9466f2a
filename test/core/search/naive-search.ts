import type { SearchFolds } from '../../../shared/domain/search'
import { HAN_VARIANTS } from '../../../electron/core/search/han-variants'

export type Found = readonly [start: number, end: number]

const WORD = /[\p{L}\p{N}\p{M}_]/u
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** What a search has to find, written down as plainly as can be: each text folded as a whole, and looked through. */
export function naiveFind(text: string, query: string, folds: SearchFolds, isPrefix = false): Found[] {
  const there = fold(text, folds)
  const wanted = fold(query, folds).text
  const found: Found[] = []
  for (let at = there.text.indexOf(wanted); at >= 0;) {
    const start = there.starts[at]
    let end = there.ends[at + wanted.length - 1]
    let isHit = start !== undefined && end !== undefined
    if (isHit && isLetter(query[0]) && (folds.wholeWords || isPrefix)) isHit = !isLetter(text[start! - 1])
    if (isHit && isPrefix) while (isLetter(text[end!])) end! += 1
    if (isHit && folds.wholeWords && isLetter(query.at(-1))) isHit = !isLetter(text[end!])
    if (isHit) found.push([start!, end!])
    const from = isHit ? there.starts.findIndex((one) => one !== undefined && one >= end!) : at + 1
    at = from < 0 ? -1 : there.text.indexOf(wanted, from)
  }
  return found
}

function isLetter(letter: string | undefined): boolean {
  return letter !== undefined && WORD.test(letter) && !UNSPACED.test(letter)
}

/** The folded text; for each unit of it where the stored letter begins, and ends, that it is the first, and the last, of. */
function fold(text: string, folds: SearchFolds) {
  let folded = ''
  const starts: (number | undefined)[] = []
  const ends: (number | undefined)[] = []
  for (const match of text.matchAll(/\s+|[^][\u0300-\u036f]*/g)) {
    const piece = /^\s/.test(match[0]) && !/[\u0300-\u036f]/.test(match[0]) ? ' ' : foldLetter(match[0], folds)
    starts[folded.length] = match.index
    folded += piece
    ends[folded.length - 1] = match.index + match[0].length
  }
  return { text: folded, starts, ends }
}

function foldLetter(cluster: string, { matchCase, foldAccents, foldWidths, foldHan }: SearchFolds): string {
  let letter = cluster.length > 1 ? cluster.normalize('NFC') : cluster
  if (foldAccents) letter = letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  if (foldWidths) letter = letter.replace(/[\uff01-\uffee]/g, (wide) => wide.normalize('NFKC'))
  if (!matchCase) letter = Array.from(letter, (one) => one.toLowerCase()).join('')
  if (foldHan) letter = Array.from(letter, simplify).join('')
  return letter
}

function simplify(letter: string): string {
  for (let at = 0; at < HAN_VARIANTS.length; at += 2) if (HAN_VARIANTS[at] === letter) return HAN_VARIANTS[at + 1]!
  return letter
}
