import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber, languageName } from '../../../i18n'
import { Button } from '../../../ui/button'
import type { Hint } from '../../../../shared/domain/hints'
import { sectionHeading } from '../../../../shared/markdown/labels'
import type { OpenReview } from '../use-review'
import { groupHints, type HintGroup } from './hint-groups'
import styles from './hints.module.css'
import { actionsFor, targetOf, type HintPlaces } from './use-hint-actions'

interface HintsListProps extends HintPlaces {
  readonly open: OpenReview
  readonly hints: readonly Hint[]
}

/** Shown of a kind at first, and added each time more is asked for. */
const STEP = 5

/** The hints by kind: each leads to its place, and has what mends it. */
export function HintsList({ hints, ...props }: HintsListProps) {
  const { t } = useTranslation('debate')
  return (
    <>
      <h2 className={styles['title']}>{t('hints.title')}</h2>
      <p className={styles['intro']}>{t('hints.intro')}</p>
      {groupHints(hints).map((group) => (
        <Group key={group.code} group={group} {...props} />
      ))}
    </>
  )
}

function Group({ group: { code, hints }, ...props }: Omit<HintsListProps, 'hints'> & { readonly group: HintGroup }) {
  const { t } = useTranslation('debate')
  const [limit, setLimit] = useState(STEP)
  const more = Math.min(10 * STEP, hints.length - limit)
  const heading = t(`hints.kinds.${code}`)
  return (
    <section aria-label={heading} className={styles['group']}>
      <h3 className={styles['kind']}>
        {heading}
        <span className={styles['count']}>{formatNumber(hints.length)}</span>
      </h3>
      <ul>
        {hints.slice(0, limit).map((hint, at) => (
          <Item key={`${hint.section}-${hint.passage}-${at}`} hint={hint} {...props} />
        ))}
      </ul>
      {more > 0 && (
        <Button size="small" variant="quiet" onPress={() => setLimit(limit + more)}>
          {t('review:tray.more', { count: more })}
        </Button>
      )}
    </section>
  )
}

function Item({ open, hint, ...places }: Omit<HintsListProps, 'hints'> & { readonly hint: Hint }) {
  const { t } = useTranslation('debate')
  const { code, params } = hint
  const passage = hint.passage === null ? undefined : open.passagesById.get(hint.passage)
  const section = open.review.sections.find(({ id }) => id === hint.section)
  const target = targetOf(open, hint)
  const sentence = t(`hints.says.${code}`, {
    ...params,
    ...('language' in params && { language: languageName(String(params['language'])) }),
  })
  return (
    <li className={styles['item']}>
      <p>{sentence}</p>
      {passage && (
        <p className={styles['quote']} lang={open.sources.get(passage.sourceId)?.language}>
          {passage.text}
        </p>
      )}
      <div className={styles['actions']}>
        {actionsFor(open, hint, places).map(({ id, run }) => (
          <Button key={id} size="small" onPress={run}>
            {t(`hints.actions.${id}`)}
          </Button>
        ))}
        {target && (
          <Button
            size="small"
            variant="quiet"
            aria-label={t('hints.goTo', { heading: section ? sectionHeading(section, open.review.language) : '' })}
            onPress={() => {
              if (passage) places.onSelect(passage.id)
              places.onGoTo(target)
            }}
          >
            {t('hints.show')}
          </Button>
        )}
      </div>
    </li>
  )
}
