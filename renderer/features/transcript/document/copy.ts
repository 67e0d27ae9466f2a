import { attributionOf } from '../../../../shared/domain/attribution'
import type { Source, Speaker } from '../../../../shared/domain/source'
import type { TextRange } from '../../../../shared/domain/span'
import { turnIndexAt, type Turn } from '../../../../shared/domain/turn'

/** What goes to the clipboard: the source's own text, and who said it where. */
export interface Copied {
  readonly plain: string
  readonly html: string
}

/** Copies from the stored text, so that also what is not on the page is copied. */
export function copyRange(
  source: Pick<Source, 'title' | 'speakers' | 'language'>,
  text: string,
  turns: readonly Turn[],
  range: TextRange,
): Copied {
  const quote = text.slice(range.start, range.end)
  const attribution = attributionOfRange(source, turns, range)
  const paragraphs = quote
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('')
  return {
    plain: `${quote}\n\n${attribution}`,
    html: `<blockquote lang="${escapeHtml(source.language)}">${paragraphs}<footer>${escapeHtml(attribution)}</footer></blockquote>`,
  }
}

/** Everyone who speaks in a range, in the order in which they do. */
export function speakersIn(
  speakers: readonly Speaker[],
  turns: readonly Turn[],
  ranges: readonly TextRange[],
): Speaker[] {
  const ids = new Set<string>()
  for (const range of ranges) {
    for (let index = Math.max(0, turnIndexAt(turns, range.start)); index < turns.length; index += 1) {
      const turn = turns[index]!
      if (turn.start >= range.end) break
      if (turn.end > range.start && turn.speakerId !== null) ids.add(turn.speakerId)
    }
  }
  return [...ids].flatMap((id) => speakers.find((speaker) => speaker.id === id) ?? [])
}

function attributionOfRange(source: Pick<Source, 'title' | 'speakers'>, turns: readonly Turn[], range: TextRange): string {
  const speakers = speakersIn(source.speakers, turns, [range])
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
