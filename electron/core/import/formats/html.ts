import { parseClock } from '../clock'
import { findDate } from '../dates'
import { NoteList } from '../note-list'
import { canBeLabel } from '../speaker-labels'
import { extensionOf, type Format, type FormatInput, type ParsedFile } from './format'
import { readHtmlBlocks, type HtmlBlock } from './html-blocks'
import { readLabelLine, type LabelLine } from './label-lines'
import { readLabelledText } from './labelled-text'

const PAGE = /^(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i
const PIECE =
  /^(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:cite|time|p|div|dl|article|section|main|h[1-6]|ul|ol|table|meta|title)[\s>]/i

/**
 * HTML: pages of transcripts, and the HTML of the Podcasting 2.0 namespace, where `cite` names the speaker and `time`
 * says when. `dt` and `dd`, bold names at the beginning of a paragraph, headings and plain labels are read as well.
 */
export const html: Format = {
  name: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  detect: ({ text, fileName }) => {
    const head = text.slice(0, 5000).trimStart()
    if (PAGE.test(head)) return true
    const extension = extensionOf(fileName)
    return PIECE.test(head) && (html.extensions.includes(extension) || !['.md', '.markdown'].includes(extension))
  },
  parse: parseHtml,
}

function parseHtml({ text }: FormatInput): ParsedFile {
  const notes = new NoteList()
  const { blocks, title, language } = readHtmlBlocks(text, notes)
  const lines: string[] = []
  const places: number[] = []
  const labels = new Map<number, LabelLine>()
  const headings = new Set<number>()
  const structured = blocks.filter(({ kind, text: said }) => kind === 'label' && readSpeaker(said) !== null).length >= 2
  const add = (line: string, place: number): void => {
    lines.push(line)
    places.push(place)
  }
  for (const block of blocks) {
    const own = readBlockLabel(block, structured)
    if (own) labels.set(lines.length, own)
    if (block.kind === 'heading') headings.add(lines.length)
    for (const line of block.text.split('\n')) add(line, block.line)
    if (block.kind === 'text' || block.kind === 'heading') add('', block.line)
  }
  const first = blocks.findIndex(({ kind }) => kind === 'heading')
  const heading = first >= 0 && first < 3 ? blocks[first]!.text : ''
  const { text: stored, turns } = readLabelledText(
    {
      lines,
      firstLine: 1,
      markdown: false,
      known: [],
      lineOf: (index) => places[index] ?? 1,
      isHeading: (_, index) => headings.has(index),
      labelOf: (line, index) => labels.get(index) ?? readLabelLine(line, false),
    },
    notes,
  )
  return {
    format: 'html',
    text: stored,
    turns,
    cues: null,
    title: title || heading || null,
    date: findDate(title) ?? findDate(heading.slice(0, 1000)),
    language: language !== null && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : null,
    notes: notes.toNotes(),
  }
}

/** What the page's own markup says about who speaks, or when. */
function readBlockLabel(block: HtmlBlock, structured: boolean): LabelLine | null {
  const { kind, text, bold } = block
  if (kind === 'time') {
    const time = parseClock(text.replace(/^[[(]|[\])]$/g, ''))
    return time === null ? null : { kind: 'time', speaker: null, time, rest: '' }
  }
  if (kind === 'label' && structured) {
    const speaker = readSpeaker(text)
    return speaker === null ? null : { kind: 'heading', speaker, time: null, rest: '' }
  }
  if (kind === 'heading') {
    const named = readLabelLine(`# ${text}`, true)
    return named?.speaker === null ? null : named
  }
  const line = text.split('\n', 1)[0]!
  const speaker = bold === '' ? null : readSpeaker(bold)
  if (speaker === null || !line.startsWith(bold)) return null
  const rest = line.slice(bold.length).trim()
  const closed = /[:：]$/u.test(bold) || /^[:：]/u.test(rest)
  if (!closed && rest === '')
    return text === line
      ? { kind: 'heading', speaker, time: null, rest: '' }
      : { kind: 'bold', speaker, time: null, rest }
  const timed = readLabelLine(line, false)
  if (timed && timed.time !== null && timed.speaker === speaker) return { ...timed, kind: 'bold' }
  return { kind: 'bold', speaker, time: null, rest: rest.replace(/^[:：]\s*/u, '') }
}

function readSpeaker(written: string): string | null {
  const label = written.replace(/\s*[:：]\s*$/u, '').trim()
  return canBeLabel(label) ? label : null
}
