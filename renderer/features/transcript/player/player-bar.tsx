import { AudioLines, CircleAlert, LocateFixed, Pause, Play, Unlink } from 'lucide-react'
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recording } from '../../../../shared/domain/media'
import type { TextRange } from '../../../../shared/domain/span'
import type { Source } from '../../../../shared/domain/source'
import { attempt, invoke, shell, useRead, useShell } from '../../../api'
import { formatTime } from '../../../i18n'
import { Button } from '../../../ui/button'
import { useCommands } from '../../../ui/commands'
import { IconButton } from '../../../ui/icon-button'
import { Select } from '../../../ui/select'
import { useRemembered } from '../../../ui/use-remembered'
import { useTranscript } from '../transcript-context'
import { paintSaid } from './paint-said'
import type { Player } from './player'
import styles from './player-bar.module.css'
import { Timeline } from './said-at'

const SPEEDS = ['0.5', '0.75', '1', '1.25', '1.5', '1.75', '2'] as const
type Speed = (typeof SPEEDS)[number]
/** Seconds that a key goes back or on. */
const STEP = 5

export interface PlayerBarProps {
  readonly recording: Exclude<Recording, { kind: 'none' }>
  readonly readOnly: boolean
  /** Where to play from when the keyboard asks for it: the passage that is selected, or the caret. */
  readonly placeToPlay: () => number
  readonly playerRef: Ref<Player>
}

/** The recording of a transcript: plays it, and shows in the text where it is. */
export function PlayerBar(props: PlayerBarProps) {
  const { recording } = props
  return recording.kind === 'missing' ? (
    <MissingBar name={recording.name} readOnly={props.readOnly} />
  ) : (
    <PlayingBar key={recording.address} {...props} recording={recording} />
  )
}

interface PlayingBarProps extends PlayerBarProps {
  readonly recording: Extract<Recording, { kind: 'audio' | 'video' }>
}

function PlayingBar({ recording, readOnly, placeToPlay, playerRef }: PlayingBarProps) {
  const { t } = useTranslation('transcript')
  const { source, turns, view } = useTranscript()
  const cues = useRead('source.cues', { id: source.id }, { enabled: source.cues !== null }).data
  const timeline = useMemo(() => new Timeline(turns, cues ?? []), [turns, cues])
  const media = useRef<HTMLVideoElement>(null)
  const [time, setTime] = useState(0)
  const [duration, setDuration] = useState(source.lastTime ?? 0)
  const [isPlaying, setPlaying] = useState(false)
  const [cannotPlay, setCannotPlay] = useState(false)
  const [speed, setSpeed] = useState<Speed>('1')
  const [follows, setFollows] = useRemembered('player.follows', true)
  const said = useRef<TextRange | null>(null)

  useEffect(() => {
    if (media.current) media.current.playbackRate = Number(speed)
  }, [speed])
  useEffect(() => {
    // What is mounted meanwhile is drawn too.
    const stop = view.window.subscribe(() => queueMicrotask(() => paintSaid(view, said.current)))
    return () => {
      stop()
      paintSaid(view, null)
    }
  }, [view])

  const show = (now: number, moves: boolean) => {
    setTime(now)
    const range = timeline.saidAt(now)
    if (range?.start === said.current?.start && range?.end === said.current?.end) return
    said.current = range
    if (range && moves) view.reveal({ start: range.start, end: range.start }, 'nearest')
    paintSaid(view, range)
  }
  const seek = (to: number) => {
    const player = media.current
    if (!player) return
    player.currentTime = Math.max(0, Number.isFinite(player.duration) ? Math.min(to, player.duration) : to)
    show(player.currentTime, follows)
  }
  const play = () => {
    // Refused while the file cannot be decoded: `onError` tells of that.
    media.current?.play().catch(() => setPlaying(false))
  }
  const toggle = () => {
    if (media.current?.paused === false) media.current.pause()
    else play()
  }
  const playAt = (offset: number) => {
    const from = timeline.timeAt(offset)
    if (from === null) return
    seek(from)
    play()
  }
  useImperativeHandle(playerRef, () => ({ toggle, playAt }))

  const group = t('player.group')
  useCommands([
    { id: 'player.toggle', title: t(isPlaying ? 'player.pause' : 'player.play'), group, keys: 'p', run: toggle },
    {
      id: 'player.playHere',
      title: t('player.playHere'),
      group,
      keys: 'Shift+P',
      enabled: !timeline.isEmpty,
      run: () => playAt(placeToPlay()),
    },
    { id: 'player.back', title: t('player.back'), group, keys: 'Shift+Comma', run: () => seek(time - STEP) },
    { id: 'player.on', title: t('player.on'), group, keys: 'Shift+Period', run: () => seek(time + STEP) },
  ])

  return (
    <section aria-label={t('player.label')} className={styles['bar']}>
      <IconButton
        label={t(isPlaying ? 'player.pause' : 'player.play')}
        keys="p"
        icon={isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
        isDisabled={cannotPlay}
        onPress={toggle}
      />
      <span className={styles['time']}>
        {formatTime(time)} / {formatTime(duration)}
      </span>
      <input
        type="range"
        className={styles['position']}
        aria-label={t('player.position')}
        aria-valuetext={formatTime(time)}
        min={0}
        max={Math.max(1, Math.ceil(duration))}
        step={1}
        value={Math.round(time)}
        disabled={cannotPlay}
        onChange={(event) => seek(Number(event.target.value))}
      />
      {cannotPlay ? (
        <span role="alert" className={styles['failed']}>
          {t('player.cannotPlay', { name: recording.name })}
        </span>
      ) : (
        <>
          <Select
            label={t('player.speed')}
            hideLabel
            options={SPEEDS.map((id) => ({ id, label: `${id}×` }))}
            value={speed}
            onChange={setSpeed}
          />
          <IconButton
            label={t('player.follow')}
            isOn={follows}
            icon={<LocateFixed aria-hidden />}
            onPress={() => setFollows(!follows)}
          />
        </>
      )}
      {!readOnly && <Detach source={source} />}
      <video
        ref={media}
        className={recording.kind === 'video' ? styles['video'] : styles['audio']}
        src={recording.address}
        preload="metadata"
        playsInline
        disablePictureInPicture
        onLoadedMetadata={({ currentTarget }) => {
          currentTarget.playbackRate = Number(speed)
          if (Number.isFinite(currentTarget.duration)) setDuration(currentTarget.duration)
        }}
        onTimeUpdate={({ currentTarget }) => show(currentTarget.currentTime, follows && !currentTarget.paused)}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
        onError={() => setCannotPlay(true)}
      />
    </section>
  )
}

function MissingBar({ name, readOnly }: { readonly name: string; readonly readOnly: boolean }) {
  const { t } = useTranslation('transcript')
  const { source } = useTranscript()
  const canAttach = useShell('info').data?.host === 'electron'
  return (
    <section aria-label={t('player.label')} className={styles['bar']}>
      <CircleAlert aria-hidden className={styles['warning']} />
      <span role="status" className={styles['missing']}>
        {t('player.missing', { name })}
      </span>
      {!readOnly && canAttach && (
        <Button
          size="small"
          icon={<AudioLines aria-hidden />}
          onPress={() => void attempt(() => shell.attachRecording(source.id))}
        >
          {t('player.locate')}
        </Button>
      )}
      {!readOnly && <Detach source={source} />}
    </section>
  )
}

function Detach({ source }: { readonly source: Source }) {
  const { t } = useTranslation('transcript')
  return (
    <IconButton
      label={t('player.detach')}
      icon={<Unlink aria-hidden />}
      onPress={() => void attempt(() => invoke('source.detachMedia', { id: source.id }))}
    />
  )
}
