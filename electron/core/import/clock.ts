/** A regular expression's source for a time with at least one colon: `0:12`, `01:02:03.5`, `-00:00:10`, `04:06:29:07`, `10:16:24 AM`. */
export const CLOCK = String.raw`-?\d{1,4}(?::\d{1,2}){1,3}(?:[.,]\d{1,6})?(?:\s?[AaPp]\.?[Mm]\b\.?)?`

const PARTS = /^(-)?(\d{1,9}(?::\d{1,9}){0,3})(?:[.,](\d{1,9}))?(?:\s?([AaPp])\.?[Mm]\.?)?$/
const UNITS = [1, 60, 3600, 86_400]

/**
 * Seconds of a written time, or `null` when it is none. From right to left its parts are seconds, minutes, hours and
 * days, with a decimal point or comma; a.m. and p.m. count from midnight.
 */
export function parseClock(written: string): number | null {
  const found = PARTS.exec(written.trim())
  if (!found) return null
  const [, minus, whole, fraction, half] = found
  let seconds = fraction === undefined ? 0 : Number(`0.${fraction}`)
  const parts = whole!.split(':').reverse().map(Number)
  if (half !== undefined) {
    if (parts.length === 2) parts.unshift(0)
    const hours = parts[2] ?? 0
    if (parts.length !== 3 || hours < 1 || hours > 12) return null
    parts[2] = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  for (let index = 0; index < parts.length; index += 1) seconds += parts[index]! * UNITS[index]!
  const rounded = Math.round(seconds * 1e6) / 1e6
  return minus === undefined ? rounded : -rounded
}
