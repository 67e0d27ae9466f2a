import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findDraft } from '../../../electron/core/store/correction-drafts'
import { getCoverage } from '../../../electron/core/store/coverage'
import { openDatabase } from '../../../electron/core/store/database'
import { listDismissedHints } from '../../../electron/core/store/dismissed-hints'
import { listTerms } from '../../../electron/core/store/glossary'
import { listPassages } from '../../../electron/core/store/passages'
import { listReviewRevisions } from '../../../electron/core/store/review-revisions'
import { listReviews } from '../../../electron/core/store/reviews'
import { listRefused } from '../../../electron/core/store/refused-suggestions'
import { listSavedSearches } from '../../../electron/core/store/saved-searches'
import { SCHEMA_VERSION } from '../../../electron/core/store/schema'
import { listSources } from '../../../electron/core/store/sources'
import { getFileReport, getText } from '../../../electron/core/store/transcripts'
import { inFolder } from '../../builders'

/** Projects as the program once wrote them: `<schema>.verbatim`. */
const databases = join(import.meta.dirname, '../../fixtures/databases')

const VERSIONS = readdirSync(databases).map((file) => Number(file.replace('.verbatim', '')))

it('has a project of every schema there was', () => {
  expect(VERSIONS.sort((a, b) => a - b)).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1))
})

it.each(VERSIONS)('opens a project of schema %i with all that is in it', (version) =>
  inFolder((folder) => {
    const path = join(folder, 'trees.verbatim')
    copyFileSync(join(databases, `${version}.verbatim`), path)
    const db = openDatabase(path, { readOnly: false })
    const [forest, tea, ...others] = listSources(db)
    expect(others).toEqual([])
    expect(forest).toMatchObject({
      title: 'Forest Hour',
      file: 'forest.txt',
      turns: 3,
      words: 18,
      cues: null,
      tier: 'core',
    })
    expect(tea).toMatchObject({ title: 'tea', file: 'tea.vtt', turns: 1, words: 5, cues: 2 })
    expect(forest?.speakers.map(({ name, affiliation }) => [name, affiliation])).toEqual([
      ['Ada Lund', 'Institute'],
      ['Host', null],
    ])
    expect(getText(db, tea!.id)).toBe('森林会说话。 真的吗?')
    expect(getFileReport(db, forest!.id)).toMatchObject({ format: 'text', chosen: { format: null, encoding: null } })
    expect(listPassages(db)).toMatchObject([
      { id: 'q1', text: 'traced the carbon … It went both ways.', tags: ['carbon'] },
    ])
    expect(listReviews(db)).toMatchObject([{ title: 'Trees' }])
    // What came with each schema.
    expect(tea?.media).toBe(version >= 2 ? 'tea.mp3' : null)
    expect(findDraft(db, forest!.id)?.edits.length).toBe(version >= 3 ? 1 : undefined)
    expect(listReviewRevisions(db, listReviews(db)[0]!.id)).toHaveLength(version >= 4 ? 1 : 0)
    expect(listReviewRevisions(db, listReviews(db)[0]!.id)[0]?.options).toEqual(
      version < 4 ? undefined : version < 7 ? {} : { obsidian: true },
    )
    expect(listTerms(db).map(({ term }) => term)).toEqual(version >= 5 ? ['carbon'] : [])
    expect(listDismissedHints(db, listReviews(db)[0]!.id).size).toBe(version >= 8 ? 1 : 0)
    expect(listSavedSearches(db).map((search) => [search.name, listRefused(db, search.id).size])).toEqual(
      version >= 9 ? [['Where carbon goes', 1]] : [],
    )
    expect(getCoverage(db, forest!.id)).toEqual({
      whole: { start: 0, end: getText(db, forest!.id).length },
      seen: version >= 10 ? [{ start: 0, end: 41 }] : [],
      claimed: version >= 10 ? [{ start: 39, end: 52 }] : [],
      seconds: version >= 10 ? 12.5 : 0,
    })
    expect(db.integrityProblems()).toEqual([])
    db.close()
    expect(existsSync(`${path}.before-version-${SCHEMA_VERSION}`)).toBe(version < SCHEMA_VERSION)
  }),
)
