import type { Invoke } from '../../../shared/contract'
import type { ProjectInfo } from '../../../shared/domain/project'
import { isBackup, restoreBackup } from '../store/backups'

/** Opens a project for a window. Of a rolling backup it opens a copy, unless only reading is asked for. */
export function openProject(
  invoke: Invoke,
  { path, readOnly }: { readonly path: string; readonly readOnly: boolean },
): Promise<ProjectInfo> {
  return invoke('project.open', { path: !readOnly && isBackup(path) ? restoreBackup(path) : path, readOnly })
}
