import type { Review } from '../../../../shared/domain/review'
import { Bubble } from './bubble'
import { bubbleRadius } from './bubble-radius'
import { CampName } from './camp-name'
import { Drawing, type PictureFrame, type PassageSpot } from './drawing'
import styles from './pictures.module.css'
import { SvgText } from './svg-text'
import { largestCell, type Tally } from './tally'
import { timeScale } from './time-scale'
import { useCellLabel } from './use-cell-label'

/** In pixels. */
const NAME = 200
const LINE = 760
const UNDATED = 110
const LANE = 72
const FOOT = 36
const MARGIN = 16
/** Half of what a bubble and a date at the end of the line take. */
const INSET = 40

export interface TimelineDrawingProps {
  readonly frame: PictureFrame
  readonly label: string
  readonly review: Review
  /** Its rows are times in their order: the starts of ISO dates, and `''` for none at the end. */
  readonly tally: Tally
  readonly nameOf: (id: string) => string
}

/** When the sources of the passages are from: a lane for each camp, what has no date at the end. */
export function TimelineDrawing({ frame, label, review, tally, nameOf }: TimelineDrawingProps) {
  const cellLabel = useCellLabel(review)
  const { camps, rows } = tally
  const largest = largestCell(tally)
  const left = MARGIN + NAME
  const hasUndated = rows.at(-1)?.id === ''
  const dated = hasUndated ? rows.slice(0, -1) : rows
  const scale = timeScale(
    dated.map(({ id }) => id),
    left + INSET,
    left + LINE - INSET,
  )
  const placeOf = (id: string) => (id === '' ? left + LINE + UNDATED / 2 : scale.place(id))
  const laneAt = (at: number) => MARGIN + at * LANE + LANE / 2
  const bottom = MARGIN + camps.length * LANE
  const width = left + LINE + (hasUndated ? UNDATED : 0) + MARGIN
  const spots: PassageSpot[] = rows.flatMap((row) =>
    row.cells.flatMap((passages, at) => {
      if (passages.length === 0) return []
      const camp = camps[at]!
      const radius = bubbleRadius(passages.length, largest, LANE / 2 - 6)
      const [x, y] = [placeOf(row.id), laneAt(at)]
      return {
        id: `${camp.id} ${row.id}`,
        label: cellLabel(nameOf(row.id), camp, passages),
        passages,
        x: x - radius - 3,
        y: y - radius - 3,
        width: 2 * radius + 6,
        height: 2 * radius + 6,
        content: <Bubble x={x} y={y} radius={radius} count={passages.length} colour={camp.camp.colour} />,
      }
    }),
  )
  return (
    <Drawing frame={frame} label={label} width={width} height={bottom + FOOT + MARGIN} spots={spots}>
      {scale.ticks.map((tick) => (
        <g key={tick.id}>
          <path d={`M${tick.at} ${MARGIN}V${bottom}`} className={styles['rule']} />
          <SvgText x={tick.at} y={bottom + FOOT / 2} width={120} anchor="middle">
            {nameOf(tick.id)}
          </SvgText>
        </g>
      ))}
      {hasUndated && (
        <>
          <path d={`M${left + LINE} ${MARGIN}V${bottom}`} className={styles['axis']} />
          <SvgText x={left + LINE + UNDATED / 2} y={bottom + FOOT / 2} width={UNDATED} anchor="middle">
            {nameOf('')}
          </SvgText>
        </>
      )}
      {camps.map((camp, at) => (
        <g key={camp.id}>
          <CampName review={review} camp={camp} x={MARGIN} y={laneAt(at)} width={NAME - 16} />
          <path d={`M${left} ${laneAt(at)}H${left + LINE}`} className={styles['rule']} />
        </g>
      ))}
      <path d={`M${left} ${bottom}H${width - MARGIN}`} className={styles['axis']} />
    </Drawing>
  )
}
