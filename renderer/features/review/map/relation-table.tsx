import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../api'
import { Button } from '../../../ui/button'
import { IconButton } from '../../../ui/icon-button'
import unseen from '../../../ui/unseen.module.css'
import type { PassageId } from '../../../../shared/domain/ids'
import type { Relation } from '../../../../shared/domain/passage'
import { attributionFor } from '../speaker-of'
import type { OpenReview } from '../use-review'
import styles from './map.module.css'

interface RelationTableProps {
  readonly open: OpenReview
  readonly relations: readonly Relation[]
  readonly onSelect: (id: PassageId) => void
}

/** Rows shown at first, and added each time more is asked for. */
const STEP = 100

/** The relations of the debate as sentences, one a row. */
export function RelationTable({ open, relations, onSelect }: RelationTableProps) {
  const { t } = useTranslation('debate')
  const [limit, setLimit] = useState(STEP)
  const remove = useWrite('relation.remove')
  const more = Math.min(STEP, relations.length - limit)
  const passage = (id: PassageId) => {
    const one = open.passagesById.get(id)
    if (!one) return null
    return (
      <button type="button" className={styles['cell']} onClick={() => onSelect(id)}>
        <span className={styles['cellText']} lang={open.sources.get(one.sourceId)?.language}>
          {one.text}
        </span>
        <span className={styles['who']}>{attributionFor(one, open.sources)}</span>
      </button>
    )
  }
  return (
    <div className={styles['tableScroller']}>
      <table aria-label={t('map.table')} className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('map.from')}</th>
            <th scope="col">{t('map.kind')}</th>
            <th scope="col">{t('map.to')}</th>
            {!open.readOnly && (
              <th scope="col">
                <span className={unseen['unseen']}>{t('map.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {relations.slice(0, limit).map(({ id, from, to, kind }) => (
            <tr key={id}>
              <td>{passage(from)}</td>
              <td className={styles[kind]}>
                <span className={styles['kindName']}>{t(`map.kinds.${kind}`)}</span>
              </td>
              <td>{passage(to)}</td>
              {!open.readOnly && (
                <td>
                  <IconButton
                    size="small"
                    label={t('map.remove')}
                    icon={<X aria-hidden />}
                    isDisabled={remove.isPending}
                    onPress={() => remove.mutate({ id })}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <Button size="small" variant="quiet" onPress={() => setLimit(limit + more)}>
          {t('review:tray.more', { count: more })}
        </Button>
      )}
    </div>
  )
}
