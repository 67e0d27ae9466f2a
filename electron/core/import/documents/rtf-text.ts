import type { Message } from '../../../../shared/domain/messages/message'
import { type Block, BlockWriter, type Face } from './blocks'

/** Writes paragraphs and tables as RTF has them: rows are paragraphs, and a cell ends where `\cell` stands. */
export class RtfText {
  readonly #writer = new BlockWriter()
  #level: number | null = null
  #inTable = false
  #tableOpen = false
  #rowOpen = false
  #cellOpen = false
  #paragraphOpen = false

  write(written: string, face: Face): void {
    this.#begin()
    this.#writer.write(written, face)
  }

  note(note: Message): void {
    this.#begin()
    this.#writer.note(note)
  }

  /** The level of the paragraph that is being written. */
  level(level: number | null): void {
    this.#level = level
  }

  control(word: string): void {
    switch (word) {
      case 'pard':
        this.#level = null
        this.#inTable = false
        break
      case 'intbl':
        this.#inTable = true
        break
      case 'par':
      case 'sect':
      case 'page':
      case 'column':
        this.#endParagraph()
        break
      case 'nestcell':
      case 'cell':
        this.#inTable = true
        this.#begin()
        this.#endParagraph()
        this.#cellOpen = false
        break
      case 'nestrow':
      case 'row':
        this.#rowOpen = false
        this.#cellOpen = false
        break
      default:
    }
  }

  finish(): readonly Block[] {
    this.#endParagraph()
    this.#writer.end()
    return this.#writer.blocks
  }

  #begin(): void {
    if (this.#paragraphOpen) return
    if (this.#inTable && !this.#tableOpen) {
      this.#writer.startTable()
      this.#tableOpen = true
    } else if (!this.#inTable && this.#tableOpen) {
      this.#writer.endTable()
      this.#tableOpen = false
      this.#rowOpen = false
      this.#cellOpen = false
    }
    if (this.#inTable && !this.#rowOpen) {
      this.#writer.startRow()
      this.#rowOpen = true
    }
    if (this.#inTable && !this.#cellOpen) {
      this.#writer.startCell()
      this.#cellOpen = true
    }
    this.#writer.startParagraph()
    this.#paragraphOpen = true
  }

  #endParagraph(): void {
    if (!this.#paragraphOpen) return
    this.#writer.paragraph.level = this.#level
    this.#writer.endParagraph()
    this.#paragraphOpen = false
  }
}
