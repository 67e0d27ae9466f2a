import type { SourceId, SpeakerId } from '../../../shared/domain/ids'
import type { SearchHit, SearchResult } from '../../../shared/domain/search'
import { turnIndexAt } from '../../../shared/domain/turn'
import type { ReadableDatabase } from '../store/sql'

/** Code units of text shown on each side of a hit. */
const CONTEXT = 60

interface SearchedTurn {
  readonly start: number
  readonly speakerId: SpeakerId | null
}

/**
 * Every place where `query` stands in any source, letter case aside: exact substrings, in any language. A space in the
 * query matches any run of white space, since captions break their lines. `limit` bounds the hits, not the total.
 */
export function searchTurns(db: ReadableDatabase, query: string, limit: number): SearchResult {
  const pattern = toPattern(query)
  if (!pattern) return { total: 0, hits: [] }
  const hits: SearchHit[] = []
  let total = 0
  const sources = db.all<{ id: SourceId; transcriptId: string }>(
    'SELECT id, transcript_id AS transcriptId FROM source ORDER BY position',
  )
  for (const { id, transcriptId } of sources) {
    const text = db.find<{ text: string }>('SELECT text FROM transcript WHERE id = ?', transcriptId)?.text ?? ''
    let turns: SearchedTurn[] | null = null
    for (const found of text.matchAll(pattern)) {
      total += 1
      if (hits.length >= limit) continue
      turns ??= db.all<SearchedTurn>(
        `SELECT turn.start, speaker.id AS speakerId
         FROM turn LEFT JOIN speaker ON speaker.source_id = ? AND speaker.label = turn.label
         WHERE turn.transcript_id = ? ORDER BY turn.position`,
        id,
        transcriptId,
      )
      hits.push(toHit(id, text, turns, found.index, found.index + found[0].length))
    }
  }
  return { total, hits }
}

function toPattern(query: string): RegExp | null {
  const words = query.trim().split(/\s+/u).filter(Boolean)
  if (words.length === 0) return null
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+'), 'giu')
}

function toHit(
  sourceId: SourceId,
  text: string,
  turns: readonly SearchedTurn[],
  start: number,
  end: number,
): SearchHit {
  const turn = Math.max(0, turnIndexAt(turns, start))
  return {
    sourceId,
    turn,
    speakerId: turns[turn]?.speakerId ?? null,
    start,
    end,
    before: text.slice(safeEdge(text, Math.max(0, start - CONTEXT)), start),
    match: text.slice(start, end),
    after: text.slice(end, safeEdge(text, Math.min(text.length, end + CONTEXT))),
  }
}

/** An offset that does not cut a surrogate pair. */
function safeEdge(text: string, offset: number): number {
  const code = text.charCodeAt(offset)
  return code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset
}
