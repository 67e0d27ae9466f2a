import type { Term } from '../../../shared/domain/glossary'
import type { TermId } from '../../../shared/domain/ids'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { newId } from './new-id'
import { notFound } from './not-found'
import type { ReadableDatabase, WritableDatabase } from './sql'

const COLUMNS = 'id, term, language, translation, note'

/** Every term, by its language and its letters. */
export function listTerms(db: ReadableDatabase): Term[] {
  return db.all<Term>(`SELECT ${COLUMNS} FROM term ORDER BY language, term, id`)
}

/** Adds a term, or changes the one of this id. Throws `term-exists` when another has the same words and language. */
export function setTerm(
  db: WritableDatabase,
  { id, ...given }: Omit<Term, 'id'> & { readonly id?: TermId | undefined },
): Term {
  const term = { id: id ?? newId<'term'>(), ...given, term: given.term.trim() }
  if (id !== undefined && !db.find('SELECT 1 FROM term WHERE id = ?', id)) throw notFound('term', id)
  if (db.find('SELECT 1 FROM term WHERE term = ? AND language = ? AND id <> ?', term.term, term.language, term.id)) {
    throw new AppError('term-exists', say('term-there', { term: term.term }), {
      advice: say('change-that-one'),
    })
  }
  db.run(
    `INSERT INTO term (id, term, language, translation, note) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET term = excluded.term, language = excluded.language,
       translation = excluded.translation, note = excluded.note`,
    term.id,
    term.term,
    term.language,
    term.translation,
    term.note,
  )
  return term
}

/** Takes a term out of the glossary. */
export function deleteTerm(db: WritableDatabase, id: TermId): void {
  if (db.run('DELETE FROM term WHERE id = ?', id) === 0) throw notFound('term', id)
}
