import { useTranslation } from 'react-i18next'
import styles from './search.module.css'

const FORMS = ['text', 'phrase', 'prefix', 'and', 'or', 'not', 'near', 'pattern'] as const

/** What a query can be, by example. */
export function QueryHelp() {
  const { t } = useTranslation('search')
  return (
    <dl className={styles['help']}>
      {FORMS.map((form) => (
        <div key={form}>
          <dt>
            <code>{t(`help.${form}.query`)}</code>
          </dt>
          <dd>{t(`help.${form}.finds`)}</dd>
        </div>
      ))}
    </dl>
  )
}
