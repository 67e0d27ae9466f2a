import { Fragment, memo, useCallback, useMemo, useRef, useState } from 'react'
import { create } from 'zustand'
import type { BlockId } from '../../../shared/domain/ids'
import type { Block, Section } from '../../../shared/domain/review'
import { estimateHeight } from './block-heights'
import { Gap } from './gap'
import { usePage } from './page-context'
import { ProseBlock } from './prose-block'
import { QuoteBlock } from './quote-block'
import { watchNear } from './watch-near'

/** A page with more blocks than this mounts those near what is in view, and no others. */
const LONG_PAGE = 60
/** Blocks that mount together. */
const CHUNK = 8

interface Needed {
  /** Has the focus. */
  readonly focused: BlockId | null
  /** Is about to be gone to. */
  readonly wanted: BlockId | null
}

/** Blocks that stay mounted wherever they are. */
export const useNeeded = create<Needed>()(() => ({ focused: null, wanted: null }))

/** Mounts a block, as soon as it is on the page, so that it can be scrolled to and focused. */
export function mountBlock(id: BlockId): void {
  useNeeded.setState({ wanted: id })
}

/** The blocks of a section, those of a long page a few at a time. */
export function BlockChunks({ section, blocks }: { readonly section: Section; readonly blocks: readonly Block[] }) {
  const { review } = usePage()
  const isLong = useMemo(
    () => review.sections.reduce((count, each) => count + each.blocks.length, 0) > LONG_PAGE,
    [review.sections],
  )
  const chunks = useMemo(() => {
    if (!isLong) return [blocks]
    return Array.from({ length: Math.ceil(blocks.length / CHUNK) }, (_, at) =>
      blocks.slice(at * CHUNK, (at + 1) * CHUNK),
    )
  }, [blocks, isLong])
  if (!isLong) return <Blocks section={section} blocks={blocks} first={0} count={blocks.length} />
  return chunks.map((chunk, at) => (
    <Chunk key={chunk[0]?.id} section={section} blocks={chunk} first={at * CHUNK} count={blocks.length} />
  ))
}

interface ChunkProps {
  readonly section: Section
  readonly blocks: readonly Block[]
  /** Index of the first block in its section. */
  readonly first: number
  /** Of all blocks of the section. */
  readonly count: number
}

/** How high chunks were when they were last mounted, by their first block. */
const heights = new Map<BlockId | undefined, number>()

const Chunk = memo(
  function Chunk(props: ChunkProps) {
    const { blocks } = props
    const [isNear, setNear] = useState(false)
    const isNeeded = useNeeded(({ focused, wanted }) => blocks.some(({ id }) => id === focused || id === wanted))
    const element = useRef<HTMLDivElement | null>(null)
    const ref = useCallback(
      (mounted: HTMLDivElement | null) => {
        element.current = mounted
        return mounted
          ? watchNear(mounted, (near) => {
              const key = blocks[0]?.id
              const { height } = mounted.getBoundingClientRect()
              if (!near && height > 0) heights.set(key, height)
              setNear(near)
            })
          : undefined
      },
      [blocks],
    )
    const isMounted = isNear || isNeeded
    return (
      <div ref={ref} {...(!isMounted && { style: { height: heights.get(blocks[0]?.id) ?? estimateHeight(blocks) } })}>
        {isMounted && <Blocks {...props} />}
      </div>
    )
  },
  (a, b) =>
    a.first === b.first &&
    a.count === b.count &&
    a.section.id === b.section.id &&
    a.section.camp === b.section.camp &&
    a.blocks.length === b.blocks.length &&
    a.blocks.every((block, at) => block === b.blocks[at]),
)

function Blocks({ section, blocks, first, count }: ChunkProps) {
  const { edit } = usePage()
  const writeAt = (index: number) => () => edit({ kind: 'new', sectionId: section.id, index, id: null })
  return blocks.map((block, offset) => {
    const index = first + offset
    const at = { index, count, addAbove: writeAt(index), addBelow: writeAt(index + 1) }
    return (
      <Fragment key={block.id}>
        <Gap sectionId={section.id} index={index} />
        {block.kind === 'prose' ? (
          <ProseBlock block={block} section={section} at={at} />
        ) : (
          <QuoteBlock block={block} at={at} camp={section.camp} />
        )}
      </Fragment>
    )
  })
}
