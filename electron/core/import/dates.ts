const YEAR_FIRST =
  /(?<!\d)((?:19|20)\d{2})(?:[-/._ ](\d{1,2})[-/._ ](\d{1,2})|(\d{2})(\d{2})|年(\d{1,2})月(\d{1,2})日)(?!\d)/u
const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const MONTH_FIRST = /(?<!\p{L})(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d{2})(?!\d)/u
const DAY_FIRST = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)? (\p{L}{3,9})\.?,? ((?:19|20)\d{2})(?!\d)/u

/** The first date that a short text names without doubt, as `YYYY-MM-DD`, or `null`; `9/3/2025` is in doubt. */
export function findDate(text: string): string | null {
  const year = YEAR_FIRST.exec(text)
  if (year) return isoDate(year[1]!, Number(year[2] ?? year[4] ?? year[6]), Number(year[3] ?? year[5] ?? year[7]))
  const month = MONTH_FIRST.exec(text)
  if (month) return isoDate(month[3]!, monthOf(month[1]!), Number(month[2]))
  const day = DAY_FIRST.exec(text)
  return day ? isoDate(day[3]!, monthOf(day[2]!), Number(day[1])) : null
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1
}

function isoDate(year: string, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1) return null
  const date = new Date(Date.UTC(Number(year), month - 1, day))
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null
}
