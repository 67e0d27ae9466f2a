import type { UiLanguage } from '../../../shared/domain/language'
import type { ReadableDatabase, WritableDatabase } from './sql'

interface ProjectRow {
  readonly title: string
  readonly language: UiLanguage
}

/** Writes the one row that describes the project itself. */
export function insertProject(db: WritableDatabase, project: ProjectRow): void {
  db.run(
    'INSERT INTO project (id, title, language, created_at) VALUES (1, ?, ?, ?)',
    project.title,
    project.language,
    new Date().toISOString(),
  )
}

/** The project's title and language. */
export function getProject(db: ReadableDatabase): ProjectRow {
  const row = db.find<ProjectRow>('SELECT title, language FROM project WHERE id = 1')
  if (!row) throw new Error('the project has no row that describes it')
  return row
}

/** Changes the project's title or language. */
export function updateProject(
  db: WritableDatabase,
  change: { readonly title?: string | undefined; readonly language?: UiLanguage | undefined },
): void {
  if (change.title !== undefined) db.run('UPDATE project SET title = ? WHERE id = 1', change.title)
  if (change.language !== undefined) db.run('UPDATE project SET language = ? WHERE id = 1', change.language)
}
