import { describe, expect, it } from 'vitest'
import { debateMap } from '../../../renderer/features/review/map/debate-map'
import { boxBeside } from '../../../renderer/features/review/boxes'
import { layOut, NODE } from '../../../renderer/features/review/map/layout'
import type { RelationId } from '../../../shared/domain/ids'
import type { Passage, Relation, RelationKind } from '../../../shared/domain/passage'
import { anOutline, aPassage, passageId, sectionId } from './a-review'

const review = {
  sections: anOutline(`
consensus agreed: q9 q1
disagreement split
  camp A: q1 q2
  camp B: q3
`),
}
const inCamp = (id: string, ...camps: string[]) => aPassage(id, { camps: camps.map(sectionId) })
const passages = new Map(
  [
    inCamp('q1', 'A'),
    inCamp('q2', 'A'),
    inCamp('q3', 'B', 'A'),
    inCamp('q4', 'B'),
    inCamp('q9'),
    inCamp('q7', 'another review’s'),
    inCamp('q8'),
  ].map((passage): [Passage['id'], Passage] => [passage.id, passage]),
)
const relate = (from: string, kind: RelationKind, to: string): Relation => ({
  id: `${from}-${to}` as RelationId,
  from: passageId(from),
  to: passageId(to),
  kind,
})
const shown = (...relations: Relation[]) => debateMap(review, passages, relations)
const groupsOf = (map: ReturnType<typeof shown>) =>
  map.groups.map((group) => [group.section?.id ?? null, group.passages.map(({ id }) => id)])

describe('the map of a debate', () => {
  it('groups related passages by their camp, else by the section that quotes them', () => {
    const map = shown(relate('q3', 'contradicts', 'q1'), relate('q9', 'supports', 'q4'))
    expect(groupsOf(map)).toEqual([
      ['agreed', ['q9']],
      ['A', ['q1']],
      ['B', ['q3', 'q4']],
    ])
  })

  it('shows what relates to the review from outside, and nothing that does not', () => {
    const map = shown(relate('q7', 'qualifies', 'q1'), relate('q7', 'supports', 'q8'), relate('q1', 'supports', 'gone'))
    expect(map.relations.map(({ id }) => id)).toEqual(['q7-q1'])
    expect(groupsOf(map)).toEqual([
      ['A', ['q1']],
      [null, ['q7']],
    ])
  })
})

describe('its layout', () => {
  const map = shown(
    relate('q1', 'contradicts', 'q4'),
    relate('q2', 'contradicts', 'q3'),
    relate('q1', 'supports', 'q2'),
  )
  const layout = layOut(map)
  const at = (id: string) => layout.nodes.get(passageId(id))!

  it('puts groups side by side and lets no two nodes lie over each other', () => {
    const nodes = [...layout.nodes.values()]
    for (const [index, a] of nodes.entries()) {
      for (const b of nodes.slice(index + 1)) {
        expect(Math.abs(a.x - b.x) >= NODE.width || Math.abs(a.y - b.y) >= NODE.height).toBe(true)
      }
    }
    for (const { x, y, width, height } of [...nodes, ...layout.groups]) {
      expect([x >= 0, y >= 0, x + width <= layout.width, y + height <= layout.height]).toEqual([true, true, true, true])
    }
  })

  it('puts related nodes at one height, so that arrows cross less', () => {
    expect([at('q1').y === at('q4').y, at('q2').y === at('q3').y]).toEqual([true, true])
    expect(at('q1').x < at('q4').x).toBe(true)
  })

  it('leads from node to node by the arrow keys', () => {
    const beside = (id: string, key: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight') =>
      boxBeside(layout.nodes, passageId(id), key)
    const [top, below] = at('q1').y < at('q2').y ? ['q1', 'q2'] : ['q2', 'q1']
    expect([beside(top, 'ArrowDown'), beside(top, 'ArrowUp'), beside(below, 'ArrowUp')]).toEqual([below, null, top])
    expect([beside('q1', 'ArrowRight'), beside('q4', 'ArrowLeft'), beside('q1', 'ArrowLeft')]).toEqual([
      'q4',
      'q1',
      null,
    ])
  })

  it('is quick for a debate of two thousand relations', () => {
    const many = new Map(
      Array.from({ length: 2000 }, (_, i): [Passage['id'], Passage] => {
        const passage = inCamp(`m${i}`, i % 2 === 0 ? 'A' : 'B')
        return [passage.id, passage]
      }),
    )
    const relations = Array.from({ length: 2000 }, (_, i) => relate(`m${i}`, 'supports', `m${(i * 7 + 1) % 2000}`))
    const { nodes, edges, width, height } = layOut(debateMap(review, many, relations))
    expect([nodes.size, edges.length]).toEqual([2000, 2000])
    expect(Math.max(width, height) / Math.min(width, height)).toBeLessThan(8)
  })
})
