import { onOneLine } from '../../../shared/domain/elision'
import type { SourceId } from '../../../shared/domain/ids'
import { say } from '../../../shared/domain/messages/message'
import type { SearchAnswer } from '../../../shared/domain/search'
import type { Source } from '../../../shared/domain/source'
import { AppError } from '../../../shared/errors'
import { csvCell } from '../export/formats/csv'
import { writeExport } from '../export/write-export'
import { requireProject, type Session } from '../session'
import { listSources } from '../store/sources'
import type { SearchRequest } from './run-search'

const COLUMNS = ['before', 'match', 'after', 'speaker', 'source', 'date', 'time', 'start', 'end', 'marked'] as const
/** Text on each side of a hit. */
const CONTEXT = 120
/** Hits that are asked for at once. */
const PAGE = 10_000

type Asked = Omit<SearchRequest, 'from' | 'count' | 'context'>

/** Writes every hit of a search, one a row, as CSV that a spreadsheet reads: comma, CRLF, UTF-8 with a byte order mark. */
export async function exportHits(
  session: Session,
  asked: Asked,
  path: string,
): Promise<{ out: string; bytes: number }> {
  const project = requireProject(session)
  const sources = new Map<SourceId, Source>(listSources(project).map((source) => [source.id, source]))
  const rows: string[] = [COLUMNS.join(',')]
  for (let from = 0, total = 1; from < total; from += PAGE) {
    const answer = await session.searcher.find(project, { ...asked, from, count: PAGE, context: CONTEXT })
    if (answer.kind !== 'found') throw refusalOf(answer)
    total = answer.total
    for (const hit of answer.hits) {
      const source = sources.get(hit.sourceId)
      const row: Record<(typeof COLUMNS)[number], string> = {
        before: onOneLine(hit.before),
        match: onOneLine(hit.match),
        after: onOneLine(hit.after),
        speaker: source?.speakers.find(({ id }) => id === hit.speakerId)?.name ?? '',
        source: source?.title ?? '',
        date: source?.date ?? '',
        time: hit.time === null ? '' : String(hit.time),
        start: String(hit.start),
        end: String(hit.end),
        marked: hit.isMarked ? 'yes' : 'no',
      }
      rows.push(COLUMNS.map((column) => csvCell(row[column])).join(','))
    }
  }
  const bytes = Buffer.from(`\ufeff${rows.map((row) => `${row}\r\n`).join('')}`)
  return { out: path, bytes: writeExport(path, bytes) }
}

/** What a search that came to nothing is refused with, by whoever cannot show where the fault is. */
export function refusalOf(answer: Exclude<SearchAnswer, { readonly kind: 'found' }>): AppError {
  const detail =
    answer.kind === 'fault'
      ? answer.fault.detail || answer.fault.reason.replaceAll('-', ' ')
      : answer.kind === 'slow'
        ? `${answer.seconds} s`
        : answer.kind
  return new AppError('invalid-input', say('search-not-exported', { detail }), { advice: say('change-query') })
}
