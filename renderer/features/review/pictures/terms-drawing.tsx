import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../i18n'
import { Drawing, type PictureFrame, type Spot } from './drawing'
import styles from './pictures.module.css'
import { SvgText } from './svg-text'
import type { TermLane, TermPoint } from './term-frequency'
import { timeScale } from './time-scale'

/** In pixels. */
const NAME = 200
const LINE = 760
const UNDATED = 110
const LANE = 84
const FOOT = 36
const NOTE = 28
const MARGIN = 16
/** What a dot and a date at the end of the line take. */
const INSET = 40
const DOT = 4.5
/** Above the highest dot, for its number. */
const HEAD = 30
/** Numbers are never nearer to each other than this. */
const NUMBER = 34
/** Half of what is chosen with a dot: as much where there is room, and as little where there is none. */
const [REACH, LEAST_REACH] = [14, DOT + 1]

/** A dot of the picture. */
export interface TermSpot extends Spot {
  readonly lane: TermLane
  readonly point: TermPoint
}

export interface TermsDrawingProps {
  readonly frame: PictureFrame<TermSpot>
  readonly label: string
  readonly lanes: readonly TermLane[]
  /** What a dot is as high as. */
  readonly valueOf: (point: TermPoint) => number
  readonly showValue: (point: TermPoint) => string
  /** What the numbers are, for where the drawing is a file. */
  readonly unit: string
  /** What it does not show. */
  readonly note: string | null
  readonly nameOf: (lane: TermLane) => string
  readonly timeName: (id: string) => string
  readonly labelOf: (lane: TermLane, point: TermPoint) => string
}

/** How often something is said over the dates of the sources: a lane for each term, all to one scale. */
export function TermsDrawing(props: TermsDrawingProps) {
  const { frame, label, lanes, valueOf, showValue, unit, note, nameOf, timeName, labelOf } = props
  const { t } = useTranslation('pictures')
  const left = MARGIN + NAME
  const times = lanes[0]?.points.map(({ time }) => time.id) ?? []
  const dated = times.filter((id) => id !== '')
  const hasUndated = dated.length < times.length
  const scale = timeScale(dated, left + INSET, left + LINE - INSET)
  const placeOf = (id: string) => (id === '' ? left + LINE + UNDATED / 2 : scale.place(id))
  const places = times.map(placeOf)
  const gaps = places.slice(1).map((x, at) => (x - places[at]!) / 2)
  const reachOf = (at: number) => Math.max(LEAST_REACH, Math.min(REACH, gaps[at - 1] ?? REACH, gaps[at] ?? REACH))
  const largest = Math.max(0, ...lanes.flatMap(({ points }) => points.map(valueOf)))
  const baseOf = (at: number) => MARGIN + (at + 1) * LANE
  const heightOf = (point: TermPoint) => (largest === 0 ? 0 : (valueOf(point) / largest) * (LANE - HEAD - DOT))
  const bottom = baseOf(lanes.length - 1)
  const width = left + LINE + (hasUndated ? UNDATED : 0) + MARGIN
  const spots: TermSpot[] = lanes.flatMap((lane, at) => {
    const numbered = withNumbers(lane.points, places, valueOf)
    return lane.points.flatMap((point, index) => {
      if (point.count === 0) return []
      const [x, y] = [places[index]!, baseOf(at) - heightOf(point)]
      const reach = reachOf(index)
      return {
        id: `${lane.id} ${point.time.id}`,
        label: labelOf(lane, point),
        lane,
        point,
        x: x - reach,
        y: baseOf(at) - LANE + 4,
        width: 2 * reach,
        height: LANE - 4 + DOT,
        content: (
          <>
            <circle cx={x} cy={y} r={DOT} className={styles['dot']} />
            {numbered.has(index) && (
              <text x={x} y={y - 14} textAnchor="middle" className={styles['value']}>
                {showValue(point)}
              </text>
            )}
          </>
        ),
      }
    })
  })
  return (
    <Drawing
      frame={frame}
      label={label}
      width={width}
      height={bottom + FOOT + (note === null ? 0 : NOTE) + MARGIN}
      spots={spots}
    >
      <SvgText x={MARGIN} y={bottom + FOOT / 2 + DOT} width={NAME - 16}>
        {unit}
      </SvgText>
      {note !== null && (
        <SvgText x={MARGIN} y={bottom + FOOT + NOTE / 2 + DOT} width={width - 2 * MARGIN}>
          {note}
        </SvgText>
      )}
      {scale.ticks.map((tick) => (
        <g key={tick.id}>
          <path d={`M${tick.at} ${MARGIN}V${bottom}`} className={styles['rule']} />
          <SvgText x={tick.at} y={bottom + FOOT / 2 + DOT} width={120} anchor="middle">
            {timeName(tick.id)}
          </SvgText>
        </g>
      ))}
      {hasUndated && (
        <>
          <path d={`M${left + LINE} ${MARGIN}V${bottom}`} className={styles['axis']} />
          <SvgText x={left + LINE + UNDATED / 2} y={bottom + FOOT / 2 + DOT} width={UNDATED} anchor="middle">
            {timeName('')}
          </SvgText>
        </>
      )}
      {lanes.map((lane, at) => {
        const points = lane.points.map((point, index) => ({
          point,
          x: places[index]!,
          y: baseOf(at) - heightOf(point),
        }))
        const line = points.filter(({ point }) => point.time.id !== '')
        return (
          <g key={lane.id}>
            <SvgText x={MARGIN} y={baseOf(at) - LANE / 2 + 6} width={NAME - 16} isStrong>
              {nameOf(lane)}
            </SvgText>
            <SvgText x={MARGIN} y={baseOf(at) - LANE / 2 + 26} width={NAME - 16}>
              {t('times', { count: lane.total, number: formatNumber(lane.total) })}
            </SvgText>
            <path d={`M${left} ${baseOf(at)}H${width - MARGIN}`} className={styles['axis']} />
            {line.length > 1 && (
              <path d={`M${line.map(({ x, y }) => `${x} ${y}`).join('L')}`} className={styles['line']} />
            )}
            {points.map(
              ({ point, x, y }) =>
                point.count === 0 && (
                  <circle key={point.time.id} cx={x} cy={y} r={DOT - 1.5} className={styles['nothing']} />
                ),
            )}
          </g>
        )
      })}
    </Drawing>
  )
}

/** Which points have room for their number: the highest first. */
function withNumbers(
  points: readonly TermPoint[],
  places: readonly number[],
  valueOf: (point: TermPoint) => number,
): ReadonlySet<number> {
  const numbered = new Set<number>()
  const order = points.map((_, at) => at).sort((a, b) => valueOf(points[b]!) - valueOf(points[a]!))
  for (const at of order) {
    if (Array.from(numbered).every((other) => Math.abs(places[other]! - places[at]!) >= NUMBER)) numbered.add(at)
  }
  return numbered
}
