import type { ParsedInput } from '../../../shared/contract'
import type { ReviewId, SourceId } from '../../../shared/domain/ids'
import type { Mentions } from '../../../shared/domain/mentions'
import { requireProject, type Session } from '../session'
import type { ReadableDatabase } from '../store/sql'
import type { MentionsRequest } from './count-mentions'

/** Counts where the open project's sources mention some terms. */
export async function findMentions(
  session: Session,
  { terms, reviewId, longer }: ParsedInput<'search.mentions'>,
): Promise<Mentions> {
  const project = requireProject(session)
  const cited = reviewId === null ? [] : listCitedSpans(project, reviewId)
  return session.searcher.countMentions(project, { terms, cited, wantsLonger: longer })
}

function listCitedSpans(db: ReadableDatabase, review: ReviewId): MentionsRequest['cited'] {
  return db.all<{ readonly sourceId: SourceId; readonly start: number; readonly end: number }>(
    `SELECT passage.source_id AS sourceId, span.start, span."end"
     FROM passage JOIN span ON span.passage_id = passage.id
     WHERE passage.id IN (SELECT block.passage_id FROM block JOIN section ON section.id = block.section_id
       WHERE section.review_id = ? AND block.passage_id IS NOT NULL)`,
    review,
  )
}
