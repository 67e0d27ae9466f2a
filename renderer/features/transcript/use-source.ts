import { replaceEqualDeep } from '@tanstack/react-query'
import { useState } from 'react'
import type { SourceId } from '../../../shared/domain/ids'
import type { Source } from '../../../shared/domain/source'
import { useRead } from '../../api'

/**
 * What is known of a source. How many passages it has changes with every mark and is not shown here: `facts` stay the
 * same object then, as what follows from them is the whole page.
 */
export function useSource(id: SourceId) {
  const { data, error, refetch } = useRead('source.get', { id })
  const [facts, setFacts] = useState<Source | undefined>(data)
  if (data && data !== facts && !(facts && isSameButPassages(facts, data))) setFacts(data)
  return { facts, error, refetch }
}

function isSameButPassages(before: Source, after: Source): boolean {
  return replaceEqualDeep(before, { ...after, passages: before.passages }) === before
}
