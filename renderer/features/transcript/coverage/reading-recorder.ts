import { useEffect, useRef } from 'react'
import type { Output } from '../../../../shared/contract'
import type { RevisionId, SourceId } from '../../../../shared/domain/ids'
import { holds } from '../../../../shared/domain/range-set'
import type { TextRange } from '../../../../shared/domain/span'
import { AppError } from '../../../../shared/errors'
import { invoke, queryClient, reportError, subscribe, useIsReadOnly, useShell } from '../../../api'
import { useOnLeaving } from '../../../use-on-leaving'
import { useTranscript } from '../transcript-context'
import { PartsInView } from './parts-in-view'
import { emptied, look, startClock } from './reading-clock'
import type { ReadingPart } from './reading-parts'

const TICK_MS = 1000
/** What was read is kept at most this often while it is being read, and at once when the reader goes elsewhere. */
const KEEP_MS = 8000

const INPUTS = ['pointerdown', 'pointermove', 'wheel', 'keydown', 'touchmove'] as const

/** Where no transcript is being read. What is made within the effect would hold on to the last one's text. */
const keepNothing = async (): Promise<void> => {}
const setNothingAside = (_: readonly TextRange[] | null): void => {}
/** Of the transcript that is being read. */
let keepNoted = keepNothing
let setAside = setNothingAside

/**
 * Runs what marks text as unread, of all of it without ranges. What was seen before counts as seen before, and what
 * stays in view meanwhile is not read again until the reader comes back to it.
 */
export async function markingUnread(ranges: readonly TextRange[] | null, mark: () => Promise<unknown>): Promise<void> {
  setAside(ranges)
  await keepNoted()
  await mark()
}

/**
 * Notes what is read of the transcript while it is in view. Nothing is rendered for it, and the page is measured at
 * most once a second, when something moved.
 */
export function ReadingRecorder({ revision }: { readonly revision: RevisionId }): null {
  const { view, source } = useTranscript()
  const isRecording = useShell('settings').data?.recordsReading ?? false
  const readOnly = useIsReadOnly() ?? true
  const isOn = isRecording && !readOnly
  const keepNow = useRef(() => {})
  useOnLeaving(() => keepNow.current())

  useEffect(() => {
    const { scroller } = view
    if (!isOn || !scroller) return undefined
    const parts = new PartsInView(view)
    let inView: ReadingPart[] = []
    const aside = new Set<number>()
    let hasMoved = true
    let inputAt = performance.now()
    let clock = startClock(inputAt)
    let keptAt = inputAt
    let wasWatched = false
    let hasFailed = false

    const noteMove = () => {
      hasMoved = true
    }
    const noteInput = () => {
      inputAt = performance.now()
    }
    const noteScroll = () => {
      noteMove()
      noteInput()
    }
    const keep = async () => {
      const { done, seconds } = clock
      if (done.length === 0 && seconds < 1) return
      clock = emptied(clock)
      keptAt = clock.at
      await record(source.id, { revision, ranges: done, seconds }).catch((error: unknown) => {
        // It is tried again with what is read next, and told once.
        clock = { ...clock, done: [...done, ...clock.done], seconds: seconds + clock.seconds }
        // The project was closed while this was on its way.
        const isGone = error instanceof AppError && (error.code === 'no-project' || error.code === 'not-found')
        if (!hasFailed && !isGone) reportError(error)
        hasFailed = true
      })
    }
    const tick = () => {
      const isWatched = document.hasFocus() && document.visibilityState === 'visible' && !isCovered(scroller)
      if (isWatched && hasMoved) {
        inView = parts.read()
        hasMoved = false
        const still = new Set(inView.map(({ start }) => start))
        for (const start of aside) if (!still.has(start)) aside.delete(start)
      }
      const seen = queryClient.getQueryData<Output<'coverage.get'>>(['coverage.get', { id: source.id }])?.seen ?? []
      const isSeen = (part: ReadingPart) => aside.has(part.start) || holds(seen, part)
      clock = look(clock, { at: performance.now(), inputAt, isWatched, view: inView, isSeen })
      const isLeaving = wasWatched && !isWatched
      wasWatched = isWatched
      if (isLeaving || (clock.done.length > 0 && clock.at - keptAt >= KEEP_MS)) void keep()
    }
    const leave = () => void keep()
    keepNow.current = leave
    keepNoted = keep
    setAside = (ranges) => {
      for (const { start, end } of inView)
        if (ranges === null || ranges.some((range) => range.start < end && start < range.end)) aside.add(start)
    }
    const timer = setInterval(tick, TICK_MS)
    scroller.addEventListener('scroll', noteScroll, { passive: true })
    window.addEventListener('resize', noteMove)
    window.addEventListener('blur', leave)
    for (const input of INPUTS) window.addEventListener(input, noteInput, { passive: true, capture: true })
    const forget = subscribe((event) => {
      if (event.kind === 'changed' && event.action === 'coverage.forget') clock = startClock(performance.now())
    })
    const stops = [view.window.subscribe(noteMove), view.folding.onFolded(noteMove), forget]
    return () => {
      leave()
      keepNow.current = () => {}
      keepNoted = keepNothing
      setAside = setNothingAside
      clearInterval(timer)
      scroller.removeEventListener('scroll', noteScroll)
      window.removeEventListener('resize', noteMove)
      window.removeEventListener('blur', leave)
      for (const input of INPUTS) window.removeEventListener(input, noteInput, { capture: true })
      for (const stop of stops) stop()
    }
  }, [isOn, view, source.id, revision])
  return null
}

async function record(
  id: SourceId,
  sighting: { revision: RevisionId; ranges: readonly TextRange[]; seconds: number },
): Promise<void> {
  const coverage = await invoke('coverage.record', { id, ...sighting, ranges: [...sighting.ranges] })
  if (coverage) queryClient.setQueryData(['coverage.get', { id }], coverage)
  void queryClient.invalidateQueries({ queryKey: ['coverage.list'] })
}

/** Whether a dialog stands before the page: what is behind it cannot be reached. */
function isCovered(element: Element): boolean {
  return element.closest('[aria-hidden="true"], [inert]') !== null
}
