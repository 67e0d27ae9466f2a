import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SourceId } from '../shared/domain/ids'
import { TURN_SEPARATOR } from '../shared/domain/turn'
import { act } from '../electron/core/store/act'
import { createDatabase, type ProjectDatabase } from '../electron/core/store/database'
import { insertProject } from '../electron/core/store/project'
import { insertSource } from '../electron/core/store/sources'
import { sha256 } from '../electron/core/store/transcripts'

/** An empty folder that is gone when `use` ends. */
export async function inFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-test-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** An open, empty project in a folder. */
export function aProject(folder: string, file = 'test.verbatim'): ProjectDatabase {
  const db = createDatabase(join(folder, file))
  db.transaction((writable) => insertProject(writable, { title: 'Test', language: 'en' }))
  return db
}

/** What a turn of `aSource` says, who says it, and when, in seconds. */
export type Said = readonly [speaker: string | null, text: string, startTime?: number]

/** A stored source with these turns, one action in the project. */
export function aSource(
  db: ProjectDatabase,
  said: readonly Said[] = [
    ['Ada', 'The engine weaves patterns. It does not think.'],
    ['Bob', 'I am not so sure.'],
  ],
  { title = 'An interview', file = `${title}.txt` }: { readonly title?: string; readonly file?: string } = {},
): SourceId {
  let end = -TURN_SEPARATOR.length
  const turns = said.map(([speaker, text, startTime = null]) => {
    const start = end + TURN_SEPARATOR.length
    end = start + text.length
    return { speaker, start, end, startTime, endTime: null }
  })
  const text = said.map(([, words]) => words).join(TURN_SEPARATOR)
  const bytes = new TextEncoder().encode(text)
  return act(db, 'source.import', (writable) =>
    insertSource(writable, {
      title,
      language: 'en',
      date: null,
      tier: 'core',
      media: null,
      speakers: [],
      transcript: {
        text,
        format: 'text',
        encoding: 'utf-8',
        words: text.split(/\s+/).length,
        turns,
        cues: null,
        notes: [],
        chosen: { format: null, encoding: null },
        file: { name: file, sha256: sha256(bytes), bytes },
      },
    }),
  )
}
