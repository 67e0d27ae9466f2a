import type { MethodName, Contract, Output, ParsedInput } from '../../shared/contract'
import { readTemplate } from '../../shared/markdown/template'
import { renderPage, renderReview } from './export/export-review'
import { compareRevisionPages, compareRevisions, proposeChange, renderRevision } from './export/living-document'
import { listHints, listPending } from './hints/review-hints'
import { planMarkdown } from './round-trip/read-back'
import { getCoverage, listCoverage } from './store/coverage'
import { listTerms } from './store/glossary'
import { getPassage, listPassages, listTags } from './store/passages'
import { listRelations } from './store/relations'
import { listReviewRevisions } from './store/review-revisions'
import { getReview, listReviews } from './store/reviews'
import { findDraft } from './store/correction-drafts'
import { listRevisions, readRevision } from './store/revisions'
import { listSavedSearches } from './store/saved-searches'
import { findTranslatedElsewhere } from './store/translated-elsewhere'
import { getSource, listSources, listTurns } from './store/sources'
import type { ReadableDatabase } from './store/sql'
import { getFileReport, getRevisionId, getText, listCues } from './store/transcripts'
import { verifyProject } from './verify/verify-project'

type ReadName = { [Name in MethodName]: Contract[Name]['access'] extends 'read' ? Name : never }[MethodName]

/** The calls that only read: they get a handle that cannot write. */
export const reads: { [Name in ReadName]: (db: ReadableDatabase, input: ParsedInput<Name>) => Output<Name> } = {
  'source.list': (db) => listSources(db),
  'source.get': (db, { id }) => getSource(db, id),
  'source.read': (db, { id }) => ({
    revision: getRevisionId(db, id),
    text: getText(db, id),
    turns: listTurns(db, id),
  }),
  'source.revisions': (db, { id }) => listRevisions(db, id),
  'source.readRevision': (db, { id, revision }) => readRevision(db, id, revision),
  'source.findDraft': (db, { id }) => findDraft(db, id),
  'source.cues': (db, { id }) => listCues(db, id),
  'source.report': (db, { id }) => getFileReport(db, id),
  'coverage.list': (db) => listCoverage(db),
  'coverage.get': (db, { id }) => getCoverage(db, id),
  'passage.list': (db, filter) => listPassages(db, filter),
  'passage.get': (db, { id }) => getPassage(db, id),
  'passage.verify': (db, filter) => verifyProject(db, filter),
  'passage.tags': (db) => listTags(db),
  'relation.list': (db) => listRelations(db),
  'review.list': (db) => listReviews(db),
  'review.get': (db, { id }) => getReview(db, id),
  'review.render': (db, { id }) => ({ markdown: renderReview(db, id).markdown }),
  'review.page': (db, request) => ({ html: renderPage(db, request) }),
  'review.readTemplate': (_db, { text }) => readTemplate(text),
  'review.revisions': (db, { id }) => listReviewRevisions(db, id),
  'review.revision': (db, { id, revision }) => ({ markdown: renderRevision(db, id, revision) }),
  'review.compareRevisions': (db, request) => compareRevisions(db, request),
  'review.comparePages': (db, request) => compareRevisionPages(db, request),
  'review.proposeChange': (db, { id }) => proposeChange(db, id),
  'review.planMarkdown': (db, { id, markdown }) => planMarkdown(db, id, markdown),
  'review.hints': (db, { id }) => listHints(db, id),
  'passage.pending': (db, filter) => listPending(db, filter),
  'passage.findTranslations': (db, request) => findTranslatedElsewhere(db, request),
  'glossary.list': (db) => listTerms(db),
  'savedSearch.list': (db) => listSavedSearches(db),
}
