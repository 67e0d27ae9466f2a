import type { CuePart } from '../cues-to-turns'

/** Tags that may stand in a cue: whether each takes an annotation after a space. */
const TAGS: Readonly<Record<string, 'plain' | 'annotated'>> = {
  b: 'plain',
  i: 'plain',
  u: 'plain',
  s: 'plain',
  c: 'plain',
  ruby: 'plain',
  rt: 'plain',
  v: 'annotated',
  lang: 'annotated',
  font: 'annotated',
}
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
}
const TAG = /^(\/?)([a-z]+)((?:\.[^\s.<>]+)*)(?:\s+([^<]*))?$/i
const TIMESTAMP = /^\d{1,4}(?::\d{2}){1,2}[.,]\d{1,3}$/
const LONGEST_TAG = 300
const MARKED = /[<&{]/

/** How a format marks up its cues. */
export interface CueMarkup {
  /** WebVTT's `&amp;` and its like stand for characters; in SRT they are text. */
  readonly entities: boolean
  /** Position marks of SSA such as `{\an8}`, which some SRT files carry. */
  readonly positions: boolean
}

/**
 * A cue's text without its markup, by voice. Only known tags are markup: any other `<` is text, so `5 < 6` and
 * `I <3 you` stay whole. Line breaks are kept; lines that only held markup go.
 */
export function readCueMarkup(payload: readonly string[], { entities, positions }: CueMarkup): CuePart[] {
  const source = payload.join('\n')
  if (!MARKED.test(source)) {
    const text = trimLines(source)
    return text === '' ? [] : [{ speaker: null, text }]
  }
  const parts: { speaker: string | null; text: string }[] = [{ speaker: null, text: '' }]
  const write = (text: string): void => {
    parts[parts.length - 1]!.text += entities ? decodeEntities(text) : text
  }
  let from = 0
  for (const { index: at } of source.matchAll(positions ? /<|\{\\/g : /</g)) {
    if (at < from) continue
    const tag = source[at] === '{' ? readPosition(source, at) : readTag(source, at)
    if (!tag) continue
    write(source.slice(from, at))
    if (tag.voice !== null) parts.push({ speaker: entities ? decodeEntities(tag.voice) : tag.voice, text: '' })
    from = tag.end
  }
  write(source.slice(from))
  return mergeVoices(parts.map(({ speaker, text }) => ({ speaker, text: trimLines(text) })))
}

/** Whether a payload has markup that `readCueMarkup` would leave out. */
export function hasCueMarkup(payload: readonly string[]): boolean {
  return payload.some((line) => line.includes('<') || line.includes('{\\'))
}

function readPosition(source: string, at: number): { end: number; voice: null } | null {
  const found = /^\{\\an?\d{1,2}\}/.exec(source.slice(at, at + 8))
  return found ? { end: at + found[0].length, voice: null } : null
}

function readTag(source: string, at: number): { end: number; voice: string | null } | null {
  const window = source.slice(at + 1, at + 1 + LONGEST_TAG)
  const close = window.indexOf('>')
  if (close < 0) return null
  const inside = window.slice(0, close)
  const end = at + 1 + close + 1
  if (TIMESTAMP.test(inside)) return { end, voice: null }
  const found = TAG.exec(inside)
  if (!found) return null
  const [, slash, name, , annotation] = found
  const kind = TAGS[name!.toLowerCase()]
  if (!kind || ((slash !== '' || kind === 'plain') && annotation)) return null
  const voice = name!.toLowerCase() === 'v' && slash === '' ? (annotation ?? '').replace(/\s+/g, ' ').trim() : ''
  return { end, voice: voice === '' ? null : voice }
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16)
    const storable = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    return storable ? String.fromCodePoint(code) : whole
  })
}

/** Without white space round the whole and without blank lines inside. */
function trimLines(text: string): string {
  const trimmed = text.trim()
  if (!trimmed.includes('\n')) return trimmed
  return trimmed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n')
}

/** Parts without text go; one voice on two lines is one part. */
function mergeVoices(parts: readonly CuePart[]): CuePart[] {
  const merged: CuePart[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if (part.text === '') continue
    if (last && last.speaker === part.speaker)
      merged[merged.length - 1] = { ...last, text: `${last.text}\n${part.text}` }
    else merged.push(part)
  }
  return merged
}
