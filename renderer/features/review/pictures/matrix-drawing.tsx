import { useTranslation } from 'react-i18next'
import type { Review } from '../../../../shared/domain/review'
import { formatNumber } from '../../../i18n'
import { Bubble } from './bubble'
import { bubbleRadius } from './bubble-radius'
import { CampName } from './camp-name'
import { Drawing, type PictureFrame, type PassageSpot } from './drawing'
import styles from './pictures.module.css'
import { SvgText } from './svg-text'
import { largestCell, type Tally } from './tally'
import { useCellLabel } from './use-cell-label'

/** In pixels. */
const NAME = 240
const COLUMN = 132
const TOTAL = 64
const HEAD = 44
const ROW = 48
const MARGIN = 16

export interface MatrixDrawingProps {
  readonly frame: PictureFrame
  readonly label: string
  readonly review: Review
  readonly tally: Tally
  /** Of rows: what they are called, and in which language. */
  readonly nameOf: (id: string, name: string) => string
  readonly languageOf?: (id: string) => string | undefined
}

/** Rows against camps: a bubble where there are passages, as large as they are many. */
export function MatrixDrawing({ frame, label, review, tally, nameOf, languageOf }: MatrixDrawingProps) {
  const { t } = useTranslation('pictures')
  const cellLabel = useCellLabel(review)
  const { camps, rows } = tally
  const largest = largestCell(tally)
  const [left, top] = [MARGIN + NAME, MARGIN + HEAD]
  const right = left + camps.length * COLUMN
  const rowAt = (at: number) => top + at * ROW + ROW / 2
  const spots: PassageSpot[] = rows.flatMap((row, rowIndex) =>
    row.cells.flatMap((passages, campIndex) => {
      if (passages.length === 0) return []
      const camp = camps[campIndex]!
      const [x, y] = [left + campIndex * COLUMN + COLUMN / 2, rowAt(rowIndex)]
      return {
        id: `${camp.id} ${row.id}`,
        label: cellLabel(nameOf(row.id, row.name), camp, passages),
        passages,
        x: x - COLUMN / 2 + 8,
        y: y - ROW / 2 + 2,
        width: COLUMN - 16,
        height: ROW - 4,
        content: (
          <Bubble
            x={x}
            y={y}
            radius={bubbleRadius(passages.length, largest, ROW / 2 - 3)}
            count={passages.length}
            colour={camp.camp.colour}
          />
        ),
      }
    }),
  )
  const height = top + rows.length * ROW + MARGIN
  return (
    <Drawing frame={frame} label={label} width={right + TOTAL + MARGIN} height={height} spots={spots}>
      {camps.map((camp, at) => (
        <g key={camp.id}>
          <CampName review={review} camp={camp} x={left + at * COLUMN + 8} y={MARGIN + HEAD / 2} width={COLUMN - 16} />
          <path d={`M${left + at * COLUMN} ${top}V${height - MARGIN}`} className={styles['rule']} />
        </g>
      ))}
      <SvgText x={right + TOTAL} y={MARGIN + HEAD / 2} width={TOTAL} anchor="end">
        {t('total')}
      </SvgText>
      {rows.map((row, at) => (
        <g key={row.id}>
          <path d={`M${MARGIN} ${top + at * ROW}H${right + TOTAL}`} className={styles['rule']} />
          <SvgText x={MARGIN} y={rowAt(at)} width={NAME - 16} lang={languageOf?.(row.id)}>
            {nameOf(row.id, row.name)}
          </SvgText>
          <SvgText x={right + TOTAL} y={rowAt(at)} width={TOTAL} anchor="end">
            {formatNumber(row.passages.length)}
          </SvgText>
        </g>
      ))}
    </Drawing>
  )
}
