import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import type { KnownProject } from '../../../shared/shell'
import { isProjectFile, PROJECT_EXTENSION, projectFileName } from '../../core/shell/project-file'

/** The one folder whose projects windows of the browser host may open and make. */
export class ProjectsFolder {
  readonly path: string

  constructor(path: string) {
    this.path = resolve(path)
  }

  /** The projects in it, last changed first. */
  async list(): Promise<KnownProject[]> {
    const entries = await readdir(this.path, { withFileTypes: true })
    const names = entries.filter((entry) => entry.isFile() && isProjectFile(entry.name)).map((entry) => entry.name)
    const projects = await Promise.all(
      names.map(async (name) => {
        const path = join(this.path, name)
        const { mtime } = await stat(path)
        return { path, name: name.slice(0, -PROJECT_EXTENSION.length), openedAt: mtime.toISOString() }
      }),
    )
    return projects.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1))
  }

  /** The path of a project named by its file name or its path; throws `not-allowed` for any other place. */
  resolve(name: string): string {
    const path = resolve(this.path, name)
    if (dirname(path) === this.path && isProjectFile(path) && !name.includes('\0')) return path
    throw new AppError('not-allowed', say('project-elsewhere', { file: basename(name) }), {
      advice: say('put-into-folder', { folder: this.path }),
      recovery: { kind: 'choose-another' },
    })
  }

  /** A path for a new project of this title, with a number when the name is taken. */
  async newPath(title: string): Promise<string> {
    const taken = new Set((await readdir(this.path)).map((name) => name.toLowerCase()))
    const file = projectFileName(title)
    const stem = file.slice(0, -PROJECT_EXTENSION.length)
    let name = file
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem} ${number}${PROJECT_EXTENSION}`
    return join(this.path, name)
  }
}
