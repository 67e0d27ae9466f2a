import type { TextEdit } from '../domain/correction'
import type { DiffPart } from '../domain/verification'
import { tokensOf } from './word-diff'

/** A text with what edits of it change, told by whole words; by characters in Chinese and Japanese. */
export function editDiff(text: string, edits: readonly TextEdit[]): DiffPart[] {
  const parts: DiffPart[] = []
  const add = (kind: DiffPart['kind'], part: string): void => {
    if (part !== '') parts.push({ kind, text: part })
  }
  let at = 0
  for (const { start, end, text: added } of wholeWords(text, edits)) {
    add('same', text.slice(at, start))
    add('removed', text.slice(start, end))
    add('added', added)
    at = end
  }
  add('same', text.slice(at))
  return parts
}

/** Edits widened to the words that they touch; those that then touch, or have only space between them, are one. */
function wholeWords(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const words = tokensOf(text).filter(({ isWord }) => isWord)
  const widened: { start: number; end: number; text: string }[] = []
  let index = 0
  for (const edit of edits) {
    while (index < words.length && endOf(words[index]!) < edit.start) index += 1
    let { start, end } = edit
    for (let at = index; at < words.length && words[at]!.start <= edit.end; at += 1) {
      const word = words[at]!
      if (!touches(text, edit, word)) continue
      start = Math.min(start, word.start)
      end = Math.max(end, endOf(word))
    }
    const last = widened.at(-1)
    // A changed phrase reads better in one piece.
    if (last && (start <= last.end || /^\s+$/.test(text.slice(last.end, start)))) {
      // What the last one took in of the text from here on is told anew.
      const taken = Math.max(0, last.end - edit.start)
      last.text = last.text.slice(0, last.text.length - taken) + text.slice(last.end, edit.start)
      last.text += edit.text + text.slice(edit.end, end)
      last.end = Math.max(last.end, end)
    } else {
      widened.push({ start, end, text: text.slice(start, edit.start) + edit.text + text.slice(edit.end, end) })
    }
  }
  return widened
}

interface Word {
  readonly text: string
  readonly start: number
}

function endOf({ start, text }: Word): number {
  return start + text.length
}

/** Whether an edit changes a word: within it, or by letters put in right beside it. */
function touches(text: string, edit: TextEdit, word: Word): boolean {
  const overlaps = edit.start < endOf(word) && edit.end > word.start
  if (overlaps || (edit.start > word.start && edit.start < endOf(word))) return true
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(word.text)) return false
  // What follows the edit in its place: a letter goes on with the word.
  const after = edit.text === '' ? text.slice(edit.end, edit.end + 2) : edit.text
  const before = edit.text === '' ? text.slice(Math.max(0, edit.start - 2), edit.start) : edit.text
  if (edit.start === endOf(word)) return /^[\p{L}\p{N}\p{M}]/u.test(after)
  return edit.end === word.start && /[\p{L}\p{N}\p{M}]$/u.test(before)
}
