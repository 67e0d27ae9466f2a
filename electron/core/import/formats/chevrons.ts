/** This many `>>` show that a file marks speakers with them. */
const LEAST = 3
const AT_START = /^\s*>{2,3}(?!>)/
/** Within a line: after white space, and before what somebody says. */
const WITHIN = /(?<=\s)(?=>{2,3}(?!>)\s*[^\s>])/

/** Whether texts mark another speaker with `>>`, as live captions do: at the beginning of lines, then within them too. */
export function usesChevrons(texts: readonly string[]): boolean {
  const lines = texts.filter((text) => text.includes('>>')).flatMap((text) => text.split('\n'))
  const begins = lines.filter((line) => AT_START.test(line)).length
  if (begins >= LEAST) return true
  return begins > 0 && lines.reduce((sum, line) => sum + splitAtChevrons(line).length - 1, begins) >= LEAST
}

/** A line cut before each `>>` within it, without the white space there. */
export function splitAtChevrons(line: string): string[] {
  if (!line.includes('>>')) return [line]
  const parts = line.split(WITHIN)
  return parts.map((part, index) => (index < parts.length - 1 ? part.trimEnd() : part)).filter((part) => part !== '')
}
