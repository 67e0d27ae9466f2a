/** What stands between two spans of one passage where it is shown. */
export const ELISION = ' … '

const CJK = /[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/

/**
 * A quote as it is set on one line: each run of white space with a line break in it becomes one space, or nothing
 * between two Chinese or Japanese characters, as CSS Text 3 section 4.1.3 does. The stored text is never changed.
 */
export function onOneLine(text: string): string {
  const trimmed = text.trim()
  return trimmed.replace(/\s*[\n\r\u2028\u2029]\s*/g, (breaks: string, at: number) => {
    const before = trimmed[at - 1] ?? ''
    const after = trimmed[at + breaks.length] ?? ''
    return CJK.test(before) && CJK.test(after) ? '' : ' '
  })
}

/** The spans of a passage as one text, on one line, joined by an elision. */
export function joinSpans(quotes: readonly string[]): string {
  return quotes.map(onOneLine).join(ELISION)
}
