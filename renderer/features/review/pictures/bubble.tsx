import { campColours } from '../../../ui/camp-colours'
import { formatNumber } from '../../../i18n'
import styles from './pictures.module.css'

export interface BubbleProps {
  /** Of its middle. */
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly count: number
  readonly colour: number
}

/** A number of passages, in the colours of their camp. */
export function Bubble({ x, y, radius, count, colour }: BubbleProps) {
  return (
    <g className={campColours(colour)}>
      <circle cx={x} cy={y} r={radius} className={styles['bubble']} />
      <text x={x} y={y} textAnchor="middle" className={styles['number']}>
        {formatNumber(count)}
      </text>
    </g>
  )
}
