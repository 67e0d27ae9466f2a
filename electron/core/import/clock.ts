/**
 * A regular expression's source for a time with at least one colon: `0:12`, `01:02:03.5`, `-00:00:10`, `04:06:29:07`,
 * `10:16:24 AM`, and as countdowns have it `T-00:00:12`, `T+1:02:03`.
 */
export const CLOCK = String.raw`(?:\bT ?[-+\u2212\u2013]|[-+\u2212])?\d{1,4}(?::\d{1,2}){1,3}(?:[.,]\d{1,6})?(?:\s?[AaPp]\.?[Mm]\b\.?)?`

const PARTS =
  /^(?:T ?(?=[-+\u2212\u2013]))?([-+\u2212\u2013])?(\d{1,9}(?::\d{1,9}){0,3})(?:[.,](\d{1,9}))?(?:\s?([AaPp])\.?[Mm]\.?)?$/
const UNITS = [1, 60, 3600, 86_400]

/**
 * Seconds of a written time, or `null` when it is none. From right to left its parts are seconds, minutes, hours and
 * days, with a decimal point or comma; a.m. and p.m. count from midnight.
 */
export function parseClock(written: string): number | null {
  return parsePlainClock(written) ?? parseAnyClock(written)
}

const ZERO = 0x30
const SPACE = 0x20
const COLON = 0x3a
/** A fraction of so many digits is exact when it is divided by the power of ten. */
const POWERS = Array.from({ length: 10 }, (_, digits) => 10 ** digits)

/** A time of digits, colons and a fraction, which is what captions have by the thousand; `null` for any other. */
function parsePlainClock(written: string): number | null {
  let at = 0
  let end = written.length
  while (at < end && written.charCodeAt(at) === SPACE) at += 1
  while (end > at && written.charCodeAt(end - 1) === SPACE) end -= 1
  let seconds = 0
  let part = 0
  let digits = 0
  let colons = 0
  for (; at < end; at += 1) {
    const code = written.charCodeAt(at)
    if (code >= ZERO && code <= ZERO + 9) {
      part = part * 10 + code - ZERO
      digits += 1
    } else if (code === COLON && digits > 0 && digits <= 9 && colons < 2) {
      seconds = (seconds + part) * 60
      part = 0
      digits = 0
      colons += 1
    } else break
  }
  if (digits === 0 || digits > 9) return null
  seconds += part
  if (at === end) return seconds
  const mark = written[at]
  const length = end - at - 1
  if ((mark !== '.' && mark !== ',') || length < 1 || length > 9) return null
  let fraction = 0
  for (at += 1; at < end; at += 1) {
    const digit = written.charCodeAt(at) - ZERO
    if (digit < 0 || digit > 9) return null
    fraction = fraction * 10 + digit
  }
  return Math.round((seconds + fraction / POWERS[length]!) * 1e6) / 1e6
}

function parseAnyClock(written: string): number | null {
  const found = PARTS.exec(written.trim())
  if (!found) return null
  const [, sign, whole, fraction, half] = found
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
  return sign === undefined || sign === '+' ? rounded : -rounded
}
