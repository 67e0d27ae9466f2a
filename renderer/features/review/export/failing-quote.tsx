import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../api'
import { Button } from '../../../ui/button'
import { ChangedText } from '../../../ui/changed-text'
import type { PassageId, SourceId } from '../../../../shared/domain/ids'
import { joinSpans } from '../../../../shared/domain/elision'
import type { QuoteVerification } from '../../../../shared/domain/verification'
import type { OpenReview } from '../use-review'
import { verdictOf } from '../verdict'
import { VerdictBadge } from '../verdict-badge'
import styles from './export-sheet.module.css'
import { spansInSource } from './mend'

export interface FailingQuoteProps {
  readonly quote: QuoteVerification
  readonly open: OpenReview
  /** Shows a quote on the page. */
  readonly onShow: (id: PassageId) => void
  readonly onOpenSource: (sourceId: SourceId, passageId: PassageId) => void
}

/** A quote that is not what its transcript says: how it differs, where it is, and what can be done about it. */
export function FailingQuote({ quote, open, onShow, onOpenSource }: FailingQuoteProps) {
  const { t } = useTranslation('export')
  const setSpans = useWrite('passage.setSpans')
  const update = useWrite('passage.update')
  const { id, sourceId, speaker, attributedTo, text } = quote
  const spans = spansInSource(quote)
  const isAltered = quote.status === 'altered'
  const speakers = sourceId === null ? [] : (open.sources.get(sourceId)?.speakers ?? [])
  const sayer = speakers.find(({ name }) => name === speaker)
  const language = (sourceId !== null && open.sources.get(sourceId)?.language) || 'und'
  const isBusy = setSpans.isPending || update.isPending
  return (
    <li className={styles['quote']}>
      <div className={styles['quoteHead']}>
        <span className={styles['quoteSource']}>{[attributedTo, quote.source].filter(Boolean).join(' · ')}</span>
        <VerdictBadge verdict={verdictOf(quote)} />
      </div>
      <p className={styles['quoteText']} lang={language}>
        {isAltered
          ? quote.fragments.map((fragment, index) => (
              <span key={index}>
                {index > 0 && ' … '}
                {fragment.diff.length > 0 ? <ChangedText parts={fragment.diff} /> : joinSpans([fragment.text])}
              </span>
            ))
          : text}
      </p>
      {isAltered && <p className={styles['note']}>{t('gate.legend')}</p>}
      {quote.status === 'missing' && <p className={styles['note']}>{t('gate.missing')}</p>}
      {!quote.speakerMatches && (
        <p className={styles['note']}>
          {t('gate.speaker', { speaker: speaker ?? '', attributedTo: attributedTo ?? '' })}
        </p>
      )}
      {id !== null && (
        <div className={styles['quoteActions']}>
          {!open.readOnly && isAltered && spans && (
            <Button
              size="small"
              isDisabled={isBusy}
              aria-label={t('gate.takeOf', { text })}
              onPress={() => setSpans.mutate({ id, spans })}
            >
              {t('gate.take')}
            </Button>
          )}
          {!open.readOnly && !quote.speakerMatches && sayer && (
            <Button
              size="small"
              isDisabled={isBusy}
              aria-label={t('gate.attributeOf', { speaker: sayer.name, text })}
              onPress={() => update.mutate({ id, speakerId: sayer.id })}
            >
              {t('gate.attribute', { speaker: sayer.name })}
            </Button>
          )}
          {sourceId !== null && (
            <Button size="small" aria-label={t('gate.openOf', { text })} onPress={() => onOpenSource(sourceId, id)}>
              {t('gate.open')}
            </Button>
          )}
          <Button size="small" variant="quiet" aria-label={t('gate.showOf', { text })} onPress={() => onShow(id)}>
            {t('gate.show')}
          </Button>
        </div>
      )}
    </li>
  )
}
