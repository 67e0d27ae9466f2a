import type { SavedSearchId, SourceId } from '../../../shared/domain/ids'
import {
  MOST_SUGGESTIONS,
  type SavedMarking,
  type SavedSearch,
  type Suggestion,
  type Suggestions,
} from '../../../shared/domain/saved-search'
import type { SearchAnswer, SearchHit } from '../../../shared/domain/search'
import { cutsCharacter, type TextRange } from '../../../shared/domain/span'
import { requireProject, type Session } from '../session'
import { listRefused } from '../store/refused-suggestions'
import { getSavedSearch } from '../store/saved-searches'
import { getSource, listTurns } from '../store/sources'
import type { ReadableDatabase } from '../store/sql'
import { getText } from '../store/transcripts'
import { refusalOf } from './export-hits'
import { findPage, HITS_A_PAGE } from './find-page'
import { extentOf } from './place-extent'
import { touching } from './touching'

/** Text around the first hit of a suggestion, in code units on each side. */
const EXCERPT = 240

/** What a saved search suggests; throws what `search.export` does when it cannot be looked for. */
export async function suggest(session: Session, id: SavedSearchId): Promise<Suggestions> {
  const found = await suggestionsOf(session, getSavedSearch(requireProject(session), id))
  if ('kind' in found) throw refusalOf(found)
  return found
}

/**
 * What a saved search suggests to mark, in the order of sources and text and at most `MOST_SUGGESTIONS`: what it finds,
 * less what is in a passage with its tag and in its camp, and what was refused. Places that would be marked together are
 * one suggestion. `first` is the first page of hits, where that was asked for already.
 */
export async function suggestionsOf(
  session: Session,
  search: SavedSearch,
  first: SearchAnswer | null = null,
): Promise<Suggestions | Exclude<SearchAnswer, { readonly kind: 'found' }>> {
  const project = requireProject(session)
  const { marking } = search
  if (marking === null) return { suggestions: [], count: 0, isMore: false, refused: 0 }
  const refused = listRefused(project, search.id)
  const isDecided = decidedIn([refused, listMarkedAs(project, marking)])
  const byExtent = new Map<string, Suggestion & { readonly hits: TextRange[] }>()
  let ground: Ground | null = null
  let isMore = false
  for (let from = 0, total = 1; from < total && !isMore; from += HITS_A_PAGE) {
    const answer = from === 0 && first ? first : await findPage(session, project, search, from)
    if (answer.kind !== 'found') return answer
    total = answer.total
    for (const hit of answer.hits) {
      if (isDecided(hit)) continue
      const { sourceId, start, end } = hit
      if (ground?.sourceId !== sourceId) {
        // Whoever marks or types goes first, and may have taken the source away.
        await new Promise((next) => setImmediate(next))
        if (session.project !== project) return { kind: 'superseded' }
        ground = readGround(project, sourceId, marking)
      }
      if (ground === null) continue
      const range = ground.extent({ start, end })
      const key = `${sourceId} ${range.start} ${range.end}`
      const known = byExtent.get(key)
      if (known) known.hits.push({ start, end })
      else if (byExtent.size === MOST_SUGGESTIONS) {
        isMore = true
        break
      } else byExtent.set(key, { ...suggestionAt(ground.text, hit), ...range, hits: [{ start, end }] })
    }
  }
  const places = [...refused.values()].reduce((sum, { length }) => sum + length, 0)
  return { suggestions: [...byExtent.values()], count: byExtent.size, isMore, refused: places }
}

type PlacesBySource = ReadonlyMap<SourceId, readonly TextRange[]>

/** Tells which hits nobody needs to decide about any more. */
function decidedIn(lists: readonly PlacesBySource[]): (hit: SearchHit) => boolean {
  const tests = lists.map(
    (list) => new Map(Array.from(list, ([source, ranges]) => [source, touching(ranges)] as const)),
  )
  return ({ sourceId, start, end }) => tests.some((bySource) => bySource.get(sourceId)?.(start, end) ?? false)
}

/** Spans of the passages that have the tag and are in the camp. */
function listMarkedAs(db: ReadableDatabase, { tag, camp }: SavedMarking): PlacesBySource {
  const bySource = new Map<SourceId, TextRange[]>()
  for (const { sourceId, start, end } of db.all<TextRange & { readonly sourceId: SourceId }>(
    `SELECT passage.source_id AS sourceId, span.start, span."end" FROM passage JOIN span ON span.passage_id = passage.id
     WHERE (? OR passage.id IN (SELECT passage_id FROM tag WHERE tag = ?))
       AND (? OR passage.id IN (SELECT passage_id FROM camp_passage WHERE section_id = ?))`,
    tag === null ? 1 : 0,
    tag,
    camp === null ? 1 : 0,
    camp,
  )) {
    const list = bySource.get(sourceId)
    if (list) list.push({ start, end })
    else bySource.set(sourceId, [{ start, end }])
  }
  return bySource
}

/** A source in which places are suggested. */
interface Ground {
  readonly sourceId: SourceId
  readonly text: string
  readonly extent: (place: TextRange) => TextRange
}

function readGround(db: ReadableDatabase, sourceId: SourceId, { extent }: SavedMarking): Ground | null {
  if (!db.find('SELECT 1 FROM source WHERE id = ?', sourceId)) return null
  const text = getText(db, sourceId)
  const turns = extent === 'hit' ? [] : listTurns(db, sourceId)
  const { language } = getSource(db, sourceId)
  return { sourceId, text, extent: extentOf(extent, { text, turns, language }) }
}

function suggestionAt(text: string, { sourceId, turn, speakerId, time, start, end }: SearchHit) {
  const from = edgeOf(text, Math.max(0, start - EXCERPT))
  const to = edgeOf(text, Math.min(text.length, end + EXCERPT))
  return { sourceId, turn, speakerId, time, from, excerpt: text.slice(from, to) }
}

/** An offset that does not cut a character in two. */
function edgeOf(text: string, offset: number): number {
  return cutsCharacter(text, offset) ? offset + 1 : offset
}
