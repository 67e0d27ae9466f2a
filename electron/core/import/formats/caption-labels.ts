import { splitAtChevrons, usesChevrons } from './chevrons'
import type { CuePart, TimedCue } from '../cues-to-turns'
import {
  canBeLabel,
  chooseLabels,
  looksLikeName,
  MAX_LABEL,
  splitStageDirection,
  withDirection,
} from '../speaker-labels'

/**
 * Reads `Name: text` at the start of a cue's lines as a change of speaker, as Zoom and many editors write it, when the
 * whole file shows that these are labels: nearly every cue has one, or the same names come back.
 */
export function readCaptionLabels(cues: readonly TimedCue[]): TimedCue[] {
  if (cues.some(({ parts }) => parts.some(({ speaker }) => speaker !== null))) return [...cues]
  const found = cues.flatMap(({ parts }) => {
    const label = parts[0] && splitLabel(parts[0].text)
    return label ? [label.speaker] : []
  })
  const marked = cues.filter(({ parts }) => CHEVRONS.test(parts[0]?.text ?? ''))
  const chevrons = usesChevrons(cues.map(({ parts }) => parts[0]?.text ?? ''))
  // After `>>` a name and a colon need no further proof.
  const named = chevrons
    ? marked.flatMap(({ parts }) => splitLabel(parts[0]!.text)?.speaker ?? []).filter(looksLikeName)
    : []
  const speakers = new Set([...chooseLabels(found, cues.length), ...named])
  if (speakers.size === 0 && !chevrons) return [...cues]
  return cues.map((cue) =>
    cue.parts.length === 1 && isPlain(cue.parts[0]!.text)
      ? cue
      : { ...cue, parts: cue.parts.flatMap((part) => splitByLabels(part.text, speakers, chevrons)) },
  )
}

/** Marks of live captions: `>>` another speaker, `>>>` another story. */
const CHEVRONS = /^>{2,3}(?!>)\s*/

/** Whether a text can have neither a label nor a mark of another speaker. */
function isPlain(text: string): boolean {
  return !text.includes(':') && !text.includes('：') && !text.includes('>')
}

function splitByLabels(text: string, speakers: ReadonlySet<string>, chevrons: boolean): CuePart[] {
  const parts: { speaker: string | null; lines: string[]; other: boolean }[] = []
  for (const line of text.split('\n').flatMap((each) => (chevrons ? splitAtChevrons(each) : each))) {
    const label = splitLabel(line)
    const mark = chevrons ? (CHEVRONS.exec(line)?.[0].length ?? 0) : 0
    if (label && speakers.has(label.speaker))
      parts.push({ speaker: label.speaker, lines: label.rest === '' ? [] : [label.rest], other: false })
    else if (mark > 0) parts.push({ speaker: null, lines: line.length > mark ? [line.slice(mark)] : [], other: true })
    else if (parts.length === 0) parts.push({ speaker: null, lines: [line], other: false })
    else parts[parts.length - 1]!.lines.push(line)
  }
  return parts.map(({ speaker, lines, other }) => ({ speaker, text: lines.join('\n'), ...(other ? { other } : {}) }))
}

/** `Name: rest` or `>> NAME：rest`; a plain colon must be followed by white space or the line's end. */
function splitLabel(line: string): { speaker: string; rest: string } | null {
  if (!line.includes(':') && !line.includes('：')) return null
  const from = line.startsWith('>>') ? (/^>{2,3}\s*/.exec(line)?.[0].length ?? 0) : 0
  const limit = Math.min(line.length, from + MAX_LABEL + 1)
  for (let at = from + 1; at < limit; at += 1) {
    if (line[at] !== '：' && !(line[at] === ':' && /^\s?$/.test(line.slice(at + 1, at + 2)))) continue
    const { speaker, direction } = splitStageDirection(line.slice(from, at).trim())
    return canBeLabel(speaker) ? { speaker, rest: withDirection(direction, line.slice(at + 1).trim()) } : null
  }
  return null
}
