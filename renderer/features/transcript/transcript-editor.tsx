import { memo, useCallback, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type { ClipboardEvent, DragEvent, KeyboardEvent, MouseEvent, PointerEvent, ReactNode } from 'react'
import { Transforms, type BasePoint } from 'slate'
import { Editable, ReactEditor, Slate, useReadOnly, type RenderElementProps } from 'slate-react'
import { isCjkLanguage } from '../../../shared/domain/language'
import { useIsPainted } from '../../ui/after-paint'
import { cx } from '../../ui/cx'
import { BlockView } from './block-view'
import { Caret } from './caret'
import { oneLine } from './correction/one-line'
import { caretMoveOf, moveCaret } from './document/caret-keys'
import { copyRange } from './document/copy'
import { estimateHeights } from './document/heights'
import { layoutOf, rememberHeights } from './document/known-heights'
import { selectUnits } from './document/select-units'
import {
  PART_SECTIONS,
  pathOfBlock,
  VOLUME_PARTS,
  type BlockNode,
  type PartNode,
  type SectionNode,
  type TranscriptDocument,
  type TranscriptNode,
  type VolumeNode,
} from './document/nodes'
import { rangeOfSelection, textNodeIn } from './document/transcript-view'
import { EdgeHandles } from './edges/edge-handles'
import { StickySpeaker } from './sticky-speaker'
import styles from './transcript-editor.module.css'
import { useTranscript } from './transcript-context'

const mac = /Mac/.test(navigator.platform)
const NO_SCROLLING = () => undefined

/** Whether a key without others means nothing but to type a character, or to delete one. */
function typesOrDeletes({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return !ctrlKey && !altKey && !metaKey && (key.length === 1 || key === 'Backspace' || key === 'Delete')
}

/** The place in the document of one in a text of the page; `null` where that is in none. */
function pointIn(document: TranscriptDocument, node: Node | null, offset: number): BasePoint | null {
  const block = node?.parentElement?.closest<HTMLElement>('[data-block]')
  if (!block || textNodeIn(block) !== node) return null
  return { path: [...pathOfBlock(document, Number(block.dataset['block'])), 0], offset }
}

/** Text is typed or pasted, not dragged: a drop would say nothing of where it came from. */
function refuseDrop(event: DragEvent): boolean {
  event.preventDefault()
  return true
}

export interface TranscriptEditorProps {
  readonly label: string
  /** Line breaks of the stored text are the author's, not a caption's layout. */
  readonly keepsLines: boolean
  /** Whether its text is being corrected. */
  readonly isCorrecting: boolean
  /** A click, with the offset it fell on. */
  readonly onTextPress: (offset: number) => void
  /** The mouse starts to select; where it is released, with that event. */
  readonly onDragging: (released: globalThis.PointerEvent | null) => void
  /** An edge of the selected passage is let go of. */
  readonly onEdgeMoved: () => void
}

/** A transcript as one Slate document, of which only what is near the viewport is mounted. */
export const TranscriptEditor = memo(function TranscriptEditor(props: TranscriptEditorProps) {
  const { label, keepsLines, isCorrecting, onTextPress, onDragging, onEdgeMoved } = props
  const { source, turns, view, drawings, edges, editor, player } = useTranscript()
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (scroller.current && content.current) return view.attach(scroller.current, content.current)
    return undefined
  }, [view])

  // With what stands around the text, so that the page is laid out and painted once for both.
  const isPainted = useIsPainted()
  useLayoutEffect(() => {
    // React does not flush while it commits.
    if (isPainted) queueMicrotask(() => view.window.arrive())
  }, [view, isPainted])

  // While the text is read the page's selection is the browser's own. Slate knows of none then, and takes away what is
  // selected whenever it is rendered.
  useLayoutEffect(() => {
    if (isCorrecting) return
    editor.selection = null
    if (view.selection && view.hasFocus() && !getSelection()?.anchorNode) view.select(view.selection)
  })

  useEffect(() => {
    const [frame, element] = [scroller.current, content.current]
    if (!frame || !element) return undefined
    const measure = (isFoldingNew = false) => {
      const style = getComputedStyle(element)
      const number = (property: string) => Number.parseFloat(style.getPropertyValue(property))
      const fontSize = number('font-size')
      const metrics = {
        width: element.clientWidth - number('padding-inline-start') - number('padding-inline-end'),
        fontSize,
        lineHeight: number('line-height'),
        blockGap: number('--block-gap') * fontSize,
        turnGap: number('--turn-gap') * fontSize,
      }
      const layout = layoutOf(metrics, view.folding)
      if (layout === view.window.layout && !isFoldingNew) return
      view.window.reestimate(estimateHeights(view.document, metrics, source.language, keepsLines, view.folding), layout)
      rememberHeights(view.document, view.window)
      drawings.layoutChanged()
    }
    // Not the text itself: its height follows from what is done here.
    const sizes = new ResizeObserver(() => measure())
    sizes.observe(frame)
    // The settings for the text's size and width are custom properties of the page.
    const settings = new MutationObserver(() => measure())
    settings.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] })
    const stopFolding = view.folding.onFolded(() => measure(true))
    return () => {
      stopFolding()
      sizes.disconnect()
      settings.disconnect()
    }
  }, [view, drawings, source.language, keepsLines])

  const onKeyDown = useCallback(
    (event: KeyboardEvent): boolean | undefined => {
      if (event.key === ' ' && player && !editor.isCorrecting && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault()
        player.toggle()
        return undefined
      }
      // The browser types it. Slate would look through all of the text for its direction before it does nothing.
      if (editor.isCorrecting && typesOrDeletes(event)) return true
      editor.flush()
      const move = caretMoveOf(event, mac)
      if (!move || (editor.isCorrecting && move.kind === 'step')) return undefined
      event.preventDefault()
      const isHeld = edges.shown !== null && edges.shown.edge !== null
      moveCaret(view, move, event.shiftKey && !isHeld)
      if (isHeld && view.selection) edges.move(view.selection.focus)
      return undefined
    },
    [view, edges, editor, player],
  )

  const onCopy = useCallback(
    (event: ClipboardEvent) => {
      if (editor.isCorrecting) return
      event.preventDefault()
      if (!view.selection) return
      const range = rangeOfSelection(view.selection)
      if (range.start === range.end) return
      const copied = copyRange(source, view.document.text, turns, range)
      event.clipboardData.setData('text/plain', copied.plain)
      event.clipboardData.setData('text/html', copied.html)
    },
    [view, source, turns, editor],
  )

  // What the browser puts in by itself it looks at from all sides first, and has the page laid out in between; Slate would
  // put another text node in the paragraph's place, which costs more to lay out.
  const onBeforeInput = useCallback(
    (event: InputEvent): boolean => {
      const [target] = event.getTargetRanges()
      const { data } = event
      if (!editor.isCorrecting || event.inputType !== 'insertText' || data === null || !target) return false
      // What an input method puts together is the browser's.
      if (event.isComposing || ReactEditor.isComposing(editor)) return false
      const { startContainer: node, startOffset: offset, collapsed } = target
      const point = collapsed && data === oneLine(data) ? pointIn(view.document, node, offset) : null
      if (!point || !(node instanceof Text)) {
        const range = ReactEditor.toSlateRange(editor, target, { exactMatch: false, suppressThrow: true })
        if (!range) return false
        event.preventDefault()
        Transforms.select(editor, range)
        editor.insertText(data)
        return true
      }
      event.preventDefault()
      Transforms.select(editor, { anchor: point, focus: point })
      node.insertData(offset, data)
      getSelection()?.collapse(node, offset + data.length)
      editor.insertShown(data)
      return true
    },
    [editor, view],
  )
  // Slate looks at the page then.
  const onCompositionStart = useCallback(() => editor.flush(), [editor])

  // It does not where it is behind, and would put the caret back.
  useEffect(
    () =>
      view.subscribe(() => {
        const selected = editor.isBehind() ? getSelection() : null
        if (!selected) return
        const anchor = pointIn(view.document, selected.anchorNode, selected.anchorOffset)
        const focus = pointIn(view.document, selected.focusNode, selected.focusOffset)
        if (anchor && focus) Transforms.select(editor, { anchor, focus })
      }),
    [view, editor],
  )

  const keepCaretInView = useCallback((_: unknown, caret: globalThis.Range) => view.keepInView(caret), [view])

  const onPointerDown = useCallback(
    (event: PointerEvent) => {
      editor.flush()
      if (event.button !== 0) return
      onEdgeMoved()
      onDragging(null)
      window.addEventListener('pointerup', onDragging, { once: true })
    },
    [editor, onDragging, onEdgeMoved],
  )
  // Two clicks are a word, as everywhere; three a sentence, four the turn.
  const onMouseDown = useCallback(
    (event: MouseEvent) => {
      if (event.button !== 0 || event.detail < 3) return
      event.preventDefault()
      selectUnits(view, turns, event.detail === 3 ? 'sentence' : 'turn', event.clientX, event.clientY)
    },
    [view, turns],
  )
  const onClick = useCallback(
    (event: MouseEvent) => {
      const selection = getSelection()
      // Slate would select the paragraph.
      if (event.detail > 2) event.preventDefault()
      if (editor.isCorrecting || event.button !== 0 || event.detail > 1 || !selection?.isCollapsed) return
      const offset = view.offsetAtPoint(event.clientX, event.clientY)
      if (offset !== null) onTextPress(offset)
    },
    [view, editor, onTextPress],
  )

  return (
    <div ref={scroller} className={styles['scroller']}>
      <div
        ref={content}
        className={cx(
          styles['content'],
          keepsLines && styles['keepsLines'],
          isCjkLanguage(source.language) && styles['chinese'],
          isCorrecting && styles['correcting'],
        )}
        lang={source.language}
      >
        <StickySpeaker />
        <Slate editor={editor}>
          <Editable
            readOnly={!isCorrecting}
            disableDefaultStyles
            className={styles['document']}
            role={isCorrecting ? 'textbox' : 'document'}
            aria-label={label}
            tabIndex={0}
            spellCheck={false}
            renderElement={renderElement}
            scrollSelectionIntoView={isCorrecting ? keepCaretInView : NO_SCROLLING}
            onDOMBeforeInput={onBeforeInput}
            onKeyDown={onKeyDown}
            onCompositionStart={onCompositionStart}
            onCopy={onCopy}
            onPointerDown={onPointerDown}
            onMouseDown={onMouseDown}
            onClick={onClick}
            onDrop={refuseDrop}
            onDragStart={refuseDrop}
          />
        </Slate>
        <Caret />
        <EdgeHandles onMoved={onEdgeMoved} />
      </div>
    </div>
  )
})

function renderElement(props: RenderElementProps) {
  const node = props.element as TranscriptNode
  switch (node.type) {
    case 'volume':
      return <VolumeView {...props} node={node} />
    case 'part':
      return <PartView {...props} node={node} />
    case 'section':
      return <SectionView {...props} node={node} />
    case 'block':
      return <BlockView {...props} node={node} />
  }
}

/** What Slate gives where it renders a node; it does only where the text is being corrected. */
type BySlate = Partial<Pick<RenderElementProps, 'attributes' | 'children'>>

/**
 * Mounts those of its parts that have something near the viewport; the others are empty space of their height. Text that
 * is only read is rendered without Slate: what that does for each paragraph costs several times the paragraph.
 */
function VolumeView({ attributes, children, node }: RenderElementProps & { readonly node: VolumeNode }) {
  const { view } = useTranscript()
  const isReading = useReadOnly()
  const sections = view.window
  useSyncExternalStore(sections.subscribe, () => sections.volumeState(node.volume))
  const start = node.volume * VOLUME_PARTS
  const { heights } = sections
  return (
    <div {...attributes}>
      {withGaps(
        node.children.length,
        (at) => sections.isPartMounted(start + at),
        (at) => {
          const first = (start + at) * PART_SECTIONS
          return heights.between(first, Math.min(first + PART_SECTIONS, heights.count))
        },
        (at) =>
          isReading ? <PartView key={at} node={node.children[at] as PartNode} /> : (children as ReactNode[])[at],
      )}
    </div>
  )
}

/** The same for its sections. */
const PartView = memo(function PartView({ attributes, children, node }: BySlate & { readonly node: PartNode }) {
  const { view } = useTranscript()
  const sections = view.window
  useSyncExternalStore(sections.subscribe, () => sections.partState(node.part))
  const start = node.part * PART_SECTIONS
  return (
    <div {...attributes}>
      {withGaps(
        node.children.length,
        (at) => sections.isMounted(start + at),
        (at) => sections.heights.height(start + at),
        (at) =>
          children === undefined ? (
            <SectionView key={at} node={node.children[at] as SectionNode} />
          ) : (
            (children as ReactNode[])[at]
          ),
      )}
    </div>
  )
})

function withGaps(
  count: number,
  isMounted: (at: number) => boolean,
  heightOf: (at: number) => number,
  elementAt: (at: number) => ReactNode,
): ReactNode[] {
  const rendered: ReactNode[] = []
  let gap = 0
  const closeGap = (before: number) => {
    if (gap > 0) rendered.push(<div key={`gap ${before}`} aria-hidden style={{ height: gap }} />)
    gap = 0
  }
  for (let at = 0; at < count; at += 1) {
    if (isMounted(at)) {
      closeGap(at)
      rendered.push(elementAt(at))
    } else gap += heightOf(at)
  }
  closeGap(count)
  return rendered
}

const SectionView = memo(function SectionView({
  attributes,
  children,
  node,
}: BySlate & { readonly node: SectionNode }) {
  const { view } = useTranscript()
  const slateRef = attributes?.ref as ((element: HTMLElement | null) => void) | undefined
  const { index } = node.section
  const shown = useRef<HTMLElement | null>(null)
  const ref = useCallback(
    (element: HTMLElement | null) => {
      slateRef?.(element)
      shown.current = element
    },
    [slateRef],
  )
  // Slate's own is another one with each key that is typed within: watched anew, the section would be measured again.
  useLayoutEffect(() => {
    view.window.setElement(index, shown.current)
    return () => view.window.setElement(index, null)
  }, [view, index])
  return (
    <div {...attributes} ref={ref} className={styles['section']}>
      {children ?? node.children.map((block, at) => <BlockView key={at} node={block as BlockNode} />)}
    </div>
  )
})
