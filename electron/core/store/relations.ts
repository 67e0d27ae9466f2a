import type { PassageId, RelationId } from '../../../shared/domain/ids'
import type { Relation, RelationKind } from '../../../shared/domain/passage'
import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { newId } from './new-id'
import { notFound } from './not-found'
import { getPassage } from './passages'
import type { ReadableDatabase, WritableDatabase } from './sql'

/** Every relation between passages. */
export function listRelations(db: ReadableDatabase): Relation[] {
  return db.all<Relation>('SELECT id, "from", "to", kind FROM relation ORDER BY "from", "to", kind')
}

/** Relates two passages. The same relation twice is the first one. */
export function insertRelation(db: WritableDatabase, from: PassageId, to: PassageId, kind: RelationKind): Relation {
  getPassage(db, from)
  getPassage(db, to)
  if (from === to) {
    throw new AppError('invalid-input', say('relation-to-itself'), {
      advice: say('choose-passage'),
    })
  }
  const existing = db.find<Relation>(
    'SELECT id, "from", "to", kind FROM relation WHERE "from" = ? AND "to" = ? AND kind = ?',
    from,
    to,
    kind,
  )
  if (existing) return existing
  const id = newId<'relation'>()
  db.run('INSERT INTO relation (id, "from", "to", kind) VALUES (?, ?, ?, ?)', id, from, to, kind)
  return { id, from, to, kind }
}

/** Ends a relation. */
export function deleteRelation(db: WritableDatabase, id: RelationId): void {
  if (db.run('DELETE FROM relation WHERE id = ?', id) === 0) throw notFound('relation', id)
}
