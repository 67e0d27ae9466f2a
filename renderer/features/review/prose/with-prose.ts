import { Editor, Element, Node, Path, Range, Text, Transforms, type BaseEditor, type NodeEntry } from 'slate'
import type { ReactEditor } from 'slate-react'
import { liftItem, setBlock } from './edit-blocks'
import { applyInputRule } from './input-rules'
import { aParagraph, isOf, proseElement, type ItemNode } from './nodes'
import type { UndoEditor } from './with-undo'

export type ProseEditorObject = BaseEditor & ReactEditor & UndoEditor

/** Makes an editor one of prose: its blocks, what the keys do in them, and Markdown as it is typed. */
export function withProse<T extends ProseEditorObject>(editor: T): T {
  const { isInline, isVoid, normalizeNode, insertText, insertBreak, deleteBackward } = editor

  editor.isInline = (node) => isOf(node, 'link', 'source-span') || isInline(node)
  editor.isVoid = (node) => isOf(node, 'rule', 'source-span') || isVoid(node)

  editor.normalizeNode = (entry, options) => {
    if (!mend(editor, entry)) normalizeNode(entry, options)
  }

  editor.insertText = (text, options) => {
    insertText(text, options)
    if (editor.selection !== null && Range.isCollapsed(editor.selection)) applyInputRule(editor, text)
  }

  editor.insertSoftBreak = () => {
    Editor.insertText(editor, '\n')
  }

  editor.insertBreak = () => {
    const { selection } = editor
    if (selection === null) return
    if (Range.isExpanded(selection)) Transforms.delete(editor)
    const block = blockAbove(editor)
    if (block === null) return insertBreak()
    const [node, path] = block
    if (isOf(node, 'code', 'source')) {
      if (!leaveCode(editor, block)) Editor.insertText(editor, '\n')
      return
    }
    const item = itemAbove(editor)
    if (item !== null && Path.equals(Path.parent(path), item[1])) {
      if (Node.string(node) === '' && item[0].children.length === 1) return liftItem(editor, item[1])
      Transforms.splitNodes(editor, { match: (each) => isOf(each, 'item'), always: true })
      const next = itemAbove(editor)
      if (next?.[0].checked === true) Transforms.setNodes(editor, { checked: false } as object, { at: next[1] })
      return
    }
    const isQuotationEnd = isOf(Node.parent(editor, path), 'quotation') && Node.string(node) === ''
    if (isQuotationEnd) return Transforms.liftNodes(editor, { at: path })
    insertBreak()
    // What follows a heading is text.
    const after = blockAbove(editor)
    if (after !== null && isOf(after[0], 'heading')) setBlock(editor, { type: 'paragraph' })
  }

  editor.deleteBackward = (unit) => {
    const { selection } = editor
    const block = blockAbove(editor)
    if (selection && block && Range.isCollapsed(selection) && Editor.isStart(editor, selection.anchor, block[1])) {
      const [node, path] = block
      if (isOf(node, 'heading') || (isOf(node, 'code', 'source') && Node.string(node) === '')) {
        return setBlock(editor, { type: 'paragraph' })
      }
      const item = itemAbove(editor)
      if (item !== null && Path.equals(path, [...item[1], 0])) return liftItem(editor, item[1])
      const isFirst = path.at(-1) === 0
      if (isFirst && isOf(Node.parent(editor, path), 'quotation')) return Transforms.liftNodes(editor, { at: path })
      const before = Path.hasPrevious(path) ? Editor.node(editor, Path.previous(path)) : null
      if (before && isOf(before[0], 'rule')) return Transforms.removeNodes(editor, { at: before[1] })
    }
    deleteBackward(unit)
  }

  return editor
}

/** The innermost block that the caret is in: a paragraph, heading, code or source. */
export function blockAbove(editor: Editor): NodeEntry<Element> | null {
  const entry = Editor.above(editor, {
    match: (node) => isOf(node, 'paragraph', 'heading', 'code', 'source', 'rule'),
    mode: 'lowest',
  })
  return (entry as NodeEntry<Element> | undefined) ?? null
}

export function itemAbove(editor: Editor): NodeEntry<ItemNode> | null {
  const entry = Editor.above(editor, { match: (node) => isOf(node, 'item'), mode: 'lowest' })
  return entry ?? null
}

/** A second empty line at the end of code leads out of it. */
function leaveCode(editor: Editor, [node, path]: NodeEntry): boolean {
  const { selection } = editor
  if (!selection || !Editor.isEnd(editor, selection.anchor, path) || !Node.string(node).endsWith('\n\n')) return false
  Transforms.delete(editor, { distance: 2, unit: 'character', reverse: true })
  Transforms.insertNodes(editor, aParagraph(), { at: Path.next(path), select: true })
  return true
}

/** Brings a node into a form that Markdown has. True when it did something. */
function mend(editor: Editor, [node, path]: NodeEntry): boolean {
  if (path.length === 0) {
    if (editor.children.length > 0) return false
    Transforms.insertNodes(editor, aParagraph(), { at: [0] })
    return true
  }
  const element = proseElement(node)
  if (element === null) return false
  switch (element.type) {
    case 'list':
      if (element.children.length === 0) {
        Transforms.removeNodes(editor, { at: path })
        return true
      }
      return wrapChildren(editor, path, element.children, (child) => isOf(child, 'item'), {
        type: 'item',
        spread: false,
        children: [],
      })
    case 'item':
    case 'quotation': {
      if (element.type === 'item' && !isOf(Node.parent(editor, path), 'list')) {
        Transforms.unwrapNodes(editor, { at: path })
        return true
      }
      return wrapChildren(editor, path, element.children, (child) => isBlock(child), {
        type: 'paragraph',
        children: [],
      })
    }
    case 'link':
      if (Node.string(node) !== '' || holdsCaret(editor, path)) return false
      Transforms.removeNodes(editor, { at: path })
      return true
    case 'code':
    case 'source': {
      // Words of code are nothing but their characters.
      const [only, ...others] = element.children as Node[]
      if (others.length === 0 && Text.isText(only) && Object.keys(only).length === 1) return false
      const text = Node.string(node)
      Editor.withoutNormalizing(editor, () => {
        for (let at = element.children.length - 1; at >= 0; at--) Transforms.removeNodes(editor, { at: [...path, at] })
        Transforms.insertNodes(editor, { text }, { at: [...path, 0] })
      })
      return true
    }
    case 'paragraph':
    case 'heading': {
      const at = element.children.findIndex((child) => isBlock(child))
      if (at === -1) return false
      Transforms.unwrapNodes(editor, { at: [...path, at] })
      return true
    }
    case 'rule':
    case 'source-span':
      return false
  }
}

function isBlock(node: Node): boolean {
  return Element.isElement(node) && !isOf(node, 'link', 'source-span')
}

function holdsCaret(editor: Editor, path: Path): boolean {
  return editor.selection !== null && Path.isAncestor(path, editor.selection.anchor.path)
}

function wrapChildren(
  editor: Editor,
  path: Path,
  children: readonly Node[],
  fits: (node: Node) => boolean,
  wrapper: object,
): boolean {
  const at = children.findIndex((child) => !fits(child))
  if (at === -1) return false
  Transforms.wrapNodes(editor, wrapper as Element, { at: [...path, at] })
  return true
}
