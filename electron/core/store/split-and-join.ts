import { ELISION } from '../../../shared/domain/elision'
import type { PassageId, RelationId, SectionId } from '../../../shared/domain/ids'
import { say } from '../../../shared/domain/messages/message'
import type { Passage, RelationKind, Translation } from '../../../shared/domain/passage'
import { splitRanges } from '../../../shared/domain/split-ranges'
import { AppError } from '../../../shared/errors'
import { insertQuote } from './blocks'
import {
  deletePassages,
  findSpeakerAt,
  getPassage,
  insertPassage,
  putIntoCamp,
  setSpans,
  setTranslation,
  touchQuoting,
  updatePassage,
} from './passages'
import { insertRelation } from './relations'
import type { ReadableDatabase, WritableDatabase } from './sql'
import { getText } from './transcripts'

/**
 * Makes two passages of one, at an offset of its source's text. The first keeps its id. Camps, tags, note and relations
 * are those of both, each translation stands in both as stale, and wherever the passage is quoted the second half
 * follows the first. Throws `span-invalid` when the offset leaves one side empty.
 */
export function splitPassage(db: WritableDatabase, id: PassageId, at: number): [first: PassageId, second: PassageId] {
  const passage = getPassage(db, id)
  const { sourceId, note, tags, attributed, translations } = passage
  const halves = splitRanges(getText(db, sourceId), passage.spans, at)
  if (!halves) {
    throw new AppError('span-invalid', say('split-leaves-nothing', { at }), {
      advice: say('caret-inside'),
    })
  }
  // A speaker who was found follows the text; one whom the user chose stays.
  const isFound = passage.speakerId === findSpeakerAt(db, sourceId, passage.spans[0]!.start)
  const second = insertPassage(db, {
    sourceId,
    ranges: halves.after,
    attributed,
    note,
    tags,
    ...(!isFound && { speakerId: passage.speakerId }),
  })
  setSpans(db, id, halves.before)
  for (const camp of passage.camps) putIntoCamp(db, second, camp)
  for (const translation of translations) setTranslation(db, second, { ...translation, state: 'stale' })
  for (const { from, to, kind } of relationsOf(db, id)) {
    if (from === id) insertRelation(db, second, to, kind)
    else insertRelation(db, from, second, kind)
  }
  for (const { sectionId, index } of quotesOf(db, id)) insertQuote(db, sectionId, index + 1, second, '')
  return [id, second]
}

/**
 * Makes one passage of several of one source; it keeps the id of the first that is named. Spans come in text order,
 * those that overlap united; camps and tags are those of all, notes are put one below the other, translations one
 * after the other, stale. The speaker is that of the passage that comes first in the text. Quotes of the others become quotes of
 * it, but for those without a lead-in in a section that quotes it already. Throws `invalid-input` for fewer than two
 * passages and for those of several sources.
 */
export function joinPassages(db: WritableDatabase, ids: readonly PassageId[]): PassageId {
  const passages = [...new Set(ids)].map((id) => getPassage(db, id))
  const [kept, ...others] = passages
  if (!kept || others.length === 0 || others.some(({ sourceId }) => sourceId !== kept.sourceId)) {
    throw new AppError('invalid-input', say('join-other-source'), {
      advice: say('choose-two-of-source'),
    })
  }
  const { id } = kept
  const ordered = [...passages].sort(inTextOrder)
  for (const other of others) {
    moveQuotes(db, other.id, id)
    for (const camp of other.camps) putIntoCamp(db, id, camp)
    for (const relation of relationsOf(db, other.id)) {
      const from = relation.from === other.id ? id : relation.from
      const to = relation.to === other.id ? id : relation.to
      if (from !== to) insertRelation(db, from, to, relation.kind)
    }
  }
  setSpans(
    db,
    id,
    passages.flatMap(({ spans }) => spans),
  )
  const { text } = getPassage(db, id)
  for (const translation of joinedTranslations(ordered, text)) setTranslation(db, id, translation)
  updatePassage(db, id, {
    note: distinct(ordered.map(({ note }) => note)).join('\n\n'),
    tags: distinct(passages.flatMap(({ tags }) => tags)),
    speakerId: ordered[0]!.speakerId,
    attributed: passages.some(({ attributed }) => attributed),
  })
  deletePassages(
    db,
    others.map((other) => other.id),
  )
  touchQuoting(db, [id])
  return id
}

function inTextOrder(a: Passage, b: Passage): number {
  return a.spans[0]!.start - b.spans[0]!.start || a.spans[0]!.end - b.spans[0]!.end
}

/** The only translation of all that is said is what it was. */
function joinedTranslations(passages: readonly Passage[], joined: string): Translation[] {
  const all = passages.flatMap(({ text, translations }) => translations.map((each) => ({ ...each, of: text })))
  return distinct(all.map(({ language }) => language)).map((language) => {
    const parts = all.filter((each) => each.language === language)
    const texts = distinct(parts.map(({ text }) => text))
    const whole = texts.length === 1 ? parts.find(({ of }) => of === joined) : undefined
    return { language, text: texts.join(ELISION), state: whole?.state ?? 'stale' }
  })
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text.trim() !== '')
}

function relationsOf(
  db: ReadableDatabase,
  id: PassageId,
): { readonly id: RelationId; readonly from: PassageId; readonly to: PassageId; readonly kind: RelationKind }[] {
  return db.all('SELECT id, "from", "to", kind FROM relation WHERE "from" = ? OR "to" = ? ORDER BY id', id, id)
}

/** Where a passage is quoted, the last place of a section first. `index` counts among its section's blocks. */
function quotesOf(db: ReadableDatabase, id: PassageId): { readonly sectionId: SectionId; readonly index: number }[] {
  return db.all(
    `SELECT section_id AS sectionId, (SELECT count(*) FROM block AS other WHERE other.section_id = block.section_id
       AND (other.position < block.position OR (other.position = block.position AND other.id < block.id))) AS "index"
     FROM block WHERE passage_id = ? ORDER BY section_id, position DESC, id DESC`,
    id,
  )
}

function moveQuotes(db: WritableDatabase, from: PassageId, to: PassageId): void {
  touchQuoting(db, [from])
  db.run(
    `UPDATE block SET passage_id = ? WHERE passage_id = ? AND (text <> '' OR NOT EXISTS
       (SELECT 1 FROM block AS other WHERE other.section_id = block.section_id AND other.passage_id = ?))`,
    to,
    from,
    to,
  )
}
