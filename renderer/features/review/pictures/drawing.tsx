import { type KeyboardEvent, type ReactNode, type Ref, useLayoutEffect, useRef, useState } from 'react'
import { cx } from '../../../ui/cx'
import type { Passage } from '../../../../shared/domain/passage'
import { type Box, boxBeside, isDirection } from '../boxes'
import styles from './pictures.module.css'

/** A part of a picture that shows what it stands for when it is chosen. */
export interface Spot extends Box {
  readonly id: string
  /** What it stands for, in words. */
  readonly label: string
  readonly content: ReactNode
}

export interface PassageSpot extends Spot {
  readonly passages: readonly Passage[]
}

/** What every picture is given by the view that shows it. */
export interface PictureFrame<Chosen = Pick<PassageSpot, 'id' | 'label' | 'passages'>> {
  readonly svgRef: Ref<SVGSVGElement>
  /** The id of the spot that is shown. */
  readonly chosen: string | null
  readonly onChoose: (spot: Chosen) => void
}

export interface DrawingProps<Of extends Spot> {
  readonly frame: PictureFrame<Of>
  readonly label: string
  readonly width: number
  readonly height: number
  readonly spots: readonly Of[]
  /** What stands behind the spots: names, axes and lines. */
  readonly children: ReactNode
}

/** A picture with parts to choose. It is one stop of the Tab key; arrow keys go through its spots. */
export function Drawing<Of extends Spot>(props: DrawingProps<Of>) {
  const { frame, label, width, height, spots, children } = props
  const { svgRef, chosen, onChoose } = frame
  const [wanted, setCurrent] = useState<string | null>(null)
  const takesFocus = useRef(false)
  const group = useRef<SVGGElement>(null)
  const current = spots.find(({ id }) => id === wanted) ?? spots[0]

  useLayoutEffect(() => {
    if (!takesFocus.current || !current) return
    takesFocus.current = false
    group.current?.querySelector<SVGElement>(`[data-spot="${CSS.escape(current.id)}"]`)?.focus()
  }, [current])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !current) return
    if (isDirection(event.key)) {
      const next = boxBeside(new Map(spots.map((spot) => [spot.id, spot])), current.id, event.key)
      takesFocus.current = next !== null
      if (next !== null) setCurrent(next)
    } else if (event.key === 'Enter' || event.key === ' ') onChoose(current)
    else return
    event.preventDefault()
  }

  return (
    <svg
      ref={svgRef}
      role="group"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={styles['drawing']}
      onKeyDown={onKeyDown}
    >
      <g aria-hidden>{children}</g>
      <g ref={group}>
        {spots.map((spot) => (
          <g
            key={spot.id}
            role="button"
            tabIndex={spot === current ? 0 : -1}
            data-spot={spot.id}
            aria-label={spot.label}
            aria-pressed={spot.id === chosen}
            className={cx(styles['spot'], spot.id === chosen && styles['chosen'])}
            onFocus={() => setCurrent(spot.id)}
            onClick={() => onChoose(spot)}
          >
            <title>{spot.label}</title>
            <rect
              className={styles['room']}
              x={spot.x}
              y={spot.y}
              width={spot.width}
              height={spot.height}
              rx={6}
              data-only-on-screen
            />
            {spot.content}
          </g>
        ))}
      </g>
    </svg>
  )
}
