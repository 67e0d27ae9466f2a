import { PencilLine } from 'lucide-react'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { CorrectionDraft } from '../../../../shared/domain/correction'
import { formatDateTime, formatNumber } from '../../../i18n'
import { painted } from '../../../ui/after-paint'
import { Button } from '../../../ui/button'
import { useCommands } from '../../../ui/commands'
import { Confirm } from '../../../ui/confirm'
import { useTranscript } from '../transcript-context'
import styles from './correction.module.css'

export interface CorrectionBarProps {
  readonly isStoring: boolean
  readonly onStore: () => void
  readonly onDiscard: () => void
}

/** Shown while the text is being corrected: how much was, and the two ways out. */
export function CorrectionBar({ isStoring, onStore, onDiscard }: CorrectionBarProps) {
  const { t } = useTranslation(['transcript', 'common'])
  const { corrections, editor } = useTranscript()
  /** How many corrections would be discarded, while that is asked about. */
  const [asked, setAsked] = useState<number | null>(null)
  const discard = () => {
    if (corrections.count === 0) onDiscard()
    else setAsked(corrections.count)
  }
  const group = t('commands.group')
  useCommands([
    {
      id: 'transcript.storeCorrections',
      title: t('correct.done'),
      group,
      keys: '$mod+Enter',
      whileTyping: true,
      run: onStore,
    },
    { id: 'transcript.discardCorrections', title: t('correct.discard'), group, run: discard },
    // What was typed is taken back first, also from outside of the text.
    { id: 'edit.undo', title: t('correct.undo'), group, keys: '$mod+z', run: () => editor.undo() },
    { id: 'edit.redo', title: t('correct.redo'), group, keys: '$mod+Shift+z', run: () => editor.redo() },
  ])
  return (
    <div role="group" aria-label={t('correct.title')} className={styles['bar']}>
      <PencilLine aria-hidden />
      <strong>{t('correct.title')}</strong>
      <CorrectionCount />
      <Button size="small" isDisabled={isStoring} onPress={discard}>
        {t('correct.discard')}
      </Button>
      <Button size="small" variant="primary" isDisabled={isStoring} onPress={onStore}>
        {t('correct.done')}
      </Button>
      <Confirm
        title={t('correct.ask')}
        message={t('correct.askText', { count: asked ?? 0, formatted: formatNumber(asked ?? 0) })}
        confirmLabel={t('correct.discard')}
        cancelLabel={t('correct.goOn')}
        danger
        isOpen={asked !== null}
        onConfirm={onDiscard}
        onClose={() => setAsked(null)}
      />
    </div>
  )
}

/** How much was corrected, and whether that is on the disk. It is apart from the rest, which stays as it is while somebody types. */
function CorrectionCount() {
  const { t } = useTranslation('transcript')
  const { corrections } = useTranscript()
  const count = useSyncExternalStore(corrections.subscribe, () => corrections.count)
  // The first key after each draft changes this, and what was typed is painted before it.
  const isKept = useSyncExternalStore(
    useCallback((changed) => corrections.subscribeKept(() => void painted().then(changed)), [corrections]),
    () => corrections.isKept,
  )
  return (
    <span role="status" className={styles['count']}>
      {count === 0
        ? t('correct.nothing')
        : t(isKept ? 'correct.kept' : 'correct.count', { count, formatted: formatNumber(count) })}
    </span>
  )
}

export interface DraftBarProps {
  readonly draft: CorrectionDraft
  readonly onContinue: () => void
  readonly onDiscard: () => void
}

/** Offers what was typed in an earlier session and not stored. */
export function DraftBar({ draft, onContinue, onDiscard }: DraftBarProps) {
  const { t } = useTranslation('transcript')
  const count = draft.edits.length
  return (
    <div role="group" aria-label={t('correct.draft')} className={styles['bar']}>
      <PencilLine aria-hidden />
      <strong>{t('correct.draft')}</strong>
      <span role="status" className={styles['count']}>
        {t('correct.draftCount', { count, formatted: formatNumber(count), time: formatDateTime(draft.savedAt) })}
      </span>
      <Button size="small" onPress={onDiscard}>
        {t('correct.discard')}
      </Button>
      <Button size="small" variant="primary" onPress={onContinue}>
        {t('correct.continue')}
      </Button>
    </div>
  )
}
