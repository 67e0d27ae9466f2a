import {
  memo,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from 'react'
import { useTranslation } from 'react-i18next'
import { campColours } from '../../../ui/camp-colours'
import { cx } from '../../../ui/cx'
import type { PassageId } from '../../../../shared/domain/ids'
import { RELATION_KINDS, type Passage, type Relation } from '../../../../shared/domain/passage'
import { sectionHeading } from '../../../../shared/markdown/labels'
import { boxBeside, isDirection } from '../boxes'
import { attributionFor } from '../speaker-of'
import type { OpenReview } from '../use-review'
import type { DebateMap } from './debate-map'
import { layOut, type PlacedEdge, type PlacedNode } from './layout'
import styles from './map.module.css'

const LEAST = 0.2
const MOST = 2
const STEP = 1.25
/** Around the drawing, in its own pixels: arrows within a column go out of it. */
const MARGIN = 64
/** With more arrows than this, only those of the node with the focus are labelled. */
const LABELLED = 60

export interface Zoom {
  /** `null`: as much as fits. */
  readonly factor: number | null
  readonly set: (factor: number) => void
  readonly more: () => void
  readonly less: () => void
  readonly fit: () => void
  /** The factor by which the drawing fits, once that is known. */
  readonly fitting: { current: number }
}

export function useZoom(): Zoom {
  const [factor, setFactor] = useState<number | null>(null)
  const fitting = useRef(1)
  const set = (next: number) => setFactor(Math.min(MOST, Math.max(LEAST, next)))
  return {
    factor,
    set,
    more: () => set((factor ?? fitting.current) * STEP),
    less: () => set((factor ?? fitting.current) / STEP),
    fit: () => setFactor(null),
    fitting,
  }
}

export interface MapDrawingProps {
  readonly open: OpenReview
  readonly map: DebateMap
  readonly zoom: Zoom
  readonly selected: PassageId | null
  readonly onSelect: (id: PassageId) => void
  readonly onOpen: (id: PassageId) => void
  readonly onRelate: (id: PassageId) => void
}

/** The map as a drawing that can be zoomed and moved; its nodes can be walked through by the arrow keys. */
export function MapDrawing({ open, map, zoom, selected, onSelect, onOpen, onRelate }: MapDrawingProps) {
  const { t } = useTranslation('debate')
  const { review, sources } = open
  const layout = useMemo(() => layOut(map), [map])
  const scroller = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({ width: 0, height: 0 })
  const [wanted, setCurrent] = useState<PassageId | null>(null)
  const [hasFocus, setHasFocus] = useState(false)
  const takesFocus = useRef(false)
  const current = wanted !== null && layout.nodes.has(wanted) ? wanted : (layout.nodes.keys().next().value ?? null)
  const [width, height] = [layout.width + 2 * MARGIN, layout.height + 2 * MARGIN]
  const fitting = Math.min(1, Math.max(LEAST, Math.min(room.width / width, room.height / height)))
  zoom.fitting.current = fitting
  const factor = zoom.factor ?? fitting

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useLayoutEffect(() => {
    if (!takesFocus.current || current === null) return
    takesFocus.current = false
    const node = scroller.current?.querySelector<SVGElement>(`[data-node="${CSS.escape(current)}"]`)
    node?.focus({ preventScroll: true })
    node?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])

  // React's own listener is passive: it could not keep the page from zooming.
  const latest = useRef(zoom)
  latest.current = zoom
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const { factor: now, fitting: fits, set } = latest.current
      set((now ?? fits.current) * Math.exp(-event.deltaY / 400))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [])

  const summaries = useMemo(() => {
    const lines = new Map<PassageId, string[]>()
    const add = (id: PassageId, line: string) => lines.set(id, [...(lines.get(id) ?? []), line])
    for (const { from, to, kind } of map.relations) {
      const [first, second] = [open.passagesById.get(from), open.passagesById.get(to)]
      add(from, t(`map.says.out.${kind}`, { text: second?.text ?? '' }))
      add(to, t(`map.says.in.${kind}`, { text: first?.text ?? '' }))
    }
    return lines
  }, [map, open.passagesById, t])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || current === null) return
    if (isDirection(event.key)) {
      const next = boxBeside(layout.nodes, current, event.key)
      if (next !== null) {
        takesFocus.current = true
        setCurrent(next)
      }
    } else if (event.key === '+' || event.key === '=') zoom.more()
    else if (event.key === '-') zoom.less()
    else if (event.key === '0') zoom.fit()
    else if (event.key === 'Enter') onOpen(current)
    else if (event.key === ' ') onSelect(current)
    else if (event.key === 'r') onRelate(current)
    else return
    event.preventDefault()
  }

  const near = useMemo(() => nearOf(hasFocus ? current : null, map.relations), [hasFocus, current, map.relations])
  return (
    <div className={styles['stage']}>
      <div
        ref={scroller}
        className={styles['scroller']}
        onPointerDown={pan}
        onFocus={() => setHasFocus(true)}
        onBlur={() => setHasFocus(false)}
      >
        <svg
          role="group"
          aria-label={t('map.label', { passages: layout.nodes.size, relations: map.relations.length })}
          aria-describedby="map-help"
          width={width * factor}
          height={height * factor}
          viewBox={`${-MARGIN} ${-MARGIN} ${width} ${height}`}
          className={styles['drawing']}
          onKeyDown={onKeyDown}
        >
          <Markers />
          {layout.groups.map(({ group: { section }, ...box }) => (
            <g key={section?.id ?? ''} className={section?.camp ? campColours(section.camp.colour) : undefined}>
              <rect className={styles['group']} {...box} rx={8} />
              <foreignObject x={box.x} y={box.y} width={box.width} height={44}>
                <div className={styles['heading']} lang={section ? review.language : undefined}>
                  {section ? section.camp?.label || sectionHeading(section, review.language) : t('map.elsewhere')}
                </div>
              </foreignObject>
            </g>
          ))}
          <Edges edges={layout.edges} near={near} hasLabels={layout.edges.length <= LABELLED} />
          {[...layout.nodes.values()].map((node) => {
            const passage = open.passagesById.get(node.id)
            return (
              passage && (
                <Node
                  key={node.id}
                  node={node}
                  passage={passage}
                  language={sources.get(passage.sourceId)?.language}
                  attribution={attributionFor(passage, sources)}
                  relations={summaries.get(node.id)?.join(' ') ?? ''}
                  isCurrent={node.id === current}
                  isSelected={node.id === selected}
                  isDim={near !== null && !near.has(node.id)}
                  onFocus={setCurrent}
                  onSelect={onSelect}
                  onOpen={onOpen}
                />
              )
            )
          })}
        </svg>
      </div>
      <div className={styles['legend']}>
        {RELATION_KINDS.map((kind) => (
          <span key={kind} className={styles['key']}>
            <svg width="44" height="12" aria-hidden>
              <path d="M2 6H36" className={cx(styles['edge'], styles[kind])} markerEnd={`url(#map-${kind})`} />
            </svg>
            {t(`map.kinds.${kind}`)}
          </span>
        ))}
        <span id="map-help" className={styles['help']}>
          {t('map.help')}
        </span>
      </div>
    </div>
  )
}

/** A node and all that it is related to; `null` for none. */
function nearOf(id: PassageId | null, relations: readonly Relation[]): ReadonlySet<PassageId> | null {
  if (id === null) return null
  return new Set([id, ...relations.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))])
}

/** Moves what is in view while the ground is dragged. */
function pan(event: PointerEvent<HTMLElement>): void {
  const scroller = event.currentTarget
  if (event.button !== 0 || (event.target instanceof Element && event.target.closest('[data-node]'))) return
  const from = { x: event.clientX + scroller.scrollLeft, y: event.clientY + scroller.scrollTop }
  scroller.setPointerCapture(event.pointerId)
  const move = ({ clientX, clientY }: globalThis.PointerEvent) => scroller.scrollTo(from.x - clientX, from.y - clientY)
  const end = () => scroller.removeEventListener('pointermove', move)
  scroller.addEventListener('pointermove', move)
  scroller.addEventListener('lostpointercapture', end, { once: true })
}

function Markers() {
  return (
    <defs>
      {RELATION_KINDS.map((kind) => (
        <marker
          key={kind}
          id={`map-${kind}`}
          viewBox="0 0 10 10"
          refX={kind === 'contradicts' ? 5 : 9}
          refY="5"
          markerWidth="10"
          markerHeight="10"
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
          className={styles[kind]}
        >
          {kind === 'contradicts' ? (
            <path d="M1 1 9 9M9 1 1 9" className={styles['cross']} />
          ) : kind === 'supports' ? (
            <path d="M0 0 10 5 0 10Z" className={styles['head']} />
          ) : (
            <path d="M1 1 9 5 1 9" className={styles['cross']} />
          )}
        </marker>
      ))}
    </defs>
  )
}

interface EdgesProps {
  readonly edges: readonly PlacedEdge[]
  /** The nodes to tell apart from the rest; `null` for none. */
  readonly near: ReadonlySet<PassageId> | null
  readonly hasLabels: boolean
}

/** The first of `near` is the node itself: its own arrows stand out. */
const Edges = memo(function Edges({ edges, near, hasLabels }: EdgesProps) {
  const { t } = useTranslation('debate')
  const [focused] = near ?? []
  const isOwn = ({ from, to }: PlacedEdge) => from === focused || to === focused
  return (
    <g aria-hidden>
      {edges.map((edge) => (
        <path
          key={edge.id}
          d={edge.path}
          markerEnd={`url(#map-${edge.kind})`}
          className={cx(styles['edge'], styles[edge.kind], near && !isOwn(edge) && styles['dim'])}
        />
      ))}
      {edges
        .filter((edge) => (near ? isOwn(edge) : hasLabels))
        .map(({ id, kind, middle }) => (
          <text key={id} x={middle.x} y={middle.y} className={cx(styles['label'], styles[kind])}>
            {t(`map.kinds.${kind}`)}
          </text>
        ))}
    </g>
  )
})

interface NodeProps {
  readonly node: PlacedNode
  readonly passage: Passage
  readonly language: string | undefined
  readonly attribution: string
  /** What it says to others and they to it, in sentences. */
  readonly relations: string
  readonly isCurrent: boolean
  readonly isSelected: boolean
  readonly isDim: boolean
  readonly onFocus: (id: PassageId) => void
  readonly onSelect: (id: PassageId) => void
  readonly onOpen: (id: PassageId) => void
}

const Node = memo(function Node(props: NodeProps) {
  const { node, passage, language, attribution, relations, isCurrent, isSelected, isDim } = props
  return (
    <g
      role="button"
      tabIndex={isCurrent ? 0 : -1}
      data-node={node.id}
      aria-label={`${passage.text} ${attribution}. ${relations}`}
      {...(isSelected && { 'aria-current': true as const })}
      className={cx(styles['node'], isSelected && styles['selected'], isDim && styles['dim'])}
      onFocus={() => props.onFocus(node.id)}
      onClick={() => props.onSelect(node.id)}
      onDoubleClick={() => props.onOpen(node.id)}
    >
      <rect x={node.x} y={node.y} width={node.width} height={node.height} rx={6} className={styles['box']} />
      <foreignObject x={node.x} y={node.y} width={node.width} height={node.height}>
        <div className={styles['card']}>
          <p className={styles['text']} lang={language}>
            {passage.text}
          </p>
          <p className={styles['who']} lang={language}>
            {attribution}
          </p>
        </div>
      </foreignObject>
    </g>
  )
})
