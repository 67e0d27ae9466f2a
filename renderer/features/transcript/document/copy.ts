import { attributionOf } from '../../../../shared/domain/attribution'
import type { Source, Speaker } from '../../../../shared/domain/source'
import type { TextRange } from '../../../../shared/domain/span'
import { speakersIn, type Turn } from '../../../../shared/domain/turn'

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
