import { ArrowDown, ArrowUp, EllipsisVertical, Pencil, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import {
  Cell,
  Checkbox,
  Column,
  Row,
  type Selection,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { SourceId } from '../../../shared/domain/ids'
import type { Source } from '../../../shared/domain/source'
import { formatDate, formatNames, formatNumber, languageName } from '../../i18n'
import { cx } from '../../ui/cx'
import { IconButton } from '../../ui/icon-button'
import { Menu } from '../../ui/menu'
import { type LibraryView, SORT_KEYS, type SortKey, speakerNames } from './library-view'
import styles from './source-table.module.css'

export interface SourceTableProps {
  readonly sources: readonly Source[]
  readonly view: LibraryView
  readonly onSort: (sort: SortKey, descending: boolean) => void
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly onOpen: (id: SourceId) => void
  readonly onEdit: (id: SourceId) => void
  readonly onDelete: (source: Source) => void
  readonly isReadOnly: boolean
}

const NUMERIC: ReadonlySet<SortKey> = new Set(['words', 'passages'])

/** The sources as a grid; only the rows in view are mounted. */
export function SourceTable(props: SourceTableProps) {
  const { sources, view, onSort, selection, onSelect, onOpen, onEdit, onDelete, isReadOnly } = props
  const { t, i18n } = useTranslation('library')
  const layoutOptions = useMemo(() => ({ rowHeight: 44, headingHeight: 32 }), [])
  const item = (key: unknown) => sources.find(({ id }) => id === key)

  return (
    <Virtualizer layout={TableLayout} layoutOptions={layoutOptions}>
      <Table
        aria-label={t('title')}
        className={styles['table'] ?? ''}
        selectionMode="multiple"
        selectionBehavior="toggle"
        selectedKeys={selection}
        onSelectionChange={onSelect}
        sortDescriptor={{ column: view.sort, direction: view.descending ? 'descending' : 'ascending' }}
        onSortChange={({ column, direction }) => {
          const sort = SORT_KEYS.find((key) => key === column)
          if (sort) onSort(sort, direction === 'descending')
        }}
        onRowAction={(key) => {
          const source = item(key)
          if (source) onOpen(source.id)
        }}
      >
        <TableHeader className={styles['head'] ?? ''}>
          <Column width={40} minWidth={40} className={styles['column'] ?? ''}>
            <Checkbox slot="selection" className={styles['checkbox'] ?? ''}>
              <span className={styles['box']} />
            </Checkbox>
          </Column>
          {SORT_KEYS.map((key) => (
            <Column
              key={key}
              id={key}
              allowsSorting
              isRowHeader={key === 'title'}
              width={WIDTHS[key]}
              minWidth={MIN_WIDTHS[key]}
              className={cx(styles['column'], NUMERIC.has(key) && styles['number'])}
            >
              {({ sortDirection }) => (
                <span className={styles['columnName']}>
                  {t(`column.${key}`)}
                  {sortDirection === 'ascending' && <ArrowUp aria-hidden />}
                  {sortDirection === 'descending' && <ArrowDown aria-hidden />}
                </span>
              )}
            </Column>
          ))}
          <Column
            width={44}
            minWidth={44}
            className={styles['column'] ?? ''}
            aria-label={t('column.actions')}
            textValue={t('column.actions')}
          >
            {null}
          </Column>
        </TableHeader>
        <TableBody items={sources} dependencies={[i18n.language, isReadOnly, onEdit, onDelete]}>
          {(source) => (
            <Row id={source.id} textValue={source.title} className={styles['row'] ?? ''}>
              <Cell className={styles['cell'] ?? ''}>
                <Checkbox slot="selection" className={styles['checkbox'] ?? ''}>
                  <span className={styles['box']} />
                </Checkbox>
              </Cell>
              <Cell className={cx(styles['cell'], styles['title'])} textValue={source.title}>
                <span lang={source.language} title={source.title}>
                  {source.title}
                </span>
              </Cell>
              <Cell className={cx(styles['cell'], styles['soft'])}>
                <span title={formatNames(speakerNames(source))}>{formatNames(speakerNames(source))}</span>
              </Cell>
              <Cell className={cx(styles['cell'], styles['soft'])}>
                <span className={cx(source.date === null && styles['none'])}>
                  {source.date === null ? '—' : formatDate(source.date)}
                </span>
              </Cell>
              <Cell className={cx(styles['cell'], styles['soft'])}>
                <span title={languageName(source.language)}>{languageName(source.language)}</span>
              </Cell>
              <Cell className={cx(styles['cell'], styles['number'])}>{formatNumber(source.words)}</Cell>
              <Cell className={cx(styles['cell'], styles['number'], source.passages === 0 && styles['none'])}>
                {formatNumber(source.passages)}
              </Cell>
              <Cell className={styles['cell'] ?? ''}>
                <span className={cx(styles['tier'], styles[source.tier])}>{t(`tiers.${source.tier}`)}</span>
              </Cell>
              <Cell className={styles['cell'] ?? ''}>
                <Menu
                  label={t('actionsOf', { title: source.title })}
                  placement="bottom end"
                  items={[
                    {
                      id: 'edit',
                      title: t('edit'),
                      icon: <Pencil aria-hidden />,
                      isDisabled: isReadOnly,
                      onAction: () => onEdit(source.id),
                    },
                    {
                      id: 'delete',
                      title: t('delete'),
                      icon: <Trash2 aria-hidden />,
                      danger: true,
                      isDisabled: isReadOnly,
                      onAction: () => onDelete(source),
                    },
                  ]}
                >
                  <IconButton
                    size="small"
                    label={t('actionsOf', { title: source.title })}
                    icon={<EllipsisVertical aria-hidden />}
                  />
                </Menu>
              </Cell>
            </Row>
          )}
        </TableBody>
      </Table>
    </Virtualizer>
  )
}

const WIDTHS: Readonly<Record<SortKey, `${number}fr` | number>> = {
  title: '5fr',
  speakers: '3fr',
  date: 140,
  language: 116,
  words: 84,
  passages: 92,
  tier: 84,
}
const MIN_WIDTHS: Readonly<Record<SortKey, number>> = {
  title: 200,
  speakers: 140,
  date: 116,
  language: 96,
  words: 76,
  passages: 84,
  tier: 80,
}
