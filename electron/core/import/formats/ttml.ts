import { AppError } from '../../../../shared/errors'
import { say } from '../../../../shared/domain/messages/message'
import { captionsToTurns } from '../captions-to-turns'
import type { CuePart } from '../cues-to-turns'
import { NoteList } from '../note-list'
import type { PlacedCue } from '../rolling-cues'
import type { Format, FormatInput, ParsedFile } from './format'
import { readXml, rootElementOf } from './read-xml'
import { parseTtmlTime, ttmlClock, type TtmlClock } from './ttml-time'

/**
 * TTML and its older self DFXP, with its profiles (IMSC, EBU-TT, Apple's podcasts): each `p` is a cue, `ttm:agent` says
 * who speaks. Regions, styles, animation and images are not read.
 */
export const ttml: Format = {
  name: 'ttml',
  extensions: ['.ttml', '.dfxp', '.xml'],
  detect: ({ text }) => rootElementOf(text) === 'tt',
  parse: parseTtml,
}

/** The times that an element says of itself, in seconds. */
interface Timing {
  readonly begin: number | null
  readonly end: number | null
  readonly duration: number | null
}

/** An element that is open: what it hands down to those inside. */
interface Scope {
  readonly name: string
  readonly agent: string | null
  readonly preserve: boolean
  /** Of the elements from the body down to this one. */
  readonly timings: readonly Timing[]
  /** `seq`: each child begins where the one before ends. */
  readonly sequence: { end: number } | null
  /** A word or sentence of Apple's podcasts, which stand without spaces between them. */
  readonly unit: boolean
  /** Left out, with everything inside. */
  readonly silent: boolean
}

/** A `p`: its text by speaker, still with the file's white space, and its times. */
interface Paragraph {
  readonly line: number
  readonly timings: readonly Timing[]
  readonly parts: { agent: string | null; pieces: string[] }[]
  /** Times of spans inside, for a paragraph that has none. */
  readonly spans: Timing[][]
}

const SILENT = new Set(['metadata', 'styling', 'layout', 'set', 'animate', 'image', 'rt', 'rp'])
const NO_TIMING: Timing = { begin: null, end: null, duration: null }

function parseTtml({ text }: FormatInput): ParsedFile {
  const notes = new NoteList()
  const scopes: Scope[] = []
  const names = new Map<string, string>()
  const actors = new Map<string, string>()
  const paragraphs: Paragraph[] = []
  let clock: TtmlClock = ttmlClock(new Map())
  let language: string | null = null
  let title = ''
  let agentId = ''
  let collecting: 'title' | 'name' | null = null
  let agentName = ''
  let open: Paragraph | null = null

  readXml(text, {
    open: (name, attributes, line) => {
      const above = scopes.at(-1)
      if (name === 'tt') {
        clock = ttmlClock(attributes)
        language = attributes.get('lang') || null
      }
      if (name === 'title' && !open) collecting = 'title'
      else if (name === 'agent' && !open) agentId = attributes.get('id') ?? ''
      else if (name === 'name' && agentId !== '') collecting = 'name'
      else if (name === 'actor' && agentId !== '') actors.set(agentId, attributes.get('agent') ?? '')
      const timing = readTiming(attributes, line)
      const timings =
        timing === NO_TIMING ? (above?.timings ?? []) : [...(above?.timings ?? []), inSequence(timing, above)]
      const scope: Scope = {
        name,
        agent: attributes.get('agent') ?? above?.agent ?? null,
        preserve: attributes.has('space') ? attributes.get('space') === 'preserve' : (above?.preserve ?? false),
        timings,
        sequence: attributes.get('timecontainer') === 'seq' ? { end: 0 } : null,
        unit: attributes.has('unit'),
        silent: (above?.silent ?? false) || SILENT.has(name),
      }
      scopes.push(scope)
      if (scope.silent) return
      if (name === 'p') {
        open = { line, timings, parts: [], spans: [] }
        paragraphs.push(open)
      } else if (open && name === 'br') write('\n', scope.agent)
      else if (open && name === 'span') {
        if (timing !== NO_TIMING) open.spans.push([...timings])
        if (scope.unit) write(' ', scope.agent)
      }
    },
    text: (piece) => {
      const scope = scopes.at(-1)
      if (collecting === 'title') title += piece
      else if (collecting === 'name') agentName += piece
      else if (open && scope && !scope.silent) {
        write(scope.preserve ? piece : piece.replace(/[ \t\n\r]+/g, ' '), scope.agent)
      } else if (piece.trim() !== '' && scope && ['div', 'body'].includes(scope.name))
        notes.add(say('text-outside-paragraph'))
    },
    close: (name) => {
      const scope = scopes.pop()
      if (name === 'p') open = null
      if (name === 'name' && collecting === 'name') {
        if (!names.has(agentId) && agentName.trim() !== '') names.set(agentId, agentName.replace(/\s+/g, ' ').trim())
        agentName = ''
      }
      if (name === 'agent') agentId = ''
      if (name === 'title' || name === 'name') collecting = null
      const sequence = scopes.at(-1)?.sequence
      if (sequence && scope) sequence.end = endOf(scope.timings.at(-1) ?? NO_TIMING, sequence.end)
    },
  })

  const nameOf = (agent: string | null): string | null => {
    // Several agents may be named, apart by spaces.
    const known = agent?.split(/\s+/).map((id) => names.get(id) ?? names.get(actors.get(id) ?? '') ?? id)
    return known && known[0] !== '' ? known.join(', ') : null
  }
  const cues = toCues(paragraphs, nameOf, notes)
  if (cues.length === 0) {
    throw new AppError('not-understood', say('ttml-without-paragraph'), {
      advice: say('check-or-export'),
    })
  }
  return {
    format: 'ttml',
    ...captionsToTurns(cues, notes),
    title: title.replace(/\s+/g, ' ').trim() || null,
    date: null,
    language,
    notes: notes.toNotes(),
  }

  function write(piece: string, agent: string | null): void {
    const parts = open!.parts
    const last = parts.at(-1)
    const before = last?.pieces.at(-1)
    if (piece === ' ' && before?.endsWith(' ')) return
    if (last && (last.agent === agent || piece.trim() === ''))
      last.pieces.push(before?.endsWith(' ') ? piece.replace(/^ /, '') : piece)
    else parts.push({ agent, pieces: [piece] })
  }

  function readTiming(attributes: ReadonlyMap<string, string>, line: number): Timing {
    const time = (name: string): number | null => {
      const written = attributes.get(name)
      const seconds = written === undefined ? null : parseTtmlTime(written, clock)
      if (written !== undefined && seconds === null) notes.add(say('time-not-understood'), line)
      return seconds
    }
    const timing = { begin: time('begin'), end: time('end'), duration: time('dur') }
    return timing.begin === null && timing.end === null && timing.duration === null ? NO_TIMING : timing
  }
}

function inSequence(timing: Timing, above: Scope | undefined): Timing {
  const shift = above?.sequence?.end
  if (shift === undefined) return timing
  return { ...timing, begin: (timing.begin ?? 0) + shift, end: timing.end === null ? null : timing.end + shift }
}

function endOf({ begin, end, duration }: Timing, before: number): number {
  return end ?? (duration === null ? before : (begin ?? 0) + duration)
}

function toCues(
  paragraphs: readonly Paragraph[],
  nameOf: (agent: string | null) => string | null,
  notes: NoteList,
): PlacedCue[] {
  const resolve = areAbsolute(paragraphs) ? absolute : relative
  const cues: PlacedCue[] = []
  let clock = 0
  for (const { line, timings, parts, spans } of paragraphs) {
    const own = resolve(timings)
    const inside = spans.map(resolve)
    const times = timings.length === 0 && inside.length > 0 ? hull(inside) : own
    const said = tidyParts(parts, nameOf)
    if (times === null && inside.length === 0) notes.add(say('paragraph-without-time'), line)
    const startTime = times?.begin ?? clock
    const endTime = times?.end ?? startTime
    clock = endTime
    if (said.length === 0) notes.add(say('cue-without-text'), line)
    else cues.push({ startTime, endTime, line, parts: said })
    if (endTime < startTime) notes.add(say('cue-ends-early'), line)
  }
  return cues
}

interface Resolved {
  readonly begin: number
  readonly end: number | null
}

/** As TTML has it: times count from the beginning of the element around, which also ends those inside. */
function relative(timings: readonly Timing[]): Resolved | null {
  let base = 0
  let limit: number | null = null
  for (const { begin, end, duration } of timings) {
    const ends: number[] = [
      limit,
      end === null ? null : base + end,
      duration === null ? null : base + (begin ?? 0) + duration,
    ].filter((each) => each !== null)
    base += begin ?? 0
    limit = ends.length === 0 ? null : Math.min(...ends)
  }
  return timings.length === 0 ? null : { begin: tidy(base), end: limit === null ? null : tidy(limit) }
}

/** As some tools have it: every time counts from the beginning of the recording. */
function absolute(timings: readonly Timing[]): Resolved | null {
  const last = timings.at(-1)
  if (!last) return null
  const begin = last.begin ?? timings.findLast((each) => each.begin !== null)?.begin ?? 0
  return { begin, end: last.end ?? (last.duration === null ? null : tidy(begin + last.duration)) }
}

/**
 * Whether times inside timed elements count from the beginning of the recording: read as such they all fit into the
 * elements around, and read as TTML says, some do not.
 */
function areAbsolute(paragraphs: readonly Paragraph[]): boolean {
  let outside = false
  for (const chain of paragraphs.flatMap(({ timings, spans }) => [timings, ...spans])) {
    for (let index = 1; index < chain.length; index += 1) {
      const around = chain[index - 1]!
      const { begin, end } = chain[index]!
      const length = around.duration ?? (around.end === null ? null : around.end - (around.begin ?? 0))
      if (begin === null || around.begin === null) continue
      const limit = length === null ? null : around.begin + length
      if (begin < around.begin || (limit !== null && (end ?? begin) > limit + 0.01)) return false
      if (length !== null && begin > length) outside = true
    }
  }
  return outside
}

function hull(times: readonly (Resolved | null)[]): Resolved | null {
  const known = times.filter((each) => each !== null)
  if (known.length === 0) return null
  let begin = Infinity
  let end = -Infinity
  for (const each of known) {
    begin = Math.min(begin, each.begin)
    end = Math.max(end, each.end ?? each.begin)
  }
  return { begin, end }
}

/** Without white space round the lines; lines without text go. */
function tidyParts(parts: Paragraph['parts'], nameOf: (agent: string | null) => string | null): CuePart[] {
  return parts.flatMap(({ agent, pieces }) => {
    const text = pieces
      .join('')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n')
    return text === '' ? [] : [{ speaker: nameOf(agent), text }]
  })
}

function tidy(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6
}
