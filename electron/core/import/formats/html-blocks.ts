import { Parser } from 'htmlparser2'
import { AppError } from '../../../../shared/errors'
import { say } from '../../../../shared/domain/messages/message'
import type { NoteList } from '../note-list'

/** A block of a page: a paragraph, a heading, an item of a list or table, or a label such as `cite` and `dt`. */
export interface HtmlBlock {
  readonly kind: 'text' | 'heading' | 'label' | 'time'
  /** White space is one space, `br` a line break. */
  readonly text: string
  /** What the block begins with in bold type, or an empty string. */
  readonly bold: string
  /** Counted from 1. */
  readonly line: number
}

/** What a page holds that is read. */
export interface HtmlPage {
  readonly blocks: readonly HtmlBlock[]
  readonly title: string
  readonly language: string | null
}

/** No page nests its elements deeper, even where it never closes them. */
const DEEPEST = 2000
const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))
/** Elements that hold no speech. */
const SILENT = names(
  'script style template noscript svg math nav footer aside form button select textarea iframe object audio video canvas dialog head',
)
const BLOCKS = names(
  'p div section article main header ul ol li dl dt dd table tr td th h1 h2 h3 h4 h5 h6 blockquote pre figure figcaption cite time hr address details summary body html fieldset caption tbody thead',
)
const HEADING = /^h[1-6]$/
const BOLD = names('b strong')
const HIDDEN_STYLE = /(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i

interface Draft {
  readonly kind: HtmlBlock['kind']
  readonly line: number
  readonly pieces: string[]
  bold: string
  /** Whether only bold type was written so far. */
  leading: boolean
}

/**
 * The blocks of a page in their order. `script`, `style`, navigation, forms and hidden elements are left out, the
 * latter with a note. Throws `not-understood` where elements are nested so deeply that the page was made to break readers.
 */
export function readHtmlBlocks(text: string, notes: NoteList): HtmlPage {
  const lineOf = lineCounter(text)
  const blocks: HtmlBlock[] = []
  const stack: { readonly name: string; readonly silent: boolean; readonly verbatim: boolean }[] = []
  let draft: Draft = { kind: 'text', line: 1, pieces: [], bold: '', leading: true }
  let bold = 0
  let title = ''
  let language: string | null = null

  const finish = (kind: HtmlBlock['kind']): void => {
    const said = draft.pieces.length === 0 ? '' : tidy(draft.pieces)
    if (said !== '') {
      const lead = draft.bold === '' ? '' : tidy([draft.bold])
      blocks.push({ kind: draft.kind, text: said, bold: lead, line: draft.line })
    }
    draft = { kind, line: lineOf(parser.startIndex), pieces: [], bold: '', leading: true }
  }
  const kindOf = (name: string): HtmlBlock['kind'] => {
    if (HEADING.test(name)) return 'heading'
    if (name === 'cite' || name === 'dt') return 'label'
    return name === 'time' ? 'time' : 'text'
  }
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const above = stack.at(-1)
      if (stack.length >= DEEPEST) {
        const line = lineOf(parser.startIndex)
        throw new AppError('not-understood', say('html-too-deep', { depth: DEEPEST, line }), {
          advice: say('save-as-text'),
        })
      }
      const hidden = 'hidden' in attributes || HIDDEN_STYLE.test(attributes.style ?? '')
      if (hidden && above?.silent !== true && name !== 'br') notes.add(say('page-hides'), lineOf(parser.startIndex))
      else if (
        SILENT.has(name) &&
        above?.silent !== true &&
        !['script', 'style', 'head', 'svg', 'template'].includes(name)
      )
        notes.add(say('no-speech-element', { name }), lineOf(parser.startIndex))
      const silent = (above?.silent ?? false) || hidden || SILENT.has(name)
      stack.push({ name, silent, verbatim: (above?.verbatim ?? false) || name === 'pre' })
      if (name === 'html') language = attributes.lang || null
      if (silent) return
      if (name === 'br') draft.pieces.push('\n')
      if (BLOCKS.has(name)) finish(kindOf(name))
      if (BOLD.has(name)) bold += 1
    },
    ontext: (piece) => {
      const above = stack.at(-1)
      if (above?.name === 'title' && stack.every(({ name }) => name !== 'svg')) title += piece
      if (above?.silent === true) return
      const written = above?.verbatim === true ? piece : piece.replace(/[ \t\n\r\f]+/g, ' ')
      if (bold > 0 && draft.leading) draft.bold += written
      else if (written.trim() !== '') draft.leading = false
      draft.pieces.push(written)
    },
    onclosetag: (name) => {
      const own = stack.pop()
      if (own === undefined || own.silent) return
      if (BOLD.has(name)) bold -= 1
      if (BLOCKS.has(name)) finish('text')
    },
  })
  parser.write(text)
  parser.end()
  finish('text')
  return { blocks, title: tidy([title]), language }
}

/** Lines without white space round them and without more than one space in a row; empty ones go. */
function tidy(pieces: readonly string[]): string {
  const text = pieces.join('')
  if (!text.includes('\n') && !text.includes('  ')) return text.trim()
  return text
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Gives the line of an offset; offsets are asked for in rising order. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let next = text.indexOf('\n')
  return (offset) => {
    while (next >= 0 && next < offset) {
      line += 1
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}
