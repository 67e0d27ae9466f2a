const BRACKETED = String.raw`[[(（【]\s*(?:\.{3,}|[…⋯]+|\. \. \.)\s*[\])）】]`
const SET_APART = new RegExp(String.raw`\s*${BRACKETED}\s*|\s+(?:\.{3,}|[…⋯]+|\. \. \.)\s+`)
const ANY = new RegExp(String.raw`\s*${BRACKETED}\s*|\s*(?:\.{3,}|[…⋯]+|\. \. \.)\s*`)

/**
 * The ways in which a quote may be fragments with words left out between them: whole, for an ellipsis may stand in the
 * transcript; cut where an ellipsis is set apart by spaces or brackets; cut at each one.
 */
export function splitElisions(quote: string): string[][] {
  const ways = [[quote.trim()], split(quote, SET_APART), split(quote, ANY)]
  const seen = new Set<string>()
  return ways.filter((way) => {
    const key = JSON.stringify(way)
    if (way.length === 0 || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function split(quote: string, mark: RegExp): string[] {
  return quote
    .split(mark)
    .map((fragment) => fragment.trim())
    .filter((fragment) => /[\p{L}\p{N}]/u.test(fragment))
}
