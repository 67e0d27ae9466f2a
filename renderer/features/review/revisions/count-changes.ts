import type { DocumentComparison } from '../../../../shared/markdown/compare-documents'

/** The kinds of change that are there, with how many of each. */
export function countChanges({ quotes, sections }: DocumentComparison) {
  const counts = [
    { kind: 'added', count: quotes.added.length },
    { kind: 'removed', count: quotes.removed.length },
    { kind: 'moved', count: quotes.changed.filter(({ movedFrom }) => movedFrom !== null).length },
    { kind: 'reworded', count: quotes.changed.filter(({ reworded }) => reworded !== null).length },
    { kind: 'retranslated', count: quotes.changed.filter(({ retranslated }) => retranslated !== null).length },
    { kind: 'sectionsAdded', count: sections.added.length },
    { kind: 'sectionsRemoved', count: sections.removed.length },
    { kind: 'rewritten', count: sections.rewritten.length },
  ] as const
  return counts.filter(({ count }) => count > 0)
}
