import { attempt, invoke, subscribe } from '../../api'
import { translate } from '../../i18n'
import { showToast } from '../../ui/toast'

/**
 * Runs a write and offers to take it back. The offer holds for this write alone: once something else was written,
 * undo would take back that instead.
 */
export async function withUndo(title: string, write: () => Promise<boolean>): Promise<boolean> {
  let changes = 0
  const stop = subscribe((event) => {
    if (event.kind === 'changed') changes += 1
  })
  const done = await write()
  if (!done) {
    stop()
    return false
  }
  showToast({
    kind: 'note',
    title,
    action: {
      label: translate('review:done.undo'),
      run: () => {
        stop()
        if (changes > 1) showToast({ kind: 'note', title: translate('review:done.undoLate') })
        else void attempt(() => invoke('project.undo', {}))
      },
    },
  })
  return true
}
