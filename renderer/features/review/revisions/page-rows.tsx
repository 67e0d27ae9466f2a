import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNames, formatNumber } from '../../../i18n'
import { Button } from '../../../ui/button'
import { ChangedText } from '../../../ui/changed-text'
import { cx } from '../../../ui/cx'
import type { ComparedText, PageRow } from '../../../../shared/markdown/compare-pages'
import unseen from '../../../ui/unseen.module.css'
import styles from './revisions.module.css'

export interface PageRowsProps {
  readonly rows: readonly PageRow[]
  readonly names: readonly [string, string]
  /** Of the page. */
  readonly language: string
}

/** As many rows as are drawn before somebody asks for more. */
const PAGE = 200

/** Two pages side by side, block by block: the older at the left. */
export function PageRows({ rows, names, language }: PageRowsProps) {
  const { t } = useTranslation('export')
  const [pages, setPages] = useState(1)
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('revisions.pages')}>
      <table className={styles['pages']} lang={language}>
        <thead>
          <tr>
            <th scope="col">{t('revisions.before', { name: names[0] })}</th>
            <th scope="col">{t('revisions.after', { name: names[1] })}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, pages * PAGE).map((row, index) => (
            // The rows of one comparison never change places.
            <Row key={index} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length > pages * PAGE && <Button onPress={() => setPages(pages + 1)}>{t('revisions.more')}</Button>}
    </div>
  )
}

type Side = 'before' | 'after'

function Row({ row }: { readonly row: PageRow }) {
  const { t } = useTranslation('export')
  if (row.kind === 'same') {
    return (
      <tr className={styles['same']}>
        <td colSpan={2}>{t('revisions.same', { count: row.count, formatted: formatNumber(row.count) })}</td>
      </tr>
    )
  }
  return (
    <tr className={cx(row.kind === 'heading' && styles['heading'])}>
      <Cell row={row} side="before" />
      <Cell row={row} side="after" />
    </tr>
  )
}

function Cell({ row, side }: { readonly row: Exclude<PageRow, { kind: 'same' }>; readonly side: Side }) {
  const { t } = useTranslation('export')
  if (row.kind !== 'quote') {
    return row[side] === null ? (
      <Nothing />
    ) : (
      <td>
        {row.kind === 'heading' ? (
          <strong>
            <ChangedText parts={row.diff} side={side} />
          </strong>
        ) : (
          <p className={styles['prose']}>
            <ChangedText parts={row.diff} side={side} />
          </p>
        )}
      </td>
    )
  }
  if (row.side !== 'both' && row.side !== side) return <Nothing />
  const way = side === 'before' ? 'revisions.movedTo' : 'revisions.movedFrom'
  return (
    <td>
      <blockquote className={styles['quote']}>
        <Line text={row.text} side={side} className={styles['original']} />
        <Line text={row.translation} side={side} />
        <Line text={row.attribution} side={side} className={styles['attribution']} />
      </blockquote>
      {row.elsewhere.length > 0 && (
        <p className={styles['moved']}>{t(way, { headings: formatNames(row.elsewhere) })}</p>
      )}
    </td>
  )
}

function Nothing() {
  const { t } = useTranslation('export')
  return (
    <td className={styles['nothing']}>
      <span className={unseen['unseen']}>{t('revisions.nothing')}</span>
    </td>
  )
}

interface LineProps {
  readonly text: ComparedText | null
  readonly side: Side
  readonly className?: string | undefined
}

function Line({ text, side, className }: LineProps) {
  if (!text || text[side] === null) return null
  return (
    <p className={className} dir="auto">
      <ChangedText parts={text.diff} side={side} />
    </p>
  )
}
