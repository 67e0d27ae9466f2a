import { type RefObject, useMemo, useRef } from 'react'
import type { Recording } from '../../../../shared/domain/media'
import type { Player } from './player'

/** What plays a recording from anywhere on the page, through the bar that `ref` is given to; `null` where nothing can be played. */
export function usePlayer(recording: Recording): { player: Player | null; ref: RefObject<Player | null> } {
  const ref = useRef<Player>(null)
  const canPlay = recording.kind === 'audio' || recording.kind === 'video'
  const player = useMemo(
    (): Player | null =>
      canPlay ? { toggle: () => ref.current?.toggle(), playAt: (offset) => ref.current?.playAt(offset) } : null,
    [canPlay],
  )
  return { player, ref }
}
