import {
  AtSign,
  Code,
  Heading1,
  Heading2,
  Heading3,
  List,
  ListOrdered,
  Minus,
  Pilcrow,
  TextQuote,
  type LucideIcon,
} from 'lucide-react'
import { Editor, Transforms } from 'slate'
import { SECTION_KINDS, type SectionKind } from '../../../../shared/domain/review'
import { insertRule, setBlock, toggleList, toggleQuotation } from './edit-blocks'

/** A kind of block that can be asked for. */
export interface BlockChoice {
  /** Its title is `review:prose.blocks.<id>`. */
  readonly id:
    | 'text'
    | 'heading1'
    | 'heading2'
    | 'heading3'
    | 'bullets'
    | 'numbers'
    | 'quotation'
    | 'code'
    | 'rule'
    | 'passage'
  readonly icon: LucideIcon
  /** What else it is found by, and what Markdown writes. */
  readonly words: string
  readonly run: (editor: Editor) => void
}

export const BLOCK_CHOICES: readonly BlockChoice[] = [
  {
    id: 'passage',
    icon: AtSign,
    words: '@ quote passage',
    run: (editor) => Editor.insertText(editor, '@'),
  },
  {
    id: 'text',
    icon: Pilcrow,
    words: 'text prose paragraph',
    run: (editor) => setBlock(editor, { type: 'paragraph' }),
  },
  {
    id: 'heading1',
    icon: Heading1,
    words: 'h1 # heading',
    run: (editor) => setBlock(editor, { type: 'heading', depth: 1 }),
  },
  {
    id: 'heading2',
    icon: Heading2,
    words: 'h2 ## heading',
    run: (editor) => setBlock(editor, { type: 'heading', depth: 2 }),
  },
  {
    id: 'heading3',
    icon: Heading3,
    words: 'h3 ### heading',
    run: (editor) => setBlock(editor, { type: 'heading', depth: 3 }),
  },
  { id: 'bullets', icon: List, words: '- * ul list', run: (editor) => toggleList(editor, false) },
  { id: 'numbers', icon: ListOrdered, words: '1. ol list', run: (editor) => toggleList(editor, true) },
  { id: 'quotation', icon: TextQuote, words: '> blockquote', run: toggleQuotation },
  { id: 'code', icon: Code, words: '``` code', run: (editor) => setBlock(editor, { type: 'code' }) },
  { id: 'rule', icon: Minus, words: '--- hr', run: insertRule },
]

/** The kinds whose title or other words hold the query. */
export function findBlockChoices(query: string, titleOf: (id: BlockChoice['id']) => string): readonly BlockChoice[] {
  const wanted = query.toLowerCase()
  return BLOCK_CHOICES.filter(({ id, words }) => `${titleOf(id)} ${words}`.toLowerCase().includes(wanted))
}

/** The kinds of sections whose name holds the query, in either language of the author's. */
export function findSectionKinds(query: string, titleOf: (kind: SectionKind) => string): readonly SectionKind[] {
  const wanted = query.toLowerCase()
  return SECTION_KINDS.filter((kind) => `${titleOf(kind)} ${kind} section`.toLowerCase().includes(wanted))
}

/** Puts the block that was chosen where its name was asked for. */
export function insertChoice(editor: Editor, { id, run }: BlockChoice): void {
  const { selection } = editor
  // A heading begins a line of its own, where there are words before it.
  if (selection && id !== 'passage' && id !== 'rule' && !isAtBlockStart(editor)) {
    Transforms.splitNodes(editor, { always: true })
    setPlain(editor)
  }
  run(editor)
}

function isAtBlockStart(editor: Editor): boolean {
  const { selection } = editor
  const block = Editor.above(editor, { match: (node) => Editor.isBlock(editor, node as never), mode: 'lowest' })
  return selection !== null && block !== undefined && Editor.isStart(editor, selection.anchor, block[1])
}

function setPlain(editor: Editor): void {
  Transforms.setNodes(editor, { type: 'paragraph' } as object, {
    match: (node) => Editor.isBlock(editor, node as never),
    mode: 'lowest',
  })
}
