/**
 * How well `query` fits `text`: its letters in order, better at the starts of words and in runs; `null` where it
 * does not fit. An empty query fits everything alike.
 */
export function fuzzyScore(query: string, text: string): number | null {
  const wanted = [...query.toLowerCase()].filter((letter) => letter.trim() !== '')
  const letters = [...text.toLowerCase()]
  let score = 0
  let at = -1
  for (const letter of wanted) {
    const next = letters.indexOf(letter, at + 1)
    if (next < 0) return null
    const startsWord = next === 0 || /[\s\p{P}]/u.test(letters[next - 1] ?? '')
    score += next === at + 1 ? 4 : startsWord ? 3 : 1
    at = next
  }
  return score
}

/** Those that fit, the best first; those that fit alike in the order given, in which the everyday ones come first. */
export function fuzzyFilter<T>(query: string, items: readonly T[], textOf: (item: T) => string): T[] {
  if (query.trim() === '') return [...items]
  return items
    .flatMap((item) => {
      const score = fuzzyScore(query, textOf(item))
      return score === null ? [] : [{ item, score }]
    })
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item)
}
