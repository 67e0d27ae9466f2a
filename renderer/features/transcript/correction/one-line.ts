/** Text as it may be put into a turn: on one line, without NUL and halves of characters. */
export function oneLine(text: string): string {
  return text
    .replace(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '')
}
