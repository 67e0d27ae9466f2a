import { useEffect, useLayoutEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Editor, Text, Transforms, type Node as SlateNode, type NodeEntry, type Range } from 'slate'
import { Editable, ReactEditor, Slate } from 'slate-react'
import type { SectionKind } from '../../../../shared/domain/review'
import { useCommands } from '../../../ui/commands'
import { cx } from '../../../ui/cx'
import page from '../page.module.css'
import type { QuoteWithin } from '../review-actions'
import type { OpenReview } from '../use-review'
import { liftItem, moveItem, sinkItem, startItem, toggleMark, withoutEmptyItems } from './edit-blocks'
import { PassageCompletion } from './completion'
import { isOf, type Mark, type ProseNode } from './nodes'
import { ProseToolbar } from './prose-toolbar'
import styles from './prose.module.css'
import { renderElement, renderLeaf } from './render-prose'
import { useCompletion } from './use-completion'
import { useProse } from './use-prose'
import { itemAbove } from './with-prose'

export interface ProseEditorProps {
  readonly open: OpenReview
  readonly label: string
  /** As it is stored. */
  readonly markdown: string
  readonly placeholder?: string
  /** The text is a list: the index of the item to begin in, or a new one. Empty items are not kept. */
  readonly item?: number | 'new'
  /** Called after a pause in typing and when the editor is left, with what changed; never twice with the same. */
  readonly onSave: (markdown: string) => Promise<unknown> | void
  /** The editor was left: by a key, so that the focus should go somewhere, or because the focus went elsewhere. */
  readonly onClose: (keepFocus: boolean, isEmpty: boolean) => void
  /** Offers to place a passage as a quote; without it `@` makes links only. */
  readonly onQuote?: (request: QuoteWithin) => void
  /** Offers to add a section, once the editor was left. */
  readonly onSection?: (kind: SectionKind) => void
}

const MARK_KEYS: Readonly<Record<string, Mark>> = { b: 'strong', i: 'emphasis', 'shift+x': 'delete', 'shift+c': 'code' }

/**
 * Prose that is written where it stands; takes the focus when it appears. Saves itself; Escape and Ctrl+Enter leave it.
 * `/` offers blocks, `@` finds passages.
 */
export function ProseEditor(props: ProseEditorProps) {
  const { open, label, markdown, placeholder = '', item, onSave, onClose, onQuote, onSection } = props
  const { t } = useTranslation('review')
  const prose = useProse(markdown, onSave, item === undefined ? asTheyAre : withoutEmptyItems)
  const { editor } = prose
  const [isLinking, setLinking] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const isClosed = useRef(false)
  const isStarted = useRef(false)

  useLayoutEffect(() => {
    isClosed.current = false
    ReactEditor.focus(editor)
    if (editor.selection === null) Transforms.select(editor, Editor.end(editor, []))
    if (item !== undefined && !isStarted.current) startItem(editor, item)
    isStarted.current = true
    frame.current?.scrollIntoView({ block: 'nearest' })
  }, [editor, item])

  const close = (keepFocus: boolean) => {
    // Taking the editor off the page blurs it once more.
    if (isClosed.current) return
    isClosed.current = true
    prose.flush()
    onClose(keepFocus, isBlank(editor))
  }
  const completion = useCompletion(editor, open, {
    onQuote: onQuote
      ? (passageId) => {
          isClosed.current = true
          // What was typed besides is a step of its own.
          prose.flush()
          const at = partAtCaret(editor)
          const blocks = editor.children as unknown as ProseNode[]
          prose.drop()
          onQuote({ passageId, before: prose.write(blocks.slice(0, at)), after: prose.write(blocks.slice(at)) })
        }
      : null,
    onSection: onSection
      ? (kind) => {
          close(false)
          onSection(kind)
        }
      : null,
  })

  const isAsking = completion.trigger !== null
  useEffect(() => prose.hold(isAsking))

  const undo = () => void editor.undo()
  const redo = () => void editor.redo()
  const group = t('commands.group')
  // A program's menu takes the keys before the page does: what was typed is taken back first.
  useCommands([
    { id: 'edit.undo', title: t('prose.undo'), group, keys: '$mod+z', run: undo },
    { id: 'edit.redo', title: t('prose.redo'), group, keys: '$mod+Shift+z', run: redo },
  ])

  const onKeyDown = (event: KeyboardEvent) => {
    // The block's own keys are not meant here.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const isMod = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    editor.pasteAsText = isMod && event.shiftKey && key === 'v'
    if (completion.onKey(event)) return event.preventDefault()
    const mark = isMod ? MARK_KEYS[event.shiftKey ? `shift+${key}` : key] : undefined
    if (mark) {
      editor.breakUndo()
      toggleMark(editor, mark)
    } else if (isMod && key === 'k') setLinking(true)
    else if (isMod && key === 'z') (event.shiftKey ? redo : undo)()
    else if (isMod && key === 'y') redo()
    else if (event.key === 'Escape' || (isMod && key === 'enter')) close(true)
    else if (event.key === 'Enter' && event.shiftKey) editor.insertSoftBreak()
    else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const item = itemAbove(editor)
      if (item === null) return
      editor.breakUndo()
      moveItem(editor, item[1], event.key === 'ArrowUp' ? -1 : 1)
    } else if (event.key === 'Tab') {
      const item = itemAbove(editor)
      if (item === null) return
      editor.breakUndo()
      if (event.shiftKey) liftItem(editor, item[1])
      else sinkItem(editor, item[1])
    } else return
    event.preventDefault()
  }

  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget instanceof Node && frame.current?.contains(event.relatedTarget)) return
    completion.close()
    // The window lost the focus, not the editor.
    if (!document.hasFocus()) prose.flush()
    else if (!frame.current?.contains(document.activeElement)) close(false)
  }

  const decorate = useMemo(() => softBreaks, [])
  return (
    <div ref={frame} className={styles['frame']} onBlur={onBlur} onKeyDown={(event) => event.stopPropagation()}>
      <Slate
        key={sessionKey(editor)}
        editor={editor}
        initialValue={prose.value}
        onChange={() => {
          if (editor.operations.some(({ type }) => type !== 'set_selection')) prose.touch()
          completion.update()
        }}
      >
        <ProseToolbar isLinking={isLinking} onLinking={setLinking} onDone={() => ReactEditor.focus(editor)} />
        <Editable
          aria-label={label}
          lang={open.review.language}
          placeholder={placeholder}
          className={cx(page['prose'], styles['editable'])}
          renderElement={renderElement}
          renderLeaf={renderLeaf}
          decorate={decorate}
          scrollSelectionIntoView={scrollIntoView}
          onKeyDown={onKeyDown}
          {...completion.attributes}
        />
        <PassageCompletion completion={completion} />
      </Slate>
    </div>
  )
}

const keys = new WeakMap<object, number>()
let lastKey = 0

/** A number for each document that is opened, so that none is drawn over another. */
function sessionKey(editor: object): number {
  const key = keys.get(editor) ?? (lastKey += 1)
  keys.set(editor, key)
  return key
}

/** A soft line break is drawn as the space that it is on the page. */
function softBreaks([node, path]: NodeEntry): Range[] {
  if (!Text.isText(node) || !node.text.includes('\r')) return []
  return [...node.text.matchAll(/\r/g)].map(({ index }) => ({
    anchor: { path, offset: index },
    focus: { path, offset: index + 1 },
    soft: true,
  }))
}

/** Only as far as needed: the page must not jump while one types. */
function scrollIntoView(_editor: ReactEditor, range: globalThis.Range): void {
  const element = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement
  element?.scrollIntoView({ block: 'nearest' })
}

const asTheyAre = (blocks: readonly ProseNode[]) => blocks

function isBlank(editor: Editor): boolean {
  return Editor.string(editor, []).trim() === '' && !Editor.nodes(editor, { at: [], match: isAtom }).next().value
}

const isAtom = (node: SlateNode) => isOf(node, 'rule', 'source-span')

/** How many top blocks stand before the caret; the one that it is within is parted first. */
function partAtCaret(editor: Editor): number {
  const caret = editor.selection?.anchor
  const at = caret?.path[0]
  if (caret === undefined || at === undefined) return editor.children.length
  if (Editor.isStart(editor, caret, [at])) return at
  if (!Editor.isEnd(editor, caret, [at])) Transforms.splitNodes(editor, { match: (_, path) => path.length === 1 })
  return at + 1
}
