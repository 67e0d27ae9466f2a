import { MousePointerClick, Trash2, X } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassageId, ReviewId, SourceId } from '../../../shared/domain/ids'
import { useRead, useIsReadOnly, useWrite } from '../../api'
import { describeError } from '../../describe-error'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ErrorPanel } from '../../ui/error-panel'
import { IconButton } from '../../ui/icon-button'
import { Keys } from '../../ui/keys'
import { withUndoOffer } from '../../undo-offer'
import { CampsField } from './camps-field'
import { NoteField } from './note-field'
import styles from './passage-panel.module.css'
import { Placements } from './placements'
import { RelationsField } from './relations-field'
import { SpansField } from './spans-field'
import { SpeakerField } from './speaker-field'
import { TagsField } from './tags-field'
import { TranslationsField } from './translations-field'
import { VerificationField } from './verification-field'

export interface PassagePanelProps {
  readonly passageId: PassageId | null
  /** The review whose camps are offered. */
  readonly reviewId: ReviewId | null
  readonly onOpenSource: (id: SourceId, passageId: PassageId | null) => void
  readonly onOpenReview: (id: ReviewId, passageId: PassageId | null) => void
  readonly onClose: () => void
}

/** Everything about the selected passage. Each field saves itself. */
export const PassagePanel = memo(function PassagePanel(props: PassagePanelProps) {
  return props.passageId === null ? (
    <NothingSelected />
  ) : (
    <Loaded key={props.passageId} {...props} passageId={props.passageId} />
  )
})

const KEYS = [
  ['help.camp', '1'],
  ['help.mark', 'm'],
  ['help.extend', 'e'],
  ['help.next', 'j'],
  ['help.previous', 'k'],
  ['help.note', 'n'],
  ['help.find', '$mod+f'],
] as const

function NothingSelected() {
  const { t } = useTranslation('passage')
  return (
    <div className={styles['empty']}>
      <EmptyState icon={<MousePointerClick aria-hidden />} title={t('empty.title')} message={t('empty.message')} />
      <dl className={styles['keys']}>
        {KEYS.map(([key, press]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>
              <Keys keys={press} outlined />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Loaded(props: PassagePanelProps & { readonly passageId: PassageId }) {
  const { t } = useTranslation('passage')
  const passage = useRead('passage.get', { id: props.passageId })
  const source = useRead(
    'source.get',
    { id: passage.data?.sourceId as SourceId },
    { enabled: passage.data !== undefined },
  )
  const readOnly = useIsReadOnly() ?? false
  const remove = useWrite('passage.delete')
  const error = passage.error ?? source.error
  if (error) return <ErrorPanel title={t('failed')} message={describeError(error).detail} />
  if (!passage.data || !source.data) {
    return (
      <p role="status" className={styles['loading']}>
        {t('common:loading')}
      </p>
    )
  }
  const field = { passage: passage.data, source: source.data, readOnly }

  const deletePassage = async (id: PassageId) => {
    if (await withUndoOffer(t('deleted'), () => remove.mutateAsync({ ids: [id] }))) props.onClose()
  }

  return (
    <article className={styles['panel']} aria-label={t('title')}>
      <header className={styles['header']}>
        <h2 className={styles['title']}>{t('title')}</h2>
        <IconButton label={t('common:close')} keys="Escape" icon={<X aria-hidden />} onPress={props.onClose} />
      </header>
      <SpansField {...field} reviewId={props.reviewId} onOpenSource={props.onOpenSource} />
      <VerificationField {...field} onOpenSource={props.onOpenSource} />
      <SpeakerField {...field} />
      <CampsField {...field} reviewId={props.reviewId} />
      <TranslationsField {...field} reviewId={props.reviewId} />
      <NoteField {...field} />
      <TagsField {...field} />
      <RelationsField {...field} onOpenSource={props.onOpenSource} />
      <Placements passage={passage.data} onOpenReview={props.onOpenReview} />
      {!readOnly && (
        <footer className={styles['footer']}>
          <Button
            size="small"
            variant="quiet"
            icon={<Trash2 aria-hidden />}
            isDisabled={remove.isPending}
            onPress={() => void deletePassage(props.passageId)}
          >
            {t('delete')}
          </Button>
        </footer>
      )}
    </article>
  )
}
