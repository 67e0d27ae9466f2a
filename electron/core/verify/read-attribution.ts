/** Whom and what an attribution names. */
export interface Attribution {
  /** Without affiliation; `null` when it names no person. */
  readonly speaker: string | null
  readonly titles: readonly string[]
}

/** What is known of the sources, to tell a title from a name. */
export interface KnownNames {
  isTitle(text: string): boolean
  isSpeaker(name: string): boolean
}

const SEPARATOR = /\s+[·•]\s+/

/**
 * Reads `Speaker (Affiliation) · Source title`, `Speaker, Affiliation`, a speaker or a title alone. `null` when it is
 * no attribution: a line that does not touch its quote must name a source or a speaker that is known.
 */
export function readAttribution(text: string, attached: boolean, known: KnownNames): Attribution | null {
  const whole = text.trim()
  if (known.isTitle(whole)) return { speaker: null, titles: [whole] }
  const parts = whole.split(SEPARATOR)
  const [first = '', ...rest] = parts
  // A title may hold the separator itself: what follows the speaker is one, and so is each of its parts.
  const titles = rest.length > 1 ? [rest.join(' · '), ...rest] : rest
  const names = nameOf(first)
  const isKnown =
    titles.some((title) => known.isTitle(title)) || known.isTitle(first) || (names !== null && known.isSpeaker(names))
  if (!isKnown && !attached) return null
  if (known.isTitle(first) && !(names !== null && known.isSpeaker(names))) return { speaker: null, titles: [first] }
  if (rest.length > 0) return { speaker: names, titles }
  const comma = /^([^,，]+)[,，]\s*(.+)$/.exec(whole)
  return { speaker: names, titles: comma ? [comma[2]!, whole] : [whole] }
}

/** The person at the start of a text, without affiliation; `null` where the text does not look like a name. */
function nameOf(text: string): string | null {
  const name = text
    .replace(/\s*[（(].*$/, '')
    .replace(/[,，].*$/, '')
    .trim()
  if (name === '' || /[.!?…:;。！？：；]\s|["“”「」«»]/.test(name)) return null
  const words = name.split(/\s+/)
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return name.length <= 16 ? name : null
  const capitals = words.filter((word) => /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(word)).length
  return words.length <= 6 && /^[\p{Lu}\p{Lo}]/u.test(name) && capitals * 2 >= words.length ? name : null
}
