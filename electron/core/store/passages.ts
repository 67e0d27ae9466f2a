import { joinSpans } from '../../../shared/domain/elision'
import type { PassageId, ReviewId, SectionId, SourceId, SpeakerId } from '../../../shared/domain/ids'
import type { Passage, Translation, TranslationState } from '../../../shared/domain/passage'
import { cutsCharacter, mergeRanges, spanOf, type Span, type TextRange } from '../../../shared/domain/span'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { newId } from './new-id'
import { notFound } from './not-found'
import { touchReviews } from './reviews'
import type { ReadableDatabase, WritableDatabase } from './sql'
import { getTextAgain } from './transcripts'

interface PassageRow {
  readonly id: PassageId
  readonly sourceId: SourceId
  readonly speakerId: SpeakerId | null
  readonly attributed: number
  readonly note: string
  readonly createdAt: string
}

/**
 * Passages of one source, or of the whole project, in the order of sources and text. A few queries whatever their
 * number.
 */
export function listPassages(
  db: ReadableDatabase,
  filter: { readonly sourceId?: SourceId | undefined } = {},
): Passage[] {
  const { sourceId } = filter
  return readPassages(
    db,
    sourceId === undefined
      ? { where: '1', whereChild: () => '1', values: [] }
      : {
          where: 'passage.source_id = ?',
          whereChild: (id) => `${id} IN (SELECT id FROM passage WHERE source_id = ?)`,
          values: [sourceId],
        },
  )
}

/** One passage. Throws `not-found`. */
export function getPassage(db: ReadableDatabase, id: PassageId): Passage {
  const [passage] = readPassages(db, byId('= ?', id))
  if (!passage) throw notFound('passage', id)
  return passage
}

/** Those of some passages that are there, in the order of sources and text. */
export function findPassages(db: ReadableDatabase, ids: readonly PassageId[]): Passage[] {
  return readPassages(db, byId('IN (SELECT value FROM json_each(?))', JSON.stringify(ids)))
}

/** The passages that stand in a review as quotes, in the order of sources and text, each once. */
export function listQuotedPassages(db: ReadableDatabase, review: ReviewId): Passage[] {
  return readPassages(
    db,
    byId(
      `IN (SELECT block.passage_id FROM block JOIN section ON section.id = block.section_id
           WHERE section.review_id = ? AND block.passage_id IS NOT NULL)`,
      review,
    ),
  )
}

/** Which passages are read. */
interface Chosen {
  readonly where: string
  /** The same, said of a column of passages' ids: what belongs to passages is found without looking at these again. */
  readonly whereChild: (id: string) => string
  readonly values: readonly string[]
}

function byId(condition: string, value: string): Chosen {
  const whereChild = (id: string) => `${id} ${condition}`
  return { where: whereChild('passage.id'), whereChild, values: [value] }
}

function readPassages(db: ReadableDatabase, chosen: Chosen): Passage[] {
  const rows = db.all<PassageRow>(
    `SELECT passage.id, passage.source_id AS sourceId, passage.speaker_id AS speakerId, passage.attributed, passage.note,
       passage.created_at AS createdAt
     FROM passage JOIN source ON source.id = passage.source_id
     LEFT JOIN span ON span.passage_id = passage.id AND span.position = 0
     WHERE ${chosen.where} ORDER BY source.position, span.start, span."end", passage.created_at, passage.id`,
    ...chosen.values,
  )
  const spans = childrenOf(
    db,
    chosen,
    { table: 'span', columns: 'start, "end", quote, prefix, suffix', order: 'position' },
    ({ start, end, quote, prefix, suffix }: Span) => ({ start, end, quote, prefix, suffix }),
  )
  const tags = childrenOf(
    db,
    chosen,
    { table: 'tag', columns: 'tag', order: 'position' },
    ({ tag }: { readonly tag: string }) => tag,
  )
  const translations = childrenOf(
    db,
    chosen,
    { table: 'translation', columns: 'language, text, state', order: 'language' },
    ({ language, text, state }: Translation) => ({ language, text, state }),
  )
  const camps = childrenOf(
    db,
    chosen,
    { table: 'camp_passage', columns: 'section_id AS camp', order: 'position' },
    ({ camp }: { readonly camp: SectionId }) => camp,
  )
  return rows.map((row) => {
    const own = spans.get(row.id) ?? []
    return {
      ...row,
      attributed: row.attributed === 1,
      spans: own,
      text: joinSpans(own.map((span) => span.quote)),
      tags: tags.get(row.id) ?? [],
      translations: translations.get(row.id) ?? [],
      camps: camps.get(row.id) ?? [],
    }
  })
}

/** What belongs to the chosen passages in one table, by passage. Sorted by passage first, as each table's index is. */
function childrenOf<Row, T>(
  db: ReadableDatabase,
  { whereChild, values }: Chosen,
  { table, columns, order }: { readonly table: string; readonly columns: string; readonly order: string },
  read: (row: Row) => T,
): Map<PassageId, T[]> {
  const rows = db.all<Row & { readonly passageId: PassageId }>(
    `SELECT passage_id AS passageId, ${columns} FROM ${table} WHERE ${whereChild('passage_id')}
     ORDER BY passage_id, ${order}`,
    ...values,
  )
  const groups = new Map<PassageId, T[]>()
  for (const row of rows) {
    const list = groups.get(row.passageId)
    if (list) list.push(read(row))
    else groups.set(row.passageId, [read(row)])
  }
  return groups
}

/** What a new passage is made from. */
export interface NewPassage {
  /** Left out for a random one; given by a bundle. */
  readonly id?: PassageId
  readonly sourceId: SourceId
  readonly ranges: readonly TextRange[]
  /** Left out for the one who says the first span. */
  readonly speakerId?: SpeakerId | null
  readonly attributed?: boolean
  readonly note?: string
  readonly tags?: readonly string[]
}

/** Keeps a passage. Overlapping ranges become one span; an empty one or one outside of the text throws `span-invalid`. */
export function insertPassage(db: WritableDatabase, passage: NewPassage): PassageId {
  const id = passage.id ?? newId<'passage'>()
  const spans = toSpans(db, passage.sourceId, passage.ranges)
  db.run(
    'INSERT INTO passage (id, source_id, speaker_id, attributed, note, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    passage.sourceId,
    passage.speakerId === undefined ? findSpeakerAt(db, passage.sourceId, spans[0]!.start) : passage.speakerId,
    (passage.attributed ?? true) ? 1 : 0,
    passage.note ?? '',
    new Date().toISOString(),
  )
  insertSpans(db, id, spans)
  insertTags(db, id, passage.tags ?? [])
  return id
}

/** Gives a passage other spans; what was translated from the old ones becomes stale. */
export function setSpans(db: WritableDatabase, id: PassageId, ranges: readonly TextRange[]): void {
  const before = getPassage(db, id)
  const spans = toSpans(db, before.sourceId, ranges)
  const same =
    spans.length === before.spans.length &&
    // A carried passage may keep words that are no longer those of its place.
    spans.every(({ start, end, quote }, i) => {
      const old = before.spans[i]!
      return start === old.start && end === old.end && quote === old.quote
    })
  if (same) return
  db.run('DELETE FROM span WHERE passage_id = ?', id)
  insertSpans(db, id, spans)
  if (joinSpans(spans.map((span) => span.quote)) !== before.text) {
    makeTranslationsStale(db, id)
  }
  touchQuoting(db, [id])
}

/** Puts a passage's spans where another transcript of its source has them. Their quotes are the caller's to keep. */
export function carrySpans(db: WritableDatabase, id: PassageId, spans: readonly Span[]): void {
  db.run('DELETE FROM span WHERE passage_id = ?', id)
  insertSpans(db, id, spans)
}

/**
 * Gives a passage its spans in a corrected text, as many as before; what was translated from other words becomes stale.
 * Gives how many translations did.
 */
export function replaceSpans(
  db: WritableDatabase,
  passage: Pick<Passage, 'id' | 'text' | 'spans'>,
  spans: readonly Span[],
): number {
  spans.forEach((span, position) => {
    if (isSameSpan(span, passage.spans[position])) return
    const { start, end, quote, prefix, suffix } = span
    db.run(
      `UPDATE span SET start = ?, "end" = ?, quote = ?, prefix = ?, suffix = ? WHERE passage_id = ? AND position = ?`,
      start,
      end,
      quote,
      prefix,
      suffix,
      passage.id,
      position,
    )
  })
  if (joinSpans(spans.map(({ quote }) => quote)) === passage.text) return 0
  touchQuoting(db, [passage.id])
  return makeTranslationsStale(db, passage.id)
}

function isSameSpan(a: Span, b: Span | undefined): boolean {
  return (
    a.start === b?.start && a.end === b.end && a.quote === b.quote && a.prefix === b.prefix && a.suffix === b.suffix
  )
}

function makeTranslationsStale(db: WritableDatabase, id: PassageId): number {
  return db.run(`UPDATE translation SET state = 'stale' WHERE passage_id = ? AND text <> '' AND state <> 'stale'`, id)
}

/** Places of a source's current text, those that touch as one. Throws `span-invalid` for one that is not in it whole. */
export function toSpans(db: ReadableDatabase, source: SourceId, ranges: readonly TextRange[]): Span[] {
  const text = getTextAgain(db, source)
  try {
    for (const range of ranges) refuseHalfCharacters(text, spanOf(text, range))
    return mergeRanges(ranges).map((range) => spanOf(text, range))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new AppError('span-invalid', say('passage-outside'), {
      advice: say('select-again'),
      cause: error,
    })
  }
}

function refuseHalfCharacters(text: string, { start, end }: TextRange): void {
  for (const offset of [start, end])
    if (cutsCharacter(text, offset)) throw new RangeError(`offset ${offset} cuts a character in two`)
}

function insertSpans(db: WritableDatabase, id: PassageId, spans: readonly Span[]): void {
  spans.forEach(({ start, end, quote, prefix, suffix }, position) => {
    db.run(
      'INSERT INTO span (passage_id, position, start, "end", quote, prefix, suffix) VALUES (?, ?, ?, ?, ?, ?, ?)',
      id,
      position,
      start,
      end,
      quote,
      prefix,
      suffix,
    )
  })
}

function insertTags(db: WritableDatabase, id: PassageId, tags: readonly string[]): void {
  const distinct = new Set(tags.map((tag) => tag.trim()).filter(Boolean))
  Array.from(distinct).forEach((tag, position) => {
    db.run('INSERT INTO tag (passage_id, tag, position) VALUES (?, ?, ?)', id, tag, position)
  })
}

/** Gives a passage tags after those that it has; each once. */
export function addTags(db: WritableDatabase, id: PassageId, tags: readonly string[]): void {
  const own = db.all<{ tag: string }>('SELECT tag FROM tag WHERE passage_id = ? ORDER BY position', id)
  const known = own.map(({ tag }) => tag)
  if (tags.every((tag) => known.includes(tag.trim()))) return
  db.run('DELETE FROM tag WHERE passage_id = ?', id)
  insertTags(db, id, [...known, ...tags])
}

/** Who says the text at an offset, or `null`. */
export function findSpeakerAt(db: ReadableDatabase, source: SourceId, offset: number): SpeakerId | null {
  // In the order of the table's key, so that nothing is sorted; the speaker of that one turn alone is looked for.
  const row = db.find<{ id: SpeakerId | null }>(
    `SELECT (SELECT speaker.id FROM speaker WHERE speaker.source_id = source.id AND speaker.label = turn.label) AS id
     FROM source JOIN turn ON turn.transcript_id = source.transcript_id
     WHERE source.id = ? AND turn.start <= ? ORDER BY turn.position DESC LIMIT 1`,
    source,
    offset,
  )
  return row?.id ?? null
}

/** Changes what is recorded of a passage besides its text. */
export function updatePassage(
  db: WritableDatabase,
  id: PassageId,
  change: {
    readonly note?: string | undefined
    readonly tags?: readonly string[] | undefined
    readonly speakerId?: SpeakerId | null | undefined
    readonly attributed?: boolean | undefined
  },
): void {
  const { sourceId } = requirePassage(db, id)
  if (change.note !== undefined) db.run('UPDATE passage SET note = ? WHERE id = ?', change.note, id)
  if (change.tags !== undefined) {
    db.run('DELETE FROM tag WHERE passage_id = ?', id)
    insertTags(db, id, change.tags)
  }
  if (change.speakerId !== undefined) {
    const { speakerId } = change
    if (speakerId && !db.find('SELECT 1 FROM speaker WHERE id = ? AND source_id = ?', speakerId, sourceId)) {
      throw notFound('speaker', speakerId)
    }
    db.run('UPDATE passage SET speaker_id = ? WHERE id = ?', speakerId, id)
  }
  if (change.attributed !== undefined) {
    db.run('UPDATE passage SET attributed = ? WHERE id = ?', change.attributed ? 1 : 0, id)
  }
  if (change.speakerId !== undefined || change.attributed !== undefined) touchQuoting(db, [id])
}

/** Puts a passage into a camp; once is enough. */
export function putIntoCamp(db: WritableDatabase, id: PassageId, camp: SectionId): void {
  requirePassage(db, id)
  requireCamp(db, camp)
  db.run(
    `INSERT INTO camp_passage (section_id, passage_id, position)
     SELECT ?, ?, (SELECT coalesce(max(position) + 1, 0) FROM camp_passage WHERE passage_id = ?)
     WHERE NOT EXISTS (SELECT 1 FROM camp_passage WHERE section_id = ? AND passage_id = ?)`,
    camp,
    id,
    id,
    camp,
    id,
  )
}

/** Takes a passage out of a camp. Throws `passage-placed` while it stands there as a quote. */
export function takeOutOfCamp(db: WritableDatabase, id: PassageId, camp: SectionId): void {
  requirePassage(db, id)
  if (db.find('SELECT 1 FROM block WHERE section_id = ? AND passage_id = ?', camp, id)) {
    throw new AppError('passage-placed', say('passage-in-camp'), {
      advice: say('remove-quote-first'),
    })
  }
  db.run('DELETE FROM camp_passage WHERE section_id = ? AND passage_id = ?', camp, id)
}

/** Whether a section can hold passages as a camp. Throws `not-found` when it cannot. */
function requireCamp(db: ReadableDatabase, id: SectionId): void {
  if (!db.find('SELECT 1 FROM camp WHERE section_id = ?', id)) throw notFound('camp', id)
}

/** Sets a passage's translation; an empty text takes it away. */
export function setTranslation(
  db: WritableDatabase,
  id: PassageId,
  translation: { readonly language: string; readonly text: string; readonly state: TranslationState },
): void {
  requirePassage(db, id)
  const { language, text, state } = translation
  if (text.trim() === '') db.run('DELETE FROM translation WHERE passage_id = ? AND language = ?', id, language)
  else {
    db.run(
      `INSERT INTO translation (passage_id, language, text, state) VALUES (?, ?, ?, ?)
       ON CONFLICT (passage_id, language) DO UPDATE SET text = excluded.text, state = excluded.state`,
      id,
      language,
      text,
      state,
    )
  }
  touchQuoting(db, [id])
}

/** Deletes passages, with the quotes made from them, their translations and relations. */
export function deletePassages(db: WritableDatabase, ids: readonly string[]): void {
  touchQuoting(db, ids)
  for (const id of ids) {
    requirePassage(db, id as PassageId)
    for (const table of ['block', 'camp_passage', 'support', 'translation', 'tag', 'span']) {
      db.run(`DELETE FROM ${table} WHERE passage_id = ?`, id)
    }
    db.run('DELETE FROM relation WHERE "from" = ? OR "to" = ?', id, id)
    db.run('DELETE FROM passage WHERE id = ?', id)
  }
}

/** Every tag in use, the most used first. */
export function listTags(db: ReadableDatabase): { tag: string; passages: number }[] {
  return db.all('SELECT tag, count(*) AS passages FROM tag GROUP BY tag ORDER BY passages DESC, tag')
}

function requirePassage(db: ReadableDatabase, id: PassageId): { sourceId: SourceId } {
  const row = db.find<{ sourceId: SourceId }>('SELECT source_id AS sourceId FROM passage WHERE id = ?', id)
  if (!row) throw notFound('passage', id)
  return row
}

/** Notes that the reviews that quote some passages changed. */
export function touchQuoting(db: WritableDatabase, ids: readonly string[]): void {
  const reviews = new Set<ReviewId>()
  for (const id of ids) {
    const rows = db.all<{ id: ReviewId }>(
      `SELECT DISTINCT section.review_id AS id FROM block JOIN section ON section.id = block.section_id
       WHERE block.passage_id = ?`,
      id,
    )
    for (const row of rows) reviews.add(row.id)
  }
  touchReviews(db, [...reviews])
}
