import { useEffect, useRef } from 'react'
import { formatTime } from '../../i18n'
import { cx } from '../../ui/cx'
import { languageOfBlock } from './document/block-language'
import { onceAFrame } from './once-a-frame'
import styles from './transcript-editor.module.css'
import { useTranscript } from './transcript-context'

/**
 * Who is speaking, at the top edge, while the name beside the turn is out of view. For the eye alone: each turn has its
 * heading, and the footer tells which one it is.
 */
export function StickySpeaker() {
  const { view, turns, speakers, source } = useTranscript()
  const label = useRef<HTMLDivElement>(null)

  // Written without rendering: in a long scroll it changes with each frame.
  useEffect(() => {
    const { scroller } = view
    if (!scroller) return undefined
    let written: number | null | undefined
    /** Shows who speaks in a turn; of `null`, nobody. */
    const write = (index: number | null) => {
      const [name, time] = label.current?.children ?? []
      if (index === written || !label.current || !(name instanceof HTMLElement) || !time) return
      written = index
      const turn = index === null ? undefined : turns[index]
      const speaker = turn?.speakerId ? speakers.get(turn.speakerId) : undefined
      label.current.hidden = !speaker
      name.textContent = speaker?.name ?? ''
      name.lang = speaker ? languageOfBlock(speaker.name, source.language) : ''
      time.textContent = turn && turn.startTime !== null ? formatTime(turn.startTime) : ''
    }
    const follow = onceAFrame(() => {
      const placed = label.current
      if (!placed || !view.scroller) return null
      const block = view.document.blocks[view.topBlock()]
      if (!block) return null
      const top = scroller.getBoundingClientRect().top
      const turn = turns[block.turn]
      const isNamed = namesSpeaker(turns, block.turn) && block.opensTurn
      const isInView = isNamed && (textTop(view.blockElement(block.index)) ?? top) >= top
      const shown = isInView || turn?.speakerId === null ? null : block.turn
      // The next name pushes this one out.
      const { height } = placed.getBoundingClientRect()
      let push = 0
      for (let index = block.index + 1; index < view.document.blocks.length; index += 1) {
        const next = view.document.blocks[index]!
        const y = textTop(view.blockElement(index))
        if (y === null || y - top > height) break
        if (!next.opensTurn || !namesSpeaker(turns, next.turn)) continue
        push = Math.min(0, y - top - height)
        break
      }
      return () => {
        placed.style.translate = `0 ${push}px`
        write(shown)
      }
    })
    follow()
    scroller.addEventListener('scroll', follow, { passive: true })
    const stops = [view.window.subscribe(follow), view.folding.onFolded(follow)]
    return () => {
      scroller.removeEventListener('scroll', follow)
      for (const stop of stops) stop()
    }
  }, [view, turns, speakers, source.language])

  return (
    <div className={styles['sticky']} aria-hidden>
      <div ref={label} className={cx(styles['head'], styles['current'])} hidden>
        <span className={styles['speaker']} />
        <span className={styles['time']} />
      </div>
    </div>
  )
}

/** Where the first line of a block begins; `null` when it is not mounted. */
function textTop(block: HTMLElement | null): number | null {
  const text = block?.querySelector('[data-slate-string], [data-slate-zero-width]')
  return text ? text.getBoundingClientRect().top : null
}

/** Whether a turn has a name beside it: one that goes on after a pause has none. */
function namesSpeaker(turns: readonly { readonly speakerId: unknown }[], index: number): boolean {
  return index === 0 || turns[index]?.speakerId !== turns[index - 1]?.speakerId
}
