import type { SearchFolds } from '../../../shared/domain/search'
import { HAN_VARIANTS } from './han-variants'

/** What a code unit is to a search: nothing that is indexed, a letter of a word, or a character that is a word of its own. */
export const [OTHER, LETTER, UNSPACED] = [0, 1, 2] as const

const UNITS = 0x1_00_00
/** Written without spaces between words. Halves of characters beyond the basic plane, emoji among them, are looked up like these. */
const IS_UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const IS_LETTER = /[\p{L}\p{N}\p{M}_]/u
const IS_SPACE = /\s/u

/** By code unit, its class. */
export const CLASS = Uint8Array.from({ length: UNITS }, (_, code) => classOf(code))

/** By code unit, whether it is white space. */
export const SPACE = Uint8Array.from({ length: UNITS }, (_, code) => (IS_SPACE.test(String.fromCharCode(code)) ? 1 : 0))

function classOf(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return UNSPACED
  const letter = String.fromCharCode(code)
  return IS_UNSPACED.test(letter) ? UNSPACED : IS_LETTER.test(letter) ? LETTER : OTHER
}

/** Whether a code unit is an accent that belongs to the letter before it. */
export function isAccent(code: number | undefined): boolean {
  return code !== undefined && code >= 0x300 && code <= 0x36f
}

type LetterFolds = Pick<SearchFolds, 'matchCase' | 'foldAccents' | 'foldWidths' | 'foldHan'>

const tables = new Map<string, Uint16Array>()

/**
 * By code unit, which one stands for all that are the same. A fold makes one letter of one letter of its class, so that
 * offsets stay what they are; what would take more than one is left as it is, but for accents stored on their own.
 */
export function foldTable({ matchCase, foldAccents, foldWidths, foldHan }: LetterFolds): Uint16Array {
  const key = [matchCase, foldAccents, foldWidths, foldHan].join()
  let table = tables.get(key)
  if (!table) {
    table = makeTable([
      canonicalOf,
      ...(matchCase ? [] : [caseFoldOf]),
      ...(foldAccents ? [unaccentedOf] : []),
      ...(foldWidths ? [narrowOf] : []),
      ...(foldHan ? [simplifiedOf] : []),
    ])
    tables.set(key, table)
  }
  return table
}

/** Every fold at once: what is the same by any of them is the same by this one. */
export const COARSEST: LetterFolds = { matchCase: false, foldAccents: true, foldWidths: true, foldHan: true }

type Fold = (letter: string) => string | undefined

/** Letters that are the same as the same letter are the same: each class is named by its smallest code unit. */
function makeTable(folds: readonly Fold[]): Uint16Array {
  const table = Uint16Array.from({ length: UNITS }, (_, code) => code)
  const find = (code: number): number => {
    let root = code
    while (table[root] !== root) root = table[root]!
    return root
  }
  for (const fold of folds) {
    for (const [code, to] of pairsOf(fold)) {
      const [a, b] = [find(code), find(to)]
      if (a !== b) table[Math.max(a, b)] = Math.min(a, b)
    }
  }
  for (let code = 0; code < UNITS; code += 1) table[code] = find(code)
  return table
}

const pairs = new Map<Fold, readonly (readonly [code: number, to: number])[]>()

/** What a fold makes of which code units, found once: there are few of them. */
function pairsOf(fold: Fold): readonly (readonly [code: number, to: number])[] {
  let found = pairs.get(fold)
  if (!found) {
    found = Array.from({ length: UNITS }, (_, code): readonly [number, number] => {
      if ((code >= 0xd800 && code <= 0xdfff) || SPACE[code] === 1 || isAccent(code)) return [code, code]
      const folded = fold(String.fromCharCode(code))
      const to = folded?.length === 1 ? folded.charCodeAt(0) : code
      return [code, CLASS[to] === CLASS[code] && SPACE[to] === 0 ? to : code]
    }).filter(([code, to]) => code !== to)
    pairs.set(fold, found)
  }
  return found
}

function canonicalOf(letter: string): string {
  return letter.normalize('NFC')
}

/** Unicode's simple case folding, of what keeps its length. */
function caseFoldOf(letter: string): string | undefined {
  // The Turkish dotless i is a letter of its own, whose capital is that of another one.
  if (letter === 'ı') return undefined
  const upper = letter.toUpperCase()
  return (upper.length === 1 ? upper : letter).toLowerCase()
}

function unaccentedOf(letter: string): string | undefined {
  const [base, ...accents] = letter.normalize('NFD')
  return accents.length > 0 && accents.every((accent) => isAccent(accent.charCodeAt(0))) ? base : undefined
}

/** Letters that are wider or narrower than usual. */
function narrowOf(letter: string): string | undefined {
  const code = letter.charCodeAt(0)
  return code >= 0xff01 && code <= 0xffee ? letter.normalize('NFKC') : undefined
}

let simplified: ReadonlyMap<string, string> | null = null

function simplifiedOf(letter: string): string | undefined {
  simplified ??= new Map(
    Array.from({ length: HAN_VARIANTS.length / 2 }, (_, at) => [HAN_VARIANTS[2 * at]!, HAN_VARIANTS[2 * at + 1]!]),
  )
  return simplified.get(letter)
}

/**
 * A letter with the accents that are stored after it, as the same letter with them is stored in one; without them when
 * accents are folded away.
 */
export function composeLetter(cluster: string, foldAccents: boolean): string {
  return foldAccents ? cluster.normalize('NFD').replace(/[\u0300-\u036f]+/g, '') : cluster.normalize('NFC')
}
