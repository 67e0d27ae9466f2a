import { useTranslation } from 'react-i18next'
import { campColours } from '../../../ui/camp-colours'
import { formatTime } from '../../../i18n'
import type { Passage } from '../../../../shared/domain/passage'
import type { Review } from '../../../../shared/domain/review'
import { type Turn, turnIndexAt } from '../../../../shared/domain/turn'
import { CampName, campName } from './camp-name'
import { Drawing, type PictureFrame, type PassageSpot } from './drawing'
import { inRows } from './in-rows'
import styles from './pictures.module.css'
import { SvgText } from './svg-text'
import type { Tally } from './tally'

/** In pixels. */
const NAME = 200
const LINE = 860
const BAR = 14
const LEAST_BAR = 8
const GAP = 5
const PADDING = 12
const FOOT = 36
const MARGIN = 16
const TICKS = 5

export interface SourceDrawingProps {
  readonly frame: PictureFrame
  readonly label: string
  readonly review: Review
  /** Of one source. */
  readonly tally: Tally
  /** In code units. */
  readonly length: number
  readonly turns: readonly Turn[]
  readonly language: string
}

/** Where in one source the passages stand: a lane for each camp, a bar for each passage from its first word to its last. */
export function SourceDrawing({ frame, label, review, tally, length, turns, language }: SourceDrawingProps) {
  const { t } = useTranslation('pictures')
  const [left, right] = [MARGIN + NAME, MARGIN + NAME + LINE]
  const placeOf = (offset: number) => left + (offset / Math.max(1, length)) * LINE
  const timeAt = (offset: number) => turns[Math.max(0, turnIndexAt(turns, offset))]?.startTime ?? null
  let bottom = MARGIN
  const lanes = tally.camps.map((camp, at) => {
    const bars = tally.rows
      .flatMap(({ cells }) => cells[at]!)
      .map((passage) => {
        const [start, end] = [placeOf(passage.spans[0]!.start), placeOf(passage.spans.at(-1)!.end)]
        return { passage, start, end: Math.max(end, start + LEAST_BAR) }
      })
    const rows = inRows(bars)
    const top = bottom
    bottom += 2 * PADDING + Math.max(1, rows.length) * (BAR + GAP) - GAP
    return { camp, rows, top, middle: (top + bottom) / 2 }
  })
  const spots: PassageSpot[] = lanes.flatMap(({ camp, rows, top }) =>
    rows.flatMap((bars, rowIndex) =>
      bars.map(({ passage, start, end }) => {
        const y = top + PADDING + rowIndex * (BAR + GAP)
        return {
          id: `${camp.id} ${passage.id}`,
          label: labelOf(passage, campName(review, camp)),
          passages: [passage],
          x: start - 3,
          y: y - 3,
          width: end - start + 6,
          height: BAR + 6,
          content: (
            <g className={campColours(camp.camp.colour)} lang={language}>
              <rect x={start} y={y} width={end - start} height={BAR} rx={3} className={styles['bar']} />
            </g>
          ),
        }
      }),
    ),
  )
  function labelOf(passage: Passage, camp: string): string {
    const time = timeAt(passage.spans[0]!.start)
    const said = { camp, text: passage.text }
    return time === null ? t('said', said) : t('saidAt', { ...said, time: formatTime(time) })
  }
  const hasTimes = timeAt(0) !== null
  return (
    <Drawing frame={frame} label={label} width={right + MARGIN + 24} height={bottom + FOOT + MARGIN} spots={spots}>
      {lanes.map(({ camp, top, middle }) => (
        <g key={camp.id}>
          <CampName review={review} camp={camp} x={MARGIN} y={middle} width={NAME - 16} />
          <path d={`M${MARGIN} ${top}H${right}`} className={styles['rule']} />
        </g>
      ))}
      <path d={`M${left} ${bottom}H${right}`} className={styles['axis']} />
      {Array.from({ length: TICKS }, (_, at) => {
        const part = at / (TICKS - 1)
        const time = timeAt(part * Math.max(0, length - 1))
        return (
          <g key={at}>
            <path d={`M${left + part * LINE} ${bottom}v6`} className={styles['axis']} />
            <SvgText x={left + part * LINE} y={bottom + FOOT / 2 + 4} width={120} anchor="middle">
              {hasTimes && time !== null ? formatTime(time) : t('percent', { number: Math.round(part * 100) })}
            </SvgText>
          </g>
        )
      })}
    </Drawing>
  )
}
