import { CLOCK, parseClock } from '../clock'
import { canBeLabel, isFullName, looksLikeName, MAX_LABEL, splitStageDirection, withDirection } from '../speaker-labels'

/**
 * How a line may name who speaks next:
 * `timed` `**Emma**  0:24`, `[Emma] 0:24` or `Speaker 1 [10:00:31 AM]` alone, the text below, or `Emma (0:24): text`;
 * `stamped` `00:12:03 Emma` alone, the text below; `heading` `### Emma:`; `title` `## Emma`; `strong` `**Emma**` alone; `bold` `**Emma:** text`;
 * `chevron` `>> EMMA: text`, and `>>>` for another story; `court` `Q. text`, `A. text`; `colon` `Emma: text`,
 * `Emma（E）：text`; `time` only `[00:12:03]`, for what comes next;
 * `standing` `Emma` alone, which only the whole file can show.
 */
export type LabelKind =
  | 'timed'
  | 'stamped'
  | 'heading'
  | 'title'
  | 'strong'
  | 'bold'
  | 'chevron'
  | 'court'
  | 'colon'
  | 'time'
  | 'standing'

/** A line that may name who speaks next; whether it does is decided over the whole file. */
export interface LabelLine {
  readonly kind: LabelKind
  /** `null` for a time alone, and for `>>` that names nobody. */
  readonly speaker: string | null
  readonly time: number | null
  /** What is said on the same line. */
  readonly rest: string
}

const OPEN = String.raw`(?:\\?[\[(]|[（【])`
const CLOSE = String.raw`(?:\\?[\])]|[）】])`
/** `[00:12:03]`, `\[14:01\]`, `(0:12)`. */
const BRACKETED = new RegExp(`^${OPEN}\\s*(${CLOCK})\\s*${CLOSE}`)
const LEADING_TIME = new RegExp(`^(?:${OPEN}\\s*(${CLOCK})\\s*${CLOSE}|(${CLOCK})(?=\\s|$))\\s*(?:[-–—|]\\s+)?`)
const ONLY_TIME = new RegExp(`^(?:${OPEN}\\s*(${CLOCK})\\s*${CLOSE}|(${CLOCK}))$`)
const TRAILING_TIME = new RegExp(
  `^(.+?)(?:\\s*[-–—|,]\\s+|\\s*)${OPEN}\\s*(${CLOCK})(?:\\s*[-–—]+\\s*${CLOCK})?\\s*${CLOSE}$|^(.+?)\\s+(?:[-–—|]\\s+)?(${CLOCK})$`,
)
/** Trint writes `Ana Li [00:00:01] text`. */
const NAME_AND_TIME = new RegExp(`^([^\\[(（【:：]{3,60}?)\\s*${OPEN}\\s*(${CLOCK})\\s*${CLOSE}\\s+(?=\\S)`)
/** Question and answer of a witness: `Q. Where?`, `A   At home.`; a tab or several spaces do for the full stop. */
const COURT = /^([QA])(?:\.\s+|\t\s*|\s{2,})(?=\S)/
/** No label, with its marks and times, reaches further into its line. */
const HEAD = 160

/** The label that a line may be, or `null`. `markdown` says whether headings and bold type are markup. */
export function readLabelLine(line: string, markdown: boolean): LabelLine | null {
  const found = readAnyLabel(line, markdown)
  if (!found || found.speaker === null) return found
  const { speaker, direction } = splitStageDirection(found.speaker)
  return direction === '' ? found : { ...found, speaker, rest: withDirection(direction, found.rest) }
}

function readAnyLabel(line: string, markdown: boolean): LabelLine | null {
  const trimmed = line.trim()
  if (trimmed === '' || trimmed.length < 2) return null
  const first = trimmed[0]!
  if (first === '#' && markdown) return readHeading(trimmed)
  const chevrons = first === '>' ? /^>{2,3}\s*/.exec(trimmed)?.[0] : undefined
  if (chevrons !== undefined) {
    const said = trimmed.slice(chevrons.length)
    const named = readColon(said, 'chevron')
    return named ?? { kind: 'chevron', speaker: null, time: null, rest: said }
  }
  if (trimmed.length <= HEAD) {
    const alone = ONLY_TIME.exec(trimmed)
    if (alone) return { kind: 'time', speaker: null, time: parseClock(alone[1] ?? alone[2]!), rest: '' }
    const timed = readTimed(trimmed, markdown) ?? (markdown ? readStrong(trimmed) : null)
    if (timed) return timed
  }
  const court = COURT.exec(trimmed.slice(0, HEAD))
  if (court) return { kind: 'court', speaker: court[1]!, time: null, rest: trimmed.slice(court[0].length) }
  const leading = LEADING_TIME.exec(trimmed.slice(0, HEAD))
  if (leading) {
    const time = parseClock(leading[1] ?? leading[2]!)
    if (time === null) return null
    const after = trimmed.slice(leading[0].length)
    const named = readNamed(after, markdown)
    if (named) return { ...named, time: named.time ?? time }
    const name = withoutBrackets(markdown ? withoutBold(after.slice(0, HEAD)) : after)
    return looksLikeName(name) ? { kind: 'stamped', speaker: name, time, rest: '' } : null
  }
  return readNamed(trimmed, markdown) ?? readNameAndTime(trimmed)
}

/** Only a full name: any word can stand before a time in somebody's speech. */
function readNameAndTime(line: string): LabelLine | null {
  const found = NAME_AND_TIME.exec(line.slice(0, HEAD))
  const time = found ? parseClock(found[2]!) : null
  if (!found || time === null || !isFullName(found[1]!)) return null
  return { kind: 'timed', speaker: found[1]!, time, rest: line.slice(found[0].length) }
}

/** A time in brackets at the start of a text, and the text after it; `null` where there is none. */
export function takeLeadingTime(text: string): { time: number; rest: string } | null {
  const found = BRACKETED.exec(text.slice(0, HEAD))
  const time = found ? parseClock(found[1]!) : null
  return found && time !== null ? { time, rest: text.slice(found[0].length).trimStart() } : null
}

function readHeading(line: string): LabelLine | null {
  if (line.length > HEAD) return null
  const inside = withoutBold(/^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1] ?? '')
  const timed = readTimed(inside, true)
  if (timed) return { ...timed, kind: 'heading' }
  const label = /^(.*?)\s*[:：]$/u.exec(inside)?.[1]
  if (label !== undefined) return canBeLabel(label) ? { kind: 'heading', speaker: label, time: null, rest: '' } : null
  return looksLikeName(inside) ? { kind: 'title', speaker: inside, time: null, rest: '' } : null
}

/** A name in bold type, with nothing else on the line but what stands in brackets. */
function readStrong(line: string): LabelLine | null {
  const found = /^(\*\*|__)([^*_:：]{2,80})\1((?:\s*\([^()]{1,60}\)){0,3})$/u.exec(line)
  const speaker = found ? `${found[2]}${found[3]}`.trim() : ''
  return looksLikeName(speaker) ? { kind: 'strong', speaker, time: null, rest: '' } : null
}

/** A name and a time, with nothing else on the line. */
function readTimed(line: string, markdown: boolean): LabelLine | null {
  if (!/\d/.test(line.at(-1)!) && !/[\])）】mM.*_:：]$/u.test(line)) return null
  const flat = (markdown ? withoutBold(line) : line).replace(/\s*[:：]$/u, '')
  const found = TRAILING_TIME.exec(flat)
  if (!found) return null
  const label = withoutBrackets((found[1] ?? found[3]!).replace(/\s*[:：]$/u, ''))
  const time = parseClock(found[2] ?? found[4]!)
  return time !== null && canBeLabel(label) ? { kind: 'timed', speaker: label, time, rest: '' } : null
}

function readNamed(text: string, markdown: boolean): LabelLine | null {
  return (markdown ? readBold(text) : null) ?? readColon(text, 'colon')
}

/** `**Name:** text`, `**Name**: text`, `**Name** [00:12]: text`, `**[00:12] Name:** text`. */
function readBold(text: string): LabelLine | null {
  const mark = text.slice(0, 2)
  if (mark !== '**' && mark !== '__') return null
  const close = text.slice(0, HEAD).indexOf(mark, 2)
  if (close < 0) return null
  const inside = text.slice(2, close).trim()
  const after = text.slice(close + 2)
  const leading = takeLeadingTime(inside)
  const flat = `${leading?.rest ?? inside}${after.startsWith(' ') || /[:：]$/u.test(inside) ? ' ' : ''}${after.trimStart()}`
  const named = readColon(flat, 'bold')
  // The colon closes the label; a bold word with a colon far behind it is prose.
  if (!named || named.speaker === null || !(leading?.rest ?? inside).startsWith(named.speaker)) return null
  if (/[:：]$/u.test(inside) || (leading?.rest ?? inside) === named.speaker)
    return { ...named, time: named.time ?? leading?.time ?? null }
  return null
}

/** `Name: text`, `Name [00:12]: text`, `Name (00:12): text`, `Name: [00:12] text`, `Name（AB）：text`. */
function readColon(text: string, kind: LabelKind): LabelLine | null {
  const head = text.slice(0, HEAD)
  for (let at = head.search(/[:：]/u); at >= 0; at = nextColon(head, at + 1)) {
    const wide = head[at] === '：'
    if (!wide && /\d/.test(head[at - 1] ?? '') && /\d/.test(head[at + 1] ?? '')) continue
    if (!wide && !closesLabel(head, at)) return null
    const before = head.slice(0, at).trim()
    const timed = TRAILING_TIME.exec(before)
    const label = timed ? (timed[1] ?? timed[3]!) : before
    if (label.length > MAX_LABEL || !canBeLabel(label)) return null
    const rest = text.slice(at + 1).trim()
    const after = takeLeadingTime(rest)
    const time = timed ? parseClock(timed[2] ?? timed[4]!) : null
    return {
      kind: timed && kind === 'colon' ? 'timed' : kind,
      speaker: label,
      time: time ?? after?.time ?? null,
      rest: after?.rest ?? rest,
    }
  }
  return null
}

function nextColon(head: string, from: number): number {
  const found = head.slice(from).search(/[:：]/u)
  return found < 0 ? -1 : from + found
}

/** Whether a plain colon ends a label: white space, the line's end or text without spaces of its own comes after it. */
function closesLabel(head: string, at: number): boolean {
  const next = head[at + 1]
  if (next === undefined || /\s/.test(next)) return true
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『“]/u.test(next)) return true
  return /^(?:[A-Z][A-Z .]{0,30}|[A-Z][a-z]+ \d{1,2})$/.test(head.slice(0, at)) && /[\p{L}"“[(]/u.test(next)
}

function withoutBold(text: string): string {
  return text.replace(/\*\*|__(?=\S)|(?<=\S)__/g, '')
}

/** Zoom writes `[Ana Li] 00:12:03`. */
function withoutBrackets(label: string): string {
  return /^\[([^[\]]+)\]$/.exec(label)?.[1]!.trim() ?? label
}
