import { ALargeSmall, CornerDownRight, Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SpeakerId } from '../../../shared/domain/ids'
import { TEXT_SIZES, TEXT_WIDTHS, type Settings, type TextSize } from '../../../shared/shell'
import { changeSettings, queryClient, useShell } from '../../api'
import { formatNumber, formatTime } from '../../i18n'
import { useIsPainted } from '../../ui/after-paint'
import { Checkbox } from '../../ui/checkbox'
import { useCommands } from '../../ui/commands'
import { IconButton } from '../../ui/icon-button'
import { PopoverButton } from '../../ui/popover-button'
import { LabelledRow } from '../../ui/labelled-row'
import { Segmented } from '../../ui/segmented'
import { ToolButton } from '../../ui/tool-button'
import type { Destination } from './go-to'
import { GoToDialog } from './go-to-dialog'
import { keepReadingPlace } from './reading-places'
import styles from './reading-tools.module.css'
import { useTranscript } from './transcript-context'
import { useFolded } from './use-folded'

export interface ReadingToolsProps {
  readonly onAnnounce: (announcement: string) => void
}

/** How the transcript is set, whose turns are folded, and how to get to a place in it: commands at once, buttons when the text is painted. */
export function ReadingTools({ onAnnounce }: ReadingToolsProps) {
  const { t } = useTranslation('transcript')
  const { source, turns, speakers, view } = useTranscript()
  const isPainted = useIsPainted()
  const [isGoing, setGoing] = useState(false)
  const settings = useShell('settings').data
  const folded = useFolded(view.folding)

  const setSize = (textSize: TextSize) => {
    changeSettings({ textSize })
    onAnnounce(t('announce.textSize', { percent: textSize }))
  }
  const resize = (by: 1 | -1) => {
    const now = queryClient.getQueryData<Settings>(['shell', 'settings'])
    const size = now && TEXT_SIZES[TEXT_SIZES.indexOf(now.textSize) + by]
    if (size !== undefined) setSize(size)
  }
  const fold = (next: ReadonlySet<SpeakerId>) => {
    view.foldSpeakers(next)
    keepReadingPlace(source.id, { folded: [...next] })
  }
  const toggle = (speaker: SpeakerId) => {
    const next = new Set(folded)
    if (!next.delete(speaker)) next.add(speaker)
    fold(next)
    const name = speakers.get(speaker)?.name ?? ''
    onAnnounce(t(next.has(speaker) ? 'announce.folded' : 'announce.unfolded', { speaker: name }))
  }
  const go = (destination: Destination) => {
    const { offset } = destination
    setGoing(false)
    // The dialog gives the keyboard back to where it was opened from first.
    requestAnimationFrame(() => {
      view.unfold(offset)
      view.reveal({ start: offset, end: offset }, 'middle')
      view.focus()
      view.select({ anchor: offset, focus: offset })
      const turn = turns[destination.turn]
      const name = turn?.speakerId ? speakers.get(turn.speakerId)?.name : undefined
      const time = turn?.startTime === null || turn === undefined ? null : formatTime(turn.startTime)
      const place = t('goTo.turn', { turn: formatNumber(destination.turn + 1) })
      onAnnounce([place, name, time].filter((fact) => fact !== undefined && fact !== null).join(' · '))
    })
  }
  const speakerHere = () => {
    const offset = view.selection?.focus ?? view.topOffset()
    return turns.findLast(({ start }) => start <= offset)?.speakerId ?? null
  }

  const group = t('commands.group')
  useCommands([
    {
      id: 'transcript.larger',
      title: t('commands.larger'),
      group,
      keys: '$mod+Shift+Period',
      whileTyping: true,
      run: () => resize(1),
    },
    {
      id: 'transcript.smaller',
      title: t('commands.smaller'),
      group,
      keys: '$mod+Shift+Comma',
      whileTyping: true,
      run: () => resize(-1),
    },
    { id: 'transcript.usualSize', title: t('commands.usualSize'), group, run: () => setSize(100) },
    {
      id: 'transcript.goTo',
      title: t('commands.goTo'),
      group,
      keys: '$mod+g',
      whileTyping: true,
      run: () => setGoing(true),
    },
    {
      id: 'transcript.fold',
      title: t('commands.fold'),
      group,
      keys: 'Shift+KeyF',
      run: () => {
        const speaker = speakerHere()
        if (speaker !== null) toggle(speaker)
      },
    },
    {
      id: 'transcript.unfoldAll',
      title: t('commands.unfoldAll'),
      group,
      enabled: folded.size > 0,
      run: () => fold(new Set()),
    },
  ])

  if (!isPainted) return null
  return (
    <>
      <ToolButton
        label={t('commands.goTo')}
        keys="$mod+g"
        icon={<CornerDownRight aria-hidden />}
        onPress={() => setGoing(true)}
      />
      <PopoverButton
        label={t('reading.label')}
        content={() =>
          settings && (
            <>
              <LabelledRow label={t('reading.size')}>
                <div role="group" aria-label={t('reading.size')} className={styles['stepper']}>
                  <IconButton
                    size="small"
                    label={t('commands.smaller')}
                    keys="$mod+Shift+Comma"
                    icon={<Minus aria-hidden />}
                    isDisabled={settings.textSize === TEXT_SIZES[0]}
                    onPress={() => resize(-1)}
                  />
                  <output className={styles['size']}>{t('settings:percent', { percent: settings.textSize })}</output>
                  <IconButton
                    size="small"
                    label={t('commands.larger')}
                    keys="$mod+Shift+Period"
                    icon={<Plus aria-hidden />}
                    isDisabled={settings.textSize === TEXT_SIZES.at(-1)}
                    onPress={() => resize(1)}
                  />
                </div>
              </LabelledRow>
              <LabelledRow label={t('reading.width')}>
                <Segmented
                  label={t('reading.width')}
                  options={TEXT_WIDTHS.map((width) => ({ id: width, label: t(`settings:textWidths.${width}`) }))}
                  value={settings.textWidth}
                  onChange={(textWidth) => changeSettings({ textWidth })}
                />
              </LabelledRow>
              {source.speakers.length > 0 && (
                <div>
                  <h3 className={styles['name']}>{t('reading.fold')}</h3>
                  <ul className={styles['speakers']}>
                    {source.speakers.map((speaker) => (
                      <li key={speaker.id} className={styles['speaker']}>
                        <Checkbox isChecked={folded.has(speaker.id)} onChange={() => toggle(speaker.id)}>
                          {speaker.name}
                        </Checkbox>
                        <span className={styles['turns']}>
                          {t('reading.turns', { count: speaker.turns, formatted: formatNumber(speaker.turns) })}
                        </span>
                      </li>
                    ))}
                  </ul>
                </div>
              )}
            </>
          )
        }
      >
        <IconButton label={t('reading.label')} icon={<ALargeSmall aria-hidden />} isOn={folded.size > 0} />
      </PopoverButton>
      {isGoing && <GoToDialog onClose={() => setGoing(false)} onGo={go} />}
    </>
  )
}
