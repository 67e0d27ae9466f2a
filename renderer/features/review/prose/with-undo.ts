import { Editor, Operation, Path, Transforms, type BaseEditor, type Range } from 'slate'

interface Step {
  readonly operations: Operation[]
  readonly selectionBefore: Range | null
}

export interface UndoEditor extends BaseEditor {
  /** False when there was nothing to take back. */
  undo(): boolean
  redo(): boolean
  /** What follows is a step of its own. */
  breakUndo(): void
}

/** How long typing may pause within one step, in milliseconds. */
const PAUSE = 1000

/** Keeps what was done in an editor, to take it back in the steps in which a person thinks of it. */
export function withUndo<T extends BaseEditor>(base: T): T & UndoEditor {
  const editor = base as T & UndoEditor
  const { apply } = editor
  let done: Step[] = []
  let undone: Step[] = []
  let isReplaying = false
  let isBroken = true
  let lastAt = 0

  const replay = (operations: readonly Operation[]) => {
    isReplaying = true
    Editor.withoutNormalizing(editor, () => {
      for (const operation of operations) editor.apply(operation)
    })
    isReplaying = false
    isBroken = true
  }

  editor.apply = (operation) => {
    if (!isReplaying && operation.type !== 'set_selection') {
      const step = done.at(-1)
      const now = Date.now()
      const isSameAction = editor.operations.some(({ type }) => type !== 'set_selection')
      const isTyping = now - lastAt < PAUSE && continues(step?.operations.at(-1), operation)
      if (step !== undefined && !isBroken && (isSameAction || isTyping)) step.operations.push(operation)
      else done.push({ operations: [operation], selectionBefore: editor.selection })
      isBroken = false
      lastAt = now
      undone = []
    }
    apply(operation)
  }
  editor.breakUndo = () => {
    isBroken = true
  }
  editor.undo = () => {
    const step = done.at(-1)
    if (step === undefined) return false
    replay(step.operations.map(Operation.inverse).toReversed())
    if (step.selectionBefore !== null) Transforms.select(editor, step.selectionBefore)
    done = done.slice(0, -1)
    undone.push(step)
    return true
  }
  editor.redo = () => {
    const step = undone.at(-1)
    if (step === undefined) return false
    replay(step.operations)
    undone = undone.slice(0, -1)
    done.push(step)
    return true
  }
  return editor
}

/** Whether an operation goes on with typing, or with deleting, where the last one ended. */
function continues(last: Operation | undefined, next: Operation): boolean {
  if (last?.type === 'insert_text' && next.type === 'insert_text') {
    return next.offset === last.offset + last.text.length && Path.equals(next.path, last.path)
  }
  if (last?.type === 'remove_text' && next.type === 'remove_text') {
    return next.offset + next.text.length === last.offset && Path.equals(next.path, last.path)
  }
  return false
}
