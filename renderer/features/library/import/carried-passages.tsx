import { CircleAlert, CircleCheck, CircleX, MoveRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PassageId } from '../../../../shared/domain/ids'
import {
  SPAN_OUTCOMES,
  worstOutcome,
  type CarriedPassage,
  type ReimportReport,
  type SpanOutcome,
} from '../../../../shared/domain/import-preview'
import { formatNumber, translate } from '../../../i18n'
import { Button } from '../../../ui/button'
import { cx } from '../../../ui/cx'
import styles from './reimport.module.css'

export interface CarriedPassagesProps {
  readonly report: Pick<ReimportReport, 'passages'>
  readonly onOpen: (passageId: PassageId) => void
}

const ICONS = { exact: CircleCheck, moved: MoveRight, altered: CircleAlert, lost: CircleX } as const
/** More than anybody reads at once; those to look at come first. */
const SHOWN = 200

/** What becomes of each passage of a source that is read again. */
export function CarriedPassages({ report: { passages }, onOpen }: CarriedPassagesProps) {
  const { t } = useTranslation('import')
  if (passages.length === 0) return <p className={styles['text']}>{t('again.noPassages')}</p>
  const outcomes = passages.map(worstOutcome)
  const needsLook = outcomes.some((outcome) => outcome === 'altered' || outcome === 'lost')
  return (
    <>
      <p className={styles['counts']}>{countLine(outcomes)}</p>
      {needsLook && <p className={styles['text']}>{t('again.hint')}</p>}
      <ul className={styles['passages']}>
        {passages.slice(0, SHOWN).map((passage) => (
          <Passage key={passage.passageId} passage={passage} onOpen={onOpen} />
        ))}
      </ul>
    </>
  )
}

function Passage({ passage, onOpen }: { readonly passage: CarriedPassage; readonly onOpen: (id: PassageId) => void }) {
  const { t } = useTranslation('import')
  const outcome = worstOutcome(passage)
  const Icon = ICONS[outcome]
  const stands = outcome === 'exact' || outcome === 'moved'
  return (
    <li className={styles['passage']}>
      <Icon aria-hidden className={cx(styles[outcome])} />
      <div className={styles['body']}>
        <p className={styles['outcome']}>{t(`again.outcome.${outcome}`)}</p>
        {stands ? (
          <p className={styles['quote']}>{passage.text}</p>
        ) : (
          passage.spans.map((span, index) => (
            <dl key={index} className={styles['change']}>
              <dt>{t('again.quote')}</dt>
              <dd className={styles['quote']}>{span.quote}</dd>
              {span.outcome === 'altered' && span.found !== null && (
                <>
                  <dt>{t('again.found')}</dt>
                  <dd className={styles['quote']}>{span.found}</dd>
                </>
              )}
            </dl>
          ))
        )}
      </div>
      {!stands && (
        <Button size="small" variant="quiet" onPress={() => onOpen(passage.passageId as PassageId)}>
          {t('again.go')}
        </Button>
      )}
    </li>
  )
}

function countLine(outcomes: readonly SpanOutcome[]): string {
  return SPAN_OUTCOMES.flatMap((outcome) => {
    const count = outcomes.filter((one) => one === outcome).length
    return count === 0 ? [] : [translate(`import:again.count.${outcome}`, { count, number: formatNumber(count) })]
  }).join(' · ')
}
