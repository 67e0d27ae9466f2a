import { Editor, Range, Transforms, type Node } from 'slate'
import type { ReactEditor } from 'slate-react'
import { isIn } from './edit-blocks'
import { isOf, type ProseNode } from './nodes'
import { readBlocks } from './read-prose'
import { readHtml } from './read-html'
import type { UndoEditor } from './with-undo'

export interface PasteEditor {
  /** Makes the next paste one of mere characters. */
  pasteAsText: boolean
}

/** Takes what is on the clipboard as blocks of prose: from a page or a word processor, or Markdown. */
export function withPaste<T extends ReactEditor & UndoEditor>(base: T): T & PasteEditor {
  const editor = base as T & PasteEditor
  editor.pasteAsText = false
  const { insertData } = editor

  editor.insertData = (data) => {
    editor.breakUndo()
    const isPlain = editor.pasteAsText || isIn(editor, (node) => isOf(node, 'code', 'source'))
    editor.pasteAsText = false
    const text = data.getData('text/plain').replaceAll(/\r\n?/g, '\n')
    if (isPlain) return insertPlain(editor, text)
    // What was copied here has its own form, which Slate reads.
    if (data.types.includes('application/x-slate-fragment')) return insertData(data)
    const html = data.getData('text/html')
    const blocks = html === '' ? readBlocks(text) : readHtml(html)
    if (blocks.length > 0) insertBlocks(editor, blocks)
    else insertPlain(editor, text)
  }
  return editor
}

function insertPlain(editor: Editor, text: string): void {
  if (isIn(editor, (node) => isOf(node, 'code', 'source'))) return Editor.insertText(editor, text)
  text.split(/\n+/).forEach((line, index) => {
    if (index > 0) Transforms.splitNodes(editor, { always: true })
    Transforms.insertText(editor, line)
  })
}

/** Words of one paragraph go into the line; anything else stands as blocks of its own. */
export function insertBlocks(editor: Editor, blocks: readonly ProseNode[]): void {
  const { selection } = editor
  if (selection === null) return
  const [only] = blocks
  if (blocks.length === 1 && only?.type === 'paragraph') {
    return Transforms.insertFragment(editor, [only])
  }
  Editor.withoutNormalizing(editor, () => {
    if (Range.isExpanded(selection)) Transforms.delete(editor)
    const above = Editor.above(editor, { match: (node) => isOf(node, 'paragraph', 'heading'), mode: 'lowest' })
    if (above && Editor.string(editor, above[1]) !== '') {
      const caret = editor.selection?.anchor
      if (caret && !Editor.isEnd(editor, caret, above[1])) {
        Transforms.splitNodes(editor, { always: true })
        const at = Editor.before(editor, editor.selection!.anchor)
        if (at) Transforms.select(editor, at)
      }
      Transforms.insertNodes(editor, blocks as unknown as Node[], { select: true })
    } else {
      const path = above?.[1]
      Transforms.insertNodes(editor, blocks as unknown as Node[], { select: true })
      if (path && isOf(nodeAt(editor, path), 'paragraph') && Editor.string(editor, path) === '') {
        Transforms.removeNodes(editor, { at: path })
      }
    }
  })
}

function nodeAt(editor: Editor, path: readonly number[]): Node {
  return Editor.node(editor, [...path])[0]
}
