import { AppError } from '../../../../shared/errors'
import { type Message, say } from '../../../../shared/domain/messages/message'
import { LIMITS } from '../limits'
import type { DocumentContent } from './document-content'
import { toTitle } from './office-xml'
import { decodeBytes, encodingOfCharset, encodingOfCodePage } from './rtf-code-pages'
import { RtfText } from './rtf-text'
import { type RtfToken, rtfTokens } from './rtf-tokens'

/** Control words and symbols that stand for a character. */
const CHARACTERS: Readonly<Record<string, string>> = {
  line: '\n',
  lbr: '\n',
  softline: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  zwj: '\u200d',
  zwnj: '\u200c',
  zwbo: '\u200b',
  zwnbo: '\u2060',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
  '\\': '\\',
  '{': '{',
  '}': '}',
}
/** Destinations that are left out, and what is noted where they stand; `null`: nothing is lost by it. */
const LEFT_OUT: Readonly<Record<string, Message | null>> = {
  footnote: say('no-speech-footnote-or-endnote'),
  annotation: say('no-speech-comment'),
  listtext: say('no-speech-list-marks'),
  pntext: say('no-speech-list-marks'),
  header: say('no-speech-page-edges'),
  footer: say('no-speech-page-edges'),
  headerl: null,
  headerr: null,
  headerf: null,
  footerl: null,
  footerr: null,
  footerf: null,
  colortbl: null,
  stylesheet: null,
  info: null,
  pict: null,
  nonshppict: null,
  objdata: null,
  fldinst: null,
  listtable: null,
  revtbl: null,
  filetbl: null,
  xe: null,
  tc: null,
  upr: null,
  ftnsep: null,
  ftnsepc: null,
  aftnsep: null,
  aftnsepc: null,
  themedata: null,
  datastore: null,
}
/** Destinations inside one that is left out that hold text all the same. */
const TAKEN_UP = new Set(['ud', 'shptxt'])

type Destination = 'text' | 'nothing' | 'fonts' | 'styles' | 'info' | 'title'

interface Group {
  destination: Destination
  /** Whether the group began with `\*`: what is not known is left out. */
  ignorable: boolean
  bold: boolean
  italic: boolean
  hidden: boolean
  deleted: boolean
  font: number
  /** How many characters stand behind a `\uN` for programs that do not know it. */
  fallback: number
}

/** Whether bytes begin as RTF does. */
export function isRtf(bytes: Uint8Array): boolean {
  return /^\s*\{\\rtf/.test(String.fromCharCode(...bytes.subarray(0, 64)).replace(/^\u00ef\u00bb\u00bf/, ''))
}

/** Reads an RTF file. Throws `too-complex` for deep nesting. */
export function readRtf(bytes: Uint8Array): DocumentContent {
  const text = new RtfText()
  const fonts = new Map<number, string | null>()
  const styles = new Map<number, number>()
  let own = 'windows-1252'
  let title = ''
  let fontInTable = 0
  let styleInTable: number | null = null
  let styleName = ''
  let skip = 0
  let half = ''
  let pending: number[] = []
  let pendingEncoding = own
  const stack: Group[] = []
  let group: Group = {
    destination: 'text',
    ignorable: false,
    bold: false,
    italic: false,
    hidden: false,
    deleted: false,
    font: 0,
    fallback: 1,
  }

  const put = (written: string): void => {
    if (group.destination === 'title') title += written
    else if (group.destination === 'styles') styleName += written
    else if (group.destination === 'text') {
      if (group.deleted) text.note(say('deleted-text'))
      else if (group.hidden) text.note(say('hidden-text'))
      else text.write(written, group)
    }
  }
  const flush = (): void => {
    if (pending.length > 0) {
      const decoded = decodeBytes(pending, pendingEncoding)
      if (decoded.includes('\ufffd') && group.destination === 'text')
        text.note(say('bytes-not-in-encoding', { encoding: pendingEncoding }))
      pending = []
      put(decoded)
    }
    if (half !== '') {
      half = ''
      text.note(say('half-character'))
    }
  }
  const writeByte = (byte: number): void => {
    if (half !== '') flush()
    const encoding = fonts.get(group.font) ?? own
    if (pending.length > 0 && encoding !== pendingEncoding) flush()
    pendingEncoding = encoding
    pending.push(byte)
  }
  /** Characters beyond the first 65,536 are written as two halves. */
  const writeUnit = (unit: number): void => {
    const written = String.fromCharCode(unit)
    if (unit >= 0xd800 && unit < 0xdc00) {
      flush()
      half = written
    } else if (unit >= 0xdc00 && unit < 0xe000) {
      const first = half
      half = ''
      flush()
      if (first === '') text.note(say('half-character'))
      else put(first + written)
    } else {
      flush()
      if (unit !== 0) put(written)
    }
  }

  const toDestination = (word: string): boolean => {
    const note = LEFT_OUT[word]
    if (word === 'fonttbl') group.destination = 'fonts'
    else if (word === 'stylesheet') group.destination = 'styles'
    else if (word === 'info') group.destination = 'info'
    else if (word === 'title' && group.destination === 'info') group.destination = 'title'
    else if (TAKEN_UP.has(word)) group.destination = 'text'
    else if (note !== undefined || group.ignorable) {
      if (note && group.destination === 'text') text.note(note)
      group.destination = 'nothing'
    } else return false
    return true
  }

  const control = (word: string, number: number | null): void => {
    const isDestination = toDestination(word)
    group.ignorable = false
    if (isDestination) return
    const character = CHARACTERS[word]
    if (character !== undefined) {
      put(character)
      return
    }
    const on = number !== 0
    switch (word) {
      case 'ansicpg':
        own = encodingOfCodePage(number ?? 1252) ?? own
        break
      case 'mac':
        own = 'macintosh'
        break
      case 'f':
        if (group.destination === 'fonts') fontInTable = number ?? 0
        group.font = number ?? 0
        break
      case 'deff':
        group.font = number ?? 0
        break
      case 'fcharset':
        if (group.destination === 'fonts' && !fonts.has(fontInTable))
          fonts.set(fontInTable, encodingOfCharset(number ?? 0))
        break
      case 'cpg':
        if (group.destination === 'fonts') fonts.set(fontInTable, encodingOfCodePage(number ?? 0))
        break
      case 'uc':
        group.fallback = Math.max(0, Math.min(16, number ?? 1))
        break
      case 'u':
        writeUnit((number ?? 0) & 0xffff)
        skip = group.fallback
        break
      case 'b':
        group.bold = on
        break
      case 'i':
        group.italic = on
        break
      case 'v':
        group.hidden = on
        break
      case 'deleted':
        group.deleted = on
        break
      case 'plain':
        group.bold = false
        group.italic = false
        group.hidden = false
        group.deleted = false
        break
      case 's':
        if (group.destination === 'styles') styleInTable = number
        else if (group.destination === 'text') text.level(styles.get(number ?? 0) ?? null)
        break
      case 'outlinelevel':
        if (group.destination === 'text' && number !== null && number < 9) text.level(number + 1)
        break
      default:
        if (group.destination === 'text') text.control(word)
    }
  }

  for (const token of rtfTokens(bytes)) {
    if (skip > 0 && isCharacter(token)) {
      skip -= 1
      continue
    }
    skip = 0
    if (token.kind === 'byte') {
      if (group.destination === 'text' || group.destination === 'title' || group.destination === 'styles')
        writeByte(token.byte)
      continue
    }
    if (token.kind !== 'word' || token.word !== 'u') flush()
    switch (token.kind) {
      case 'open':
        stack.push(group)
        if (stack.length > LIMITS.depth) {
          throw new AppError('too-complex', say('rtf-too-deep', { depth: LIMITS.depth }), {
            advice: say('save-simpler'),
          })
        }
        group = innerGroup(group)
        break
      case 'close': {
        if (group.destination === 'styles' && stack.at(-1)?.destination === 'styles') {
          const level = headingLevel(styleName)
          if (level !== null) styles.set(styleInTable ?? 0, level)
          styleName = ''
          styleInTable = null
        }
        group = stack.pop() ?? group
        break
      }
      case 'symbol':
        if (token.symbol === '*') group.ignorable = true
        else if (token.symbol === '\n' || token.symbol === '\r') control('par', null)
        else control(token.symbol, null)
        break
      case 'word':
        control(token.word, token.number)
        break
    }
  }
  flush()
  return { blocks: text.finish(), title: toTitle(title), notes: [] }
}

/** A group begins with what holds around it. */
function innerGroup(outer: Group): Group {
  return { ...outer, ignorable: false }
}

/** Whether a token can be what stands behind `\uN` for programs that do not know it. */
function isCharacter(token: RtfToken): boolean {
  if (token.kind === 'byte') return true
  return (token.kind === 'symbol' && token.symbol in CHARACTERS) || (token.kind === 'word' && token.word in CHARACTERS)
}

/** The level of `heading 2;` and `Title;`. */
function headingLevel(name: string): number | null {
  const written = name.replace(/;.*$/s, '').trim().toLowerCase()
  if (written === 'title') return 0
  const heading = /^heading (\d)$/.exec(written)
  return heading ? Number(heading[1]) : null
}
