import { Editor, Node, Operation, Path, Point, Range, Transforms, type BaseOperation, type TextUnit } from 'slate'
import type { ReactEditor } from 'slate-react'
import type { BlockNode } from '../document/nodes'
import type { Corrections } from './corrections'
import { oneLine } from './one-line'

type TextOperation = Extract<BaseOperation, { type: 'insert_text' | 'remove_text' }>

interface Step {
  readonly operations: TextOperation[]
  readonly before: Range | null
}

/** A transcript's editor: read-only until corrections are begun, and then only what stands within blocks changes. */
export interface CorrectableEditor extends ReactEditor {
  /** Whether its text may be changed. */
  isCorrecting: boolean
  undo(): void
  redo(): void
  /** Inserts text that the page shows already: what is rendered from it can wait a moment, until more is typed. */
  insertShown(text: string): void
  /** Whether something waits for that. */
  isBehind(): boolean
  /** Renders it. */
  flush(): void
  /** Makes edits that are none of the user's steps: those of a draft, or taking everything back. */
  load(
    edits: ReadonlyMap<number, readonly { start: number; end: number; text: string }[]>,
    pathOf: (block: number) => Path,
  ): void
}

/** For how long somebody may type before what they typed is rendered: the page shows it, and each time costs a key's worth. */
const RENDERED_AFTER = 200

/**
 * Lets the user correct the text within blocks. Every change is recorded in `corrections` as it is made; undo and redo
 * are this session's own. What would join, split or empty out turns is not done, and `onRefused` hears of it.
 */
export function withCorrections<E extends ReactEditor>(
  base: E,
  corrections: Corrections,
  onRefused: (why: 'edge' | 'across' | 'break') => void,
): E & CorrectableEditor {
  const editor = base as E & CorrectableEditor
  const { apply, onChange } = editor
  let undone: Step[] = []
  let done: Step[] = []
  let remembers = true
  editor.isCorrecting = false

  let isInsertingShown = false
  /** Set while the page shows all that is to be rendered. */
  let rendering: ReturnType<typeof setTimeout> | undefined

  editor.apply = (operation) => {
    // What else changes is on no page yet.
    if (!isInsertingShown) stopWaiting()
    if (operation.type === 'set_selection') return apply(operation)
    if (!editor.isCorrecting || (operation.type !== 'insert_text' && operation.type !== 'remove_text')) return
    const { path, offset, text } = operation
    if (text === '') return
    const { block } = Node.parent(editor, path) as BlockNode
    if (remembers) remember(operation)
    apply(operation)
    const edit =
      operation.type === 'insert_text'
        ? { start: offset, end: offset, text }
        : { start: offset, end: offset + text.length, text: '' }
    corrections.record(block.index, edit)
  }

  let published = corrections.version
  editor.onChange = (options) => {
    if (rendering !== undefined) return
    onChange(options)
    if (published === corrections.version) return
    published = corrections.version
    corrections.publish()
  }

  /** Keys that go on typing, or deleting, at one place are one step; so is all that one key does. */
  const remember = (operation: TextOperation): void => {
    const last = done.at(-1)
    const previous = last?.operations.at(-1)
    const isSameKey = editor.operations.some(({ type }) => type !== 'set_selection')
    if (last && previous && undone.length === 0 && (isSameKey || goesOn(previous, operation)))
      last.operations.push(operation)
    else done.push({ operations: [operation], before: editor.selection })
    undone = []
  }

  const replay = (operations: readonly BaseOperation[], selection: Range | null): void => {
    remembers = false
    Editor.withoutNormalizing(editor, () => {
      for (const operation of operations) editor.apply(operation)
      if (selection) Transforms.select(editor, selection)
    })
    remembers = true
  }

  editor.undo = () => {
    const step = done.pop()
    if (!step) return
    undone.push(step)
    replay([...step.operations].reverse().map(Operation.inverse), step.before)
  }
  editor.redo = () => {
    const step = undone.pop()
    if (!step) return
    done.push(step)
    const { path, offset, text, type } = step.operations.at(-1)!
    const point = { path, offset: type === 'insert_text' ? offset + text.length : offset }
    replay(step.operations, { anchor: point, focus: point })
  }

  editor.load = (edits, pathOf) => {
    done = []
    undone = []
    const operations: TextOperation[] = []
    for (const [block, list] of edits) {
      const path = [...pathOf(block), 0]
      // From the last to the first: those before keep their places.
      for (const { start, end, text } of [...list].reverse()) {
        const old = Node.string(Node.get(editor, path)).slice(start, end)
        if (old !== '') operations.push({ type: 'remove_text', path, offset: start, text: old })
        if (text !== '') operations.push({ type: 'insert_text', path, offset: start, text })
      }
    }
    replay(operations, null)
  }

  /** Deletes a range within one turn, in each of its blocks. False when it reaches beyond the turn. */
  const remove = (range: Range): boolean => {
    const [start, end] = Range.edges(range)
    const [first, last] = [blockAt(editor, start), blockAt(editor, end)]
    if (first.block.turn !== last.block.turn) return false
    const paths = first === last ? [start.path] : textPathsBetween(editor, start.path, end.path)
    Editor.withoutNormalizing(editor, () => {
      for (const path of paths) {
        const text = Node.string(Node.get(editor, path))
        const from = Path.equals(path, start.path) ? start.offset : 0
        const to = Path.equals(path, end.path) ? end.offset : text.length
        if (to > from) editor.apply({ type: 'remove_text', path, offset: from, text: text.slice(from, to) })
      }
      Transforms.select(editor, start)
    })
    return true
  }

  const deleteUnit = (unit: TextUnit, reverse: boolean): void => {
    const { selection } = editor
    if (!editor.isCorrecting || !selection) return
    if (Range.isExpanded(selection)) {
      editor.deleteFragment()
      return
    }
    const here = selection.anchor
    const target = reverse ? Editor.before(editor, here, { unit }) : Editor.after(editor, here, { unit })
    const edge = reverse ? Editor.start(editor, here.path) : Editor.end(editor, here.path)
    if (Point.equals(here, edge)) return onRefused('edge')
    // A word's or a line's deletion ends where the block does.
    remove({ anchor: here, focus: target && Path.equals(target.path, here.path) ? target : edge })
  }
  editor.deleteBackward = (unit) => deleteUnit(unit, true)
  editor.deleteForward = (unit) => deleteUnit(unit, false)
  editor.deleteFragment = () => {
    const { selection } = editor
    if (!editor.isCorrecting || !selection || Range.isCollapsed(selection)) return
    if (!remove(selection)) onRefused('across')
  }

  editor.insertText = (text) => {
    if (!editor.isCorrecting || !editor.selection) return
    const line = oneLine(text)
    if (Range.isExpanded(editor.selection) && !remove(editor.selection)) return onRefused('across')
    if (line === '') return
    const { path, offset } = editor.selection.anchor
    editor.apply({ type: 'insert_text', path, offset, text: line })
  }
  editor.isBehind = () => rendering !== undefined
  const stopWaiting = (): void => {
    clearTimeout(rendering)
    rendering = undefined
  }
  editor.insertShown = (text) => {
    rendering ??= setTimeout(editor.flush, RENDERED_AFTER)
    isInsertingShown = true
    editor.insertText(text)
    isInsertingShown = false
  }
  editor.flush = () => {
    if (rendering === undefined) return
    stopWaiting()
    editor.onChange()
  }
  editor.insertData = (data) => editor.insertText(data.getData('text/plain'))
  editor.insertBreak = () => onRefused('break')
  editor.insertSoftBreak = () => onRefused('break')
  editor.setFragmentData = (data) => {
    const { selection } = editor
    if (selection && Range.isExpanded(selection)) data.setData('text/plain', selectedText(editor, selection))
  }
  // Nothing here needs putting right, and looking costs what a section costs at each key.
  editor.normalizeNode = () => undefined
  return editor
}

function goesOn(previous: TextOperation, next: TextOperation): boolean {
  if (previous.type !== next.type || !Path.equals(previous.path, next.path)) return false
  if (next.type === 'insert_text') return next.offset === previous.offset + previous.text.length
  return next.offset + next.text.length === previous.offset || next.offset === previous.offset
}

function blockAt(editor: Editor, { path }: Point): BlockNode {
  return Node.parent(editor, path) as BlockNode
}

function textPathsBetween(editor: Editor, from: Path, to: Path): Path[] {
  return Array.from(Node.texts(editor, { from, to }), ([, path]) => path)
}

function selectedText(editor: Editor, range: Range): string {
  const [start, end] = Range.edges(range)
  return textPathsBetween(editor, start.path, end.path)
    .map((path) => {
      const text = Node.string(Node.get(editor, path))
      const to = Path.equals(path, end.path) ? end.offset : text.length
      return text.slice(Path.equals(path, start.path) ? start.offset : 0, to)
    })
    .join('\n\n')
}
