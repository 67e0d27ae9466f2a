import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber, languageName } from '../../../i18n'
import { Button } from '../../../ui/button'
import type { Hint } from '../../../../shared/domain/hints'
import { sectionHeading } from '../../../../shared/markdown/labels'
import type { OpenReview } from '../use-review'
import { groupHints, type HintGroup } from './hint-groups'
import styles from './hints.module.css'
import { actionsFor, setDismissed, targetOf, type HintPlaces } from './use-hint-actions'

interface HintsListProps extends HintPlaces {
  readonly open: OpenReview
  readonly hints: readonly Hint[]
}

/** Shown of a kind at first, and added each time more is asked for. */
const STEP = 5

/** The hints by kind: each leads to its place, and has what mends it. */
export function HintsList({ hints, ...props }: HintsListProps) {
  const { t } = useTranslation('debate')
  const [showsDismissed, setShowsDismissed] = useState(false)
  const dismissed = hints.filter((hint) => hint.dismissed)
  return (
    <>
      <h2 className={styles['title']}>{t('hints.title')}</h2>
      <p className={styles['intro']}>{t('hints.intro')}</p>
      {groupHints(hints.filter((hint) => !hint.dismissed)).map((group) => (
        <Group key={group.code} group={group} {...props} />
      ))}
      {dismissed.length > 0 && (
        <section aria-label={t('hints.dismissed')} className={styles['group']}>
          <Button
            size="small"
            variant="quiet"
            icon={showsDismissed ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
            aria-expanded={showsDismissed}
            onPress={() => setShowsDismissed(!showsDismissed)}
          >
            {t('hints.showDismissed', { count: dismissed.length, number: formatNumber(dismissed.length) })}
          </Button>
          {showsDismissed && (
            <ul>
              {dismissed.map((hint) => (
                <Item key={hint.key} hint={hint} {...props} />
              ))}
            </ul>
          )}
        </section>
      )}
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
        {hints.slice(0, limit).map((hint) => (
          <Item key={hint.key} hint={hint} {...props} />
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
        {(hint.dismissed ? [] : actionsFor(open, hint, places)).map(({ id, run }) => (
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
        {!open.readOnly && (
          <Button
            size="small"
            variant="quiet"
            aria-label={t(hint.dismissed ? 'hints.bringBackThis' : 'hints.dismissThis', { text: sentence })}
            onPress={() => setDismissed(open.review.id, hint)}
          >
            {t(hint.dismissed ? 'hints.bringBack' : 'hints.dismiss')}
          </Button>
        )}
      </div>
    </li>
  )
}
