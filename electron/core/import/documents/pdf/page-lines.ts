/** A piece of text where a page shows it: `x` and `y` of its baseline's beginning, from the page's lower left corner. */
export interface PlacedText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Of its letters. */
  readonly height: number
}

/** A line of a page as it is read. */
export interface PageLine extends PlacedText {
  /** Whether it goes on below the line before it, in the same column. */
  readonly follows: boolean
}

/** Gaps of so many letter heights part words, and columns of a table. */
const WORD_GAP = 0.18
const TAB_GAP = 2.5

/**
 * The lines of a page in reading order. What the file writes one after the other stays together, so that columns are
 * read one by one; a stretch that stands wholly above another, such as a header that is written last, comes before it.
 */
export function readPageLines(pieces: readonly PlacedText[]): PageLine[] {
  const lines = joinLines(pieces.filter(({ text }) => text !== ''))
  const stretches: Stretch[] = []
  for (const line of lines) {
    const stretch = stretches.at(-1)
    const last = stretch?.lines.at(-1)
    if (stretch && last && line.y < last.y + last.height * 0.3) {
      stretch.lines.push(line)
      stretch.bottom = Math.min(stretch.bottom, line.y)
      stretch.top = Math.max(stretch.top, line.y + line.height * 0.5)
    } else stretches.push({ lines: [line], bottom: line.y, top: line.y + line.height * 0.5 })
  }
  return inOrder(stretches).flatMap((stretch) => stretch.lines.map((line, index) => ({ ...line, follows: index > 0 })))
}

/** What a file writes downwards in one go. */
interface Stretch {
  readonly lines: PlacedText[]
  bottom: number
  top: number
}

/** A page in more stretches is a drawing, whose text has no order to find. */
const MOST_STRETCHES = 2000

function inOrder(stretches: readonly Stretch[]): readonly Stretch[] {
  if (stretches.length > MOST_STRETCHES) return stretches
  const ordered: Stretch[] = []
  for (const stretch of stretches) {
    let at = ordered.length
    while (at > 0 && stretch.bottom > ordered[at - 1]!.top) at -= 1
    ordered.splice(at, 0, stretch)
  }
  return ordered
}

/** Joins what stands on one baseline, where the file writes it in one go. */
function joinLines(pieces: readonly PlacedText[]): PlacedText[] {
  const lines: PlacedText[] = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    const height = last && Math.max(last.height, piece.height)
    if (last && height && Math.abs(last.y - piece.y) < height * 0.4 && piece.x > last.x) {
      const gap = piece.x - (last.x + last.width)
      lines[lines.length - 1] = {
        text: last.text + joiner(last.text, piece.text, gap / height) + piece.text,
        x: last.x,
        y: last.y,
        width: Math.max(last.width, piece.x + piece.width - last.x),
        height,
      }
    } else if (piece.text.trim() !== '') lines.push(piece)
  }
  return lines.map((line) => ({ ...line, text: line.text.trimEnd() }))
}

function joiner(before: string, after: string, gap: number): string {
  if (/\s$/.test(before) || /^\s/.test(after)) return ''
  return gap > TAB_GAP ? '\t' : gap > WORD_GAP ? ' ' : ''
}
