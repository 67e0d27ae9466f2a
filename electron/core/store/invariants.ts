import { UI_LANGUAGES } from '../../../shared/domain/language'
import { RELATION_KINDS, TRANSLATION_STATES } from '../../../shared/domain/passage'
import { CAMP_COLOURS, SECTION_KINDS } from '../../../shared/domain/review'
import { MARKED_EXTENTS } from '../../../shared/domain/saved-search'
import { SEARCH_SORTS } from '../../../shared/domain/search'
import { TIERS } from '../../../shared/domain/source'

/**
 * What must hold in every project beyond what its tables enforce by themselves: a file that another program wrote to
 * may break it. Each finds rows that do; the sentence says what they are.
 */
const RULES: readonly (readonly [problem: string, sql: string])[] = [
  ['it does not say what project it is', `SELECT 1 WHERE (SELECT count(*) FROM project) <> 1`],
  [
    // Turns and cues are by far the most rows, and one without a text is never read.
    'a row names something that is not there',
    `SELECT 1 FROM pragma_table_list AS listed JOIN pragma_foreign_key_check(listed.name)
     WHERE listed.schema = 'main' AND listed.type = 'table' AND listed.name NOT IN ('turn', 'cue')`,
  ],
  [
    // Bytes of UTF-8 are never fewer than code units of UTF-16, and are known without reading the text.
    'a turn lies outside of its text',
    `SELECT 1 FROM (SELECT transcript_id, min(min(start, "end" - start)) AS low, max("end") AS high FROM turn GROUP BY transcript_id)
       JOIN transcript ON transcript.id = transcript_id
     WHERE low < 0 OR high > octet_length(transcript.text)`,
  ],
  [
    'turns overlap',
    `SELECT 1 FROM turn JOIN turn AS next ON next.transcript_id = turn.transcript_id AND next.position = turn.position + 1
     WHERE next.start < turn."end"`,
  ],
  [
    'a cue lies outside of its text',
    `SELECT 1 FROM (SELECT transcript_id, min(min(start, "end" - start)) AS low, max("end") AS high FROM cue GROUP BY transcript_id)
       JOIN transcript ON transcript.id = transcript_id
     WHERE low < 0 OR high > octet_length(transcript.text)`,
  ],
  [
    'a passage lies outside of its text',
    `SELECT 1 FROM span JOIN passage ON passage.id = span.passage_id JOIN source ON source.id = passage.source_id
       JOIN transcript ON transcript.id = source.transcript_id
     WHERE span.start < 0 OR span."end" <= span.start OR span."end" > octet_length(transcript.text)`,
  ],
  [
    'what was read lies outside of its text',
    `SELECT 1 FROM (SELECT transcript_id, max("end") AS high FROM seen GROUP BY transcript_id
         UNION ALL SELECT transcript_id, "end" FROM read_claim JOIN source ON source.id = source_id)
       JOIN transcript ON transcript.id = transcript_id WHERE high > octet_length(transcript.text)`,
  ],
  [
    'a passage has no words',
    `SELECT 1 FROM passage WHERE NOT EXISTS (SELECT 1 FROM span WHERE span.passage_id = passage.id)`,
  ],
  [
    'sections of a review stand in a circle, or below a section of another review',
    `WITH RECURSIVE placed (id, review_id) AS (
       SELECT id, review_id FROM section WHERE parent_id IS NULL
       UNION SELECT section.id, section.review_id FROM section
         JOIN placed ON section.parent_id = placed.id AND section.review_id = placed.review_id
     )
     SELECT 1 FROM section WHERE id NOT IN (SELECT id FROM placed)`,
  ],
  [
    'texts of a source were made from each other in a circle',
    `WITH RECURSIVE made (id) AS (
       SELECT id FROM transcript WHERE predecessor IS NULL
       UNION SELECT transcript.id FROM transcript JOIN made ON transcript.predecessor = made.id
     )
     SELECT 1 FROM transcript WHERE id NOT IN (SELECT id FROM made)`,
  ],
  ...[
    ['review', 'aliases', 'array'],
    ['transcript', 'notes', 'array'],
    ['transcript', 'chosen', 'object'],
    ['transcript', 'edits', 'array'],
    ['correction_draft', 'edits', 'array'],
    ['review_snapshot', 'document', 'object'],
    ['saved_search', 'folds', 'object'],
    ['saved_search', 'filters', 'object'],
    ['seen_search', 'counts', 'object'],
  ].map(([table, column, type]): readonly [string, string] => [
    `${column} of a ${table} is no JSON ${type}`,
    `SELECT 1 FROM ${table} WHERE CASE WHEN json_valid(${column}) THEN json_type(${column}) <> '${type}'
       ELSE ${column} IS NOT NULL END`,
  ]),
  ...allowed('project', 'language', UI_LANGUAGES),
  ...allowed('source', 'tier', TIERS),
  ...allowed('translation', 'state', TRANSLATION_STATES),
  ...allowed('relation', 'kind', RELATION_KINDS),
  ...allowed('review', 'language', UI_LANGUAGES),
  ...allowed('section', 'kind', SECTION_KINDS),
  ...allowed('block', 'kind', ['prose', 'quote']),
  ...allowed('saved_search', 'sort', SEARCH_SORTS),
  ...allowed('saved_search', 'extent', MARKED_EXTENTS),
  [
    'a quote names no passage, or a text names one',
    `SELECT 1 FROM block WHERE (kind = 'quote') <> (passage_id IS NOT NULL)`,
  ],
  ['a camp has no colour of ours', `SELECT 1 FROM camp WHERE colour NOT BETWEEN 1 AND ${CAMP_COLOURS}`],
]

/** One of a few names of ours: put into the SQL as it is. */
function allowed(table: string, column: string, values: readonly string[]): [string, string][] {
  const names = values.map((value) => `'${value}'`).join(', ')
  return [
    [`${column} of a ${table} is none that Verbatim knows`, `SELECT 1 FROM ${table} WHERE ${column} NOT IN (${names})`],
  ]
}

/** Every sentence that `brokenRules` may give. */
export const RULE_PROBLEMS: readonly string[] = RULES.map(([problem]) => problem)

/** One sentence for each rule that a project of the newest schema breaks; `finds` says whether a query has a row. */
export function brokenRules(finds: (sql: string) => boolean): string[] {
  return RULES.filter(([, sql]) => finds(`${sql} LIMIT 1`)).map(([problem]) => problem)
}
