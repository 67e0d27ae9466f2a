const DEATHS = 3
const WITHIN_MS = 60_000

/** Whether something that is started again each time it dies should be given up: three deaths within a minute. */
export function diedTooOften(deaths: readonly number[]): boolean {
  const recent = deaths.slice(-DEATHS)
  const [first] = recent
  const last = recent.at(-1)
  return recent.length === DEATHS && first !== undefined && last !== undefined && last - first < WITHIN_MS
}
