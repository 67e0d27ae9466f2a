import { onOneLine } from '../../../shared/domain/elision'

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const LETTER = /[\p{L}\p{N}\p{M}_]/u

/**
 * What stands beside a hit, on one line: cut between words, or where words are not apart between characters. `length` is
 * what was asked for: shorter text is all there is.
 */
export function contextOf(before: string, after: string, length: number): { before: string; after: string } {
  const head = before.length < length - 1 || !isWithinWord(before[0]) ? 0 : endOfWord(before)
  const tail = after.length < length - 1 || !isWithinWord(after.at(-1)) ? after.length : beginOfWord(after)
  return { before: piece(before.slice(head)), after: piece(after.slice(0, tail)) }
}

/** Part of a line of text: on one line, and still apart from what stands beside it. */
export function piece(text: string): string {
  return `${/^\s/.test(text) ? '\u00a0' : ''}${onOneLine(text)}${/\s$/.test(text) ? '\u00a0' : ''}`
}

function isWithinWord(letter: string | undefined): boolean {
  return letter !== undefined && LETTER.test(letter) && !UNSPACED.test(letter)
}

function endOfWord(text: string): number {
  const found = /[^\p{L}\p{N}\p{M}_]/u.exec(text)
  return found ? found.index : 0
}

function beginOfWord(text: string): number {
  const found = /[^\p{L}\p{N}\p{M}_][\p{L}\p{N}\p{M}_]*$/u.exec(text)
  return found ? found.index : text.length
}
