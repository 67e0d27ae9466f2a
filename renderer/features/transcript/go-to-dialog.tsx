import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cue } from '../../../shared/domain/turn'
import { useRead } from '../../api'
import { formatNumber, formatTime } from '../../i18n'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'
import { destinationsOf, type Destination } from './go-to'
import { useTranscript } from './transcript-context'
import styles from './transcript-screen.module.css'

const NO_CUES: readonly Cue[] = []

export interface GoToDialogProps {
  readonly onClose: () => void
  readonly onGo: (destination: Destination) => void
}

/** Asks for a time or a turn, and says what is there before going. */
export function GoToDialog({ onClose, onGo }: GoToDialogProps) {
  const { t } = useTranslation('transcript')
  const { source, turns, speakers } = useTranscript()
  const [entry, setEntry] = useState('')
  const cues = useRead('source.cues', { id: source.id }, { enabled: source.cues !== null }).data ?? NO_CUES
  const hasTimes = source.lastTime !== null
  const found = destinationsOf(entry, turns, cues)
  const [first] = found
  const nameOf = (destination: Destination) =>
    destination.kind === 'time'
      ? t('goTo.time', { time: formatTime(destination.seconds) })
      : t('goTo.turn', { turn: formatNumber(destination.turn + 1) })
  const describe = (destination: Destination) => {
    const speakerId = turns[destination.turn]?.speakerId ?? null
    const speaker = speakerId === null ? undefined : speakers.get(speakerId)?.name
    const facts = [
      t('footer.turn', { turn: formatNumber(destination.turn + 1), turns: formatNumber(turns.length) }),
      speaker,
    ]
    return facts.filter((fact) => fact !== undefined).join(' · ')
  }
  return (
    <Dialog
      title={t('goTo.title')}
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      width="small"
      actions={
        found.length === 0 ? (
          <Button variant="primary" isDisabled>
            {t('goTo.go')}
          </Button>
        ) : (
          [...found].reverse().map((destination) => (
            <Button
              key={destination.kind}
              variant={destination === first ? 'primary' : 'secondary'}
              onPress={() => onGo(destination)}
            >
              {nameOf(destination)}
            </Button>
          ))
        )
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (first) onGo(first)
        }}
      >
        <TextField
          label={t(hasTimes ? 'goTo.label' : 'goTo.labelTurn')}
          description={t(hasTimes ? 'goTo.hint' : 'goTo.hintTurn', { count: turns.length })}
          value={entry}
          onChange={setEntry}
          autoFocus
          isInvalid={entry.trim() !== '' && !first}
        />
        <p role="status" className={styles['found']}>
          {first ? describe(first) : entry.trim() === '' ? '' : t('goTo.nowhere')}
        </p>
        <input type="submit" hidden />
      </form>
    </Dialog>
  )
}
