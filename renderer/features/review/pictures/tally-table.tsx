import { useTranslation } from 'react-i18next'
import { CampMark } from '../../../ui/camp-mark'
import { formatNumber } from '../../../i18n'
import type { Review } from '../../../../shared/domain/review'
import { campName } from './camp-name'
import type { PictureFrame } from './drawing'
import styles from './pictures.module.css'
import type { Tally } from './tally'
import { useCellLabel } from './use-cell-label'

export interface TallyTableProps {
  readonly frame: Pick<PictureFrame, 'chosen' | 'onChoose'>
  readonly label: string
  readonly review: Review
  readonly tally: Tally
  /** What the rows are. */
  readonly heading: string
  readonly nameOf: (id: string, name: string) => string
  readonly languageOf?: (id: string) => string | undefined
}

/** What a picture shows, in numbers. */
export function TallyTable({ frame, label, review, tally, heading, nameOf, languageOf }: TallyTableProps) {
  const { t } = useTranslation('pictures')
  const cellLabel = useCellLabel(review)
  return (
    <table aria-label={label} className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          {tally.camps.map((camp) => (
            <th key={camp.id} scope="col" lang={review.language}>
              <CampMark colour={camp.camp.colour} label={campName(review, camp)} />
            </th>
          ))}
          <th scope="col">{t('total')}</th>
        </tr>
      </thead>
      <tbody>
        {tally.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" lang={languageOf?.(row.id)}>
              {nameOf(row.id, row.name)}
            </th>
            {row.cells.map((passages, at) => {
              const camp = tally.camps[at]!
              const id = `${camp.id} ${row.id}`
              const spot = {
                id,
                passages,
                label: cellLabel(nameOf(row.id, row.name), camp, passages),
              }
              return (
                <td key={camp.id}>
                  {passages.length > 0 && (
                    <button
                      type="button"
                      className={styles['cell']}
                      aria-label={spot.label}
                      aria-pressed={frame.chosen === id}
                      onClick={() => frame.onChoose(spot)}
                    >
                      {formatNumber(passages.length)}
                    </button>
                  )}
                </td>
              )
            })}
            <td>{formatNumber(row.passages.length)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
