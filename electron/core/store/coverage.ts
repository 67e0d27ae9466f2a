import { rangeCarrier } from '../../../shared/anchoring/edits'
import { lineEdits } from '../../../shared/anchoring/line-edits'
import {
  claim,
  coverageOf,
  summarize,
  type Coverage,
  type CoverageSummary,
  type ReadClaim,
  type SeenRange,
} from '../../../shared/domain/coverage'
import type { RevisionId, SourceId } from '../../../shared/domain/ids'
import { overWhiteSpace } from '../../../shared/domain/range-set'
import { mergeRanges, type TextRange } from '../../../shared/domain/span'
import { notFound } from './not-found'
import { editsBetween, textOf } from './revisions'
import type { ReadableDatabase, WritableDatabase } from './sql'
import { getRevisionId, getTextAgain } from './transcripts'

/** How much of a source was read. Throws `not-found`. */
export function getCoverage(db: ReadableDatabase, source: SourceId): Coverage {
  const revision = getRevisionId(db, source)
  return coverageOf(
    extentOf(db, revision),
    seenOf(db, revision),
    listClaims(db, source),
    db.find<{ seconds: number }>('SELECT seconds FROM view_time WHERE transcript_id = ?', revision)?.seconds ?? 0,
  )
}

interface OfSource {
  readonly id: SourceId
}

/** How much was read of every source of which anything was, or was in view. */
export function listCoverage(db: ReadableDatabase): CoverageSummary[] {
  // All of a library at once: asking for one source after the other takes five times as long.
  const sources = db.all<OfSource & TextRange & { seconds: number }>(
    `SELECT source.id, coalesce(view_time.seconds, 0) AS seconds,
       coalesce((SELECT start FROM turn WHERE turn.transcript_id = source.transcript_id ORDER BY position LIMIT 1), 0) AS start,
       coalesce((SELECT "end" FROM turn WHERE turn.transcript_id = source.transcript_id ORDER BY position DESC LIMIT 1), 0)
         AS "end"
     FROM source LEFT JOIN view_time ON view_time.transcript_id = source.transcript_id
     WHERE view_time.transcript_id IS NOT NULL OR source.id IN (SELECT source_id FROM read_claim)
       OR source.transcript_id IN (SELECT transcript_id FROM seen)
     ORDER BY source.position`,
  )
  const seen = bySource(
    db.all<OfSource & SeenRange>(
      `SELECT source.id, seen.start, seen."end", seen.since FROM seen
         JOIN source ON source.transcript_id = seen.transcript_id`,
    ),
  )
  const claims = bySource(
    db.all<OfSource & ClaimRow>('SELECT source_id AS id, start, "end", is_read AS isRead, number FROM read_claim'),
  )
  return sources.map(({ id, start, end, seconds }) => {
    const own = (claims.get(id) ?? []).map(toClaim)
    return summarize(id, coverageOf({ start, end }, seen.get(id) ?? [], own, seconds))
  })
}

function bySource<Row extends OfSource>(rows: readonly Row[]): ReadonlyMap<SourceId, readonly Row[]> {
  const lists = new Map<SourceId, Row[]>()
  for (const row of rows) {
    const list = lists.get(row.id)
    if (list) list.push(row)
    else lists.set(row.id, [row])
  }
  return lists
}

/** From the first turn of a text to the end of the last. */
function extentOf(db: ReadableDatabase, revision: RevisionId): TextRange {
  const edge = (column: 'start' | '"end"', order: 'ASC' | 'DESC') =>
    db.find<{ at: number }>(
      `SELECT ${column} AS at FROM turn WHERE transcript_id = ? ORDER BY position ${order} LIMIT 1`,
      revision,
    )?.at ?? 0
  return { start: edge('start', 'ASC'), end: edge('"end"', 'DESC') }
}

function seenOf(db: ReadableDatabase, revision: RevisionId): SeenRange[] {
  return db.all<SeenRange>(
    'SELECT start, "end", since FROM seen WHERE transcript_id = ? ORDER BY since, start',
    revision,
  )
}

function listClaims(db: ReadableDatabase, source: SourceId): ReadClaim[] {
  return db
    .all<ClaimRow>(
      'SELECT start, "end", is_read AS isRead, number FROM read_claim WHERE source_id = ? ORDER BY start',
      source,
    )
    .map(toClaim)
}

interface ClaimRow extends TextRange {
  readonly isRead: number
  readonly number: number
}

function toClaim({ start, end, isRead, number }: ClaimRow): ReadClaim {
  return { start, end, isRead: isRead === 1, number }
}

/** What was in view of one of a source's texts, as the reader's window has it. */
export interface Sighting {
  readonly revision: RevisionId
  /** In view for as long as reading them takes. */
  readonly ranges: readonly TextRange[]
  /** How long the text was in view. */
  readonly seconds: number
}

/**
 * Notes what was in view: no action, nothing that undo takes back. What was seen of a text that is no longer the current
 * one counts for the one that is; `null` where the source is gone, and it is kept with its text.
 */
export function recordSeen(
  db: WritableDatabase,
  source: SourceId,
  { revision, ranges, seconds }: Sighting,
): Coverage | null {
  const { end } = extentOf(db, revision)
  if (end === 0 && !db.find('SELECT 1 FROM transcript WHERE id = ?', revision)) throw notFound('revision', revision)
  const now = db.find<{ id: RevisionId }>('SELECT transcript_id AS id FROM source WHERE id = ?', source)
  const since = listClaims(db, source).reduce((last, { number }) => Math.max(last, number), 0)
  const text = now?.id === revision ? getTextAgain(db, source) : textOf(db, revision)
  const within = ranges
    .map((range) => ({ start: range.start, end: Math.min(range.end, end) }))
    .filter((range) => range.start < range.end)
  addSeen(db, revision, since, overWhiteSpace(text, within))
  db.run(
    `INSERT INTO view_time (transcript_id, seconds) VALUES (?, ?)
     ON CONFLICT (transcript_id) DO UPDATE SET seconds = seconds + excluded.seconds`,
    revision,
    seconds,
  )
  if (!now) return null
  if (now.id !== revision) carrySeen(db, revision, now.id)
  return getCoverage(db, source)
}

function addSeen(db: WritableDatabase, revision: RevisionId, since: number, added: readonly TextRange[]): void {
  const before = seenOf(db, revision).filter((range) => range.since === since)
  const after = mergeRanges([...before, ...added])
  const keyOf = ({ start, end }: TextRange) => `${start} ${end}`
  const [old, next] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))]
  for (const range of before)
    if (!next.has(keyOf(range)))
      db.run('DELETE FROM seen WHERE transcript_id = ? AND since = ? AND start = ?', revision, since, range.start)
  for (const range of after)
    if (!old.has(keyOf(range)))
      db.run(
        'INSERT INTO seen (transcript_id, since, start, "end") VALUES (?, ?, ?, ?)',
        revision,
        since,
        range.start,
        range.end,
      )
}

/** Has what was seen of a text count for another one, of which one was made from the other. */
export function carrySeen(db: WritableDatabase, from: RevisionId, to: RevisionId): void {
  const seen = seenOf(db, from)
  if (seen.length > 0) {
    const carry = carrierBetween(db, from, to)
    for (const since of new Set(seen.map((range) => range.since)))
      addSeen(db, to, since, carry(seen.filter((range) => range.since === since)))
  }
  // It has been in view for as long as either of them, and the one's time was carried to the other before.
  db.run(
    `INSERT INTO view_time (transcript_id, seconds) SELECT ?, seconds FROM view_time WHERE transcript_id = ?
     ON CONFLICT (transcript_id) DO UPDATE SET seconds = max(seconds, excluded.seconds)`,
    to,
    from,
  )
}

/** Carries what is claimed of a source from the text that it had to the one that it has. */
export function carryClaims(db: WritableDatabase, source: SourceId, from: RevisionId): void {
  const claims = listClaims(db, source)
  if (claims.length === 0) return
  const carry = carrierBetween(db, from, getRevisionId(db, source))
  replaceClaims(
    db,
    source,
    claims.flatMap((each) => carry([each]).map((range) => ({ ...each, ...range }))),
  )
}

/**
 * Takes over what was read of a source in another state of the project, which has it too: what was seen in either was
 * seen, and what is claimed is what is claimed there.
 */
export function takeCoverage(db: WritableDatabase, there: ReadableDatabase, source: SourceId): void {
  const [revision, other] = [getRevisionId(db, source), getRevisionId(there, source)]
  const texts = revision === other ? null : [textOf(there, other), textOf(db, revision)]
  const carrier = texts && rangeCarrier(texts[0]!, lineEdits(texts[0]!, texts[1]!))
  const carry = (range: TextRange) => (carrier ? (carrier(range) ?? []) : [range])
  const seen = seenOf(there, other)
  for (const since of new Set(seen.map((range) => range.since)))
    addSeen(db, revision, since, seen.filter((range) => range.since === since).flatMap(carry))
  const claims = listClaims(there, source).flatMap((each) =>
    [each].flatMap(carry).map((range) => ({ ...each, start: range.start, end: range.end })),
  )
  replaceClaims(db, source, claims)
}

/** Nothing is carried between texts that have nothing to do with each other. */
function carrierBetween(db: ReadableDatabase, from: RevisionId, to: RevisionId) {
  const edits = editsBetween(db, from, to)
  const carry = edits && rangeCarrier(textOf(db, from), edits)
  return (ranges: readonly TextRange[]): TextRange[] => ranges.flatMap((range) => carry?.(range) ?? [])
}

/** Marks text of a source, or all of it, as read or as unread. Throws `not-found`. */
export function claimRead(
  db: WritableDatabase,
  source: SourceId,
  ranges: readonly TextRange[] | null,
  isRead: boolean,
): void {
  const revision = getRevisionId(db, source)
  const whole = extentOf(db, revision)
  const within = (ranges ?? [whole])
    .map(({ start, end }) => ({ start: Math.max(start, whole.start), end: Math.min(end, whole.end) }))
    .filter(({ start, end }) => start < end)
  const claims = listClaims(db, source)
  const next = claim(overWhiteSpace(getTextAgain(db, source), within), isRead, seenOf(db, revision), claims)
  if (next !== claims) replaceClaims(db, source, next)
}

function replaceClaims(db: WritableDatabase, source: SourceId, claims: readonly ReadClaim[]): void {
  const keyOf = ({ start, end, isRead, number }: ReadClaim) => `${start} ${end} ${isRead} ${number}`
  const before = listClaims(db, source)
  const [old, next] = [new Set(before.map(keyOf)), new Set(claims.map(keyOf))]
  for (const each of before)
    if (!next.has(keyOf(each))) db.run('DELETE FROM read_claim WHERE source_id = ? AND start = ?', source, each.start)
  for (const each of claims)
    if (!old.has(keyOf(each)))
      db.run(
        'INSERT INTO read_claim (source_id, start, "end", is_read, number) VALUES (?, ?, ?, ?, ?)',
        source,
        each.start,
        each.end,
        each.isRead ? 1 : 0,
        each.number,
      )
}

/** Forgets what was seen, and for how long, of a source in all of its texts; of every source without one. Claims stay. */
export function forgetSeen(db: WritableDatabase, source: SourceId | null): void {
  const of =
    source === null
      ? ''
      : ` WHERE transcript_id IN (
           WITH RECURSIVE line (id) AS (
             SELECT transcript_id FROM source WHERE id = ?
             UNION SELECT transcript.predecessor FROM line JOIN transcript ON transcript.id = line.id
             WHERE transcript.predecessor IS NOT NULL
           ) SELECT id FROM line)`
  for (const table of ['seen', 'view_time']) db.run(`DELETE FROM ${table}${of}`, ...(source === null ? [] : [source]))
}
