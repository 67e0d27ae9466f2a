/** Quotation marks that make a whole line or paragraph of a draft a quote. */
const PAIRS: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」', '『': '』', '«': '»' }

/** A text that stands wholly inside quotation marks: what is inside, and the mark that opens it. */
export interface Quoted {
  readonly text: string
  readonly mark: string
}

/**
 * How many units from the start of a text one quotation takes, marks included; `null` when the text does not start
 * with a mark or the quotation never ends. Marks inside are counted; a straight mark inside opens when it stands
 * after white space or a bracket and before a letter, else it closes.
 */
export function quotationLength(text: string): number | null {
  const open = text[0] ?? ''
  const close = PAIRS[open]
  if (close === undefined) return null
  let depth = 1
  for (let i = 1; i < text.length; i++) {
    const mark = text[i]!
    if (mark !== open && mark !== close) continue
    const opens =
      open === close
        ? /[\s([{—–「“‘（]/.test(text[i - 1]!) && i > 1 && /[\p{L}\p{N}]/u.test(text[i + 1] ?? '')
        : mark === open
    depth += opens ? 1 : -1
    if (depth === 0) return i + 1
  }
  return null
}

/** What a text says that is wholly inside quotation marks, else `null`. */
export function wholeQuotation(text: string): Quoted | null {
  const trimmed = text.trim()
  return quotationLength(trimmed) === trimmed.length ? inside(trimmed) : null
}

/** As `wholeQuotation`, where the marks at the two ends are enough, whatever marks stand between them. */
export function looseQuotation(text: string): Quoted | null {
  const trimmed = text.trim()
  const close = PAIRS[trimmed[0] ?? '']
  return close !== undefined && trimmed.length > 2 && trimmed.endsWith(close) ? inside(trimmed) : null
}

function inside(trimmed: string): Quoted | null {
  const text = trimmed.slice(1, -1)
  return /[\p{L}\p{N}]/u.test(text) ? { text, mark: trimmed[0]! } : null
}
