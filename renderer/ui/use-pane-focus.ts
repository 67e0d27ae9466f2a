import { type RefObject, useEffect, useMemo } from 'react'

const FOCUSABLE =
  '[role="document"], input:not([type="hidden"]), textarea, select, button, a[href], [contenteditable="true"], [tabindex]'

/** Takes the focus from pane to pane. */
export interface PaneFocus {
  readonly next: () => void
  readonly previous: () => void
}

/**
 * Moves the focus among the innermost elements with `data-pane` in a container; a pane gives it to what had it last.
 * Escape in the pane `inspector`, where nothing else took it, leads back to the pane `page`.
 */
export function usePaneFocus(container: RefObject<HTMLElement | null>): PaneFocus {
  const focus = useMemo(() => createPaneFocus(() => container.current), [container])
  useEffect(() => {
    window.addEventListener('focusin', focus.onFocus)
    window.addEventListener('keydown', focus.onKey)
    return () => {
      window.removeEventListener('focusin', focus.onFocus)
      window.removeEventListener('keydown', focus.onKey)
    }
  }, [focus])
  return focus
}

function createPaneFocus(container: () => HTMLElement | null) {
  const last = new WeakMap<Element, HTMLElement>()
  const panes = () =>
    [...(container()?.querySelectorAll<HTMLElement>('[data-pane]') ?? [])].filter(
      (pane) => pane.querySelector('[data-pane]') === null,
    )
  const enter = (pane: HTMLElement): boolean => {
    const former = last.get(pane)
    const wanted = former && pane.contains(former) ? former : firstIn(pane)
    wanted?.focus()
    return wanted !== undefined
  }
  const step = (by: 1 | -1) => {
    const all = panes()
    const here = all.findIndex((pane) => pane.contains(document.activeElement))
    const start = here === -1 && by === -1 ? 0 : here
    for (let tried = 1; tried <= all.length; tried++) {
      const at = (start + by * tried + all.length * tried) % all.length
      const pane = all[at]
      if (pane && at !== here && enter(pane)) return
    }
  }
  return {
    next: () => step(1),
    previous: () => step(-1),
    onFocus: ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      const pane = target.closest('[data-pane]')
      if (pane) last.set(pane, target)
    },
    onKey: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      const here = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-pane]') : null
      if (here?.dataset['pane'] !== 'inspector') return
      const page = panes().find((pane) => pane.dataset['pane'] === 'page')
      if (page && enter(page)) event.preventDefault()
    },
  }
}

/** What the focus goes to first: the text where there is one. */
function firstIn(pane: HTMLElement): HTMLElement | undefined {
  const all = [...pane.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (one) => one.tabIndex >= 0 && one.getClientRects().length > 0,
  )
  return all.find((one) => one.getAttribute('role') === 'document') ?? all[0]
}
