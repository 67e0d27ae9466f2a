import { useEffect, useRef, useState } from 'react'
import { attempt } from '../../../api'
import { blockIndexAt } from '../document/blocks'
import { withinBlock } from '../document/nodes'
import { rangeOfSelection, textNodeIn } from '../document/transcript-view'
import { useTranscript } from '../transcript-context'
import { Finder, type Found } from './finder'
import { Hits, isEmpty, type Wanted } from './find-in-text'
import { shownText, type ShownText } from './shown-text'

/** How long typing in the text rests before it is searched anew. */
const AGAIN_AFTER = 200
/** A longer selection is a passage, not something to look for. */
const LONGEST_SELECTION = 200
/** How the last transcript was searched: the next one begins like it. */
let lastOptions: Omit<Wanted, 'query'> = { matchCase: false, wholeWord: false, isPattern: false }

/** What a search came to. */
interface Result {
  readonly outcome: Found
  readonly shown: ShownText
  readonly current: number
}

/** Finds in the whole text as the page has it, mounted or not. */
export function useFind() {
  const { view, drawings, corrections, editor } = useTranscript()
  const [wanted, setWanted] = useState<Wanted>(() => ({ query: '', ...lastOptions }))
  const [result, setResult] = useState<Result | null>(null)
  const [finder] = useState(() => new Finder())
  const [isSearching, setSearching] = useState(false)
  /** Steps that were asked for while a search was under way. */
  const awaited = useRef(0)
  /** Where to look from, in the shown text: typing on does not run ahead. */
  const origin = useRef<number | null>(null)

  const reveal = ({ shown }: Result, start: number, end: number) => {
    const index = blockIndexAt(shown.blocks, start)
    const stored = (offset: number) => {
      const at = blockIndexAt(shown.blocks, offset)
      const block = shown.blocks[at]!
      const within = Math.min(offset, block.end) - block.start
      return view.document.blocks[at]!.start + corrections.toStored(at, within)
    }
    const from = stored(start)
    const to = Math.max(from + 1, index === blockIndexAt(shown.blocks, end) ? stored(end) : from + 1)
    view.reveal({ start: from, end: to }, 'middle')
  }

  const show = (next: Result, isToSee: boolean) => {
    setResult(next)
    const hit = next.outcome.kind === 'found' ? next.outcome.hits.at(next.current) : null
    if (hit && isToSee) reveal(next, hit.start, hit.end)
  }

  const search = (next: Wanted, { isToSee = true } = {}) => {
    setWanted(next)
    const { query: _, ...options } = next
    lastOptions = options
    awaited.current = 0
    if (isEmpty(next)) {
      finder.close()
      setSearching(false)
      setResult(null)
      return
    }
    origin.current ??= offsetHere()
    const shown = shownText(view.document, corrections)
    setSearching(true)
    void attempt(async () => {
      const outcome = await finder.find(shown.text, next)
      if (!outcome) return
      setSearching(false)
      const hits = outcome.kind === 'found' ? outcome.hits : Hits.none
      const first = hits.from(origin.current ?? 0)
      const current = hits.length === 0 ? -1 : modulo(first + awaited.current, hits.length)
      show({ outcome, shown, current }, isToSee)
    })
  }

  /** Where the reader is, in the shown text. */
  const offsetHere = () => {
    const { blocks } = shownText(view.document, corrections)
    const offset = view.selection ? rangeOfSelection(view.selection).start : null
    const index = offset === null ? view.topBlock() : blockIndexAt(view.document.blocks, offset)
    const block = view.document.blocks[index]
    const within = block && offset !== null ? corrections.toShown(index, Math.max(0, offset - block.start)) : 0
    return (blocks[index]?.start ?? 0) + within
  }

  const step = (by: 1 | -1) => {
    if (isSearching) {
      awaited.current += by
      return
    }
    if (result?.outcome.kind !== 'found' || result.outcome.hits.length === 0) return
    const { hits } = result.outcome
    const current = modulo(result.current + by, hits.length)
    origin.current = hits.startOf(current)
    show({ ...result, current }, true)
  }

  /** Looks for what is selected in the text, as the page shows it; without a selection nothing changes. */
  const takeSelection = () => {
    const selected = view.selection && rangeOfSelection(view.selection)
    const text = selected && selected.end > selected.start ? String(getSelection()).trim() : ''
    if (text === '' || text.length > LONGEST_SELECTION || /\n\s*\n/.test(text)) return
    origin.current = null
    search({ ...wanted, query: text.replace(/\s+/g, ' '), isPattern: false })
  }

  /** Selects what is looked at. */
  const select = () => {
    const hit = result?.outcome.kind === 'found' ? result.outcome.hits.at(result.current) : null
    if (!hit || !result) return
    const index = blockIndexAt(result.shown.blocks, hit.start)
    const block = result.shown.blocks[index]!
    const element = view.blockElement(index)
    const node = element && textNodeIn(element)
    const within = withinBlock(block, hit)
    if (!editor.isCorrecting) view.select({ anchor: hit.start, focus: hit.end })
    else if (node && within) {
      const { length } = node.data
      getSelection()?.setBaseAndExtent(node, Math.min(within.from, length), node, Math.min(within.to, length))
    }
  }

  const latest = useRef({ wanted, result, search })
  useEffect(() => {
    latest.current = { wanted, result, search }
  })
  useEffect(() => {
    let timer: number | undefined
    const again = () => {
      const { wanted: now, result: before } = latest.current
      const hit = before?.outcome.kind === 'found' ? before.outcome.hits.at(before.current) : null
      if (hit) origin.current = hit.start
      latest.current.search(now, { isToSee: false })
    }
    let { version } = corrections
    const stop = corrections.subscribe(() => {
      if (version === corrections.version) return
      version = corrections.version
      clearTimeout(timer)
      timer = window.setTimeout(again, AGAIN_AFTER)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [corrections])

  useEffect(() => {
    const found = result?.outcome.kind === 'found' ? result.outcome.hits : null
    drawings.setFound(found && result ? { hits: found, shown: result.shown, current: result.current } : null)
  }, [drawings, result])
  useEffect(
    () => () => {
      finder.close()
      drawings.setFound(null)
    },
    [finder, drawings],
  )

  return {
    wanted,
    outcome: result?.outcome ?? null,
    current: result?.current ?? -1,
    isSearching,
    search,
    step,
    takeSelection,
    select,
  }
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}
