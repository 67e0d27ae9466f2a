import { z } from 'zod'
import type { KnownProject } from '../../shared/shell'
import { readJsonFile, writeJsonFile } from '../core/shell/json-file'

const MAX_RECENT = 20

const recentSchema = z.array(z.object({ path: z.string().min(1), name: z.string(), openedAt: z.string().nullable() }))

/** The projects that were opened on this machine, newest first, kept in a file. */
export class RecentProjects {
  readonly #file: string
  #projects: readonly KnownProject[]

  private constructor(file: string, projects: readonly KnownProject[]) {
    this.#file = file
    this.#projects = projects
  }

  static async read(file: string): Promise<RecentProjects> {
    return new RecentProjects(file, await readJsonFile(file, recentSchema, []))
  }

  list(): readonly KnownProject[] {
    return this.#projects
  }

  has(path: string): boolean {
    return this.#projects.some((project) => project.path === path)
  }

  /** Puts a project first; the oldest beyond twenty is forgotten. */
  async add(path: string, name: string, now: Date): Promise<void> {
    const others = this.#projects.filter((project) => project.path !== path)
    await this.#save([{ path, name, openedAt: now.toISOString() }, ...others].slice(0, MAX_RECENT))
  }

  async forget(path: string): Promise<void> {
    await this.#save(this.#projects.filter((project) => project.path !== path))
  }

  async clear(): Promise<void> {
    await this.#save([])
  }

  async #save(projects: readonly KnownProject[]): Promise<void> {
    this.#projects = projects
    await writeJsonFile(this.#file, projects)
  }
}
