import { BookCheck, BookUp, BookX, CornerDownRight, EyeOff } from 'lucide-react'
import { memo, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { summarize } from '../../../../shared/domain/coverage'
import type { TextRange } from '../../../../shared/domain/span'
import { turnIndexAt } from '../../../../shared/domain/turn'
import { useRead, useIsReadOnly, useWrite } from '../../../api'
import { CoverageBar, describeShare, NOTHING_READ, percentOf } from '../../../coverage-share'
import { ForgetSeen } from '../../../forget-seen'
import { formatTime } from '../../../i18n'
import { useIsPainted } from '../../../ui/after-paint'
import { Button } from '../../../ui/button'
import { useCommands } from '../../../ui/commands'
import { PopoverButton } from '../../../ui/popover-button'
import { withUndoOffer } from '../../../undo-offer'
import { rangeOfSelection } from '../document/transcript-view'
import { useTranscript } from '../transcript-context'
import { offsetHere } from '../use-transcript-commands'
import styles from './coverage-status.module.css'
import { markingUnread } from './reading-recorder'
import { nextUnread } from './unread'

export interface CoverageStatusProps {
  readonly onAnnounce: (announcement: string) => void
}

/** How much of the transcript was read, what that is made of, and what the reader can say about it. */
export const CoverageStatus = memo(function CoverageStatus({ onAnnounce }: CoverageStatusProps) {
  const { t } = useTranslation(['transcript', 'common'])
  const { source, turns, view } = useTranscript()
  const coverage = useRead('coverage.get', { id: source.id }).data
  const readOnly = useIsReadOnly() ?? true
  const marking = useWrite('coverage.mark')
  const [isForgetting, setForgetting] = useState(false)
  const summary = coverage ? summarize(source.id, coverage) : NOTHING_READ
  const isAllRead = summary.read === 1
  const wasInView = summary.seen > 0 || summary.seconds > 0
  const { text } = view.document

  /** The selected text, else the turn where the reader is. */
  const placeHere = (): TextRange | null => {
    const selected = view.selection && rangeOfSelection(view.selection)
    if (selected && selected.end > selected.start) return selected
    const turn = turns[turnIndexAt(turns, offsetHere(view))]
    return turn && turn.end > turn.start ? turn : null
  }
  const write = async (isRead: boolean, ranges: readonly TextRange[] | null) => {
    const places = ranges?.map(({ start, end }) => ({ start, end }))
    const mark = () => marking.mutateAsync({ ids: [source.id], isRead, ...(places && { ranges: places }) })
    await (isRead ? mark() : markingUnread(ranges, mark))
  }
  const markHere = async (isRead: boolean) => {
    const here = placeHere()
    if (!here) return
    onAnnounce(t(isRead ? 'coverage.markedRead' : 'coverage.markedUnread'))
    await write(isRead, [here]).catch(() => onAnnounce(t('announce.failed')))
  }
  const markMuch = (isRead: boolean, ranges: readonly TextRange[] | null = null) => {
    const said = t(isRead ? 'coverage.markedRead' : 'coverage.markedUnread')
    onAnnounce(said)
    void withUndoOffer(said, () => write(isRead, ranges))
  }
  const markToHere = () => {
    const end = placeHere()?.end ?? 0
    if (end > 0) markMuch(true, [{ start: 0, end }])
  }
  const toNextUnread = () => {
    const next = coverage && nextUnread(text, coverage, offsetHere(view))
    if (!next) return onAnnounce(t('coverage.nothingUnread'))
    view.unfold(next.start)
    view.reveal({ start: next.start, end: next.start }, 'middle')
    view.focus()
    view.select({ anchor: next.start, focus: next.start })
    const turn = turnIndexAt(turns, next.start)
    return onAnnounce(t('coverage.unreadFrom', { turn: turn + 1 }))
  }

  const group = t('commands.group')
  useCommands([
    {
      id: 'transcript.nextUnread',
      title: t('coverage.next'),
      group,
      keys: 'u',
      enabled: !isAllRead,
      run: toNextUnread,
    },
    {
      id: 'transcript.markRead',
      title: t('coverage.markHere'),
      group,
      keys: 'r',
      enabled: !readOnly,
      run: () => void markHere(true),
    },
    {
      id: 'transcript.markUnread',
      title: t('coverage.unmarkHere'),
      group,
      keys: 'Shift+R',
      enabled: !readOnly,
      run: () => void markHere(false),
    },
    {
      id: 'transcript.markReadToHere',
      title: t('coverage.markToHere'),
      group,
      enabled: !readOnly,
      run: markToHere,
    },
    {
      id: 'transcript.markAllRead',
      title: t('coverage.markAll'),
      group,
      enabled: !readOnly && !isAllRead,
      run: () => markMuch(true),
    },
    {
      id: 'transcript.markAllUnread',
      title: t('coverage.unmarkAll'),
      group,
      enabled: !readOnly && summary.read > 0,
      run: () => markMuch(false),
    },
    {
      id: 'transcript.forgetReading',
      title: t('common:coverage.forget'),
      group,
      enabled: !readOnly && wasInView,
      run: () => setForgetting(true),
    },
  ])

  const isPainted = useIsPainted()
  if (!isPainted) return null

  const share = (part: number) => t('common:coverage.percent', { percent: percentOf(part) })
  return (
    <span className={styles['status']}>
      <PopoverButton
        label={t('coverage.label')}
        content={() => (
          <div className={styles['panel']}>
            <dl className={styles['facts']}>
              <dt>{t('coverage.seen')}</dt>
              <dd>{share(summary.seen)}</dd>
              <dt>{t('coverage.claimed')}</dt>
              <dd>{share(summary.claimed)}</dd>
              <dt>{t('coverage.time')}</dt>
              <dd>{formatTime(summary.seconds)}</dd>
            </dl>
            <p className={styles['hint']}>{t('coverage.hint')}</p>
            <div className={styles['actions']}>
              <Choice
                label={t('coverage.next')}
                icon={<CornerDownRight aria-hidden />}
                isDisabled={isAllRead}
                // The panel gives the keyboard back to its button first.
                onPress={() => requestAnimationFrame(toNextUnread)}
              />
              {!readOnly && (
                <>
                  <Choice
                    label={t('coverage.markToHere')}
                    icon={<BookUp aria-hidden />}
                    isDisabled={isAllRead}
                    onPress={markToHere}
                  />
                  <Choice
                    label={t('coverage.markAll')}
                    icon={<BookCheck aria-hidden />}
                    isDisabled={isAllRead}
                    onPress={() => markMuch(true)}
                  />
                  <Choice
                    label={t('coverage.unmarkAll')}
                    icon={<BookX aria-hidden />}
                    isDisabled={summary.read === 0}
                    onPress={() => markMuch(false)}
                  />
                  <Choice
                    label={t('common:coverage.forget')}
                    icon={<EyeOff aria-hidden />}
                    isDisabled={!wasInView}
                    onPress={() => setForgetting(true)}
                  />
                </>
              )}
            </div>
          </div>
        )}
      >
        <Button size="small" variant="quiet" icon={<CoverageBar {...summary} />}>
          {describeShare(summary.read)}
        </Button>
      </PopoverButton>
      <ForgetSeen sourceId={source.id} isOpen={isForgetting} onClose={() => setForgetting(false)} />
    </span>
  )
})

interface ChoiceProps {
  readonly label: string
  readonly icon: ReactNode
  readonly isDisabled: boolean
  readonly onPress: () => void
}

/** What can be done in the panel, which closes with it. */
function Choice({ label, ...props }: ChoiceProps) {
  return (
    <Button size="small" variant="quiet" slot="close" {...props}>
      {label}
    </Button>
  )
}
