import type { PassageId, RelationId } from '../../../../shared/domain/ids'
import type { RelationKind } from '../../../../shared/domain/passage'
import type { Box } from '../boxes'
import type { DebateMap, MapGroup } from './debate-map'

export const NODE = { width: 220, height: 76 } as const
/** Between the nodes of a column, and from one column of a group to the next. */
const GAP = { node: 16, column: 32, group: 130, shelf: 72, inside: 16, head: 44 } as const
/** A group with more nodes than this gets another column. */
const COLUMN_LENGTH = 10
const SWEEPS = 4
/** As many groups stand in one row whatever the shape of the whole. */
const MOST_IN_ROW = 3
/** How much wider than high the drawing is to be. */
const SHAPE = 1.9

export interface PlacedNode extends Box {
  readonly id: PassageId
}

export interface PlacedGroup extends Box {
  readonly group: MapGroup
}

export interface PlacedEdge {
  readonly id: RelationId
  readonly from: PassageId
  readonly to: PassageId
  readonly kind: RelationKind
  /** An SVG path from one node's side to the other's. */
  readonly path: string
  /** Where its label stands. */
  readonly middle: { readonly x: number; readonly y: number }
}

/** Where everything stands, in pixels. */
export interface MapLayout {
  readonly width: number
  readonly height: number
  readonly groups: readonly PlacedGroup[]
  readonly nodes: ReadonlyMap<PassageId, PlacedNode>
  readonly edges: readonly PlacedEdge[]
}

/**
 * Groups stand side by side, their nodes below each other, each as near as can be to the height of those it is related
 * to. The same map is always laid out the same.
 */
export function layOut({ groups, relations }: DebateMap): MapLayout {
  const neighbours = new Map<PassageId, PassageId[]>()
  for (const { from, to } of relations) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to])
    neighbours.set(to, [...(neighbours.get(to) ?? []), from])
  }
  const order = groups.map(({ passages }) => passages.map(({ id }) => id))
  const heightOf = new Map<PassageId, number>()
  const note = (ids: readonly PassageId[]) => ids.forEach((id, at) => heightOf.set(id, (at + 0.5) / ids.length))
  order.forEach(note)
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const ids of sweep % 2 === 0 ? order : [...order].reverse()) {
      const wanted = new Map(ids.map((id, at) => [id, { height: meanOf(neighbours.get(id) ?? [], heightOf), at }]))
      ids.sort((a, b) => {
        const [first, second] = [wanted.get(a)!, wanted.get(b)!]
        return first.height - second.height || first.at - second.at
      })
      note(ids)
    }
  }

  const nodes = new Map<PassageId, PlacedNode>()
  const sizes = order.map((ids) => sizeOf(ids.length))
  const shelves = shelve(sizes)
  const placed: PlacedGroup[] = []
  let [y, width] = [0, 0]
  for (const shelf of shelves) {
    const height = Math.max(...shelf.map((at) => sizes[at]!.height))
    let x = 0
    for (const at of shelf) {
      const { rows, ...size } = sizes[at]!
      const box = { x, y: y + (height - size.height) / 2, ...size }
      order[at]!.forEach((id, index) => {
        nodes.set(id, {
          id,
          x: box.x + GAP.inside + Math.floor(index / rows) * (NODE.width + GAP.column),
          y: box.y + GAP.head + (index % rows) * (NODE.height + GAP.node),
          ...NODE,
        })
      })
      placed.push({ group: groups[at]!, ...box })
      x += box.width + GAP.group
    }
    width = Math.max(width, x - GAP.group)
    y += height + GAP.shelf
  }
  return {
    width,
    height: Math.max(0, y - GAP.shelf),
    groups: placed,
    nodes,
    edges: relations.map(({ id, from, to, kind }) => ({
      id,
      from,
      to,
      kind,
      ...curve(nodes.get(from)!, nodes.get(to)!),
    })),
  }
}

interface GroupSize {
  readonly rows: number
  readonly width: number
  readonly height: number
}

function sizeOf(count: number): GroupSize {
  const rows = rowsOf(count)
  const columns = Math.ceil(count / rows)
  return {
    rows,
    width: columns * NODE.width + (columns - 1) * GAP.column + 2 * GAP.inside,
    height: GAP.head + rows * (NODE.height + GAP.node) - GAP.node + GAP.inside,
  }
}

/** The groups, by number, in as many rows as come nearest to the shape of a window. */
function shelve(sizes: readonly GroupSize[]): number[][] {
  let best: { readonly shelves: number[][]; readonly fault: number } = { shelves: [], fault: Number.POSITIVE_INFINITY }
  for (let perShelf = 1; perShelf <= sizes.length; perShelf += 1) {
    const shelves = Array.from({ length: Math.ceil(sizes.length / perShelf) }, (_, shelf) =>
      sizes.flatMap((_size, at) => (Math.floor(at / perShelf) === shelf ? [at] : [])),
    )
    const width = Math.max(...shelves.map((shelf) => shelf.reduce((sum, at) => sum + sizes[at]!.width + GAP.group, 0)))
    const height = shelves.reduce(
      (sum, shelf) => sum + Math.max(...shelf.map((at) => sizes[at]!.height)) + GAP.shelf,
      0,
    )
    const fault = Math.abs(Math.log(width / height / SHAPE))
    if (perShelf >= Math.min(MOST_IN_ROW, sizes.length) && fault < best.fault) best = { shelves, fault }
  }
  return best.shelves
}

/** How many rows a group of this many nodes takes. */
function rowsOf(count: number): number {
  const columns = Math.ceil(count / COLUMN_LENGTH)
  // Wide rather than endlessly high, but never wider than high by much.
  const most = columns <= 3 ? columns : Math.ceil(Math.sqrt(count / 4))
  return Math.max(1, Math.ceil(count / most))
}

function meanOf(ids: readonly PassageId[], heights: ReadonlyMap<PassageId, number>): number {
  return ids.length === 0 ? 0.5 : ids.reduce((sum, id) => sum + (heights.get(id) ?? 0.5), 0) / ids.length
}

/** From the side of one box that faces the other; within a column around the right of it. */
function curve(from: Box, to: Box): Pick<PlacedEdge, 'path' | 'middle'> {
  const isBeside = Math.abs(from.x - to.x) < 1
  const goesRight = isBeside || to.x > from.x
  const start = { x: goesRight ? from.x + from.width : from.x, y: from.y + from.height / 2 }
  const end = { x: isBeside || !goesRight ? to.x + to.width : to.x, y: to.y + to.height / 2 }
  const bend = isBeside ? 44 + Math.min(60, Math.abs(end.y - start.y) / 8) : Math.max(48, Math.abs(end.x - start.x) / 2)
  const first = { x: start.x + (goesRight ? bend : -bend), y: start.y }
  const second = { x: end.x + (isBeside || !goesRight ? bend : -bend), y: end.y }
  // The middle of a Bézier curve.
  const middle = {
    x: (start.x + 3 * first.x + 3 * second.x + end.x) / 8,
    y: (start.y + 3 * first.y + 3 * second.y + end.y) / 8,
  }
  const at = ({ x, y }: { readonly x: number; readonly y: number }) => `${round(x)} ${round(y)}`
  return {
    path: `M${at(start)}C${at(first)} ${at(second)} ${at(end)}`,
    middle: { x: round(middle.x), y: round(middle.y) },
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
