import { describe, expect, it } from 'vitest'
import { idNow, isPending, noteKept, pendingId, withoutPassages, withPassage } from '../../renderer/passage-list'
import type { PassageId, SourceId } from '../../shared/domain/ids'
import type { Passage } from '../../shared/domain/passage'

function aPassage(id: string, start: number, end: number, given: { source?: string; note?: string } = {}): Passage {
  return {
    id: id as PassageId,
    sourceId: (given.source ?? 's') as SourceId,
    spans: [{ start, end, quote: '', prefix: '', suffix: '' }],
    text: '',
    speakerId: null,
    attributed: true,
    note: given.note ?? '',
    tags: [],
    translations: [],
    camps: [],
    createdAt: '2026-01-01T00:00:00Z',
  }
}

const [one, two, three] = [aPassage('1', 0, 10), aPassage('2', 20, 30), aPassage('3', 40, 50)]
const ids = (list: readonly Passage[] | null) => list?.map(({ id }) => id)

describe('a list with a passage', () => {
  it('has a new one where core would list it: by its start, then its end', () => {
    expect(ids(withPassage([one, three], two))).toEqual(['1', '2', '3'])
    expect(ids(withPassage([one, two, three], aPassage('4', 20, 25)))).toEqual(['1', '4', '2', '3'])
    expect(ids(withPassage([two], one))).toEqual(['1', '2'])
    expect(ids(withPassage([], one))).toEqual(['1'])
  })

  it('has a changed one once, where it stands now', () => {
    const changed = withPassage([one, two, three], aPassage('1', 45, 60, { note: 'n' }))
    expect(ids(changed)).toEqual(['2', '3', '1'])
    expect(changed?.at(-1)?.note).toBe('n')
  })

  it('has the one that core kept in place of its draft, whichever of event and answer comes first', () => {
    const draft = aPassage(pendingId(), 20, 30)
    const other = aPassage(pendingId(), 60, 70)
    const listed = withPassage(withPassage([one], draft)!, other)!
    const told = withPassage(listed, two)!
    expect(ids(told)).toEqual(['1', '2', other.id])
    expect(ids(withPassage(withoutPassages(told, [draft.id]), two))).toEqual(['1', '2', other.id])
  })

  it('has it among those of its source, and cannot tell the place of the first of a source', () => {
    const far = aPassage('f', 0, 5, { source: 't' })
    expect(ids(withPassage([far, one, three], two))).toEqual(['f', '1', '2', '3'])
    expect(withPassage([far], one)).toBe(null)
  })
})

describe('a pending passage', () => {
  it("goes by core's id once core has kept it", () => {
    const [kept, other] = [pendingId(), pendingId()]
    noteKept(kept, one.id)
    expect([kept, other, one.id].map(idNow)).toEqual([one.id, other, one.id])
    expect([kept, other, one.id].map(isPending)).toEqual([true, true, false])
  })

  it('is forgotten when hundreds were marked after it: somebody who marks all day needs no more memory for them', () => {
    const first = pendingId()
    noteKept(first, one.id)
    const later = Array.from({ length: 300 }, () => pendingId())
    for (const id of later) noteKept(id, two.id)
    expect([first, later.at(-1)!].map(idNow)).toEqual([first, two.id])
  })
})
