import { formatNumber } from '../../../i18n'
import { useTranslation } from 'react-i18next'
import styles from './pictures.module.css'
import type { TermLane, TermPoint } from './term-frequency'

export interface TermsTableProps {
  readonly label: string
  readonly lanes: readonly TermLane[]
  readonly chosen: string | null
  readonly onChoose: (spot: { readonly id: string; readonly lane: TermLane; readonly point: TermPoint }) => void
  readonly showValue: (point: TermPoint) => string
  readonly nameOf: (lane: TermLane) => string
  readonly timeName: (id: string) => string
  readonly labelOf: (lane: TermLane, point: TermPoint) => string
}

/** The picture of terms over time, in numbers. */
export function TermsTable(props: TermsTableProps) {
  const { label, lanes, chosen, onChoose, showValue, nameOf, timeName, labelOf } = props
  const { t } = useTranslation('pictures')
  const times = lanes[0]?.points.map(({ time }) => time) ?? []
  return (
    <table aria-label={label} className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('rows.terms')}</th>
          {lanes.map((lane) => (
            <th key={lane.id} scope="col">
              {nameOf(lane)}
            </th>
          ))}
          <th scope="col">{t('words')}</th>
        </tr>
      </thead>
      <tbody>
        {times.map((time, at) => (
          <tr key={time.id}>
            <th scope="row">{timeName(time.id)}</th>
            {lanes.map((lane) => {
              const point = lane.points[at]!
              const id = `${lane.id} ${time.id}`
              return (
                <td key={lane.id}>
                  {point.count > 0 ? (
                    <button
                      type="button"
                      className={styles['cell']}
                      aria-label={labelOf(lane, point)}
                      aria-pressed={chosen === id}
                      onClick={() => onChoose({ id, lane, point })}
                    >
                      {showValue(point)}
                    </button>
                  ) : (
                    formatNumber(0)
                  )}
                </td>
              )
            })}
            <td>{formatNumber(time.words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
