import { Equal, Minus, Pencil, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { COMPARED_KINDS, type ComparedThing, type ProjectComparison } from '../../../shared/domain/comparison'
import { formatNames, formatNumber } from '../../i18n'
import styles from './backups-dialog.module.css'

/** More than that are counted. */
const SHOWN = 200

const ICONS = { there: Plus, here: Minus, both: Pencil } as const

/** What would come back, go and change, by kind: the counts, then each thing. */
export function ChangeList({ changes }: { readonly changes: ProjectComparison }) {
  const { t } = useTranslation('backups')
  if (changes.length === 0) {
    return (
      <p className={styles['same']}>
        <Equal aria-hidden />
        {t('same')}
      </p>
    )
  }
  return COMPARED_KINDS.map((kind) => {
    const things = changes.filter((thing) => thing.kind === kind)
    if (things.length === 0) return null
    const counts = (['there', 'here', 'both'] as const).flatMap((where) => {
      const count = things.filter((thing) => thing.where === where).length
      return count === 0 ? [] : [t(`count.${where}`, { count, number: formatNumber(count) })]
    })
    return (
      <section key={kind} className={styles['kind']} aria-label={t(`kind.${kind}`)}>
        <h3 className={styles['kindName']}>
          {t(`kind.${kind}`)} <span className={styles['counts']}>{formatNames(counts)}</span>
        </h3>
        <ul className={styles['things']}>
          {things.slice(0, SHOWN).map((thing) => (
            <Change key={thing.id} thing={thing} />
          ))}
        </ul>
        {things.length > SHOWN && (
          <p className={styles['none']}>
            {t('more', { count: things.length - SHOWN, number: formatNumber(things.length - SHOWN) })}
          </p>
        )}
      </section>
    )
  })
}

function Change({ thing }: { readonly thing: ComparedThing }) {
  const { t } = useTranslation('backups')
  const Icon = ICONS[thing.where]
  return (
    <li className={styles['thing']} data-where={thing.where}>
      <Icon aria-label={t(`where.${thing.where}`)} role="img" />
      <span className={styles['label']}>{thing.label === '' ? t('nameless') : thing.label}</span>
      {thing.differences.length > 0 && (
        <span className={styles['differences']}>
          {formatNames(thing.differences.map((name) => t(`difference.${name}`)))}
        </span>
      )}
    </li>
  )
}
