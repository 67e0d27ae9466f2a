import { carryOver } from '../../../shared/anchoring/carry-over'
import { prepareText } from '../../../shared/anchoring/prepare-text'
import type { MergeChoice } from '../../../shared/domain/comparison'
import type { PassageId, ReviewId, SavedSearchId, SourceId } from '../../../shared/domain/ids'
import type { Span } from '../../../shared/domain/span'
import { assertNever } from '../../../shared/domain/assert-never'
import { takeCoverage } from '../store/coverage'
import { deletePassages } from '../store/passages'
import { deleteReview } from '../store/reviews'
import type { ReadableDatabase, SqlValue, WritableDatabase } from '../store/sql'
import { getText } from '../store/transcripts'
import { mergeSearch } from './merge-searches'

type Row = Record<string, SqlValue>

/**
 * Takes what was chosen of another state of the project over: what is there alone is added, what is here alone goes,
 * and what is in both becomes as it is there. A source's text stays as it is here, and passages are carried over to it.
 * What a thing needs comes along. Must run in one action.
 */
export function mergeProject(db: WritableDatabase, there: ReadableDatabase, choices: readonly MergeChoice[]): void {
  // Rows may name each other in any order: SQLite checks them when the transaction ends.
  db.run('PRAGMA defer_foreign_keys = ON')
  const merge = new Merge(db, there)
  const of = (kind: MergeChoice['kind']) => choices.filter((choice) => choice.kind === kind).map(({ id }) => id)
  for (const kind of ['source', 'passage', 'review'] as const) for (const id of of(kind)) merge.take(kind, id)
  for (const id of of('passage')) merge.takeRelations(id)
  for (const id of of('search')) mergeSearch(db, there, id as SavedSearchId, (source) => merge.sourceHere(source))
}

class Merge {
  readonly #db: WritableDatabase
  readonly #there: ReadableDatabase
  /** Of sources there: the one here with the same text. */
  readonly #sources = new Map<string, string>()

  constructor(db: WritableDatabase, there: ReadableDatabase) {
    this.#db = db
    this.#there = there
  }

  take(kind: 'source' | 'passage' | 'review', id: string): void {
    const isThere = this.#there.find(`SELECT 1 FROM ${kind} WHERE id = ?`, id) !== null
    const isHere = this.#isHere(kind, id)
    switch (kind) {
      case 'source':
        if (isThere && isHere) this.#changeSource(id)
        else if (isThere) this.#needSource(id)
        break
      case 'passage':
        if (isThere) this.#takePassage(id)
        else if (isHere) deletePassages(this.#db, [id])
        break
      case 'review':
        if (isThere) this.#takeReview(id)
        else if (isHere) deleteReview(this.#db, id as ReviewId)
        break
      default:
        assertNever(kind)
    }
  }

  /** Relations of a passage whose other side is here too. */
  takeRelations(passage: string): void {
    for (const row of this.#rows('relation', '"from" = ? OR "to" = ?', passage, passage)) {
      const isNew = !this.#db.find(
        'SELECT 1 FROM relation WHERE id = ? OR ("from" = ? AND "to" = ? AND kind = ?)',
        row['id']!,
        row['from']!,
        row['to']!,
        row['kind']!,
      )
      if (isNew && this.#isHere('passage', row['from']!) && this.#isHere('passage', row['to']!))
        this.#insert('relation', row)
    }
  }

  #isHere(table: string, id: SqlValue): boolean {
    return this.#db.find(`SELECT 1 FROM ${table} WHERE id = ?`, id) !== null
  }

  #rows(table: string, where: string, ...values: SqlValue[]): Row[] {
    return this.#there.all<Row>(`SELECT * FROM ${table} WHERE ${where}`, ...values)
  }

  #insert(table: string, row: Row): void {
    const names = Object.keys(row)
    this.#db.run(
      `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ...names.map((name) => row[name]!),
    )
  }

  #last(table: string): number {
    return this.#db.find<{ next: number }>(`SELECT coalesce(max(position) + 1, 0) AS next FROM ${table}`)!.next
  }

  /** The source here that a source there is: itself, or one of the same text; `null` when it is not here. */
  sourceHere(id: string): string | null {
    if (this.#isHere('source', id)) return id
    const known = this.#sources.get(id)
    if (known !== undefined) return known
    const [row] = this.#rows('source', 'id = ?', id)
    const same = row && this.#db.find<{ id: string }>('SELECT id FROM source WHERE sha256 = ?', row['sha256']!)
    if (same) this.#sources.set(id, same.id)
    return same?.id ?? null
  }

  /** The source here that a source there is: itself, one of the same text, or itself added. */
  #needSource(id: string): string {
    const here = this.sourceHere(id)
    if (here !== null) return here
    const [row] = this.#rows('source', 'id = ?', id)
    if (!row) throw new Error(`a passage of the copy is of the source ${id}, which it does not have`)
    this.#needTranscript(row['transcript_id']!)
    this.#insert('source', { ...row, position: this.#last('source') })
    for (const table of ['speaker', 'read_claim'])
      for (const part of this.#rows(table, 'source_id = ?', id)) this.#insert(table, part)
    return id
  }

  /** With every text that it was made from, first to last. */
  #needTranscript(id: SqlValue): void {
    if (this.#isHere('transcript', id)) return
    const [row] = this.#rows('transcript', 'id = ?', id)
    if (!row) return
    if (row['predecessor'] !== null) this.#needTranscript(row['predecessor']!)
    this.#insert('transcript', row)
    for (const table of ['imported_file', 'turn', 'cue', 'seen', 'view_time'])
      for (const part of this.#rows(table, 'transcript_id = ?', id)) this.#insert(table, part)
  }

  #changeSource(id: string): void {
    const [row] = this.#rows('source', 'id = ?', id)
    this.#db.run(
      'UPDATE source SET title = ?, language = ?, date = ?, tier = ?, media = ? WHERE id = ?',
      ...['title', 'language', 'date', 'tier', 'media', 'id'].map((name) => row![name]!),
    )
    for (const { id: speaker, name, affiliation } of this.#rows('speaker', 'source_id = ?', id))
      this.#db.run('UPDATE speaker SET name = ?, affiliation = ? WHERE id = ?', name!, affiliation!, speaker!)
    takeCoverage(this.#db, this.#there, id as SourceId)
  }

  #takePassage(id: string): void {
    const [row] = this.#rows('passage', 'id = ?', id)
    if (!row) return
    const source = this.#needSource(String(row['source_id']))
    const passage = { ...row, source_id: source, speaker_id: this.#speakerHere(row['speaker_id']!, source) }
    if (this.#isHere('passage', id)) {
      for (const table of ['span', 'tag', 'translation', 'camp_passage'])
        this.#db.run(`DELETE FROM ${table} WHERE passage_id = ?`, id)
      this.#db.run(
        'UPDATE passage SET source_id = ?, speaker_id = ?, attributed = ?, note = ? WHERE id = ?',
        passage.source_id,
        passage.speaker_id,
        row['attributed']!,
        row['note']!,
        id,
      )
    } else this.#insert('passage', passage)
    this.#insertSpans(id as PassageId, source as SourceId)
    for (const table of ['tag', 'translation'])
      for (const part of this.#rows(table, 'passage_id = ?', id)) this.#insert(table, part)
    for (const part of this.#rows('camp_passage', 'passage_id = ?', id))
      if (this.#isHere('section', part['section_id']!)) this.#insert('camp_passage', part)
  }

  /** The same speaker, or the one of the same label where the file was imported here too. */
  #speakerHere(id: SqlValue, source: string): SqlValue {
    if (id === null || this.#db.find('SELECT 1 FROM speaker WHERE id = ? AND source_id = ?', id, source)) return id
    const label =
      this.#there.find<{ label: string | null }>('SELECT label FROM speaker WHERE id = ?', id)?.label ?? null
    return (
      this.#db.find<{ id: string }>('SELECT id FROM speaker WHERE source_id = ? AND label = ?', source, label)?.id ??
      null
    )
  }

  #insertSpans(passage: PassageId, source: SourceId): void {
    const spans = this.#there.all<Span>(
      'SELECT start, "end", quote, prefix, suffix FROM span WHERE passage_id = ? ORDER BY position',
      passage,
    )
    // Where the text was corrected on one side alone, the words stand elsewhere.
    const carried = carryOver(prepareText(getText(this.#db, source)), spans)
    for (const [position, { span }] of carried.entries())
      this.#insert('span', { passage_id: passage, position, ...span })
  }

  #takeReview(id: string): void {
    const [row] = this.#rows('review', 'id = ?', id)
    if (!row) return
    const memberships = this.#db.all<Row>(
      'SELECT camp_passage.* FROM camp_passage JOIN section ON section.id = section_id WHERE review_id = ?',
      id,
    )
    if (this.#isHere('review', id)) {
      this.#dropSections(id)
      this.#db.run(
        'UPDATE review SET title = ?, language = ?, aliases = ?, updated = ? WHERE id = ?',
        ...['title', 'language', 'aliases', 'updated', 'id'].map((name) => row[name]!),
      )
    } else {
      this.#insert('review', { ...row, position: this.#last('review') })
      for (const part of this.#rows('dismissed_hint', 'review_id = ?', id)) this.#insert('dismissed_hint', part)
    }

    for (const section of this.#rows('section', 'review_id = ?', id)) this.#insert('section', section)
    const within = 'section_id IN (SELECT id FROM section WHERE review_id = ?)'
    for (const table of ['camp', 'my_view']) for (const part of this.#rows(table, within, id)) this.#insert(table, part)
    for (const table of ['block', 'support', 'camp_passage']) {
      for (const part of this.#rows(table, within, id)) {
        const passage = part['passage_id']!
        if (passage !== null && !this.#isHere('passage', passage)) {
          this.#takePassage(String(passage))
          // It may have brought its camps along.
          if (table === 'camp_passage') continue
        }
        if (table === 'camp_passage' && this.#isIn(part)) continue
        this.#insert(table, part)
      }
    }
    // What was put into a camp here stays in it, where there is that camp.
    for (const part of memberships)
      if (this.#isHere('section', part['section_id']!) && !this.#isIn(part)) this.#insert('camp_passage', part)
  }

  #isIn({ section_id: section, passage_id: passage }: Row): boolean {
    return (
      this.#db.find('SELECT 1 FROM camp_passage WHERE section_id = ? AND passage_id = ?', section!, passage!) !== null
    )
  }

  #dropSections(review: string): void {
    const within = 'section_id IN (SELECT id FROM section WHERE review_id = ?)'
    for (const table of ['block', 'support', 'my_view', 'camp_passage', 'camp'])
      this.#db.run(`DELETE FROM ${table} WHERE ${within}`, review)
    this.#db.run('DELETE FROM section WHERE review_id = ?', review)
  }
}
