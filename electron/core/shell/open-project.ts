import type { Invoke } from '../../../shared/contract'
import type { ProjectInfo } from '../../../shared/domain/project'
import type { SalvageReport } from '../../../shared/domain/salvage'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { freePath, isBackup, restoreBackup } from '../store/backups'
import type { OfferedPaths } from './offered-paths'

/** How a window wants a project opened. */
export interface OpeningChoice {
  readonly readOnly?: boolean | undefined
  readonly takeOver?: boolean | undefined
}

/** Opens a project for a window. Of a rolling backup it opens a copy, unless only reading is asked for. */
export async function openProject(
  invoke: Invoke,
  { path, readOnly = false, takeOver = false }: OpeningChoice & { readonly path: string },
): Promise<ProjectInfo> {
  const place = !readOnly && isBackup(path) ? restoreBackup(path) : path
  return invoke('project.open', { path: place, readOnly, takeOver })
}

/** Salvages a project that failed to open, beside it: `Debate.verbatim` makes `Debate salvaged.verbatim`. */
export async function salvageOffered(invoke: Invoke, offered: OfferedPaths, path: string): Promise<SalvageReport> {
  if (!offered.has(path))
    throw new AppError('not-allowed', say('project-never-opened', { path }), { advice: say('choose-in-dialog') })
  const report = await invoke('project.salvage', { path, out: freePath(path, 'salvaged') })
  offered.add(report.path)
  return report
}
