// Projects that somebody edited with another program: each is refused with what is wrong and a way back, or is read.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { createCore } from '../../../electron/core/services'
import { checkProject } from '../../../electron/core/doctor/check-project'
import { salvageProject } from '../../../electron/core/salvage/salvage-project'
import { act } from '../../../electron/core/store/act'
import { listBackups } from '../../../electron/core/store/backups'
import { openDatabase } from '../../../electron/core/store/database'
import { RULE_PROBLEMS } from '../../../electron/core/store/invariants'
import { insertPassage, listPassages, setTranslation } from '../../../electron/core/store/passages'
import { insertRelation } from '../../../electron/core/store/relations'
import { listSources } from '../../../electron/core/store/sources'
import { getText } from '../../../electron/core/store/transcripts'
import { startReview } from '../../../electron/core/start-review'
import { aProject, aSource, inFolder } from '../../builders'

/** What was done to the file, in SQL, and what the refusal says of it. */
const BREAKS: readonly (readonly [what: string, sql: string, says: RegExp])[] = [
  ['overlapping turns', `UPDATE turn SET start = 3 WHERE position = 1`, /turns overlap/],
  ['a turn beyond its text', `UPDATE turn SET "end" = 9007199254740993 WHERE position = 1`, /turn lies outside/],
  ['a turn before its text', `UPDATE turn SET start = -9223372036854775808 WHERE position = 0`, /turn lies outside/],
  ['a span beyond its text', `UPDATE span SET "end" = 4000000000`, /passage lies outside/],
  ['a span before its text', `UPDATE span SET start = -5`, /passage lies outside/],
  ['a span of no text', `UPDATE span SET "end" = start`, /passage lies outside/],
  [
    'text read beyond its end',
    `INSERT INTO read_claim SELECT id, 0, 4000000000, 1, 0 FROM source`,
    /what was read lies outside/,
  ],
  ['a passage without spans', `DELETE FROM span`, /passage has no words/],
  ['a passage of no source', `DELETE FROM source`, /not there/],
  ['a quote of no passage', `UPDATE block SET passage_id = 'nobody', kind = 'quote'`, /not there/],
  ['a section below itself', `UPDATE section SET parent_id = id`, /circle/],
  [
    'a text made from itself',
    `UPDATE transcript SET predecessor = id`,
    /texts of a source were made from each other in a circle/,
  ],
  ['bad JSON', `UPDATE review SET aliases = '["half'`, /aliases of a review is no JSON/],
  ['JSON of another shape', `UPDATE review SET aliases = '{"a":1}'`, /aliases of a review is no JSON array/],
  ['an unknown kind', `UPDATE block SET kind = 'script'`, /kind of a block/],
  ['a section of an unknown kind', `UPDATE section SET kind = 'script'`, /kind of a section/],
  ['notes that are no list', `UPDATE transcript SET notes = '7'`, /notes of a transcript/],
  ['choices that are no object', `UPDATE transcript SET chosen = '[]'`, /chosen of a transcript/],
  ['edits that are none', `UPDATE transcript SET edits = '{'`, /edits of a transcript/],
  ['a draft of no edits', `UPDATE correction_draft SET edits = '1'`, /edits of a correction_draft/],
  ['a kept page that is none', `UPDATE review_snapshot SET document = '[]'`, /document of a review_snapshot/],
  ['filters that are none', `UPDATE saved_search SET filters = '[]'`, /filters of a saved_search/],
  ['folds that are none', `UPDATE saved_search SET folds = '{'`, /folds of a saved_search/],
  ['an order of no name', `UPDATE saved_search SET sort = 'best'`, /sort of a saved_search/],
  ['an extent of no name', `UPDATE saved_search SET extent = 'page'`, /extent of a saved_search/],
  ['counts that are none', `UPDATE seen_search SET counts = '7'`, /counts of a seen_search/],
  ['a cue beyond its text', `UPDATE cue SET "end" = 4000000000`, /cue lies outside/],
  ['a project in no language of ours', `UPDATE project SET language = 'xx'`, /language of a project/],
  ['a source of no tier', `UPDATE source SET tier = 'best'`, /tier of a source/],
  ['a translation in no state', `UPDATE translation SET state = ''`, /state of a translation/],
  ['a relation of no kind', `UPDATE relation SET kind = 'hates'`, /kind of a relation/],
  ['a review in no language of ours', `UPDATE review SET language = 'xx'`, /language of a review/],
  ['a camp without a colour', `UPDATE camp SET colour = 99`, /camp has no colour/],
  ['a text that names a passage', `UPDATE block SET passage_id = (SELECT id FROM passage)`, /quote names no passage/],
  ['no project', `DELETE FROM project`, /what project it is/],
  ['a trigger', `CREATE TRIGGER t AFTER UPDATE ON project BEGIN DELETE FROM passage; END`, /trigger t/],
  ['a view', `CREATE VIEW v AS SELECT 1`, /view v/],
  ['a view in place of a table', `DROP TABLE tag; CREATE VIEW tag AS SELECT 'x' AS tag`, /view tag/],
  ['a missing table', `DROP TABLE relation`, /table relation is missing/],
  [
    'a column of another name',
    `ALTER TABLE tag RENAME COLUMN tag TO label`,
    /column label of tag.*column tag of tag is missing/,
  ],
]

it('breaks every rule that a project is checked by', () => {
  const told = BREAKS.map(([, , says]) => says)
  expect(RULE_PROBLEMS.filter((problem) => !told.some((says) => says.test(problem)))).toEqual([])
})

it.each(BREAKS)(
  'refuses %s, offers the backup, and salvages all that has its place, from the file as it is',
  (_, sql, says) =>
    inFolder(async (folder) => {
      const path = makeProject(folder)
      breakIt(path, sql)
      const before = readFileSync(path)

      const core = createCore()
      const answer = await core.invoke('host', 'project.open', { path })
      expect(answer).toMatchObject({
        ok: false,
        error: {
          code: 'project-damaged',
          recovery: { kind: 'open-backup', path: listBackups(path)[0], project: path },
        },
      })
      expect(answer.ok || answer.error.message).toMatch(says)
      expect(checkProject(path).problems.join('\n')).toMatch(says)
      core.close()

      const { path: out, saved, lost } = salvageProject(path, join(folder, 'new.verbatim'))
      expect(readFileSync(path)).toEqual(before)
      const db = openDatabase(out, { readOnly: false, backsUp: false })
      expect(db.integrityProblems()).toEqual([])
      expect(saved).toMatchObject({ source: 1, review: 1 })
      expect(getText(db, listSources(db)[0]!.id)).toContain('The engine weaves patterns.')
      // The words of each passage are there, as a passage or in the report.
      const words = [...listPassages(db).map(({ text }) => text), ...lost.map(({ label }) => label)].sort()
      const isTold = ['I am not so', 'The engine'].every((quote) => words.includes(quote))
      expect({ count: words.length, isTold }).toEqual({ count: 2, isTold: sql !== 'DELETE FROM span' })
      db.close()
    }),
)

it.each([
  [
    'a text that is not the one that was imported',
    `UPDATE transcript SET text = replace(text, 'patterns', 'nothing!')`,
  ],
  ['another hash', `UPDATE transcript SET text_sha256 = 'x'`],
])('reads a project with %s, and says so when it is checked', (_, sql) =>
  inFolder((folder) => {
    const path = makeProject(folder)
    breakIt(path, sql)
    openDatabase(path, { readOnly: false }).close()
    expect(checkProject(path).problems).toEqual(['the text of An interview is not the text that was imported'])
  }),
)

/** A project with some of everything, and a backup of it. */
function makeProject(folder: string): string {
  const db = aProject(folder)
  const sourceId = aSource(db)
  act(db, 'setup', (w) => {
    const first = insertPassage(w, { sourceId, ranges: [{ start: 0, end: 10 }] })
    const second = insertPassage(w, { sourceId, ranges: [{ start: 48, end: 59 }] })
    setTranslation(w, first, { language: 'de', text: 'Die Maschine', state: 'done' })
    insertRelation(w, first, second, 'supports')
    w.run(`INSERT INTO cue SELECT transcript_id, 0, 0, 10, 0, 1 FROM source`)
    w.run(`INSERT INTO correction_draft SELECT transcript_id, '[]', '2026-06-11' FROM source`)
    w.run(`INSERT INTO review_snapshot VALUES ('hash', '{}')`)
    w.run(`INSERT INTO saved_search VALUES ('s', 0, 'Engines', 'engine', '{}', '{}', 'text', 0, NULL, NULL, 'hit')`)
    w.run(`INSERT INTO seen_search VALUES ('s', 1, '{}')`)
    const review = startReview(w, { title: 'Topic', language: 'en', starter: true })
    w.run(
      `INSERT INTO block (id, section_id, position, kind, text) SELECT 'b', id, 0, 'prose', 'text' FROM section
       WHERE review_id = ? LIMIT 1`,
      review,
    )
  })
  db.close()
  openDatabase(db.path, { readOnly: false }).close()
  return db.path
}

function breakIt(path: string, sql: string): void {
  const sqlite = new Sqlite(path)
  sqlite.pragma('foreign_keys = OFF')
  sqlite.pragma('ignore_check_constraints = ON')
  sqlite.exec(sql)
  sqlite.pragma('journal_mode = DELETE')
  sqlite.close()
}
