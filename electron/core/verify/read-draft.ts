import { onOneLine } from '../../../shared/domain/elision'
import { plainMarkdown } from './plain-markdown'
import { looseQuotation, quotationLength, wholeQuotation, type Quoted } from './quoted-lines'
import { scriptOf, type Script } from './script-of'

/** A quote that a draft holds. */
export interface DraftQuote {
  /** The draft's line on which it starts, 1 = first. */
  readonly line: number
  /** What it may say, likeliest first: as Markdown shows it, and as the characters that stand there. */
  readonly readings: readonly string[]
  /** The line under it that may name its speaker and source. */
  readonly attribution: DraftAttribution | null
}

/** A line that may attribute a quote, without its leading dash. */
export interface DraftAttribution {
  readonly text: string
  /** Whether it stands right under the quote: a paragraph of its own may as well be prose or a heading. */
  readonly attached: boolean
}

interface Line {
  readonly number: number
  /** Without quote, list and emphasis marks around it. */
  readonly text: string
  readonly isItem: boolean
}

interface Block {
  readonly kind: 'block quote' | 'paragraph' | 'break'
  readonly paragraphs: Line[][]
}

/** The quote that a translation or an attribution would belong to. */
interface OpenQuote {
  readonly line: number
  readonly readings: string[]
  readonly mark: string | null
  readonly script: Script
  readonly translated: Set<Script>
  attribution: DraftAttribution | null
}

/**
 * Finds the quotes of a Markdown or plain text draft: block quotes, and paragraphs and single lines wholly inside
 * quotation marks. A quoted line or paragraph right after a quote, in another script, is its translation; a line after
 * it with a dash or a ` · ` attributes it; neither is a quote. Headings, code, alerts (`> [!NOTE]`) and prose that only
 * contains quoted words hold none.
 */
export function readDraft(draft: string): DraftQuote[] {
  const quotes: OpenQuote[] = []
  let open: OpenQuote | null = null
  for (const block of blocksOf(draft)) {
    if (block.kind === 'break') open = null
    else if (block.kind === 'block quote') open = readBlockQuote(block.paragraphs, quotes)
    else open = readParagraph(block.paragraphs[0]!, quotes, open)
  }
  return quotes.map(({ line, readings, attribution }) => ({ line, readings, attribution }))
}

/** Reads a paragraph and returns the quote that what follows it may belong to. */
function readParagraph(lines: readonly Line[], quotes: OpenQuote[], before: OpenQuote | null): OpenQuote | null {
  let open = before
  for (let i = 0; i < lines.length;) {
    const taken = quotedLines(lines, i, i === 0 || open !== null)
    if (taken) {
      open = addQuoted(taken.quoted, lines.slice(i, i + taken.count), quotes, open, false)
      i += taken.count
      continue
    }
    const attached = i > 0
    if (open && !open.attribution && mayAttribute(lines[i]!, attached)) {
      open.attribution = { text: withoutDash(shown(lines[i]!.text)), attached: attached && !lines[i]!.isItem }
    } else open = null
    i += 1
  }
  return open
}

/** Reads a block quote: quoted paragraphs as anywhere; other text in it is a quote too, unless it follows a quoted one. */
function readBlockQuote(paragraphs: readonly Line[][], quotes: OpenQuote[]): OpenQuote | null {
  let open: OpenQuote | null = null
  let unquoted: Line[] = []
  const settled = (): OpenQuote | null => {
    const quote = unquoted.length > 0 ? addUnquoted(unquoted, quotes) : open
    unquoted = []
    return quote
  }
  for (const lines of paragraphs) {
    const whole = manyQuoted(lines) ? null : looseQuotation(shown(textOf(lines)))
    const inline = whole ? null : quotedAndAttributed(lines)
    if (inline) {
      open = addQuoted(inline.quoted, lines, quotes, settled(), true)
      open.attribution ??= { text: inline.attribution, attached: true }
      continue
    }
    let isTranslated = false
    for (let i = 0; i < lines.length;) {
      const line = lines[i]!
      const taken = whole ? { quoted: whole, count: lines.length } : quotedLines(lines, i, true)
      if (taken) {
        open = addQuoted(taken.quoted, lines.slice(i, i + taken.count), quotes, settled(), true)
        i += taken.count
        continue
      }
      i += 1
      if ((open ?? unquoted[0]) && mayAttribute(line, true)) {
        open = settled()
        if (open && !open.attribution) open.attribution = { text: withoutDash(shown(line.text)), attached: true }
      } else if (open && unquoted.length === 0 && (open.mark !== null || open.attribution) && mayBeTitle(line.text)) {
        open.attribution ??= { text: shown(line.text), attached: true }
      } else if (open && open.mark !== null && unquoted.length === 0) {
        continue
      } else if (
        isTranslated ||
        (i === 1 && unquoted.length > 0 && scriptOf(shown(textOf(lines))) !== scriptOf(textOf(unquoted)))
      ) {
        isTranslated = true
        open = settled()
      } else unquoted.push(line)
    }
    if (unquoted.length > 0) unquoted.push({ number: unquoted[0]!.number, text: '', isItem: false })
  }
  return settled()
}

/** A paragraph that is a quotation with its attribution after a dash, as in `"…" — Ada Lovelace`. */
function quotedAndAttributed(lines: readonly Line[]): { quoted: Quoted; attribution: string } | null {
  const text = shown(textOf(lines)).trim()
  const length = quotationLength(text)
  const quoted = length === null ? null : wholeQuotation(text.slice(0, length))
  if (!quoted || length === null) return null
  const rest = text.slice(length).trim()
  const attribution = withoutDash(rest)
  return attribution !== rest && mayBeTitle(attribution) ? { quoted, attribution } : null
}

/** Whether each of several lines is a quotation of its own. */
function manyQuoted(lines: readonly Line[]): boolean {
  return lines.length > 1 && lines.some((line) => wholeQuotation(shown(line.text)) !== null)
}

/** Lines that one quotation may be wrapped over. */
const MAX_WRAPPED = 200

/** The quotation that starts on a line: that line, or several to the end of the paragraph or of what is attached to it. */
function quotedLines(lines: readonly Line[], from: number, mayWrap: boolean): { quoted: Quoted; count: number } | null {
  const single = wholeQuotation(shown(lines[from]!.text))
  if (single) return { quoted: single, count: 1 }
  if (!mayWrap) return null
  const rest = shown(textOf(lines.slice(from, from + MAX_WRAPPED))).trimStart()
  const length = quotationLength(rest)
  if (length === null || !/^[ \t]*(?:\n|$)/.test(rest.slice(length))) return null
  const count = rest.slice(0, length).split('\n').length
  const next = lines[from + count]
  if (next && !mayAttribute(next, true) && quotationLength(shown(next.text)) === null) return null
  const quoted = wholeQuotation(rest.slice(0, length))
  return quoted && { quoted, count }
}

function addQuoted(
  quoted: Quoted,
  lines: readonly Line[],
  quotes: OpenQuote[],
  open: OpenQuote | null,
  inBlock: boolean,
): OpenQuote {
  if (open && isTranslation(open, quoted.text, quoted.mark, inBlock)) {
    open.translated.add(scriptOf(quoted.text))
    return open
  }
  const raw = textOf(lines).trim()
  // Where marks inside make the outer ones doubtful, they may be the transcript's own.
  const isLoose = wholeQuotation(shown(raw)) === null
  const literal = [plainMarkdown(raw, true), raw].map((text) => withoutMarks(text))
  return addQuote(lines[0]!.number, [quoted.text, ...literal, ...(isLoose ? [shown(raw)] : [])], quoted.mark, quotes)
}

function addUnquoted(lines: readonly Line[], quotes: OpenQuote[]): OpenQuote {
  const raw = textOf(lines).trim()
  return addQuote(lines[0]!.number, [shown(raw), plainMarkdown(raw, true), raw], null, quotes)
}

function addQuote(line: number, readings: readonly string[], mark: string | null, quotes: OpenQuote[]): OpenQuote {
  const trimmed = readings.map(onOneLine)
  const quote: OpenQuote = {
    line,
    readings: [...new Set(trimmed)],
    mark,
    script: scriptOf(trimmed[0] ?? ''),
    translated: new Set(),
    attribution: null,
  }
  if (/[\p{L}\p{N}]/u.test(trimmed[0] ?? '')) quotes.push(quote)
  return quote
}

function withoutMarks(text: string): string {
  const trimmed = text.trim()
  return looseQuotation(trimmed)?.text ?? trimmed
}

/** In a block quote other marks than the quote's own tell a translation too: there one quote stands by itself. */
function isTranslation(open: OpenQuote, text: string, mark: string | null, inBlock: boolean): boolean {
  if (open.attribution) return false
  const script = scriptOf(text)
  if (open.translated.has(script)) return false
  return script !== open.script || (inBlock && mark !== null && open.mark !== null && mark !== open.mark)
}

const LEADING_DASH = /^(?:[—–―]+|--+|-(?=\s)|~(?=\s))\s*/

function withoutDash(text: string): string {
  return text.replace(LEADING_DASH, '').trim()
}

/**
 * Whether a line can be an attribution: `Speaker (Affiliation) · Source title`, or a dash and a name. Under a quote
 * that it does not touch the same shape counts; who reads it decides by what the sources are called.
 */
function mayAttribute(line: Line, attached: boolean): boolean {
  const text = shown(line.text).trim()
  const bare = withoutDash(text)
  if (bare.length === 0 || bare.length > 300 || quotationLength(bare) === bare.length) return false
  if (/\s[·•]\s/.test(bare)) return true
  const dashed = bare !== text || (line.isItem && attached)
  return dashed && mayBeTitle(bare)
}

/** Whether a line is short and no sentence, as names and titles are. */
function mayBeTitle(text: string): boolean {
  const bare = shown(text).trim()
  return (
    bare.length > 0 && bare.length <= 200 && /^[\p{Lu}\p{Lo}\p{N}]/u.test(bare) && !/[.!?,;:。！？，；：]$/.test(bare)
  )
}

function shown(text: string): string {
  return plainMarkdown(text)
}

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join('\n')
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const QUOTE_MARK = /^ {0,3}(?:> ?)+/
const LIST_MARK = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/

/** The blocks of a draft, with their lines' numbers. */
function blocksOf(draft: string): Block[] {
  const blocks: Block[] = []
  const lines = draft.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  let fence: string | null = null
  let blank = true
  const start = frontMatterEnd(lines)
  for (let i = start; i < lines.length; i++) {
    const raw = lines[i]!
    const mark = FENCE.exec(raw)?.[1] ?? null
    if (fence !== null) {
      if (mark !== null && mark.startsWith(fence) && raw.trim() === mark) fence = null
      continue
    }
    if (mark !== null) {
      fence = mark
      blocks.push({ kind: 'break', paragraphs: [] })
      blank = true
      continue
    }
    const last = blocks.at(-1)
    const quoteMark = QUOTE_MARK.exec(raw)?.[0]
    if (quoteMark !== undefined) {
      const text = raw.slice(quoteMark.length)
      const continues = last?.kind === 'block quote' && !blank
      const block: Block = continues ? last : { kind: 'block quote', paragraphs: [] }
      if (!continues) blocks.push(block)
      if (text.trim() === '') block.paragraphs.push([])
      else addLine(block, lineOf(i + 1, text))
      blank = false
    } else if (raw.trim() === '') blank = true
    else if (/^ {0,3}(?:#{1,6}(?:\s|$)|(?:[-*_] *){3,}$|=+\s*$)/.test(raw)) {
      if (/^ {0,3}=+\s*$/.test(raw) && last?.kind === 'paragraph' && !blank) blocks.pop()
      blocks.push({ kind: 'break', paragraphs: [] })
      blank = true
    } else {
      const line = lineOf(i + 1, raw)
      // A line right under a block quote belongs to it, as in Markdown.
      if (
        !blank &&
        last &&
        last.kind !== 'break' &&
        !(line.isItem && last.kind === 'paragraph' && !mayAttribute(line, true))
      ) {
        addLine(last, line)
      } else blocks.push({ kind: 'paragraph', paragraphs: [[line]] })
      blank = false
    }
  }
  for (const block of blocks) {
    if (block.kind === 'block quote')
      block.paragraphs.splice(0, Infinity, ...block.paragraphs.filter((lines_) => lines_.length > 0))
  }
  return blocks.filter(
    ({ kind, paragraphs }) => kind !== 'block quote' || !/^\[!\w+\]/.test(paragraphs[0]?.[0]?.text ?? '[!x]'),
  )
}

function addLine(block: Block, line: Line): void {
  const paragraph = block.paragraphs.at(-1)
  if (paragraph) paragraph.push(line)
  else block.paragraphs.push([line])
}

function lineOf(number: number, raw: string): Line {
  const item = LIST_MARK.exec(raw)?.[0]
  const text = raw.slice(item?.length ?? 0).trim()
  const emphasis = /^(\*{1,3}|_{1,3})(?=\S)([^]*\S)\1$/.exec(text)?.[2]
  return {
    number,
    text: emphasis !== undefined && quotationLength(emphasis) === emphasis.length ? emphasis : text,
    isItem: item !== undefined,
  }
}

/** The line after a YAML front matter; 0 without one. */
function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return 0
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
  return end < 0 ? 0 : end + 1
}
