import { useSyncExternalStore } from 'react'
import type { SpeakerId } from '../../../shared/domain/ids'
import type { Folding } from './document/folding'

/** Whose turns are folded. */
export function useFolded(folding: Folding): ReadonlySet<SpeakerId> {
  return useSyncExternalStore(folding.subscribe, () => folding.speakers)
}
