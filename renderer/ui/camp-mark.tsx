import { campColours } from './camp-colours'
import { cx } from './cx'
import styles from './camp-mark.module.css'

export interface CampMarkProps {
  /** 1 to 8. */
  readonly colour: number
  /** Set beside the shape; without it the mark is decoration. */
  readonly label?: string | undefined
}

/** One shape a colour, so that camps can be told apart without hue. */
const SHAPES: readonly string[] = [
  'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z',
  'M2.5 2.5h11v11h-11Z',
  'M8 1.5 15 14H1Z',
  'M8 .8 15.2 8 8 15.2.8 8Z',
  'M8 .8l2.1 4.9 5.3.5-4 3.5 1.2 5.2L8 12.1l-4.6 2.8 1.2-5.2-4-3.5 5.3-.5Z',
  'M5.5 1h5v4.5H15v5h-4.5V15h-5v-4.5H1v-5h4.5Z',
  'M8 .8l6.4 3.6v7.2L8 15.2l-6.4-3.6V4.4Z',
  'M8 14.5 1 2h14Z',
]

/** The shape of a camp as an SVG path in a box of 16 by 16. */
export function campShape(colour: number): string {
  return SHAPES[colour - 1] ?? SHAPES[0]!
}

/** The sign of a camp: its shape in its colour. */
export function CampMark({ colour, label }: CampMarkProps) {
  return (
    <span className={cx(styles['mark'], campColours(colour))}>
      <svg viewBox="0 0 16 16" aria-hidden>
        <path d={campShape(colour)} />
      </svg>
      {label !== undefined && <span className={styles['label']}>{label}</span>}
    </span>
  )
}
