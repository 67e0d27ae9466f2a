import { diffArrays } from 'diff'
import type { TextEdit } from '../domain/correction'

/** Texts that differ in more lines are taken to be others altogether. */
const MAX_CHANGES = 2000

/** Edits that make one text of another, told by whole lines: for two readings of the same file. */
export function lineEdits(before: string, after: string): TextEdit[] {
  if (before === after) return []
  const lines = (text: string) => text.split(/(?<=\n)/)
  const parts = diffArrays(lines(before), lines(after), { maxEditLength: MAX_CHANGES })
  if (!parts) return [{ start: 0, end: before.length, text: after }]
  const edits: { start: number; end: number; text: string }[] = []
  let at = 0
  for (const { value, added, removed } of parts) {
    const text = value.join('')
    if (!added && !removed) {
      at += text.length
      continue
    }
    const last = edits.at(-1)
    const edit = last?.end === at ? last : { start: at, end: at, text: '' }
    if (edit !== last) edits.push(edit)
    if (added) edit.text += text
    else {
      at += text.length
      edit.end = at
    }
  }
  return edits
}
