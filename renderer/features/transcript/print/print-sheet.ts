import { languageOfBlock } from '../document/block-language'
import type { TranscriptDocument } from '../document/nodes'
import { LANES } from '../passages/paint-styles'
import type { Segment } from '../passages/highlight-index'
import styles from './print.module.css'
import { slicesOf } from './slices'

export interface PrintInput {
  readonly title: string
  readonly facts: readonly string[]
  readonly language: string
  readonly keepsLines: boolean
  readonly camps: readonly { readonly label: string; readonly thesis: string; readonly colour: number }[]
  readonly document: TranscriptDocument
  /** The name beside a turn, if it has one of its own, and when it begins. */
  readonly headOf: (turn: number) => { readonly name: string | null; readonly time: string | null }
  /** A block's text as it is now, and what lies on it. */
  readonly contentOf: (block: number) => { readonly text: string; readonly segments: readonly Segment[] }
}

/**
 * A whole transcript for paper, of which the page itself has only what is near the viewport: names and times, all of the
 * text, and its passages, each underlined as its camp is and with the camp's label where it begins.
 */
export function printSheet(input: PrintInput): HTMLElement {
  const sheet = element('div', styles['sheet'])
  sheet.lang = input.language
  sheet.append(heading(input))
  const labels = new Map(input.camps.map(({ colour, label }) => [colour, label]))
  let turn = element('section', styles['turn'])
  for (const block of input.document.blocks) {
    if (block.opensTurn) {
      turn = element('section', styles['turn'])
      const { name, time } = input.headOf(block.turn)
      const head = element('p', styles['head'])
      if (name !== null) head.append(named('b', name, input.language))
      if (time !== null) head.append(element('span', styles['time'], time))
      if (head.hasChildNodes()) turn.append(head)
      sheet.append(turn)
    }
    turn.append(paragraph(input, block.index, labels))
  }
  return sheet
}

function heading({ title, facts, language, camps }: PrintInput): HTMLElement {
  const header = element('header', styles['header'])
  header.append(named('h1', title, language))
  const line = element('p', styles['facts'], facts.join(' · '))
  line.lang = document.documentElement.lang
  header.append(line)
  if (camps.length > 0) {
    const legend = element('ul', styles['legend'])
    for (const { label, thesis, colour } of camps) {
      const item = element('li')
      item.append(marked(colour, 0, label))
      if (thesis !== '') item.append(` ${thesis}`)
      legend.append(item)
    }
    header.append(legend)
  }
  return header
}

function paragraph(input: PrintInput, block: number, labels: ReadonlyMap<number, string>): HTMLElement {
  const { text, segments } = input.contentOf(block)
  const made = named('p', '', input.language, text)
  if (input.keepsLines) made.classList.add(styles['lines'] ?? '')
  for (const slice of slicesOf(text, segments)) {
    for (const { colour } of slice.opening) {
      const label = labels.get(colour)
      if (label !== undefined) made.append(element('sup', styles['label'], label))
    }
    let piece: Node = document.createTextNode(slice.text)
    for (const { colour, lane } of slice.segments) {
      if (lane >= LANES) continue
      const mark = marked(colour, lane, '')
      mark.append(piece)
      piece = mark
    }
    made.append(piece)
  }
  return made
}

function marked(colour: number, lane: number, text: string): HTMLElement {
  const mark = element('mark', styles['mark'], text)
  const name = colour === 0 ? '--ink-3' : `--camp-${colour}`
  mark.style.setProperty('--camp', `var(${name})`)
  mark.style.setProperty('--line-kind', colour === 0 ? 'solid' : `var(${name}-line)`)
  mark.style.setProperty('--line-width', colour === 0 ? '1px' : `var(${name}-line-width)`)
  mark.style.setProperty('--lane', String(lane))
  return mark
}

/** An element in the language of what it says, where that is not the transcript's. */
function named(tag: string, text: string, language: string, said = text): HTMLElement {
  const made = element(tag, undefined, text)
  const own = languageOfBlock(said, language)
  if (own !== language) made.lang = own
  return made
}

/** Text only ever becomes text. */
function element(tag: string, className?: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  if (className !== undefined) made.className = className
  if (text !== '') made.textContent = text
  return made
}
