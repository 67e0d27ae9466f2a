import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../electron/core/store/database'
import { listPassages } from '../../../electron/core/store/passages'
import { listReviews } from '../../../electron/core/store/reviews'
import { SCHEMA_VERSION } from '../../../electron/core/store/schema'
import { listSources } from '../../../electron/core/store/sources'
import { getFileReport, getText } from '../../../electron/core/store/transcripts'
import { inFolder } from '../../builders'

/** Projects as the program once wrote them: `<schema>.verbatim`. */
const databases = join(import.meta.dirname, '../../fixtures/databases')

it('opens a project of schema 1 with all that is in it, and keeps a copy of it as it was', () =>
  inFolder((folder) => {
    const path = join(folder, 'trees.verbatim')
    copyFileSync(join(databases, '1.verbatim'), path)
    const db = openDatabase(path, { readOnly: false })
    const sources = listSources(db)
    expect(sources).toMatchObject([
      { title: 'Forest Hour', file: 'forest.txt', turns: 3, words: 18, cues: null, media: null, tier: 'core' },
      { title: 'tea', file: 'tea.vtt', turns: 1, words: 5, cues: 2, media: null },
    ])
    expect(sources[0]?.speakers.map(({ name, affiliation }) => [name, affiliation])).toEqual([
      ['Ada Lund', 'Institute'],
      ['Host', null],
    ])
    expect(getText(db, sources[1]!.id)).toBe('森林会说话。 真的吗?')
    expect(getFileReport(db, sources[0]!.id)).toMatchObject({
      format: 'text',
      chosen: { format: null, encoding: null },
    })
    expect(listPassages(db)).toMatchObject([
      { id: 'q1', text: 'traced the carbon … It went both ways.', tags: ['carbon'] },
    ])
    expect(listReviews(db)).toMatchObject([{ title: 'Trees' }])
    expect(db.integrityProblems()).toEqual([])
    db.close()
    expect(existsSync(`${path}.before-version-${SCHEMA_VERSION}`)).toBe(true)
  }))
