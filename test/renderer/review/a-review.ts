import type { BlockId, PassageId, ReviewId, SectionId, SourceId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import type { Block, Section, SectionKind } from '../../../shared/domain/review'

export const sectionId = (id: string) => id as SectionId
export const blockId = (id: string) => id as BlockId
export const passageId = (id: string) => id as PassageId

/**
 * Sections from an outline, two spaces a level: `kind id: block block`. A block that starts with `q` quotes the
 * passage of the same name; any other is prose.
 */
export function anOutline(outline: string): Section[] {
  const path: SectionId[] = []
  return outline
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, indent, kind, id, blocks] = /^( *)([\w-]+) (\w+):?(.*)$/.exec(line)!
      const depth = indent!.length / 2
      path.length = depth
      const parentId = path[depth - 1] ?? null
      path.push(sectionId(id!))
      return {
        id: sectionId(id!),
        reviewId: 'review' as ReviewId,
        parentId,
        kind: kind as SectionKind,
        heading: null,
        camp: kind === 'camp' || kind === 'cold-water' ? { label: id!, thesis: '', holder: '', colour: 1 } : null,
        view: null,
        blocks: blocks!.trim().split(' ').filter(Boolean).map(aBlock),
      }
    })
}

function aBlock(id: string): Block {
  return id.startsWith('q')
    ? { kind: 'quote', id: blockId(id), passageId: passageId(id), leadIn: '' }
    : { kind: 'prose', id: blockId(id), markdown: id }
}

/** The opposite of `anOutline`. */
export function outlineOf(sections: readonly Section[]): string {
  const depths = new Map<SectionId, number>()
  return sections
    .map((section) => {
      const depth = section.parentId === null ? 0 : depths.get(section.parentId)! + 1
      depths.set(section.id, depth)
      const blocks = section.blocks.map((block) => block.id).join(' ')
      return `${'  '.repeat(depth)}${section.kind} ${section.id}${blocks && `: ${blocks}`}`
    })
    .join('\n')
}

export function aPassage(id: string, change: Partial<Passage> = {}): Passage {
  return {
    id: passageId(id),
    sourceId: 'source' as SourceId,
    spans: [{ start: 0, end: 1, quote: 'x', prefix: '', suffix: '' }],
    text: `The words of ${id}`,
    speakerId: null,
    attributed: true,
    note: '',
    tags: [],
    translations: [],
    camps: [],
    createdAt: '2026-06-11T10:00:00Z',
    ...change,
  }
}
