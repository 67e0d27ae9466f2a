import { UI_LANGUAGES } from '../../../shared/domain/language'
import { TRANSLATION_STATES } from '../../../shared/domain/passage'
import { CAMP_COLOURS, CONFIDENCE_STEPS, SECTION_KINDS } from '../../../shared/domain/review'
import { MARKED_EXTENTS } from '../../../shared/domain/saved-search'
import { SEARCH_SORTS } from '../../../shared/domain/search'
import { TIERS } from '../../../shared/domain/source'
import type { SqlValue } from '../store/sql'
import type { DamagedRow } from './read-damaged'

/** Gives a value that Verbatim knows for one that it may not. */
type Mend = (value: SqlValue, row: DamagedRow) => SqlValue

const oneOf =
  (known: readonly string[], otherwise: string): Mend =>
  (value) =>
    known.includes(String(value)) ? value : otherwise

const json =
  (isOfShape: (parsed: unknown) => boolean, otherwise: SqlValue): Mend =>
  (value) => {
    if (value === null) return otherwise === null ? null : otherwise
    try {
      return isOfShape(JSON.parse(String(value))) ? value : otherwise
    } catch {
      return otherwise
    }
  }

const isObject = (parsed: unknown) => typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)

const within =
  (low: number, high: number, otherwise: SqlValue): Mend =>
  (value) =>
    value === null || (typeof value === 'number' && value >= low && value <= high) ? value : otherwise

const MENDS: Readonly<Record<string, Readonly<Record<string, Mend>>>> = {
  project: { language: oneOf(UI_LANGUAGES, 'en') },
  source: { tier: oneOf(TIERS, 'other') },
  transcript: {
    notes: json(Array.isArray, '[]'),
    chosen: json(isObject, '{"format":null,"encoding":null}'),
    edits: json(Array.isArray, null),
    kind: oneOf(['import', 'correction', 'restore', 'reading'], 'import'),
  },
  passage: { attributed: within(0, 1, 1) },
  span: {
    end: (value, { start, quote }) =>
      typeof value === 'number' && value > Number(start) ? value : Number(start) + Math.max(1, String(quote).length),
  },
  correction_draft: { edits: json(Array.isArray, '[]') },
  translation: { state: oneOf(TRANSLATION_STATES, 'draft') },
  review: { language: oneOf(UI_LANGUAGES, 'en'), aliases: json(Array.isArray, '[]') },
  section: { kind: oneOf(SECTION_KINDS, 'free') },
  camp: { colour: within(1, CAMP_COLOURS, 1) },
  review_revision: { options: json(isObject, '{}') },
  block: {
    kind: (_, row) => (row['passage_id'] === null ? 'prose' : 'quote'),
  },
  saved_search: {
    folds: json(isObject, '{}'),
    filters: json(isObject, '{}'),
    sort: oneOf(SEARCH_SORTS, 'text'),
    descending: within(0, 1, 0),
    extent: oneOf(MARKED_EXTENTS, 'hit'),
  },
  seen_search: { counts: json(isObject, null) },
  my_view: { confidence: within(1, CONFIDENCE_STEPS, null) },
}

/** A row with values that its table takes; `mended` counts those that are others than they were. */
export function mendRow(table: string, row: DamagedRow): { readonly row: DamagedRow; readonly mended: number } {
  const mends = MENDS[table] ?? {}
  let mended = 0
  const next = { ...row }
  for (const [column, mend] of Object.entries(mends)) {
    if (!(column in row)) continue
    const value = mend(row[column]!, row)
    if (value !== row[column]) mended += 1
    next[column] = value
  }
  return { row: next, mended }
}
