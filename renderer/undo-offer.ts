import { attempt, invoke, subscribe } from './api'
import { translate } from './i18n'
import { showToast } from './ui/toast'

/**
 * Runs a write and offers to take it back. The offer is withdrawn as soon as something else is written: undo would
 * then take back that instead. Gives whether the write was done.
 */
export async function withUndoOffer(title: string, write: () => Promise<unknown>, detail = ''): Promise<boolean> {
  let changes = 0
  let withdraw = () => {}
  const stop = subscribe((event) => {
    if (event.kind !== 'changed') return
    changes += 1
    // The first change is the write itself; its event may come before or after its answer.
    if (changes > 1) withdraw()
  })
  const done = await write().then(
    () => true,
    () => false,
  )
  if (!done || changes > 1) {
    stop()
    return done
  }
  withdraw = showToast({
    kind: 'note',
    title,
    detail,
    actions: [{ label: translate('common:undo'), run: () => void attempt(() => invoke('project.undo', {})) }],
    onClose: stop,
  })
  return true
}
