import type { Contract, MethodName, Output, ParsedInput } from '../../shared/contract'
import { say } from '../../shared/domain/messages/message'
import { AppError } from '../../shared/errors'
import { correctSource, restoreRevision } from './correct/correct-source'
import { addChange } from './export/living-document'
import { applyMarkdown } from './round-trip/read-back'
import { deleteBlock, insertProse, insertQuote, insertQuoteWithin, moveBlock, updateBlock } from './store/blocks'
import { claimRead } from './store/coverage'
import { dismissHint } from './store/dismissed-hints'
import { markMany } from './store/mark-many'
import { moveToCamp } from './store/move-to-camp'
import {
  deletePassages,
  getPassage,
  insertPassage,
  putIntoCamp,
  setSpans,
  setTranslation,
  takeOutOfCamp,
  updatePassage,
} from './store/passages'
import { deleteTerm, setTerm } from './store/glossary'
import { setView } from './store/my-view'
import { updateProject } from './store/project'
import { refuseSuggestions, suggestAgain } from './store/refused-suggestions'
import {
  deleteSavedSearch,
  getSavedSearch,
  insertSavedSearch,
  moveSavedSearch,
  updateSavedSearch,
} from './store/saved-searches'
import { deleteRelation, insertRelation } from './store/relations'
import { deleteReview, getReview, updateReview } from './store/reviews'
import { deleteSection, insertSection, moveSection, updateSection } from './store/sections'
import { deleteSources, setMedia, updateSource } from './store/sources'
import { joinPassages, splitPassage } from './store/split-and-join'
import type { WritableDatabase } from './store/sql'
import { startReview } from './start-review'

/** The calls that a person can undo: each runs in one transaction and is recorded under its name. */
export type WriteName = { [Name in MethodName]: Contract[Name]['access'] extends 'write' ? Name : never }[MethodName]

export const writes: { [Name in WriteName]: (db: WritableDatabase, input: ParsedInput<Name>) => Output<Name> } = {
  'project.update': (db, change) => done(updateProject(db, change)),

  'source.update': (db, { id, ...change }) => done(updateSource(db, id, change)),
  'source.updateMany': (db, { ids, ...change }) => {
    for (const id of ids) updateSource(db, id, change)
    return null
  },
  'source.correct': (db, { id, baseRevision, edits }) => correctSource(db, id, baseRevision, edits),
  'source.restoreRevision': (db, { id, baseRevision, revision }) => restoreRevision(db, id, baseRevision, revision),
  'source.attachMedia': (db, { id, path }) => done(setMedia(db, id, path)),
  'source.detachMedia': (db, { id }) => done(setMedia(db, id, null)),
  'source.delete': (db, { ids }) => done(deleteSources(db, ids)),

  'coverage.mark': (db, { ids, ranges, isRead }) => {
    for (const id of ids) claimRead(db, id, ranges ?? null, isRead)
    return null
  },

  'passage.mark': (db, { sourceId, spans, camp }) => {
    const id = insertPassage(db, { sourceId, ranges: spans })
    if (camp !== null) putIntoCamp(db, id, camp)
    return getPassage(db, id)
  },
  'passage.markMany': (db, { places, camp, tags }) => ({ marked: markMany(db, places, camp, tags) }),
  'passage.setSpans': (db, { id, spans }) => {
    setSpans(db, id, spans)
    return getPassage(db, id)
  },
  'passage.update': (db, { id, ...change }) => {
    updatePassage(db, id, change)
    return getPassage(db, id)
  },
  'passage.putIntoCamp': (db, { id, camp }) => {
    putIntoCamp(db, id, camp)
    return getPassage(db, id)
  },
  'passage.takeOutOfCamp': (db, { id, camp }) => {
    takeOutOfCamp(db, id, camp)
    return getPassage(db, id)
  },
  'passage.moveToCamp': (db, { ids, from, to }) => moveToCamp(db, ids, { from, to }).map((id) => getPassage(db, id)),
  'passage.translate': (db, { id, ...translation }) => {
    setTranslation(db, id, translation)
    return getPassage(db, id)
  },
  'passage.split': (db, { id, at }) => splitPassage(db, id, at).map((half) => getPassage(db, half)),
  'passage.join': (db, { ids }) => getPassage(db, joinPassages(db, ids)),
  'passage.delete': (db, { ids }) => done(deletePassages(db, ids)),

  'relation.add': (db, { from, to, kind }) => insertRelation(db, from, to, kind),
  'relation.remove': (db, { id }) => done(deleteRelation(db, id)),

  'review.create': (db, { title, language, starter }) => getReview(db, startReview(db, { title, language, starter })),
  'review.update': (db, { id, ...change }) => done(updateReview(db, id, change)),
  'review.delete': (db, { id }) => done(deleteReview(db, id)),
  'review.applyMarkdown': (db, request) => done(applyMarkdown(db, request)),
  'review.addChange': (db, { id, markdown }) => addChange(db, id, markdown),

  'review.dismissHint': (db, { id, key, dismissed }) => done(dismissHint(db, id, key, dismissed)),

  'section.add': (db, section) => ({ id: insertSection(db, section) }),
  'section.update': (db, { id, ...change }) => done(updateSection(db, id, change)),
  'section.move': (db, { id, parentId, index }) => done(moveSection(db, id, parentId, index)),
  'section.delete': (db, { id }) => done(deleteSection(db, id)),

  'section.setView': (db, { id, view }) => done(setView(db, id, view)),
  'glossary.set': (db, term) => setTerm(db, term),
  'glossary.remove': (db, { id }) => done(deleteTerm(db, id)),

  'savedSearch.save': (db, search) => getSavedSearch(db, insertSavedSearch(db, search)),
  'savedSearch.update': (db, { id, ...change }) => {
    updateSavedSearch(db, id, change)
    return getSavedSearch(db, id)
  },
  'savedSearch.move': (db, { id, index }) => done(moveSavedSearch(db, id, index)),
  'savedSearch.delete': (db, { id }) => done(deleteSavedSearch(db, id)),
  'savedSearch.refuse': (db, { id, places }) => done(refuseSuggestions(db, id, places)),
  'savedSearch.suggestAgain': (db, { id }) => done(suggestAgain(db, id)),

  'block.addProse': (db, { sectionId, index, markdown }) => ({ id: insertProse(db, sectionId, index, markdown) }),
  'block.placeQuote': (db, { sectionId, index, passageId, leadIn }) => ({
    id: insertQuote(db, sectionId, index, passageId, leadIn),
  }),
  'block.placeQuoteWithin': (db, { passageId, ...place }) => ({ id: insertQuoteWithin(db, place, passageId) }),
  'block.update': (db, { id, markdown, leadIn }) => {
    const text = markdown ?? leadIn
    if (text === undefined) throw new AppError('invalid-input', say('block-empty'), { advice: say('give-one') })
    return done(updateBlock(db, id, text))
  },
  'block.move': (db, { id, sectionId, index }) => done(moveBlock(db, id, sectionId, index)),
  'block.delete': (db, { id }) => done(deleteBlock(db, id)),
}

/** The answer of a call that has nothing to tell. */
function done(_: void): null {
  return null
}
