import { useTranslation } from 'react-i18next'
import { campColours } from '../../../ui/camp-colours'
import type { Review } from '../../../../shared/domain/review'
import { formatNumber } from '../../../i18n'
import { CampName, campName } from './camp-name'
import { Drawing, type PictureFrame, type PassageSpot } from './drawing'
import styles from './pictures.module.css'
import { SvgText } from './svg-text'
import { largestCell, type Tally } from './tally'
import { useCellLabel } from './use-cell-label'

/** In pixels. */
const PERSON = 220
const CAMP = 260
const BETWEEN = 380
const ROW = 40
const MARGIN = 16
const THICKEST = 14
const GRIP = 22

export interface NetworkDrawingProps {
  readonly frame: PictureFrame
  readonly label: string
  readonly review: Review
  /** Its rows are people. */
  readonly tally: Tally
  readonly nameOf: (id: string, name: string) => string
}

/** Who speaks for which camp: people at the left, camps at the right, a line as wide as their passages are many. */
export function NetworkDrawing({ frame, label, review, tally, nameOf }: NetworkDrawingProps) {
  const { t } = useTranslation('pictures')
  const cellLabel = useCellLabel(review)
  const { camps } = tally
  const largest = largestCell(tally)
  // People stand as high as their camps do, so that lines cross less.
  const rows = [...tally.rows].sort(
    (a, b) => middleOf(a.cells) - middleOf(b.cells) || b.passages.length - a.passages.length,
  )
  const height = Math.max(rows.length, camps.length) * ROW
  const rowAt = (at: number, count: number) => MARGIN + ((at + 0.5) * height) / count
  const [left, right] = [MARGIN + PERSON, MARGIN + PERSON + BETWEEN]
  const links = rows.flatMap((row, from) =>
    row.cells.flatMap((passages, to) =>
      passages.length === 0
        ? []
        : { row, camp: camps[to]!, passages, start: rowAt(from, rows.length), end: rowAt(to, camps.length) },
    ),
  )
  const spots: PassageSpot[] = [
    ...rows.map((row, at) => ({
      id: `person ${row.id}`,
      label: t('person', {
        name: nameOf(row.id, row.name),
        count: row.passages.length,
        number: formatNumber(row.passages.length),
      }),
      passages: row.passages,
      x: MARGIN,
      y: rowAt(at, rows.length) - 15,
      width: PERSON - 6,
      height: 30,
      content: (
        <SvgText x={left - 18} y={rowAt(at, rows.length)} width={PERSON - 34} anchor="end">
          {nameOf(row.id, row.name)}
        </SvgText>
      ),
    })),
    ...links.map(({ row, camp, passages, start, end }, at) => {
      // A quarter of the way along the curve: near to the person, where lines have not met yet.
      const [x, y] = [left + (19 / 64) * BETWEEN, (start * 27 + end * 5) / 32]
      const thickness = Math.max(1.5, (THICKEST * passages.length) / Math.max(1, largest))
      return {
        id: `link ${at}`,
        label: cellLabel(nameOf(row.id, row.name), camp, passages),
        passages,
        x: x - GRIP / 2,
        y: y - GRIP / 2,
        width: GRIP,
        height: GRIP,
        content: (
          <g className={campColours(camp.camp.colour)}>
            <path
              d={`M${left} ${start}C${left + BETWEEN / 2} ${start} ${right - BETWEEN / 2} ${end} ${right} ${end}`}
              strokeWidth={thickness}
              className={styles['link']}
            />
            <text x={x} y={y} textAnchor="middle" className={styles['count']}>
              {formatNumber(passages.length)}
            </text>
          </g>
        ),
      }
    }),
    ...camps.flatMap((camp, at) => {
      const passages = rows.flatMap(({ cells }) => cells[at]!)
      if (passages.length === 0) return []
      return {
        id: `camp ${camp.id}`,
        label: t('camp', {
          camp: campName(review, camp),
          count: passages.length,
          number: formatNumber(passages.length),
        }),
        passages,
        x: right + 6,
        y: rowAt(at, camps.length) - 15,
        width: CAMP - 6,
        height: 30,
        content: <CampName review={review} camp={camp} x={right + 14} y={rowAt(at, camps.length)} width={CAMP - 24} />,
      }
    }),
  ]
  return (
    <Drawing frame={frame} label={label} width={right + CAMP + MARGIN} height={height + 2 * MARGIN} spots={spots}>
      {rows.map((row, at) => (
        <circle key={row.id} cx={left - 7} cy={rowAt(at, rows.length)} r={4} className={styles['person']} />
      ))}
    </Drawing>
  )
}

/** The mean camp of a person's passages, by its place. */
function middleOf(cells: readonly (readonly unknown[])[]): number {
  const total = cells.reduce((sum, { length }) => sum + length, 0)
  return cells.reduce((sum, { length }, at) => sum + at * length, 0) / Math.max(1, total)
}
