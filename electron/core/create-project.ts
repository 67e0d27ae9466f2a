import { createDatabase, type ProjectDatabase } from './store/database'
import { insertProject } from './store/project'

/** Makes and opens an empty project. Throws `project-exists` rather than touching a file that is there. */
export function createProject(path: string, project: Parameters<typeof insertProject>[1]): ProjectDatabase {
  const db = createDatabase(path)
  db.transaction((writable) => insertProject(writable, project))
  return db
}
