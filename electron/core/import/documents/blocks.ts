import type { Message } from '../../../../shared/domain/messages/message'
/** How a stretch of text is set; labels stand out by it. */
export interface Face {
  readonly bold: boolean
  readonly italic: boolean
}

/** A stretch of a paragraph. Lines end with `\n`. */
export interface Piece extends Face {
  readonly text: string
  /** What the reader has to report about this place. */
  readonly note?: Message
}

/** A paragraph of a document; `level` is 0 for the document's title, 1 and up for headings. */
export interface Paragraph {
  readonly kind: 'paragraph'
  readonly pieces: Piece[]
  level: number | null
}

/** Rows of cells, each of which holds blocks of its own. */
export interface Table {
  readonly kind: 'table'
  readonly rows: Block[][][]
}

/** What a document is made of, whatever its format. */
export type Block = Paragraph | Table

/** Writes a document's blocks in their order, tables within tables, as readers of markup find them. */
export class BlockWriter {
  readonly blocks: Block[] = []
  readonly #tables: Table[] = []
  readonly #paragraphs: Paragraph[] = []
  /** The paragraph that the next one goes on with. */
  #joins: Paragraph | null = null

  startParagraph(): Paragraph {
    const paragraph: Paragraph = { kind: 'paragraph', pieces: [], level: null }
    this.#paragraphs.push(paragraph)
    return paragraph
  }

  /** Ends the innermost paragraph that is open; with `join`, the next one goes on with it. */
  endParagraph(join = false): void {
    const paragraph = this.#paragraphs.pop()
    if (!paragraph) return
    const target = this.#target()
    const last = target.at(-1)
    if (this.#joins !== null && last === this.#joins)
      for (const piece of paragraph.pieces) this.#joins.pieces.push(piece)
    else target.push(paragraph)
    const ended = target.at(-1)
    this.#joins = join && ended?.kind === 'paragraph' ? ended : null
  }

  /** Adds to the paragraph that is open; where none is, starts one. */
  /** The paragraph that is open; where none is, one is started. */
  get paragraph(): Paragraph {
    return this.#paragraphs.at(-1) ?? this.startParagraph()
  }

  write(text: string, { bold, italic }: Face): void {
    const { pieces } = this.paragraph
    const last = pieces.at(-1)
    if (last && last.note === undefined && last.bold === bold && last.italic === italic)
      pieces[pieces.length - 1] = { text: last.text + text, bold, italic }
    else pieces.push({ text, bold, italic })
  }

  note(note: Message): void {
    this.paragraph.pieces.push({ text: '', bold: false, italic: false, note })
  }

  startTable(): void {
    const table: Table = { kind: 'table', rows: [] }
    this.#target().push(table)
    this.#tables.push(table)
  }

  startRow(): void {
    this.#tables.at(-1)?.rows.push([])
  }

  startCell(): void {
    this.#tables.at(-1)?.rows.at(-1)?.push([])
  }

  /** Takes back the row that was started last. */
  dropRow(): void {
    this.#tables.at(-1)?.rows.pop()
  }

  endTable(): void {
    this.#tables.pop()
  }

  /** Ends what is still open, as at the end of a file that was cut off. */
  end(): void {
    while (this.#paragraphs.length > 0) this.endParagraph()
    this.#tables.length = 0
  }

  #target(): Block[] {
    const table = this.#tables.at(-1)
    return table ? (table.rows.at(-1)?.at(-1) ?? this.blocks) : this.blocks
  }
}
