import type { KeyboardEvent, MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnderstoodFile } from '../../../../shared/domain/import-preview'
import { formatDate, formatNames, formatNumber, languageName } from '../../../i18n'
import { Checkbox } from '../../../ui/checkbox'
import { cx } from '../../../ui/cx'
import { isLanguageTag } from '../source-facts'
import grid from '../../../ui/grid.module.css'
import { canInclude, type FileDraft, personOf, statusOf } from './draft'
import styles from './file-table.module.css'
import { encodingName, failureOf, formatName, lengthOf } from './names'
import { StatusIcon } from './status-icon'

export interface FileRowProps {
  readonly draft: FileDraft
  readonly index: number
  /** Pixels from the top of the rows. */
  readonly top: number
  /** The one row that Tab reaches. */
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onClick: (event: MouseEvent) => void
  readonly onInclude: (isIncluded: boolean) => void
}

export function FileRow({ draft, index, top, isActive, isSelected, onKeyDown, onClick, onInclude }: FileRowProps) {
  const { t } = useTranslation('import')
  const { preview, edits, isIncluded } = draft
  const stop = isActive ? 0 : -1
  const place =
    preview.within === null ? preview.name : t('table.within', { name: preview.name, within: preview.within })
  const title = preview.kind === 'failed' ? preview.name : edits.title?.trim() || preview.title
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={stop}
      className={cx(
        grid['row'],
        styles['columns'],
        styles['row'],
        !isIncluded && styles['out'],
        isActive && styles['active'],
      )}
      style={{ transform: `translateY(${top}px)` }}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div role="gridcell" className={styles['cell']} onClick={(event) => event.stopPropagation()}>
        <Checkbox
          label={t('table.include', { name: preview.name })}
          tabIndex={stop}
          isChecked={isIncluded}
          isDisabled={!canInclude(preview)}
          onChange={onInclude}
        />
      </div>
      <div role="gridcell" className={cx(styles['cell'], styles['status'])}>
        <StatusIcon status={statusOf(draft)} />
      </div>
      <div role="rowheader" className={styles['pair']}>
        <span
          className={styles['title']}
          title={title}
          {...(preview.kind === 'understood' && { lang: preview.language })}
        >
          {title}
        </span>
        <span className={styles['below']} title={place}>
          {preview.kind === 'understood' ? place : (preview.within ?? ' ')}
        </span>
      </div>
      {preview.kind === 'failed' ? (
        <div role="gridcell" className={cx(styles['pair'], styles['reason'])}>
          <span>{failureOf(preview).title}</span>
          <span className={styles['below']} title={failureOf(preview).detail}>
            {failureOf(preview).detail}
          </span>
        </div>
      ) : (
        <Facts draft={draft} preview={preview} />
      )}
    </div>
  )
}

function Facts({ draft, preview }: { readonly draft: FileDraft; readonly preview: UnderstoodFile }) {
  const { t } = useTranslation('import')
  const { edits } = draft
  const date = edits.date ?? preview.date ?? ''
  const language = edits.language ?? preview.language
  const names = formatNames([
    ...new Set(preview.speakers.map(({ label }) => personOf(draft, label).name.trim() || label)),
  ])
  return (
    <>
      <div role="gridcell" className={styles['pair']}>
        <span>{formatName(preview.format)}</span>
        <span
          className={cx(styles['below'], statusOf(draft) === 'unanswered' && styles['asked'])}
          title={encodingName(preview.encoding)}
        >
          {preview.encoding}
        </span>
      </div>
      <div role="gridcell" className={styles['pair']}>
        <span>{isLanguageTag(language) ? languageName(language) : language}</span>
        <span className={styles['below']}>{date === '' ? '—' : formatDate(date)}</span>
      </div>
      <div role="gridcell" className={styles['pair']}>
        <span title={names}>
          {preview.speakers.length === 0
            ? t('table.noSpeakers')
            : t('table.speakerCount', {
                count: preview.speakers.length,
                number: formatNumber(preview.speakers.length),
              })}
        </span>
        <span className={styles['below']}>
          {t('table.turns', { count: preview.turns, number: formatNumber(preview.turns) })}
        </span>
      </div>
      <div role="gridcell" className={cx(styles['pair'], styles['number'])}>
        <span>{formatNumber(preview.words)}</span>
        <span className={styles['below']}>{lengthOf(preview) || '—'}</span>
      </div>
    </>
  )
}
