import { applyEdits, refineEdits } from '../../../shared/anchoring/edits'
import type { CorrectionReport, TextEdit } from '../../../shared/domain/correction'
import type { RevisionId, SourceId } from '../../../shared/domain/ids'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { countWords } from '../import/count-words'
import { keepDraft } from '../store/correction-drafts'
import { carryRefused } from '../store/refused-suggestions'
import { editsBackTo, getTranscript } from '../store/revisions'
import { getSource, replaceTranscript } from '../store/sources'
import type { WritableDatabase } from '../store/sql'
import { getRevisionId, type NewTranscript } from '../store/transcripts'
import { carrier, carryPassages } from './carry-passages'
import { checkEdits } from './check-edits'
import { moveParts } from './move-parts'

/**
 * Stores a source's text with these edits made as a new revision, and carries its turns, cues and passages along; its
 * draft is done with. Throws `revision-changed` when `base` is not the current text, and `correction-invalid` for edits
 * that would change more than what is said within turns.
 */
export function correctSource(
  db: WritableDatabase,
  id: SourceId,
  base: RevisionId,
  edits: readonly TextEdit[],
): CorrectionReport {
  requireCurrent(db, id, base)
  const before = getTranscript(db, id, base)
  checkEdits(before, edits)
  const refined = refineEdits(before.text, edits)
  const text = applyEdits(before.text, refined)
  if (text !== applyEdits(before.text, edits)) throw new Error('refined edits give another text')
  if (refined.length === 0) throw unchanged()
  const after = corrected(before, refined, text, getSource(db, id).language)
  return store(db, id, 'correction', before.text, after, refined)
}

/**
 * Makes a new revision out of an older one, with the turns and cues that it had. Passages go back by the edits that
 * were made since; by their quotes where the file was read again in between. Throws `revision-changed`.
 */
export function restoreRevision(
  db: WritableDatabase,
  id: SourceId,
  base: RevisionId,
  revision: RevisionId,
): CorrectionReport {
  requireCurrent(db, id, base)
  const before = getTranscript(db, id, base)
  const after = getTranscript(db, id, revision)
  if (after.text === before.text) throw unchanged()
  const edits = editsBackTo(db, id, revision)
  return store(db, id, 'restore', before.text, after, edits && refineEdits(before.text, edits))
}

function store(
  db: WritableDatabase,
  id: SourceId,
  kind: 'correction' | 'restore',
  before: string,
  after: NewTranscript,
  edits: readonly TextEdit[] | null,
): CorrectionReport {
  keepDraft(db, id, getRevisionId(db, id), [])
  const revision = replaceTranscript(db, id, after, { kind, edits })
  const carry = carrier(before, after.text, edits)
  carryRefused(db, id, (spans) => carry({ spans }))
  return { revision, edits: edits?.length ?? 0, ...carryPassages(db, id, before, after.text, edits) }
}

function corrected(before: NewTranscript, edits: readonly TextEdit[], text: string, language: string): NewTranscript {
  const { turns, cues } = moveParts(before, edits)
  // Words do not reach across turns: those of the others are counted already.
  const words = turns.reduce((sum, { start, end }, index) => {
    const old = before.turns[index]!
    const [said, saidBefore] = [text.slice(start, end), before.text.slice(old.start, old.end)]
    return said === saidBefore ? sum : sum + countWords(said, language) - countWords(saidBefore, language)
  }, before.words)
  return { ...before, text, turns, cues, words }
}

function requireCurrent(db: WritableDatabase, id: SourceId, base: RevisionId): void {
  if (getRevisionId(db, id) === base) return
  throw new AppError('revision-changed', say('revision-not-current'), { advice: say('correct-what-is-now') })
}

function unchanged(): AppError {
  return new AppError('correction-invalid', say('correction-nothing'), { advice: say('change-something') })
}
