import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ProjectDatabase } from '../../electron/core/store/database'
import type { SourceId } from '../../shared/domain/ids'
import { aProject, aSource, type Said } from '../builders'

/** An empty project in a folder of its own; both are gone when the test ends. */
export function temporaryProject(): ProjectDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-test-'))
  const db = aProject(folder)
  onTestFinished(() => {
    db.close()
    rmSync(folder, { recursive: true })
  })
  return db
}

/** Puts a transcript into a project. Each line is a turn: `Name: what they say`, or only what is said. */
export function withSource(db: ProjectDatabase, file: string, lines: readonly string[], title = file): SourceId {
  const said = lines.map((line): Said => {
    const [, speaker = null, text = ''] = /^(?:([\p{L}\d ]{1,20}): )?([^]*)$/u.exec(line) ?? []
    return [speaker, text]
  })
  return aSource(db, said, { title, file })
}
