import { useEffect, useId, useLayoutEffect, useMemo, useState } from 'react'
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components'
import { Keys } from './keys'
import styles from './tooltip.module.css'

/** Milliseconds until a tooltip comes and goes; one that follows another within the last comes at once. */
const DELAY = 500
const CLOSE_DELAY = 80
const COOL_DOWN = 500

/** What a button or another thing that takes the focus is given to have a tooltip; `keys` in tinykeys syntax. */
export function tooltip(text: string, keys?: string) {
  return { 'data-tooltip': text, ...(keys !== undefined && { 'data-tooltip-keys': keys }) }
}

/**
 * Shows the tooltip of what the mouse rests on or the keyboard came to. It is one for all of the window: one for each
 * button would be more to render than the button.
 */
export function Tooltips() {
  const [target, setTarget] = useState<HTMLElement | null>(null)
  const shown = useMemo(() => new ShownTooltip(setTarget), [])
  const id = useId()
  const trigger = useMemo(() => ({ current: target }), [target])
  const state = useMemo(
    () => ({
      isOpen: true,
      shouldSkipAnimation: true,
      open: () => shown.keep(),
      close: (now?: boolean) => (now ? shown.close() : shown.leave()),
    }),
    [shown],
  )

  useEffect(() => shown.listen(), [shown])
  useLayoutEffect(() => (target ? describe(target, id) : undefined), [target, id])

  if (!target) return null
  const { tooltip: text, tooltipKeys: keys } = target.dataset
  return (
    <TooltipTriggerStateContext value={state}>
      <Tooltip className={styles['tooltip'] ?? ''} triggerRef={trigger} offset={6}>
        <span id={id} className={styles['said']}>
          <span>{text}</span>
          {keys !== undefined && <Keys keys={keys} />}
        </span>
      </Tooltip>
    </TooltipTriggerStateContext>
  )
}

/** Says that an element with the id describes `target`. Returns what takes that back. */
function describe(target: HTMLElement, id: string): () => void {
  const before = target.getAttribute('aria-describedby')
  target.setAttribute('aria-describedby', before === null ? id : `${before} ${id}`)
  return () => {
    if (before === null) target.removeAttribute('aria-describedby')
    else target.setAttribute('aria-describedby', before)
  }
}

/** Which element's tooltip is shown, from what the mouse and the keyboard do. */
class ShownTooltip {
  readonly #show: (target: HTMLElement | null) => void
  #target: HTMLElement | null = null
  #pointed: HTMLElement | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #closedAt = -Infinity

  constructor(show: (target: HTMLElement | null) => void) {
    this.#show = show
  }

  /** Returns what ends it. */
  listen(): () => void {
    const ending = new AbortController()
    const { signal } = ending
    document.addEventListener('pointerover', (event) => this.#point(event), { signal })
    document.documentElement.addEventListener('pointerleave', () => this.#pointAt(null), { signal })
    document.addEventListener('pointerdown', () => this.close(), { signal, capture: true })
    document.addEventListener('keydown', (event) => this.#press(event), { signal, capture: true })
    document.addEventListener('focusin', ({ target }) => this.#focus(target), { signal })
    document.addEventListener('focusout', () => this.close(), { signal })
    return () => {
      ending.abort()
      this.close()
    }
  }

  keep(): void {
    clearTimeout(this.#timer)
  }

  leave(): void {
    clearTimeout(this.#timer)
    if (this.#target) this.#timer = setTimeout(() => this.close(), CLOSE_DELAY)
  }

  close(): void {
    clearTimeout(this.#timer)
    if (!this.#target) return
    this.#target = null
    this.#closedAt = performance.now()
    this.#show(null)
  }

  #open(target: HTMLElement): void {
    clearTimeout(this.#timer)
    if (!target.isConnected) return
    this.#target = target
    this.#show(target)
  }

  #point({ target, pointerType }: PointerEvent): void {
    if (pointerType === 'touch') return
    // The mouse may go from the button onto the tooltip, to have it stay.
    const isOnTooltip = target instanceof Element && target.closest(`.${styles['tooltip']}`) !== null
    if (isOnTooltip) this.keep()
    this.#pointAt(isOnTooltip ? this.#target : withTooltip(target))
  }

  #pointAt(pointed: HTMLElement | null): void {
    if (pointed === this.#pointed) return
    this.#pointed = pointed
    if (!pointed) return this.leave()
    clearTimeout(this.#timer)
    if (pointed === this.#target) return
    if (this.#target || performance.now() - this.#closedAt < COOL_DOWN) return this.#open(pointed)
    this.#timer = setTimeout(() => this.#open(pointed), DELAY)
  }

  #focus(target: EventTarget | null): void {
    const focused = withTooltip(target)
    if (focused?.matches(':focus-visible')) this.#open(focused)
  }

  #press(event: KeyboardEvent): void {
    // It is the tooltip that is taken away then, not what lies below it.
    if (event.key === 'Escape' && this.#target) event.stopPropagation()
    this.close()
  }
}

function withTooltip(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null
}
