import type { Passage } from '../../../shared/domain/passage'
import type { PassageId, ReviewId, SourceId } from '../../../shared/domain/ids'
import type { Verification } from '../../../shared/domain/verification'
import { getPassage, listPassages, listQuotedPassages } from '../store/passages'
import { getReview } from '../store/reviews'
import { getSource, listTurns } from '../store/sources'
import type { ReadableDatabase } from '../store/sql'
import { getText } from '../store/transcripts'
import { verifyPassages } from './verify-passages'

/** Which passages to check; without any of these, all of the project. */
export interface VerifyFilter {
  readonly id?: PassageId | undefined
  readonly sourceId?: SourceId | undefined
  readonly reviewId?: ReviewId | undefined
}

/** Compares a project's passages with the stored text of their sources. Throws `not-found` for an id that is not there. */
export function verifyProject(db: ReadableDatabase, filter: VerifyFilter): Verification {
  return verifyStored(db, choosePassages(db, filter))
}

/** Compares passages that were read from a project with the stored text of their sources. */
export function verifyStored(db: ReadableDatabase, passages: readonly Passage[]): Verification {
  return verifyPassages(passages, (id) => {
    const { title, speakers } = getSource(db, id)
    return { id, title, speakers, text: getText(db, id), turns: listTurns(db, id) }
  })
}

function choosePassages(db: ReadableDatabase, { id, sourceId, reviewId }: VerifyFilter) {
  if (id !== undefined) return [getPassage(db, id)]
  if (reviewId === undefined) return listPassages(db, { sourceId })
  getReview(db, reviewId)
  const quoted = listQuotedPassages(db, reviewId)
  return sourceId === undefined ? quoted : quoted.filter((passage) => passage.sourceId === sourceId)
}
