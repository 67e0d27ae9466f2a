import { useCallback, useState } from 'react'
import { useIsNarrow } from './ui/use-is-narrow'
import { useRemembered } from './ui/use-remembered'

/** Which panes are shown beside the page. In a narrow window it is one at a time, over the page, and none at first. */
export function useSidePanes() {
  const isNarrow = useIsNarrow()
  const [hasList, setList] = useRemembered('pane.list', true)
  const [hasInspector, setInspector] = useRemembered('pane.inspector', true)
  const [over, setOver] = useState<'list' | 'inspector' | null>(null)
  return {
    showsList: isNarrow ? over === 'list' : hasList,
    showsInspector: isNarrow ? over === 'inspector' : hasInspector,
    setShowsList: isNarrow ? (shown: boolean) => setOver(shown ? 'list' : null) : setList,
    setShowsInspector: isNarrow ? (shown: boolean) => setOver(shown ? 'inspector' : null) : setInspector,
    /** Takes away what lies over the page. */
    uncover: useCallback(() => setOver(null), []),
  }
}
