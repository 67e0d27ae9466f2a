import { chooseLabels, isFullName, looksLikeName } from '../speaker-labels'
import type { FilledLine } from './filled-line'
import type { LabelKind, LabelLine } from './label-lines'
import { findStandingNames } from './standing-names'

const LAYOUTS: readonly LabelKind[] = [
  'timed',
  'stamped',
  'heading',
  'title',
  'strong',
  'bold',
  'chevron',
  'court',
  'colon',
]
/** Layouts whose labels stand on a line of their own, above the text. */
const ABOVE: ReadonlySet<LabelKind> = new Set(['timed', 'stamped', 'heading', 'title', 'strong'])
/** This many `>>` show that a file uses them. */
const LEAST_CHEVRONS = 3
/** What is said after a label that stands alone in its file is at least as long as this, in code units. */
const LONG_SPEECH = 40

/**
 * For each line the label it is, once the whole file has shown which layout and which names it uses. `marked` says that
 * the file's own markup tells times from text, so that even one is a time.
 */
export function decideLabels(
  filled: readonly FilledLine[],
  known: readonly string[],
  marked: boolean,
): (LabelLine | null)[] {
  const names = new Set(known)
  const candidates = filled.map((line, place) => (isPlaced(line, filled[place + 1]) ? line.found : null))
  let main: { kind: LabelKind; chosen: ReadonlySet<string>; count: number } | null = null
  const chosenOf = new Map<LabelKind, ReadonlySet<string>>()
  for (const kind of LAYOUTS) {
    const speakers = candidates.flatMap((found) =>
      found?.kind === kind && found.speaker !== null ? [found.speaker] : [],
    )
    const chosen = speakers.length === 0 ? new Set<string>() : choose(kind, speakers, filled, candidates, names)
    const count = speakers.filter((speaker) => chosen.has(speaker)).length
    chosenOf.set(kind, chosen)
    if (count > (main?.count ?? 0)) main = { kind, chosen, count }
  }
  const chevrons = candidates.filter((found) => found?.kind === 'chevron').length >= LEAST_CHEVRONS
  const times = marked || candidates.filter((found) => found?.kind === 'time').length >= 2
  const only = main === null && !chevrons ? findOnlySpeaker(filled, candidates) : null
  const standing =
    main === null && !chevrons && !marked && only === null ? findStandingNames(filled) : new Set<string>()
  return candidates.map((found, place) => {
    const name = standing.size > 0 ? filled[place]!.text.trim() : ''
    if (standing.has(name)) return { kind: 'standing', speaker: name, time: null, rest: '' }
    if (!found) return null
    const { kind, speaker } = found
    if (kind === 'time') return times ? found : null
    if (speaker === null) return chevrons ? found : null
    if (main === null && kind === 'chevron' && chevrons)
      return { ...found, speaker: null, rest: withoutChevrons(filled[place]!.text) }
    if (main === null) return place === only ? found : null
    const apart = kind !== 'colon' || main.kind === 'colon' || main.kind === 'court'
    const own = apart ? chosenOf.get(kind)! : main.chosen
    if (own.has(speaker) || main.chosen.has(speaker)) return found
    return kind === 'chevron' && chevrons
      ? { ...found, speaker: null, rest: withoutChevrons(filled[place]!.text) }
      : null
  })
}

function withoutChevrons(line: string): string {
  return line.trim().replace(/^>{2,3}\s*/, '')
}

/** A time and a name without any other mark are a label only above a line of speech. */
function isPlaced({ found }: FilledLine, next: FilledLine | undefined): boolean {
  // A bold line above another heading is none of a speaker.
  if (found?.kind === 'strong') return next !== undefined && !next.heading && next.found?.kind !== 'strong'
  if (found?.kind !== 'stamped') return true
  return next !== undefined && !['stamped', 'timed', 'time'].includes(next.found?.kind ?? '')
}

function choose(
  kind: LabelKind,
  speakers: readonly string[],
  filled: readonly FilledLine[],
  candidates: readonly (LabelLine | null)[],
  known: ReadonlySet<string>,
): ReadonlySet<string> {
  if (kind === 'title') return chooseTitles(speakers, filled, known)
  if (kind === 'strong') return chooseStrong(speakers, known)
  // After `>>` a name and a colon need no further proof.
  if (kind === 'chevron' && filled.filter(({ found }) => found?.kind === 'chevron').length >= LEAST_CHEVRONS)
    return new Set(speakers.filter(looksLikeName))
  if (kind === 'court') return speakers.includes('Q') && speakers.includes('A') ? new Set(['Q', 'A']) : new Set()
  return chooseLabels(speakers, blocksOf(filled, candidates, kind), known)
}

/** Headings are names where most of them come back, as those of chapters do not. */
function chooseTitles(
  speakers: readonly string[],
  filled: readonly FilledLine[],
  known: ReadonlySet<string>,
): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const speaker of speakers) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  const back = [...counts].filter(([label, count]) => count >= 2 || known.has(label))
  const repeated = back.reduce((sum, [, count]) => sum + count, 0)
  const headings = filled.filter(({ heading }) => heading).length
  if (back.length < 2 || repeated < Math.max(speakers.length, headings) * 0.6) return new Set()
  return new Set([...back.map(([label]) => label), ...[...counts.keys()].filter(isFullName)])
}

/** Names in bold type above what they say: some come back, and others may speak once as in a parliament. */
function chooseStrong(speakers: readonly string[], known: ReadonlySet<string>): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const speaker of speakers) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  const back = [...counts].filter(([label, count]) => count >= 2 || known.has(label))
  const repeated = back.reduce((sum, [, count]) => sum + count, 0)
  if (back.length < 2 || repeated < speakers.length * 0.4) return new Set()
  return new Set([...back.map(([label]) => label), ...[...counts.keys()].filter(isFullName)])
}

/** The place of a full name at the very beginning of a file that names nobody else, with a speech behind it. */
function findOnlySpeaker(filled: readonly FilledLine[], candidates: readonly (LabelLine | null)[]): number | null {
  const place = filled.findIndex(({ heading, page }) => !heading && !page)
  const found = candidates[place]
  if (!found || found.speaker === null || !isFullName(found.speaker)) return null
  if (candidates.some((other, index) => index !== place && looksLikeName(other?.speaker ?? ''))) return null
  const said = found.rest === '' ? (filled[place + 1]?.text ?? '') : found.rest
  return said.length >= LONG_SPEECH ? place : null
}

/**
 * How many places of the file could carry a label: its paragraphs where labels begin paragraphs, else its lines.
 * Where the text stands below its label, a label and its text count as one place.
 */
function blocksOf(filled: readonly FilledLine[], candidates: readonly (LabelLine | null)[], kind: LabelKind): number {
  let lines = 0
  let paragraphs = 0
  let labels = 0
  let atParagraph = 0
  filled.forEach(({ begins, heading }, place) => {
    if (heading && kind !== 'heading') return
    lines += 1
    const starts = begins || candidates[place - 1]?.kind === 'time' || filled[place - 1]?.page === true
    if (starts) paragraphs += 1
    if (candidates[place]?.kind !== kind) return
    labels += 1
    if (starts) atParagraph += 1
  })
  if (atParagraph * 2 < labels) return ABOVE.has(kind) ? Math.ceil(lines / 2) : lines
  return kind === 'heading' ? Math.ceil(paragraphs / 2) : paragraphs
}
