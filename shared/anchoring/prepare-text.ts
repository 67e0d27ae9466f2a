import type { TextRange } from '../domain/span'
import { GramIndex } from './gram-index'
import { normalize, type NormalText } from './normalize'

/** A text with what looking up many quotes in it needs, made once, and only when a quote needs it. */
export class PreparedText {
  readonly text: string
  #normal: NormalText | null = null
  #grams: GramIndex | null = null
  #spaced: boolean | null = null

  constructor(text: string) {
    this.text = text
  }

  /** The text's normal form. */
  get normal(): NormalText {
    return (this.#normal ??= normalize(this.text))
  }

  /** Where each short run of the normal form stands. */
  get grams(): GramIndex {
    return (this.#grams ??= new GramIndex(this.normal.text))
  }

  /** Whether a range starts or ends inside a word, in a text whose words are set apart by spaces. */
  cutsWord({ start, end }: TextRange): boolean {
    return this.#cutsWordAt(start) || this.#cutsWordAt(end)
  }

  #cutsWordAt(offset: number): boolean {
    if (!SPACED_LETTER.test(this.text[offset - 1] ?? '') || !SPACED_LETTER.test(this.text[offset] ?? '')) return false
    return (this.#spaced ??= isSpaced(this.text))
  }
}

/** A letter or digit of a script that sets words apart by spaces; Korean sets particles to its words without one. */
const SPACED_LETTER =
  /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー])[\p{L}\p{N}\p{M}]/u

/** Whether the letters of a text stand in words: some captions lost all their spaces. */
function isSpaced(text: string): boolean {
  const sample = text.slice(0, 20_000)
  return (sample.match(/\s/g)?.length ?? 0) * 20 >= sample.length
}

/** Prepares a text for looking up many quotes. */
export function prepareText(text: string): PreparedText {
  return new PreparedText(text)
}
