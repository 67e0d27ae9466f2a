const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
}

const INLINE = new RegExp(
  [
    String.raw`\\([!-/:-@[-\`{-~])`,
    String.raw`&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));`,
    String.raw`\[\^[^\]\s]{1,100}\]`,
    String.raw`!?\[([^[\]\n]{0,1000})\]\([^()\s]{0,2000}\)`,
    '(<br ?/?>)',
    '(`+|~~|\\*+|_+)',
  ].join('|'),
  'gi',
)

/**
 * The text that inline Markdown shows: without backslash escapes, character references, emphasis, link targets,
 * footnote marks and hard breaks. With `keepMarks` the marks of emphasis stay, for text that means them literally.
 */
export function plainMarkdown(markdown: string, keepMarks = false): string {
  return markdown
    .replace(/\\$/gm, '')
    .replace(INLINE, (found: string, escaped, hex, decimal, named, link, lineBreak, mark, at: number) => {
      if (escaped !== undefined) return escaped
      if (hex !== undefined) return characterOf(parseInt(hex, 16), found)
      if (decimal !== undefined) return characterOf(parseInt(decimal, 10), found)
      if (named !== undefined) return NAMED[named.toLowerCase()] ?? found
      if (link !== undefined) return link
      if (lineBreak !== undefined) return '\n'
      if (mark !== undefined) return keepMarks || !isEmphasis(markdown, mark, at) ? found : ''
      return ''
    })
}

function characterOf(code: number, found: string): string {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : found
}

/** A mark between two spaces is no emphasis, nor is an underscore inside a word. */
function isEmphasis(text: string, mark: string, at: number): boolean {
  const before = text[at - 1] ?? ' '
  const after = text[at + mark.length] ?? ' '
  if (/\s/.test(before) && /\s/.test(after)) return false
  return !(mark[0] === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after))
}
