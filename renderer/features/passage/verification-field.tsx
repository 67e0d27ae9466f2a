import { Check, CheckCheck, CircleAlert, MoveRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PassageId, SourceId } from '../../../shared/domain/ids'
import { verifies, type DiffPart, type QuoteVerification } from '../../../shared/domain/verification'
import { useRead } from '../../api'
import { Button } from '../../ui/button'
import { cx } from '../../ui/cx'
import type { FieldProps } from './panel-section'
import styles from './verification-field.module.css'

const ICONS = {
  exact: CheckCheck,
  normalised: Check,
  moved: MoveRight,
  altered: CircleAlert,
  missing: CircleAlert,
} as const

export interface VerificationFieldProps extends FieldProps {
  readonly onOpenSource: (id: SourceId, passageId: PassageId | null) => void
}

/** Whether the passage is what its transcript says, and where it is not, how. */
export function VerificationField({ passage, onOpenSource }: VerificationFieldProps) {
  const { t } = useTranslation('passage')
  const quote = useRead('passage.verify', { id: passage.id }).data?.quotes[0]
  if (!quote) return <div className={styles['pending']} />
  const Icon = quote.speakerMatches ? ICONS[quote.status] : CircleAlert
  const stands = verifies(quote)
  return (
    <div className={cx(styles['field'], !stands && styles['fails'])} role="status">
      <p className={styles['status']}>
        <Icon aria-hidden />
        <span>{t(`verification.${quote.status}`)}</span>
      </p>
      {!quote.speakerMatches && (
        <p className={styles['detail']}>
          {t('verification.speaker', { speaker: quote.speaker ?? '', attributedTo: quote.attributedTo ?? '' })}
        </p>
      )}
      <Differences quote={quote} />
      {!stands && quote.status !== 'missing' && (
        <Button size="small" onPress={() => onOpenSource(passage.sourceId, passage.id)}>
          {t('spans.goTo')}
        </Button>
      )}
    </div>
  )
}

function Differences({ quote }: { readonly quote: QuoteVerification }) {
  const changed = quote.fragments.filter(({ diff }) => diff.length > 0)
  if (changed.length === 0) return null
  return (
    <ul className={styles['differences']}>
      {changed.map(({ diff, text }) => (
        <li key={text}>
          {diff.map((part, index) => (
            // The parts of one diff never change places.
            <Part key={index} part={part} />
          ))}
        </li>
      ))}
    </ul>
  )
}

function Part({ part }: { readonly part: DiffPart }) {
  switch (part.kind) {
    case 'same':
      return <span>{part.text}</span>
    case 'removed':
      return <del>{part.text}</del>
    case 'added':
      return <ins>{part.text}</ins>
  }
}
