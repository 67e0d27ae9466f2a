import type { CuePart, TimedCue } from '../cues-to-turns'
import { canBeLabel, chooseLabels, MAX_LABEL } from '../speaker-labels'

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
  const speakers = chooseLabels(found, cues.length)
  if (speakers.size === 0) return [...cues]
  return cues.map((cue) => ({ ...cue, parts: cue.parts.flatMap((part) => splitByLabels(part.text, speakers)) }))
}

function splitByLabels(text: string, speakers: ReadonlySet<string>): CuePart[] {
  const parts: { speaker: string | null; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const label = splitLabel(line)
    if (label && speakers.has(label.speaker))
      parts.push({ speaker: label.speaker, lines: label.rest === '' ? [] : [label.rest] })
    else if (parts.length === 0) parts.push({ speaker: null, lines: [line] })
    else parts[parts.length - 1]!.lines.push(line)
  }
  return parts.map(({ speaker, lines }) => ({ speaker, text: lines.join('\n') }))
}

/** `Name: rest` or `>> NAME：rest`; a plain colon must be followed by white space or the line's end. */
function splitLabel(line: string): { speaker: string; rest: string } | null {
  const from = /^>{2,3}\s*/.exec(line)?.[0].length ?? 0
  const limit = Math.min(line.length, from + MAX_LABEL + 1)
  for (let at = from + 1; at < limit; at += 1) {
    if (line[at] !== '：' && !(line[at] === ':' && /^\s?$/.test(line.slice(at + 1, at + 2)))) continue
    const speaker = line.slice(from, at).trim()
    return canBeLabel(speaker) ? { speaker, rest: line.slice(at + 1).trim() } : null
  }
  return null
}
