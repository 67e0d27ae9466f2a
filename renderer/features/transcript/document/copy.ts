import { attributionOf } from '../../../../shared/domain/attribution'
import type { Source, Speaker } from '../../../../shared/domain/source'
import type { TextRange } from '../../../../shared/domain/span'
import { speakersIn, turnIndexAt, type Turn } from '../../../../shared/domain/turn'

const BLANK_LINES = /\n\s*\n/g

/** What goes to the clipboard: the source's own text, and who said it where. */
export interface Copied {
  readonly plain: string
  readonly html: string
}

/**
 * Copies from the stored text, so that also what is not on the page is copied. The plain text is the source's own,
 * letter by letter; where several people speak, the other form says before each of their turns who does.
 */
export function copyRange(
  source: Pick<Source, 'title' | 'speakers' | 'language'>,
  text: string,
  turns: readonly Turn[],
  range: TextRange,
): Copied {
  const attribution = attributionOfRange(source, turns, range)
  const hasNames = speakersIn(turns, [range]).length > 1
  const names = new Map(source.speakers.map(({ id, name }) => [id, name]))
  const paragraphs: string[] = []
  for (let index = Math.max(0, turnIndexAt(turns, range.start)); index < turns.length; index += 1) {
    const { start, end, speakerId } = turns[index]!
    if (start >= range.end) break
    const said = text.slice(Math.max(start, range.start), Math.min(end, range.end)).trim()
    if (said === '') continue
    const name = hasNames && speakerId !== null ? names.get(speakerId) : undefined
    const label = name === undefined ? '' : `<b>${escapeHtml(name)}:</b> `
    paragraphs.push(`<p>${label}${escapeHtml(said).replace(BLANK_LINES, '</p><p>')}</p>`)
  }
  return {
    plain: `${text.slice(range.start, range.end)}\n\n${attribution}`,
    html: `<blockquote lang="${escapeHtml(source.language)}">${paragraphs.join('')}<footer>${escapeHtml(attribution)}</footer></blockquote>`,
  }
}

function attributionOfRange(
  source: Pick<Source, 'title' | 'speakers'>,
  turns: readonly Turn[],
  range: TextRange,
): string {
  const speakers = speakersIn(turns, [range]).flatMap((id) => source.speakers.find((each) => each.id === id) ?? [])
  const [first, ...others] = speakers
  if (!first) return source.title
  const before = others.length > 0 ? `${speakers.slice(0, -1).map(nameOf).join(', ')}, ` : ''
  return `${before}${attributionOf(speakers.at(-1) ?? first, source.title)}`
}

function nameOf({ name, affiliation }: Speaker): string {
  return affiliation ? `${name} (${affiliation})` : name
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
