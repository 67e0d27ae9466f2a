import { useSyncExternalStore } from 'react'

/** Where two panes beside the page leave it too little room: as in a window at 200 % zoom. */
const narrow = matchMedia('(max-width: 50rem)')

/** Whether the window is too narrow for panes side by side. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches)
}

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}
