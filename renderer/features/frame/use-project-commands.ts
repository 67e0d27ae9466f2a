import { useTranslation } from 'react-i18next'
import type { ProjectInfo } from '../../../shared/domain/project'
import { attempt, invoke, refreshShell, setProject, shell, useShell } from '../../api'
import { useCommands } from '../../ui/commands'
import { showToast } from '../../ui/toast'
import { saveCopy } from './save-copy'
import { useActionName } from './use-action-name'

/** What can be done to the project as a whole, from any screen. */
export function useProjectCommands(
  project: ProjectInfo,
  { onNew, onBackups }: { readonly onNew: () => void; readonly onBackups: () => void },
): void {
  const { t } = useTranslation('commands')
  const actionName = useActionName()
  const info = useShell('info').data

  const step = (method: 'project.undo' | 'project.redo') =>
    void attempt(async () => {
      const done = await invoke(method, {})
      if (!done) return
      const said = method === 'project.undo' ? 'undone' : 'redone'
      showToast({ kind: 'note', title: t(said, { action: actionName(done.action) }) })
    })
  const close = () =>
    void attempt(async () => {
      await shell.closeProject()
      setProject(null)
      await refreshShell()
    })

  const edit = t('group.edit')
  const group = t('group.project')
  useCommands([
    { id: 'project.new', title: t('project.new'), group, keys: '$mod+Alt+n', run: onNew },
    {
      id: 'project.open',
      title: t('project.open'),
      group,
      keys: '$mod+o',
      // In a browser the start screen lists what can be opened.
      run: () =>
        info?.host === 'browser'
          ? close()
          : void attempt(async () => {
              const opened = await shell.openProject({})
              if (opened) setProject(opened)
            }),
    },
    { id: 'project.close', title: t('project.close'), group, run: close },
    {
      id: 'project.backup',
      title: t('project.backup'),
      group,
      run: saveCopy,
    },
    { id: 'project.backups', title: t('project.backups'), group, run: onBackups },
    {
      id: 'edit.undo',
      title: t('edit.undo'),
      group: edit,
      keys: '$mod+z',
      enabled: project.undo !== null && !project.readOnly,
      run: () => step('project.undo'),
    },
    {
      id: 'edit.redo',
      title: t('edit.redo'),
      group: edit,
      keys: '$mod+Shift+z',
      moreKeys: ['$mod+y'],
      enabled: project.redo !== null && !project.readOnly,
      run: () => step('project.redo'),
    },
  ])
}
