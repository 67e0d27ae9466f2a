import { campColours } from '../../../ui/camp-colours'
import { campShape } from '../../../ui/camp-mark'
import { sectionHeading } from '../../../../shared/markdown/labels'
import type { Review } from '../../../../shared/domain/review'
import styles from './pictures.module.css'
import { SvgText } from './svg-text'
import type { CampSection } from './tally'

export interface CampNameProps {
  readonly review: Review
  readonly camp: CampSection
  /** The left end of the sign. */
  readonly x: number
  /** The middle of the line. */
  readonly y: number
  /** With the sign. */
  readonly width: number
}

const SIGN = 18

/** A camp's sign and name in a drawing. */
export function CampName({ review, camp, x, y, width }: CampNameProps) {
  const { colour } = camp.camp
  return (
    <g className={campColours(colour)}>
      <path d={campShape(colour)} transform={`translate(${x} ${y - 6}) scale(0.75)`} className={styles['sign']} />
      <SvgText x={x + SIGN} y={y} width={width - SIGN} isStrong lang={review.language}>
        {campName(review, camp)}
      </SvgText>
    </g>
  )
}

/** `Camp A`, or as the author called it. */
export function campName(review: Review, camp: CampSection): string {
  return sectionHeading({ ...camp, camp: { ...camp.camp, thesis: '', holder: '' } }, review.language)
}
