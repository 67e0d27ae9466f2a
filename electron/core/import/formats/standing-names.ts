import { looksLikeName, MAX_LABEL } from '../speaker-labels'
import type { FilledLine } from './filled-line'

/** So many lines with nothing but a name show that they say who speaks, where two names or more come back. */
const LEAST_LINES = 4
/** In how many of a text's paragraphs at least one such line stands, and in how many of its lines. */
const SHARE_OF_PARAGRAPHS = 0.2
const SHARE_OF_LINES = 0.1
/** How many code units are said below a name on average, at the least. */
const LEAST_SPEECH = 20
/** What comes back in songs and papers above their parts. */
const PARTS =
  /^(?:chorus|pre-chorus|refrain|verse|bridge|intro|outro|hook|solo|interlude|abstract|method|discussion|day)\b/i

/**
 * The names that stand on lines of their own, without a colon, above what each says: few that come back throughout the
 * text, each time with a line of speech below. Empty where anything speaks against it, since any short line may be a
 * heading.
 */
export function findStandingNames(filled: readonly FilledLine[]): ReadonlySet<string> {
  const places = new Map<string, number>()
  const candidates = filled.map((line) => (canStand(line) ? line.text.trim() : null))
  candidates.forEach((name, place) => {
    if (name !== null && hasSpeechBelow(filled, candidates, place)) places.set(name, (places.get(name) ?? 0) + 1)
  })
  const names = new Set([...places].flatMap(([name, count]) => (count >= 2 ? [name] : [])))
  const lines = candidates.filter((name) => name !== null && names.has(name)).length
  const spoken = [...places].reduce((sum, [name, count]) => sum + (names.has(name) ? count : 0), 0)
  if (names.size < 2 || lines < LEAST_LINES || spoken < lines * 0.9 || names.size * 2 > lines) return new Set()
  const atParagraph = candidates.filter(
    (name, place) => name !== null && names.has(name) && filled[place]!.begins,
  ).length
  const paragraphs = filled.filter(({ begins }) => begins).length
  const share =
    atParagraph >= lines * 0.8 && paragraphs > 1
      ? lines / paragraphs / SHARE_OF_PARAGRAPHS
      : lines / filled.length / SHARE_OF_LINES
  const said = filled.reduce((sum, { text }, place) => sum + (names.has(candidates[place] ?? '') ? 0 : text.length), 0)
  return share >= 1 && said >= lines * LEAST_SPEECH ? names : new Set()
}

function canStand({ text, found, heading, page }: FilledLine): boolean {
  const name = text.trim()
  if (found !== null || heading || page || name.length > MAX_LABEL) return false
  return looksLikeName(name) && !/[.,:;…—–-]$/.test(name) && !/^\d/.test(name) && !PARTS.test(name)
}

/** Whether the next line that is no time is one of speech. */
function hasSpeechBelow(filled: readonly FilledLine[], candidates: readonly (string | null)[], place: number): boolean {
  let next = place + 1
  while (filled[next]?.found?.kind === 'time') next += 1
  const line = filled[next]
  return line !== undefined && candidates[next] === null && !line.heading && !line.page
}
