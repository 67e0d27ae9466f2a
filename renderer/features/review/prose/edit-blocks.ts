import { Editor, Element, Node, Path, Range, Transforms } from 'slate'
import { aParagraph, isOf, type Mark, type ProseElement, type ProseNode } from './nodes'

/** What a block of words can be made into. */
export type BlockForm =
  | { readonly type: 'paragraph' }
  | { readonly type: 'heading'; readonly depth: 1 | 2 | 3 }
  | { readonly type: 'code' }

const isWords = (node: Node) => isOf(node, 'paragraph', 'heading', 'code', 'source')

/** Gives the blocks in the selection another form; one that has it already becomes text again. */
export function setBlock(editor: Editor, form: BlockForm): void {
  const isSame = hasForm(editor, form)
  const wanted = isSame ? ({ type: 'paragraph' } as const) : form
  Editor.withoutNormalizing(editor, () => {
    Transforms.unsetNodes(editor, ['depth', 'lang', 'meta'] as never, { match: isWords })
    Transforms.setNodes(editor, wanted, { match: isWords })
  })
}

export function hasForm(editor: Editor, form: BlockForm): boolean {
  return isIn(editor, (node) => isOf(node, form.type) && (form.type !== 'heading' || sameDepth(node, form.depth)))
}

function sameDepth(node: Node, depth: number): boolean {
  return isOf(node, 'heading') && node.depth === depth
}

/** Whether the selection begins inside of such a node. */
export function isIn(editor: Editor, match: (node: Node) => boolean): boolean {
  if (editor.selection === null) return false
  const at = Editor.unhangRange(editor, editor.selection)
  const [entry] = Editor.nodes(editor, { at, match })
  return entry !== undefined
}

export function hasMark(editor: Editor, mark: Mark): boolean {
  const marks: Partial<Record<Mark, true>> | null = Editor.marks(editor)
  return marks?.[mark] === true
}

export function toggleMark(editor: Editor, mark: Mark): void {
  if (isIn(editor, (node) => isOf(node, 'code', 'source'))) return
  if (hasMark(editor, mark)) Editor.removeMark(editor, mark)
  else Editor.addMark(editor, mark, true)
}

export function isInList(editor: Editor, ordered: boolean): boolean {
  if (editor.selection === null) return false
  const entry = Editor.above(editor, { match: (node) => isOf(node, 'list'), mode: 'lowest' })
  return entry !== undefined && isOf(entry[0], 'list') && entry[0].ordered === ordered
}

/** Makes the blocks in the selection items of a list, items of the other kind of list, or text again. */
export function toggleList(editor: Editor, ordered: boolean, start = 1): void {
  const { selection } = editor
  if (selection === null) return
  Editor.withoutNormalizing(editor, () => {
    const above = Editor.above(editor, { match: (node) => isOf(node, 'list'), mode: 'lowest' })
    if (above) {
      const [list, at] = above
      if (isOf(list, 'list') && list.ordered !== ordered) {
        return Transforms.setNodes(editor, { ordered, start } as object, { at })
      }
      const items = [...Editor.nodes(editor, { match: (node) => isOf(node, 'item'), mode: 'lowest' })]
      const refs = items.map(([, path]) => Editor.pathRef(editor, path))
      for (const ref of refs) {
        const path = ref.unref()
        if (path) liftItem(editor, path)
      }
      return
    }
    if (!isIn(editor, isWords)) return
    Transforms.unsetNodes(editor, ['depth', 'lang', 'meta'] as never, { match: isWords })
    Transforms.setNodes(editor, { type: 'paragraph' } as object, { match: isWords })
    const list = { type: 'list', ordered, start, spread: false, children: [] } as unknown as Element
    Transforms.wrapNodes(editor, list, { match: isWords })
    const item = { type: 'item', spread: false, children: [] } as unknown as Element
    const blocks = [...Editor.nodes(editor, { match: isWords })].map(([, path]) => path)
    for (const path of blocks) Transforms.wrapNodes(editor, item, { at: path })
    const [made] = Editor.nodes(editor, { match: (node) => isOf(node, 'list'), mode: 'lowest' })
    if (made) joinLists(editor, made[1], ordered)
  })
}

/** A list right after one of its kind goes on with it. */
function joinLists(editor: Editor, path: Path, ordered: boolean): void {
  if (!Path.hasPrevious(path)) return
  const [before] = Editor.node(editor, Path.previous(path))
  if (isOf(before, 'list') && before.ordered === ordered) Transforms.mergeNodes(editor, { at: path })
}

/** Takes an item out of its list: into the list around it, or to stand as text. */
export function liftItem(editor: Editor, path: Path): void {
  Editor.withoutNormalizing(editor, () => {
    const listPath = Path.parent(path)
    const list = Node.get(editor, listPath)
    if (!isOf(list, 'list')) return
    const isNested = isOf(Node.parent(editor, listPath), 'item')
    if (!isNested) {
      const lifted = Editor.pathRef(editor, path)
      Transforms.liftNodes(editor, { at: path })
      const at = lifted.unref()
      if (at) Transforms.unwrapNodes(editor, { at })
      return
    }
    const index = path.at(-1) ?? 0
    const followers = list.children.slice(index + 1) as unknown as Node[]
    for (let at = list.children.length - 1; at > index; at--) Transforms.removeNodes(editor, { at: [...listPath, at] })
    if (followers.length > 0) {
      const rest = { ...list, children: followers } as unknown as Element
      const item = Node.get(editor, path) as Element
      Transforms.insertNodes(editor, rest, { at: [...path, item.children.length] })
    }
    Transforms.moveNodes(editor, { at: path, to: Path.next(Path.parent(listPath)) })
    if ((Node.get(editor, listPath) as Element).children.length === 0) Transforms.removeNodes(editor, { at: listPath })
  })
}

/** Puts an item below the one before it. False for a first item. */
export function sinkItem(editor: Editor, path: Path): boolean {
  if (!Path.hasPrevious(path)) return false
  const before = Path.previous(path)
  const list = Node.parent(editor, path)
  const target = Node.get(editor, before) as Element
  Editor.withoutNormalizing(editor, () => {
    const last = target.children.at(-1)
    if (last !== undefined && isOf(last, 'list')) {
      const end = (last.children as readonly Node[]).length
      return Transforms.moveNodes(editor, { at: path, to: [...before, target.children.length - 1, end] })
    }
    const { type, ordered, spread } = list as unknown as Extract<ProseElement, { type: 'list' }>
    const wrapper = { type, ordered, start: 1, spread, children: [] } as unknown as Element
    Transforms.wrapNodes(editor, wrapper, { at: path })
    Transforms.moveNodes(editor, { at: path, to: [...before, target.children.length] })
  })
  return true
}

/** Moves an item one place up or down in its list. False at the ends. */
export function moveItem(editor: Editor, path: Path, by: -1 | 1): boolean {
  const index = (path.at(-1) ?? 0) + by
  const list = Node.parent(editor, path)
  if (index < 0 || index >= list.children.length) return false
  Transforms.moveNodes(editor, { at: path, to: [...Path.parent(path), index] })
  return true
}

/** Puts the caret at the end of an item of the list that the text is, or into a new last one. */
export function startItem(editor: Editor, item: number | 'new'): void {
  const at = editor.children.length - 1
  const last = editor.children[at]
  if (last === undefined || !isOf(last, 'list')) return toggleList(editor, false)
  if (item !== 'new')
    return Transforms.select(editor, Editor.end(editor, [at, Math.min(item, last.children.length - 1)]))
  const made = { type: 'item', spread: false, children: [aParagraph()] } as unknown as Element
  Transforms.insertNodes(editor, made, { at: [at, last.children.length] })
  Transforms.select(editor, Editor.end(editor, [at]))
}

/** Blocks without the items that nothing stands in. */
export function withoutEmptyItems(blocks: readonly ProseNode[]): readonly ProseNode[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'list') return block
    const children = block.children.filter((item) => !isBlankItem(item as unknown as Node))
    if (children.length === block.children.length) return block
    return children.length === 0 ? [] : { ...block, children }
  })
}

function isBlankItem(item: Node): boolean {
  return Node.string(item).trim() === '' && !hasAtom(item)
}

function hasAtom(node: Node): boolean {
  return isOf(node, 'rule', 'source-span') || (Element.isElement(node) && node.children.some(hasAtom))
}

/** Sets the blocks in the selection as a quotation, or as text again. */
export function toggleQuotation(editor: Editor): void {
  const isQuotation = (node: Node) => isOf(node, 'quotation')
  if (isIn(editor, isQuotation)) Transforms.unwrapNodes(editor, { match: isQuotation, split: true })
  else {
    Transforms.wrapNodes(editor, { type: 'quotation', children: [] } as unknown as Element, {
      match: (node) => Element.isElement(node) && isOf(node, 'paragraph', 'heading', 'list', 'code', 'source'),
      mode: 'highest',
    })
  }
}

/** Puts a line between two blocks, and the caret below it. */
export function insertRule(editor: Editor): void {
  const rule = { type: 'rule', children: [{ text: '' }] }
  const above = Editor.above(editor, { match: isWords, mode: 'lowest' })
  if (!above) return
  const [node, path] = above
  if (Node.string(node) === '') {
    Transforms.insertNodes(editor, rule, { at: path })
    Transforms.select(editor, Editor.start(editor, Path.next(path)))
  } else Transforms.insertNodes(editor, [rule, aParagraph()], { at: Path.next(path), select: true })
}

/** The address of the link that the selection begins in. */
export function linkAbove(editor: Editor): string | null {
  if (editor.selection === null) return null
  const entry = Editor.above(editor, { match: (node) => isOf(node, 'link') })
  return entry && isOf(entry[0], 'link') ? entry[0].url : null
}

/** Makes a link of what is selected, gives the one that the caret is in another address, or, with none, unlinks it. */
export function setLink(editor: Editor, url: string): void {
  const { selection } = editor
  if (selection === null) return
  const isLink = (node: Node) => isOf(node, 'link')
  const above = Editor.above(editor, { match: isLink })
  if (url === '') Transforms.unwrapNodes(editor, { match: isLink })
  else if (above) {
    Transforms.unsetNodes(editor, 'bare', { at: above[1] })
    Transforms.setNodes(editor, { url } as object, { at: above[1] })
  } else if (Range.isCollapsed(selection)) insertLink(editor, url, url)
  else {
    Transforms.unwrapNodes(editor, { match: isLink })
    Transforms.wrapNodes(editor, { type: 'link', url, children: [] } as unknown as Element, {
      split: true,
    })
    Transforms.collapse(editor, { edge: 'end' })
  }
}

/** Puts a link where the caret is, and the caret behind it. */
export function insertLink(editor: Editor, url: string, text: string): void {
  const link = { type: 'link', url, children: [{ text }] }
  Transforms.insertNodes(editor, link, { select: true })
  Transforms.move(editor, { unit: 'offset' })
}
