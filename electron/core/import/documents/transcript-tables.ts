import { CLOCK, parseClock } from '../clock'
import { looksLikeName } from '../speaker-labels'

/** Which columns of a table hold what; the others hold nothing that anybody says. */
export interface TranscriptColumns {
  readonly time: number | null
  readonly speaker: number | null
  readonly text: number
  /** Whether the first row names the columns. */
  readonly header: boolean
}

const HEADS = new Set(
  (
    'time,times,timespan,timestamp,timecode,time code,start,start time,end,end time,duration,in,out,speaker,speakers,name,' +
    'participant,who,role,content,text,transcript,transcription,utterance,speech,dialogue,notes,#,no,no.,nr,nr.,id,line,turn,' +
    '时间,時間,说话人,說話人,发言人,發言人,讲者,講者,姓名,内容,內容,文本,文字,序号,編號,编号'
  ).split(','),
)
const SPAN = new RegExp(`^[\\[(]?(${CLOCK})(?:\\s*(?:-->|[-–—])\\s*${CLOCK})?[\\])]?$`, 'u')

/** The columns of a table that is a transcript: who, when and what is said, a row for each turn; `null` for any other. */
export function readColumns(rows: readonly (readonly string[])[]): TranscriptColumns | null {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (width < 2 || width > 8 || rows.length < 2) return null
  const header = rows[0]!.every((cell) => HEADS.has(cell.trim().toLowerCase().replace(/:$/, '')))
  const body = header ? rows.slice(1) : rows
  const columns = Array.from({ length: width }, (_, index) => body.map((row) => (row[index] ?? '').trim()))
  const lengths = columns.map((cells) => cells.reduce((sum, cell) => sum + cell.length, 0))
  const text = lengths.indexOf(Math.max(...lengths))
  const others = columns.flatMap((cells, index) => (index === text ? [] : [{ cells: cells.filter(Boolean), index }]))
  const speaker = others.find(({ cells }) => cells.length > 0 && mostly(cells, isName))?.index ?? null
  const time =
    others.find(({ cells }) => cells.length > 0 && mostly(cells, (cell) => timeOf(cell) !== null))?.index ?? null
  const said = others.some(({ cells, index }) => index !== speaker && index !== time && !cells.every(saysNothing))
  return said || (speaker === null && time === null) ? null : { time, speaker, text, header }
}

/** The first time of `00:12`, `[00:12]` or `00:12 - 00:15`, as it is written. */
export function timeOf(cell: string): string | null {
  const written = SPAN.exec(cell.trim())?.[1]
  return written !== undefined && parseClock(written) !== null ? written : null
}

function isName(cell: string): boolean {
  return looksLikeName(cell.replace(/\s*[:：]$/u, ''))
}

/** A running number or a time. */
function saysNothing(cell: string): boolean {
  return /^\d{1,6}[.)]?$/.test(cell) || timeOf(cell) !== null
}

function mostly(cells: readonly string[], test: (cell: string) => boolean): boolean {
  return cells.filter(test).length >= cells.length * 0.8
}
