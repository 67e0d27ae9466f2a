import { say } from '../../../../shared/domain/messages/message'
import { findDate } from '../dates'
import type { NoteList } from '../note-list'

/** What a text file says about itself before its first word of speech. */
export interface FileFacts {
  readonly title: string | null
  readonly date: string | null
  readonly language: string | null
  readonly speakers: readonly string[]
  /** How many lines the facts take. */
  readonly lines: number
}

const NONE: FileFacts = { title: null, date: null, language: null, speakers: [], lines: 0 }
/** No front matter or header is longer. */
const MOST_LINES = 200
const HEADER_KEYS = new Set(
  (
    'title,description,channel,recorded on,original air date,date,recorded,published,speakers,participants,attendees,' +
    'episode,source,url,duration,language,location,topic,podcast,show,series,season,meeting,subject,transcribed by,' +
    '标题,標題,日期,时间,時間,地点,地點,来源,來源,主题,主題,语言,語言'
  ).split(','),
)

/** YAML between two `---` lines at the beginning: simple keys and lists, which is what transcripts have. */
export function readFrontMatter(lines: readonly string[], notes: NoteList): FileFacts {
  if (lines[0]?.trimEnd() !== '---') return NONE
  const end = lines.slice(1, MOST_LINES).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line)) + 1
  if (end < 2 || !lines.slice(1, end).some((line) => /^[\w-]+\s*:/.test(line))) return NONE
  const values = new Map<string, string[]>()
  let key = ''
  for (const line of lines.slice(1, end)) {
    const field = /^([\w-]+)\s*:\s*(.*)$/.exec(line)
    const item = /^\s*-\s+(.*)$/.exec(line)
    if (field) {
      key = field[1]!.toLowerCase()
      values.set(key, listOf(field[2]!))
    } else if (item && key !== '') values.get(key)!.push(unquote(item[1]!))
  }
  notes.add(say('front-matter', { count: end + 1 }), 1)
  return { ...factsOf(values), lines: end + 1 }
}

/** `Key: value` lines at the beginning that describe the recording, up to a blank line or a rule. */
export function readHeaderLines(lines: readonly string[], notes: NoteList): FileFacts {
  const first = lines.findIndex((line) => line.trim() !== '')
  const opening = first < 0 ? null : headerField(lines[first]!)
  // A key that comes back is a speaker's label, such as the `Subject:` of an interview.
  if (!opening || lines.some((line, index) => index > first && headerField(line)?.key === opening.key)) return NONE
  const values = new Map<string, string[]>()
  let end = first
  for (; end < Math.min(lines.length, first + MOST_LINES); end += 1) {
    const line = lines[end]!
    if (/^[=_*-]{3,}\s*$/.test(line.trim())) {
      end += 1
      break
    }
    const field = headerField(line)
    if (field) values.set(field.key, [field.value])
    else if (line.trim() === '' || !rulesOff(lines, end)) break
  }
  for (let line = first; line < end; line += 1) notes.add(say('header-line'), line + 1)
  return { ...factsOf(values), lines: end }
}

/** What Otter sets above its transcripts: title, date, `SUMMARY KEYWORDS` and `SPEAKERS`, each above its values; or `null`. */
export function readOtterHeader(lines: readonly string[], notes: NoteList): FileFacts | null {
  const head = lines.slice(0, 60)
  const speakers = head.findIndex((line) => line.trim() === 'SPEAKERS')
  const keywords = head.findIndex((line) => line.trim() === 'SUMMARY KEYWORDS')
  const last = Math.max(speakers, keywords)
  const first = Math.min(...[speakers, keywords].filter((at) => at >= 0))
  const above = head.slice(0, Math.max(0, last < 0 ? 0 : first)).filter((line) => line.trim() !== '')
  if (last < 0 || above.length > 3) return null
  const values = head[last + 1]?.trim() === '' ? last + 2 : last + 1
  const end =
    values +
    Math.max(
      0,
      head.slice(values).findIndex((line) => line.trim() === ''),
    )
  for (let line = 0; line < end; line += 1) if (lines[line]!.trim() !== '') notes.add(say('header-line'), line + 1)
  return {
    title: above[0]?.trim() ?? null,
    date: above.map((line) => findDate(line.slice(0, 200))).find((date) => date !== null) ?? null,
    language: null,
    speakers:
      speakers < 0
        ? []
        : (head[speakers + 1] ?? '')
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== ''),
    lines: end,
  }
}

/** Whether only filled lines stand between a line and a rule close below it. */
function rulesOff(lines: readonly string[], from: number): boolean {
  for (const line of lines.slice(from, from + 5)) {
    if (line.trim() === '') return false
    if (/^[=_*-]{3,}\s*$/.test(line.trim())) return true
  }
  return false
}

function headerField(line: string): { key: string; value: string } | null {
  const field = /^([\p{L} ]{2,20})\s*[:：]\s*(.*)$/u.exec(line.slice(0, 2000).trim())
  const key = field?.[1]!.trim().toLowerCase() ?? ''
  return field && HEADER_KEYS.has(key) ? { key, value: field[2]! } : null
}

function factsOf(values: ReadonlyMap<string, readonly string[]>): Omit<FileFacts, 'lines'> {
  const value = (...keys: string[]): string | null =>
    keys.map((key) => values.get(key)?.[0]).find((found) => found) ?? null
  const language = value('language', 'lang')
  const date = value('date', 'recorded on', 'recorded', 'published', 'original air date', '日期')
  return {
    title: value('title', '标题', '標題'),
    date: date === null ? null : findDate(date),
    language: language !== null && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : null,
    speakers: [...(values.get('speakers') ?? []), ...(values.get('participants') ?? [])].filter((name) => name !== ''),
  }
}

function listOf(written: string): string[] {
  const inline = /^\[(.*)\]$/.exec(written.trim())?.[1]
  if (inline !== undefined) return inline.split(',').map(unquote)
  return written.trim() === '' ? [] : [unquote(written)]
}

function unquote(written: string): string {
  const text = written.trim()
  return /^"(.*)"$/.exec(text)?.[1] ?? /^'(.*)'$/.exec(text)?.[1] ?? text
}
