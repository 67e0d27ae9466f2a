import { readLabelLine } from '../../formats/label-lines'
import { looksLikeName } from '../../speaker-labels'
import type { Page } from './page-furniture'
import type { PageLine } from './page-lines'

const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。！？；：、「」『』（）《》“”…—]/u
const ENDS_SENTENCE = /[.!?。！？…:：]["'”’»」』)）\]]*$/u

/** Joins lines into paragraphs, also across pages, and words that are hyphenated at the ends of lines. */
export function joinParagraphs(pages: readonly Page[]): {
  readonly paragraphs: readonly string[]
  readonly hyphens: number
} {
  const words = wordsOf(pages)
  const paragraphs: string[][] = []
  let hyphens = 0
  let before: PageLine | null = null
  pages.forEach(({ lines }) => {
    const right = quantile(
      lines.map(({ x, width }) => x + width),
      0.9,
    )
    const left = quantile(
      lines.map(({ x }) => x),
      0.25,
    )
    const spacing = quantile(
      lines.flatMap((line, at) => (line.follows && at > 0 ? [lines[at - 1]!.y - line.y] : [])),
      0.35,
    )
    lines.forEach((line, at) => {
      const last = paragraphs.at(-1)
      const newPage = at === 0
      if (last && before && !breaks(before, line, { left, right, spacing, newPage })) {
        const joined = joinWords(last.at(-1)!, line.text, words)
        if (joined.hyphen) hyphens += 1
        last.splice(-1, 1, joined.before, joined.after)
      } else paragraphs.push([line.text.trim()])
      before = line
    })
  })
  return { paragraphs: paragraphs.map((parts) => parts.join('')), hyphens }
}

interface Measures {
  readonly left: number
  readonly right: number
  /** Between the baselines of two lines of a paragraph; 0 where it cannot be told. */
  readonly spacing: number
  readonly newPage: boolean
}

function breaks(before: PageLine, line: PageLine, { left, right, spacing, newPage }: Measures): boolean {
  const height = Math.max(before.height, line.height)
  if (Math.abs(before.height - line.height) > height * 0.15) return true
  if (startsTurn(line.text)) return true
  const ended = ENDS_SENTENCE.test(before.text)
  // A label alone on its line, above what is said.
  if (!ended && startsTurn(before.text) && before.width < (right - left) * 0.5) return true
  const short = before.x + before.width < right - (right - left) * 0.12
  if (newPage || !line.follows) return ended || (short && !newPage)
  const gap = before.y - line.y
  if (spacing > 0 && gap > spacing * 1.35) return true
  if (line.x > before.x + height * 0.8 && (ended || short)) return true
  return short && ended
}

/** Whether a line begins with a label that looks like somebody's name, or with a time. */
function startsTurn(line: string): boolean {
  const label = readLabelLine(line, false)
  if (!label) return false
  return label.speaker === null ? label.kind === 'time' || label.kind === 'chevron' : looksLikeName(label.speaker)
}

/** `inter-` and `view` are one word; `well-` and `known` stay two where the file writes `well-known` elsewhere. */
function joinWords(
  before: string,
  next: string,
  words: ReadonlySet<string>,
): { before: string; after: string; hyphen: boolean } {
  const after = next.trim()
  const head = /([\p{L}\p{M}]+)([-\u2010\u00ad])$/u.exec(before.slice(-80))
  const tail = /^[\p{Ll}\p{M}]+/u.exec(after)?.[0]
  if (head && tail !== undefined) {
    const hyphenated = `${head[1]!}-${tail}`.toLowerCase()
    const kept = head[2] !== '\u00ad' && words.has(hyphenated) && !words.has(hyphenated.replace('-', ''))
    return { before: kept ? before : before.slice(0, -1), after, hyphen: !kept }
  }
  const spaceless = NO_SPACES.test(before.at(-1) ?? '') && NO_SPACES.test(after[0] ?? '')
  const joined = spaceless || /[-\u2010–—/]$/u.test(before)
  return { before, after: joined ? after : ` ${after}`, hyphen: false }
}

/** The words that stand within lines, in lower case, hyphens among their letters. */
function wordsOf(pages: readonly Page[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { lines } of pages) {
    for (const { text } of lines) {
      for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu)) {
        words.add(word.replaceAll('\u2010', '-'))
      }
    }
  }
  return words
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0
}
