/** Characters of a part, about. */
const PART = 6000

/**
 * A page in parts that are read by themselves: each begins at a heading, or, when a part grows long, at a quote. Put
 * together they are the page.
 */
export function splitPage(markdown: string): string[] {
  const parts: string[] = []
  let part: string[] = []
  let length = 0
  let fence: string | null = null
  let before = ''
  for (const line of markdown.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null
    const isBreak =
      fence === null && before === '' && (/^#{1,6} /.test(line) || (length > PART && line.startsWith('> ')))
    if (isBreak && part.length > 0) {
      parts.push(part.join('\n'))
      part = []
      length = 0
    }
    if (fence === null) fence = mark
    else if (mark !== null && mark.startsWith(fence) && line.trim() === mark) fence = null
    part.push(line)
    length += line.length
    before = line
  }
  parts.push(part.join('\n'))
  return parts
}
