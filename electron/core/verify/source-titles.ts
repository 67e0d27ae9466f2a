/** How a source is called: by its title and by its file's name. */
export interface NamedSource {
  readonly title: string | null
  readonly file: string
}

/** `certain`: the very title or file name. `likely`: most of its words. */
export type TitleMatch = 'certain' | 'likely' | 'none'

/** Whether a title that a draft gives is a source's. */
export function matchTitle(given: string, source: NamedSource): TitleMatch {
  const wanted = wordsOf(given)
  if (wanted.length === 0) return 'none'
  const file = source.file.replace(/^.*[\\/]/, '')
  const names = [source.title ?? '', file, file.replace(/(?:\.[a-z0-9-]{1,12})+$/i, '')].map(wordsOf)
  if (names.some((words) => words.join(' ') === wanted.join(' '))) return 'certain'
  return names.some((words) => isLikely(wanted, words)) ? 'likely' : 'none'
}

function isLikely(wanted: readonly string[], words: readonly string[]): boolean {
  const shared = wanted.filter((word) => words.includes(word)).length
  return shared >= 2 && shared * 3 >= Math.min(wanted.length, words.length) * 2
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []
  )
}
