import type { Invoke } from '../../../shared/contract'
import type { ProjectInfo } from '../../../shared/domain/project'
import type { SalvageReport } from '../../../shared/domain/salvage'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { freePath, isBackup, restoreBackup } from '../store/backups'
import type { OfferedPaths } from './offered-paths'

/** Opens a project for a window. Of a rolling backup it opens a copy, unless only reading is asked for. */
export function openProject(
  invoke: Invoke,
  { path, readOnly }: { readonly path: string; readonly readOnly: boolean },
): Promise<ProjectInfo> {
  return invoke('project.open', { path: !readOnly && isBackup(path) ? restoreBackup(path) : path, readOnly })
}

/** Salvages a project that failed to open, beside it: `Debate.verbatim` makes `Debate salvaged.verbatim`. */
export async function salvageOffered(invoke: Invoke, offered: OfferedPaths, path: string): Promise<SalvageReport> {
  if (!offered.has(path)) throw new AppError('not-allowed', say('project-never-opened', { path }))
  const report = await invoke('project.salvage', { path, out: freePath(path, 'salvaged') })
  offered.add(report.path)
  return report
}
