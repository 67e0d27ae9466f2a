import { ChevronRight } from 'lucide-react'
import {
  memo,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
  type RefObject,
} from 'react'
import { Node } from 'slate'
import type { RenderElementProps } from 'slate-react'
import type { TextEdit } from '../../../shared/domain/correction'
import { formatNumber, formatTime } from '../../i18n'
import { painted } from '../../ui/after-paint'
import { CampMark } from '../../ui/camp-mark'
import { cx } from '../../ui/cx'
import { carriedDrawing } from './correction/carried-drawing'
import { languageOfBlock } from './document/block-language'
import type { TextBlock } from './document/blocks'
import type { BlockNode } from './document/nodes'
import { placeTogether } from './document/place-together'
import { textNodeIn } from './document/transcript-view'
import type { BlockDrawing } from './passages/drawing'
import { paint, unpaint, type Painted } from './passages/paint'
import unseen from '../../ui/unseen.module.css'
import styles from './transcript-editor.module.css'
import { CampLabelContext, useTranscript } from './transcript-context'

export interface BlockViewProps extends Partial<Pick<RenderElementProps, 'attributes' | 'children'>> {
  readonly node: BlockNode
}

/**
 * A paragraph: its text, the speaker and time in the margin where a turn starts, and the signs of its passages. Slate
 * gives `attributes` and `children` where the text is being corrected.
 */
export const BlockView = memo(function BlockView({ attributes, children, node }: BlockViewProps) {
  const { block } = node
  const { source, turns, view, corrections } = useTranscript()
  const edits = useSyncExternalStore(corrections.subscribe, () => corrections.of(block.index))
  const fold = useSyncExternalStore(view.folding.subscribe, () => view.folding.stateOf(block))
  const text = useRef<HTMLDivElement>(null)
  useInkOn(text, block, edits)

  const words = view.document.text.slice(block.start, block.end)
  const language = useMemo(() => languageOfBlock(words, source.language), [words, source.language])
  const turn = turns[block.turn]
  // A turn begins with an article that has its heading; what follows of it are paragraphs.
  const role = block.opensTurn
    ? ({ role: 'article', 'aria-posinset': block.turn + 1, 'aria-setsize': turns.length } as const)
    : ({ role: 'paragraph' } as const)
  return (
    <div
      {...attributes}
      {...role}
      data-block={block.index}
      className={cx(
        styles['block'],
        block.opensTurn && styles['opensTurn'],
        block.index === 0 && styles['first'],
        fold === 'line' && styles['folded'],
      )}
      hidden={fold === 'hidden'}
    >
      {block.opensTurn && turn && <TurnHead index={block.turn} isFolded={fold === 'line'} />}
      <div ref={text} className={styles['text']} lang={language === source.language ? undefined : language}>
        {children ?? <ReadText text={Node.string(node)} />}
      </div>
      {fold === 'open' && <BesideText block={block} edits={edits} />}
    </div>
  )
})

/** Draws on a block's text at once with each change, which waits for no rendering. */
function useInkOn(text: RefObject<HTMLElement | null>, block: TextBlock, edits: readonly TextEdit[]): void {
  const { drawings, corrections, editor } = useTranscript()
  const inked = useRef<Painted>([])
  useLayoutEffect(() => {
    let drawn: BlockDrawing | null = null
    const draw = () => {
      const drawing = drawings.of(block.index)
      const node = text.current && textNodeIn(text.current)
      if (!node || drawing === drawn) return
      drawn = drawing
      const carried = carriedDrawing(drawing, corrections.storedText(block.index), edits)
      inked.current = paint(node, carried, inked.current, editor.isCorrecting)
    }
    draw()
    return drawings.subscribe(draw)
  }, [text, block, edits, drawings, corrections, editor])
  useLayoutEffect(
    () => () => {
      unpaint(inked.current)
      inked.current = []
    },
    [],
  )
}

interface BesideTextProps {
  readonly block: TextBlock
  readonly edits: readonly TextEdit[]
}

/** What stands beside a block for its passages. It follows what is drawn on the text ahead of the page once that is painted. */
const BesideText = memo(function BesideText({ block, edits }: BesideTextProps) {
  const { view, drawings, corrections } = useTranscript()
  const subscribe = useCallback(
    (changed: () => void) => drawings.subscribe((isAhead) => (isAhead ? void painted().then(changed) : changed())),
    [drawings],
  )
  const stored = useSyncExternalStore(subscribe, () => drawings.of(block.index))
  const drawing = useMemo(
    () => carriedDrawing(stored, corrections.storedText(block.index), edits),
    [stored, corrections, block.index, edits],
  )
  return (
    <>
      {drawing.extent && <Connector drawing={drawing} view={view} block={block} />}
      {drawing.segments.some(({ starts }) => starts) && <Signs drawing={drawing} block={block} />}
    </>
  )
})

/** The text as Slate would render it; an empty one is a line too. */
function ReadText({ text }: { readonly text: string }) {
  if (text !== '') return <span data-slate-string>{text}</span>
  return (
    <span data-slate-zero-width="n">
      {'\uFEFF'}
      <br />
    </span>
  )
}

/** A heading for each turn, also where nothing new is to be seen: screen readers go from one to the next. */
const TurnHead = memo(function TurnHead({ index, isFolded }: { readonly index: number; readonly isFolded: boolean }) {
  const { source, turns, speakers, view, player, labels, t } = useTranscript()
  const turn = turns[index]!
  const before = turns[index - 1]
  const speaker = turn.speakerId === null ? undefined : speakers.get(turn.speakerId)
  const changes = !before || before.speakerId !== turn.speakerId
  return (
    <div className={styles['head']} contentEditable={false}>
      <h2
        className={speaker && changes ? styles['speaker'] : unseen['unseen']}
        lang={speaker && languageOfBlock(speaker.name, source.language)}
        title={speaker?.name}
      >
        {speaker ? speaker.name : labels.turn(formatNumber(index + 1))}
      </h2>
      {turn.startTime !== null && player && (
        <button
          type="button"
          tabIndex={-1}
          className={cx(styles['time'], styles['plays'])}
          aria-label={labels.play(formatTime(turn.startTime))}
          title={labels.play(formatTime(turn.startTime))}
          onClick={() => player.playAt(turn.start)}
        >
          {formatTime(turn.startTime)}
        </button>
      )}
      {turn.startTime !== null && !player && (
        <time className={styles['time']} aria-label={labels.time(formatTime(turn.startTime))}>
          {formatTime(turn.startTime)}
        </time>
      )}
      {isFolded && (
        <button
          type="button"
          className={styles['unfold']}
          aria-label={t('transcript:editor.unfold')}
          title={t('transcript:editor.unfold')}
          onClick={() => view.unfold(turn.start)}
        >
          <ChevronRight aria-hidden />
        </button>
      )}
    </div>
  )
})

interface PlacedProps {
  readonly drawing: BlockDrawing
  readonly block: TextBlock
}

/** A line beside everything from the first to the last span of the selected passage. */
function Connector({
  drawing,
  view,
  block,
}: PlacedProps & { readonly view: ReturnType<typeof useTranscript>['view'] }) {
  const line = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    placeTogether(() => {
      const element = view.blockElement(block.index)
      const node = element && textNodeIn(element)
      const placed = line.current
      if (!element || !node || !placed || !drawing.extent) return null
      const bounds = element.getBoundingClientRect()
      const [first, last] = [drawing.selected[0], drawing.selected.at(-1)]
      const top = drawing.extent.opens && first ? edgeOf(node, first.from, 'top') - bounds.top : 0
      const bottom = drawing.extent.closes && last ? edgeOf(node, last.to - 1, 'bottom') - bounds.top : bounds.height
      return () => {
        placed.style.top = `${top}px`
        placed.style.height = `${bottom - top}px`
      }
    })
  }, [drawing, view, block])
  return <span ref={line} className={styles['connector']} contentEditable={false} aria-hidden />
}

let measured: Range | undefined

/** With one range for all: each that lives is looked after by the browser whenever the page changes. */
function edgeOf(node: Text, at: number, edge: 'top' | 'bottom'): number {
  measured ??= document.createRange()
  const from = Math.min(at, node.data.length)
  measured.setStart(node, from)
  measured.setEnd(node, Math.min(from + 1, node.data.length))
  return measured.getBoundingClientRect()[edge]
}

/** Beside the line where a passage starts, its camp's sign: a second cue, and a place to press. */
function Signs({ drawing, block }: PlacedProps) {
  const { view, onPassagePress, t } = useTranscript()
  const campLabel = useContext(CampLabelContext)
  const list = useRef<HTMLDivElement>(null)
  const starting = useMemo(
    () => drawing.segments.filter(({ starts, span }) => starts && span === 0),
    [drawing.segments],
  )

  useLayoutEffect(() => {
    placeTogether(() => {
      const element = view.blockElement(block.index)
      const node = element && textNodeIn(element)
      const signs = list.current?.children
      if (!element || !node || !signs) return null
      const { top } = element.getBoundingClientRect()
      const tops = starting.map(({ from }) => Math.round(edgeOf(node, from, 'top') - top))
      return () => {
        const lines = new Map<number, number>()
        tops.forEach((y, at) => {
          const beside = lines.get(y) ?? 0
          lines.set(y, beside + 1)
          const sign = signs[at]
          if (!(sign instanceof HTMLElement)) return
          // Moved, not placed: the page is not laid out again for it.
          sign.style.translate = `${1.25 * beside}rem ${y}px`
          // Three fit beside a line; the others are offered where the text is pressed.
          sign.style.scale = beside < 3 ? '' : '0'
        })
      }
    })
  }, [starting, view, block])

  return (
    <div ref={list} className={styles['signs']} contentEditable={false}>
      {starting.map(({ id, colour }) => (
        <button
          key={id}
          type="button"
          tabIndex={-1}
          className={styles['sign']}
          aria-label={t('transcript:editor.passageIn', { camp: campLabel(colour) })}
          title={campLabel(colour)}
          onClick={() => onPassagePress(id)}
        >
          {colour > 0 ? <CampMark colour={colour} /> : <span className={styles['noCamp']} />}
        </button>
      ))}
    </div>
  )
}
