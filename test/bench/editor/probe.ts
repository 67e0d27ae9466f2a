/** What the page itself measures, the same in each subject. */
export interface Probe {
  /** Waits for the next event of a kind, and from it until the page shows what is waited for and painted it. */
  arm(event: 'keydown' | 'mousedown', until: ProbeEnd): void
  /** The same, from now on. */
  start(until: ProbeEnd): void
  result(): Promise<ProbeTimes>
  /** Drags through the whole text, one step a frame. */
  drag(frames: number): Promise<DragFrames>
  hasText(): boolean
  scroller(): HTMLElement | null
}

/** `text`: the viewport shows text; `jumped`: it does elsewhere; `marked`, `unmarked`, `recoloured`, `typed`: so it is drawn. */
export type ProbeEnd = 'text' | 'jumped' | 'marked' | 'unmarked' | 'recoloured' | 'typed'

export interface ProbeTimes {
  /** Milliseconds until it was painted. */
  readonly painted: number
  /** Milliseconds until the page answered within 50 ms again. */
  readonly responsive: number
  /** Milliseconds until the first call to the core since then was answered; `null` when there was none. */
  readonly answered: number | null
}

export interface DragFrames {
  readonly frames: number
  readonly dropped: number
  /** Frames that showed no text at all, and those that lacked it in a part. */
  readonly blank: number
  readonly partly: number
}

/** Runs in the page before its own scripts. It must not use anything from outside of itself. */
export function installProbe(): void {
  const TEXT = '[data-slate-editor], .cm-content, .ProseMirror'
  const scroller = () => {
    let element = document.querySelector<HTMLElement>(TEXT)
    while (element && !/auto|scroll/.test(getComputedStyle(element).overflowY)) element = element.parentElement
    return element
  }
  /** Which of some places over the height of the viewport have text nearby, as a share. */
  const textShare = () => {
    const view = scroller()
    const text = document.querySelector(TEXT)
    if (!view || !text) return 0
    const bounds = view.getBoundingClientRect()
    const column = text.getBoundingClientRect()
    const x = Math.max(bounds.left, column.left) + Math.min(bounds.width, column.width) / 2
    let seen = 0
    const places = 5
    for (let place = 0; place < places; place += 1) {
      const y = bounds.top + ((place + 0.5) / places) * bounds.height
      const at = document.caretRangeFromPoint(x, y)
      const rect = at?.startContainer instanceof Text && text.contains(at.startContainer) && at.getBoundingClientRect()
      if (rect && rect.height > 0 && Math.abs(rect.top + rect.height / 2 - y) < 70) seen += 1
    }
    return seen / places
  }
  /** How much of passages is drawn; under as many others as the app tells apart, a further one is drawn as deep. */
  const drawn = () => {
    let count = document.querySelectorAll('[data-new]').length
    for (const [name, highlight] of CSS.highlights ?? []) if (/^passage-(?:\d|deep)/.test(name)) count += highlight.size
    return count
  }
  /** What tells a camp's colour apart: of the app the names of what is drawn, of a peer the first passage's style. */
  const colours = () => {
    const names = [...(CSS.highlights ?? [])].filter(([name, { size }]) => /^passage-\d/.test(name) && size > 0)
    const mark = document.querySelector('.mark.camp-1')
    const sheets = document.adoptedStyleSheets.map((sheet) => sheet.cssRules[0]?.cssText ?? '').join()
    return `${names
      .map(([name]) => name)
      .sort()
      .join()} ${mark ? getComputedStyle(mark).backgroundColor : ''} ${sheets}`
  }
  const ends: Record<ProbeEnd, () => () => boolean> = {
    text: () => () => textShare() >= 0.5,
    jumped: () => {
      const before = scroller()?.scrollTop
      return () => scroller()?.scrollTop !== before && textShare() >= 0.5
    },
    marked: () => {
      const before = drawn()
      return () => drawn() > before
    },
    unmarked: () => {
      const before = drawn()
      return () => drawn() < before
    },
    recoloured: () => {
      const before = colours()
      return () => colours() !== before
    },
    typed: () => {
      const lengthOf = () => getSelection()?.focusNode?.textContent?.length
      const before = lengthOf()
      return () => lengthOf() !== before
    },
  }
  const afterPaint = (run: () => void) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      run()
    })
    port1.start()
    port2.postMessage(null)
  }

  let result: Promise<ProbeTimes> = Promise.resolve({ painted: 0, responsive: 0, answered: null })
  const begin = (started: Promise<number>, isDone: () => boolean) => {
    let answered: number | null = null
    result = started.then(
      (start) =>
        new Promise((resolve) => {
          const calls = new PerformanceObserver((list) => {
            const first = list
              .getEntries()
              .find(({ name, startTime }) => name.endsWith('/api/invoke') && startTime >= start)
            if (first && answered === null) answered = (first as PerformanceResourceTiming).responseEnd - start
          })
          calls.observe({ type: 'resource' })
          const settle = (painted: number) => {
            let last = performance.now()
            let responsive = painted
            const watch = () => {
              const now = performance.now()
              if (now - last > 50) responsive = now
              last = now
              if (now - painted - start < 400 || now - responsive < 200) return requestAnimationFrame(watch)
              calls.disconnect()
              return resolve({
                painted,
                responsive: responsive > start ? Math.max(painted, responsive - start) : painted,
                answered,
              })
            }
            requestAnimationFrame(watch)
          }
          const look = () => {
            if (isDone()) afterPaint(() => settle(performance.now() - start))
            else requestAnimationFrame(look)
          }
          requestAnimationFrame(look)
        }),
    )
  }

  const probe: Probe = {
    arm(event, until) {
      const isDone = ends[until]()
      const started = new Promise<number>((resolve) => {
        window.addEventListener(event, ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true })
      })
      begin(started, isDone)
    },
    start(until) {
      begin(Promise.resolve(performance.now()), ends[until]())
    },
    result: () => result,
    drag: (frames) =>
      new Promise((resolve) => {
        const view = scroller()!
        const height = view.scrollHeight - view.clientHeight
        let [step, dropped, blank, partly, last] = [0, 0, 0, 0, 0]
        const frame = (now: number) => {
          if (step > 0) {
            dropped += Math.max(0, Math.round((now - last) / (1000 / 60)) - 1)
            const share = textShare()
            if (share === 0) blank += 1
            else if (share < 0.7) partly += 1
          }
          last = now
          if (step === frames) return resolve({ frames, dropped, blank, partly })
          step += 1
          // As from the mouse: scrolled between two frames, heard of at the beginning of the next one.
          afterPaint(() => {
            view.scrollTop = (step / frames) * height
          })
          return requestAnimationFrame(frame)
        }
        view.scrollTop = 0
        requestAnimationFrame(() => requestAnimationFrame(frame))
      }),
    hasText: () => textShare() >= 0.5,
    scroller,
  }
  Object.assign(window, { probe })
}
