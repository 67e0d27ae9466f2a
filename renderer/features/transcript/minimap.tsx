import { memo, useCallback, useEffect, useMemo, useRef, useSyncExternalStore, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassageId } from '../../../shared/domain/ids'
import type { TextRange } from '../../../shared/domain/span'
import { formatNumber } from '../../i18n'
import { afterPaint } from '../../ui/after-paint'
import { ReadBand } from './coverage/read-band'
import { onceAFrame } from './once-a-frame'
import type { FoundText } from './passages/drawing'
import type { Mark } from './passages/highlight-index'
import styles from './minimap.module.css'
import { useTranscript } from './transcript-context'
import { usePicture } from './use-picture'

/** Pixels: how thin a passage may be, and how wide the strip's edges are. */
const THINNEST = 1.5
const EDGE = 2
/** What was found is drawn at the right edge. */
const FOUND = 5
const FOUND_TALL = 2

export interface MinimapProps {
  readonly marks: readonly Mark[]
  /** Colours in the order of their camps: each has a column of its own. */
  readonly colours: readonly number[]
  readonly selectedId: PassageId | null
  readonly onSelect: (id: PassageId) => void
}

/** Of the text's height, by key. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: -0.01,
  ArrowLeft: -0.01,
  ArrowDown: 0.01,
  ArrowRight: 0.01,
  PageUp: -0.1,
  PageDown: 0.1,
  Home: -1,
  End: 1,
}

/** Where in the transcript its passages are, and what was found. Its value is how far the reader has come. */
export const Minimap = memo(function Minimap({ marks, colours, selectedId, onSelect }: MinimapProps) {
  const { t } = useTranslation('transcript')
  const { view, drawings, turns: allTurns } = useTranscript()
  const found = useSyncExternalStore(drawings.subscribe, () => drawings.found)
  const strip = useRef<HTMLDivElement>(null)
  const thumb = useRef<HTMLDivElement>(null)
  const length = Math.max(1, view.document.text.length)
  const columns = useMemo(() => [0, ...new Set(colours)], [colours])

  const canvas = useRef<HTMLCanvasElement>(null)
  const draw = useCallback(() => {
    const drawn = canvas.current
    return drawn && (() => drawMarks(drawn, { marks, columns, length, selectedId, found }))
  }, [marks, columns, length, selectedId, found])
  usePicture(strip, draw)

  const turns = formatNumber(allTurns.length)
  useEffect(() => {
    const { scroller } = view
    if (!scroller) return undefined
    const follow = onceAFrame(() => {
      const [map, seen] = [strip.current, thumb.current]
      const total = Math.max(1, scroller.scrollHeight)
      const way = Math.max(1, total - scroller.clientHeight)
      const turn = view.document.blocks[view.topBlock()]?.turn ?? 0
      const [from, height] = [scroller.scrollTop, scroller.clientHeight]
      return () => {
        if (!map || !seen) return
        map.setAttribute('aria-valuenow', String(Math.round((from / way) * 100)))
        map.setAttribute('aria-valuetext', t('footer.turn', { turn: formatNumber(turn + 1), turns }))
        // It moves without the page being laid out again.
        seen.style.translate = `0 ${(from / total) * 100}cqh`
        seen.style.height = `${((height / total) * 100).toFixed(2)}cqh`
      }
    })
    follow()
    scroller.addEventListener('scroll', follow, { passive: true })
    const stop = view.window.subscribe(follow)
    return () => {
      scroller.removeEventListener('scroll', follow)
      stop()
    }
  }, [view, turns, t])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined || !view.scroller || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    view.scroller.scrollTop += step * view.scroller.scrollHeight
  }

  return (
    <div
      ref={strip}
      className={styles['strip']}
      role="slider"
      tabIndex={0}
      aria-label={t('minimap.label')}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
      aria-keyshortcuts="J K"
      title={t('minimap.label')}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const bounds = strip.current?.getBoundingClientRect()
        if (!bounds) return
        const offset = ((event.clientY - bounds.top) / bounds.height) * length
        const reach = (6 / bounds.height) * length
        const near = nearest(marks, offset)
        if (near && near.distance <= reach) {
          // The reader is there first; all that is told about the passage follows.
          view.reveal(near.span, 'middle')
          afterPaint(() => onSelect(near.id))
        } else view.reveal({ start: Math.floor(offset), end: Math.floor(offset) }, 'middle')
      }}
    >
      <div ref={thumb} className={styles['thumb']} />
      <ReadBand />
      <canvas ref={canvas} className={styles['marks']} />
    </div>
  )
})

interface Drawn {
  readonly marks: readonly Mark[]
  readonly columns: readonly number[]
  readonly length: number
  readonly selectedId: PassageId | null
  readonly found: FoundText | null
}

/** Thousands of passages are one picture: drawn anew, it costs less than one of them as an element. */
function drawMarks(canvas: HTMLCanvasElement, { marks, columns, length, selectedId, found }: Drawn): void {
  const { clientWidth: width, clientHeight: height } = canvas
  const context = canvas.getContext('2d')
  if (!context || width === 0) return
  canvas.width = Math.round(width * devicePixelRatio)
  canvas.height = Math.round(height * devicePixelRatio)
  context.scale(devicePixelRatio, devicePixelRatio)
  const style = getComputedStyle(canvas)
  // A picture is let be where somebody has colours of their own: it takes those itself.
  const isForced = matchMedia('(forced-colors: active)').matches
  const colourOf = (token: string) => (isForced ? style.color : style.getPropertyValue(token))
  const column = (width - 2 * EDGE) / columns.length
  const at = new Map(columns.map((colour, index) => [colour, EDGE + index * column]))
  for (const [colour, edges] of drawnTogether(marks, height / length)) {
    context.fillStyle = colourOf(colour === 0 ? '--line-strong' : `--camp-${colour}`)
    const x = at.get(colour) ?? EDGE
    for (let edge = 0; edge < edges.length; edge += 2) {
      context.fillRect(x, edges[edge]!, Math.max(1, column - 0.5), edges[edge + 1]! - edges[edge]!)
    }
  }
  const selected = marks.find(({ id }) => id === selectedId)?.spans[0]
  if (selected) {
    context.fillStyle = colourOf('--accent')
    context.fillRect(0, (selected.start / length) * height - 1, width, 3)
  }
  if (!found) return
  context.fillStyle = colourOf('--found-now')
  const { hits, current, shown } = found
  const whole = Math.max(1, shown.blocks.at(-1)?.end ?? 0)
  const yOf = (index: number) => Math.floor((hits.startOf(index) / whole) * height)
  let last = -1
  for (let index = 0; index < hits.length; index += 1) {
    const y = yOf(index)
    if (y === last) continue
    context.fillRect(width - FOUND, y, FOUND, FOUND_TALL)
    last = y
  }
  context.fillStyle = colourOf('--warning')
  if (current >= 0) context.fillRect(0, yOf(current) - 1, width, FOUND_TALL)
}

/**
 * What marks cover of the strip: of each colour where a stretch of it begins and ends, one after the other. Most of
 * thousands lie on one another there, and are drawn as one.
 */
function drawnTogether(marks: readonly Mark[], scale: number): ReadonlyMap<number, readonly number[]> {
  const byColour = new Map<number, number[]>()
  for (const { spans, colour } of marks) {
    let edges = byColour.get(colour)
    if (!edges) byColour.set(colour, (edges = []))
    for (const { start, end } of spans) {
      const from = start * scale
      const to = Math.max(from + THINNEST, end * scale)
      const last = edges.length - 1
      if (last > 0 && from >= edges[last - 1]! && from <= edges[last]!) edges[last] = Math.max(edges[last]!, to)
      else edges.push(from, to)
    }
  }
  return byColour
}

interface Near {
  readonly id: PassageId
  /** Its first span. */
  readonly span: TextRange
  readonly distance: number
}

function nearest(marks: readonly Mark[], offset: number): Near | null {
  let best: Near | null = null
  for (const { id, spans } of marks) {
    for (const { start, end } of spans) {
      const distance = Math.max(0, start - offset, offset - end)
      if (!best || distance < best.distance) best = { id, span: spans[0]!, distance }
    }
  }
  return best
}
