import type { SectionId, SourceId } from '../../../shared/domain/ids'
import type { ReadableDatabase } from '../store/sql'
import type { SearchedMark, SearchedSource, SearchedText } from './library'

/** Every source of a project in its order, without its text. */
export function listSearchedSources(db: ReadableDatabase): SearchedSource[] {
  const speakers = new Map<SourceId, SearchedSource['speakers'][number][]>()
  for (const { sourceId, ...speaker } of db.all<SearchedSource['speakers'][number] & { readonly sourceId: SourceId }>(
    'SELECT source_id AS sourceId, id, label, name FROM speaker ORDER BY source_id, position',
  )) {
    const list = speakers.get(sourceId)
    if (list) list.push(speaker)
    else speakers.set(sourceId, [speaker])
  }
  return db
    .all<Omit<SearchedSource, 'speakers'>>(
      'SELECT id, transcript_id AS revision, title, language, tier, date FROM source ORDER BY position',
    )
    .map((source) => ({ ...source, speakers: speakers.get(source.id) ?? [] }))
}

/** What is marked, with the camps that it is in. */
export function listSearchedMarks(db: ReadableDatabase): SearchedMark[] {
  const camps = new Map<string, SectionId[]>()
  for (const { passageId, camp } of db.all<{ passageId: string; camp: SectionId }>(
    'SELECT passage_id AS passageId, section_id AS camp FROM camp_passage',
  )) {
    const list = camps.get(passageId)
    if (list) list.push(camp)
    else camps.set(passageId, [camp])
  }
  return db
    .all<{ passageId: string; sourceId: SourceId; start: number; end: number }>(
      `SELECT passage.id AS passageId, passage.source_id AS sourceId, span.start, span."end"
       FROM passage JOIN span ON span.passage_id = passage.id`,
    )
    .map(({ passageId, ...mark }) => ({ ...mark, camps: camps.get(passageId) ?? [] }))
}

/** One revision's text and turns. */
export function readSearchedText(db: ReadableDatabase, revision: string): SearchedText {
  const row = db.find<{ text: string }>('SELECT text FROM transcript WHERE id = ?', revision)
  const turns = db.all<SearchedText['turns'][number]>(
    'SELECT start, label, start_time AS startTime FROM turn WHERE transcript_id = ? ORDER BY position',
    revision,
  )
  return { revision, text: row?.text ?? '', turns }
}
