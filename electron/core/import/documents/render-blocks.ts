import { say } from '../../../../shared/domain/messages/message'
import type { NoteList } from '../note-list'
import { looksLikeName, MAX_LABEL } from '../speaker-labels'
import type { Block, Paragraph, Table } from './blocks'
import { readColumns, timeOf, type TranscriptColumns } from './transcript-tables'

/** A document as lines. Both forms have the same lines, and paragraphs are separated by a blank one. */
export interface DocumentLines {
  /** The first paragraph, where it is the document's title; it is not among the lines. */
  readonly title: string | null
  /** The text as it is written. */
  readonly plain: readonly string[]
  /** The same with headings as `## heading`, and labels in bold or in a table's own column as `**label:**`, names in bold on their own as `**name**`. */
  readonly marked: readonly string[]
}

interface Line {
  readonly plain: string
  readonly marked: string
  /** Whether its label in bold type is in italics too. */
  readonly slanted?: boolean
}

/** Writes a document as lines, and what its reader noted with the line that it is about. */
export function renderBlocks(blocks: readonly Block[], notes: NoteList): DocumentLines {
  const { title, rest } = takeTitle(blocks)
  const lines: Line[] = []
  const add = (plain: string, marked: string): void => void lines.push({ plain, marked })
  const separate = (): void => {
    if (lines.length > 0 && lines.at(-1)!.plain !== '') add('', '')
  }
  const addParagraph = (paragraph: Paragraph): void => {
    if (paragraphText(paragraph).trim() !== '') separate()
    addLines(paragraph, lines, notes)
  }
  const addTable = (table: Table): void => {
    if (table.rows.every((row) => row.length < 2)) {
      for (const block of table.rows.flat(2)) addBlock(block)
      return
    }
    const rows = table.rows.map((row) => row.map((cell) => textOf(cell)))
    for (const piece of piecesOf(table)) if (piece.note !== undefined) notes.add(piece.note, lines.length + 1)
    const columns = readColumns(rows)
    rows.forEach((row, index) => {
      if (row.every((cell) => cell.trim() === '')) return
      separate()
      if (!columns) {
        for (const line of row.join('\t').split('\n')) add(line, line)
      } else if (columns.header && index === 0) notes.add(say('no-speech-table-heads'), lines.length + 1)
      else addTurn(row, columns, add, notes, lines.length + 1)
    })
  }
  const addBlock = (block: Block): void => {
    if (block.kind === 'table') addTable(block)
    else addParagraph(block)
  }
  rest.forEach(addBlock)
  if (title !== null) notes.add(say('title-taken'))
  // One kind of label has one face: among bold ones, the few in italics are remarks such as a translator's.
  const labels = lines.filter(({ slanted }) => slanted !== undefined)
  const slanted = labels.filter((line) => line.slanted).length
  const remarks = slanted * 10 <= labels.length
  return {
    title,
    plain: lines.map(({ plain }) => plain),
    marked: lines.map((line) => (remarks && line.slanted ? line.plain : line.marked)),
  }
}

/** The text of a paragraph without its notes and marks. */
export function paragraphText({ pieces }: Paragraph): string {
  return pieces.map(({ text }) => text).join('')
}

function takeTitle(blocks: readonly Block[]): { title: string | null; rest: readonly Block[] } {
  const index = blocks.findIndex((block) => block.kind === 'table' || paragraphText(block).trim() !== '')
  const first = blocks[index]
  if (first?.kind !== 'paragraph' || first.level === null || first.level > 1) return { title: null, rest: blocks }
  const title = paragraphText(first).replace(/\s+/g, ' ').trim()
  if (title.length > 300 || /[:：]$/u.test(title)) return { title: null, rest: blocks }
  return { title, rest: blocks.filter((_, at) => at !== index) }
}

function addLines({ pieces, level }: Paragraph, lines: Line[], notes: NoteList): void {
  let plain = ''
  // How far the line is bold from its beginning, blanks among it, and whether it begins in italics.
  let bold = 0
  let allBold = true
  let slanted: boolean | null = null
  const end = (): void => {
    if (level !== null && plain.trim() !== '')
      lines.push({ plain, marked: `${'#'.repeat(Math.max(1, Math.min(6, level)))} ${plain.trim()}` })
    else {
      const marked = markLabel(plain, bold)
      if (marked !== null) lines.push({ plain, marked, slanted: slanted === true })
      else lines.push({ plain, marked: markName(plain, bold) ?? plain })
    }
    plain = ''
    bold = 0
    allBold = true
    slanted = null
  }
  for (const piece of pieces) {
    if (piece.note !== undefined) notes.add(piece.note, lines.length + 1)
    piece.text.split('\n').forEach((part, index) => {
      if (index > 0) end()
      plain += part
      if (part.trim() !== '') slanted ??= piece.italic
      if (allBold && (piece.bold || part.trim() === '')) bold = plain.length
      else if (part !== '') allBold = false
    })
  }
  if (plain !== '') end()
}

/** `**Ana Li:** text` for a line that begins with bold type up to or around its first colon; `null` for any other. */
function markLabel(line: string, bold: number): string | null {
  const head = line.slice(0, MAX_LABEL + 40)
  const colon = head.search(/[:：](?!\d)/u)
  const start = head.length - head.trimStart().length
  const boldEnd = line.slice(0, bold).trimEnd().length
  if (colon < 0 || boldEnd <= start) return null
  // The colon may stand in bold type or right behind it.
  const covered = boldEnd > colon || line.slice(boldEnd, colon).trim() === ''
  if (!covered || line.slice(start, colon).includes('**')) return null
  return `${line.slice(0, start)}**${line.slice(start, colon + 1)}**${line.slice(colon + 1)}`
}

/** `**Ana Li**` for a line that is a name in bold type, `**Ana Li (Anytown)**` where plain brackets follow; `null` for any other. */
function markName(line: string, bold: number): string | null {
  const name = line.trim()
  if (name.length > MAX_LABEL + 40 || name.includes('**') || !/^(?:\s*\([^()]*\))*\s*$/.test(line.slice(bold)))
    return null
  return line.slice(0, bold).trim() !== '' && looksLikeName(name) ? `**${name}**` : null
}

function addTurn(
  row: readonly string[],
  { time, speaker, text }: TranscriptColumns,
  add: (plain: string, marked: string) => void,
  notes: NoteList,
  line: number,
): void {
  const said = (row[text] ?? '').trim().split('\n')
  const name = speaker === null ? '' : (row[speaker] ?? '').trim().replace(/\s*[:：]$/u, '')
  const cell = time === null ? '' : (row[time] ?? '')
  const written = timeOf(cell)
  const at = written === null ? '' : `[${written}] `
  if (row.some((other, index) => other.trim() !== '' && ![time, speaker, text].includes(index)))
    notes.add(say('no-speech-table-cell'), line)
  said.forEach((sentence, index) => {
    if (index > 0) add(sentence, sentence)
    else if (name === '') add(`${at}${sentence}`, `${at}${sentence}`)
    else add(`${at}${name}: ${sentence}`, `${at}**${name}:** ${sentence}`)
  })
}

function textOf(cell: readonly Block[]): string {
  return cell
    .map((block) =>
      block.kind === 'paragraph'
        ? paragraphText(block)
        : block.rows.map((row) => row.map(textOf).join('\t')).join('\n'),
    )
    .filter((text) => text !== '')
    .join('\n')
}

function piecesOf(block: Block): Paragraph['pieces'] {
  return block.kind === 'paragraph' ? block.pieces : block.rows.flat(2).flatMap(piecesOf)
}
