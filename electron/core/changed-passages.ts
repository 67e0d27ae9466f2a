import type { ChangedCamp, ChangedPassages, ParsedInput } from '../../shared/contract'
import type { Passage } from '../../shared/domain/passage'
import { listChangedPassages } from './store/journal'
import { findPassages } from './store/passages'
import type { ReadableDatabase } from './store/sql'
import type { WriteName } from './writes'

/** Beyond this, reading a list again costs less than telling of each. */
const MOST = 100

/** What a write did to passages, when it did nothing else that a list of passages shows; `null` for other writes. */
export function changedPassages(name: string, input: unknown, output: unknown): ChangedPassages | null {
  switch (name as WriteName) {
    case 'passage.mark':
    case 'passage.setSpans':
    case 'passage.update':
    case 'passage.translate':
      return { set: [output as Passage], removed: [] }
    case 'passage.putIntoCamp':
    case 'passage.takeOutOfCamp':
      return { set: [output as Passage], removed: [], onlySorted: true }
    case 'passage.split':
      return { set: output as readonly Passage[], removed: [] }
    case 'passage.moveToCamp': {
      // Out of a camp into none, a passage leaves the page too.
      const { to } = input as ParsedInput<'passage.moveToCamp'>
      return { set: output as readonly Passage[], removed: [], ...(to !== null && { onlySorted: true }) }
    }
    case 'passage.join': {
      const joined = output as Passage
      const { ids } = input as ParsedInput<'passage.join'>
      return { set: [joined], removed: ids.filter((id) => id !== joined.id) }
    }
    case 'passage.delete':
      return { set: [], removed: (input as ParsedInput<'passage.delete'>).ids }
    // A camp's colour and words are its section's, and a search is none of them: neither stands in a passage.
    case 'section.update':
    case 'savedSearch.save':
    case 'savedSearch.update':
    case 'savedSearch.move':
    case 'savedSearch.delete':
    case 'savedSearch.refuse':
    case 'savedSearch.suggestAgain':
      return { set: [], removed: [] }
    default:
      return null
  }
}

/** The camp that a write changed, when that is all it did; `null` for other writes. */
export function changedCamp(name: string, input: unknown): ChangedCamp | null {
  if (name !== 'section.update') return null
  const { id, heading, camp } = input as ParsedInput<'section.update'>
  return camp !== undefined && heading === undefined ? { id, camp } : null
}

/** What undoing or redoing an action did to passages; `null` when a list of passages is to be read again. */
export function passagesOfAction(db: ReadableDatabase, action: number): ChangedPassages | null {
  const ids = listChangedPassages(db, action, MOST)
  if (ids === null) return null
  const set = findPassages(db, ids)
  const there = new Set(set.map(({ id }) => id))
  return { set, removed: ids.filter((id) => !there.has(id)) }
}
