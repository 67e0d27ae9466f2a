/** How many of the newest stay whatever their time, and how many hours, days and weeks keep their newest one. */
export const KEPT = { newest: 8, hours: 24, days: 14, weeks: 12 } as const

/**
 * Which of a project's rolling backups stay: the last 8, and the newest of each of the last 24 hours, 14 days and 12 weeks
 * that have any, so that nothing goes for having been left alone.
 * @param stamps local times as `2026-06-11T14-30-05`, in any order; a day alone is that day's midnight
 */
export function keptBackups(stamps: readonly string[]): ReadonlySet<string> {
  const newestFirst = [...new Set(stamps)].sort().reverse()
  const kept = new Set<string>()
  const keep = (count: number, bucketOf: (stamp: string) => string) => {
    const buckets = new Set<string>()
    for (const stamp of newestFirst) {
      const bucket = bucketOf(stamp)
      if (buckets.has(bucket)) continue
      if (buckets.size === count) return
      buckets.add(bucket)
      kept.add(stamp)
    }
  }
  keep(KEPT.newest, (stamp) => stamp)
  keep(KEPT.hours, (stamp) => (stamp.length > DAY ? stamp.slice(0, HOUR) : `${stamp}T00`))
  keep(KEPT.days, (stamp) => stamp.slice(0, DAY))
  keep(KEPT.weeks, (stamp) => String(weekOf(stamp)))
  return kept
}

/** Lengths of `2026-06-11` and `2026-06-11T14`. */
const DAY = 10
const HOUR = 13

const DAY_MS = 86_400_000

/** Weeks since one that began on a Monday: 5 January 1970. */
function weekOf(stamp: string): number {
  return Math.floor((Date.parse(`${stamp.slice(0, DAY)}T00:00:00Z`) / DAY_MS - 4) / 7)
}
