import { attempt, shell } from '../../api'
import { translate } from '../../i18n'
import { showToast } from '../../ui/toast'

/** Saves a copy of what is open where the user wants it, and says where it went. */
export function saveCopy(): void {
  void attempt(async () => {
    const copy = await shell.backupProject()
    if (copy) showToast({ kind: 'note', title: translate('commands:backedUp', { out: copy.out }) })
  })
}
