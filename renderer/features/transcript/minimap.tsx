import { useEffect, useMemo, useRef } from 'react'
import type { PassageId } from '../../../shared/domain/ids'
import type { Mark } from './passages/highlight-index'
import styles from './minimap.module.css'
import { useTranscript } from './transcript-context'

const HEIGHT = 1000

export interface MinimapProps {
  readonly marks: readonly Mark[]
  /** Colours in the order of their camps: each has a column of its own. */
  readonly colours: readonly number[]
  readonly selectedId: PassageId | null
  readonly onSelect: (id: PassageId) => void
}

/** Where in the transcript its passages are. For the mouse alone: j and k do the same from the keyboard. */
export function Minimap({ marks, colours, selectedId, onSelect }: MinimapProps) {
  const { view } = useTranscript()
  const strip = useRef<HTMLDivElement>(null)
  const thumb = useRef<HTMLDivElement>(null)
  const length = Math.max(1, view.document.text.length)
  const columns = useMemo(() => [0, ...new Set(colours)], [colours])
  const paths = useMemo(() => {
    const byColour = new Map<number, string>()
    for (const { spans, colour } of marks) {
      const x = Math.max(0, columns.indexOf(colour)) * (100 / columns.length)
      const path = spans
        .map(({ start, end }) => {
          const y = (start / length) * HEIGHT
          const height = Math.max(2.5, ((end - start) / length) * HEIGHT)
          return `M${x.toFixed(1)} ${y.toFixed(1)}h${(100 / columns.length - 4).toFixed(1)}v${height.toFixed(1)}H${x.toFixed(1)}Z`
        })
        .join('')
      byColour.set(colour, (byColour.get(colour) ?? '') + path)
    }
    return [...byColour]
  }, [marks, columns, length])
  const selected = marks.find(({ id }) => id === selectedId)?.spans[0]

  useEffect(() => {
    const { scroller } = view
    if (!scroller) return undefined
    const follow = () => {
      if (!thumb.current) return
      const total = Math.max(1, scroller.scrollHeight)
      thumb.current.style.top = `${(scroller.scrollTop / total) * 100}%`
      thumb.current.style.height = `${(scroller.clientHeight / total) * 100}%`
    }
    follow()
    scroller.addEventListener('scroll', follow, { passive: true })
    const stop = view.window.subscribe(follow)
    return () => {
      scroller.removeEventListener('scroll', follow)
      stop()
    }
  }, [view])

  return (
    <div
      ref={strip}
      className={styles['strip']}
      aria-hidden
      onClick={(event) => {
        const bounds = strip.current?.getBoundingClientRect()
        if (!bounds) return
        const offset = ((event.clientY - bounds.top) / bounds.height) * length
        const reach = (6 / bounds.height) * length
        const near = nearest(marks, offset)
        if (near && near.distance <= reach) onSelect(near.id)
        else view.reveal({ start: Math.floor(offset), end: Math.floor(offset) }, 'middle')
      }}
    >
      <div ref={thumb} className={styles['thumb']} />
      <svg viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none">
        {paths.map(([colour, path]) => (
          <path key={colour} d={path} className={styles[`camp${colour}`]} />
        ))}
        {selected && (
          <path
            className={styles['selected']}
            d={`M0 ${((selected.start / length) * HEIGHT - 1).toFixed(1)}h100v4H0Z`}
          />
        )}
      </svg>
    </div>
  )
}

function nearest(marks: readonly Mark[], offset: number): { id: PassageId; distance: number } | null {
  let best: { id: PassageId; distance: number } | null = null
  for (const { id, spans } of marks) {
    for (const { start, end } of spans) {
      const distance = Math.max(0, start - offset, offset - end)
      if (!best || distance < best.distance) best = { id, distance }
    }
  }
  return best
}
