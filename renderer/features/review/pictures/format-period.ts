import { formatDate, localeTag } from '../../../i18n'

/** `2024`, `March 2024` or `12 Mar 2024`, from the start of an ISO date. */
export function formatPeriod(start: string): string {
  if (start.length === 10) return formatDate(start)
  const options: Intl.DateTimeFormatOptions =
    start.length === 4 ? { year: 'numeric' } : { year: 'numeric', month: 'short' }
  return new Intl.DateTimeFormat(localeTag(), { ...options, timeZone: 'UTC' }).format(Date.parse(start))
}
