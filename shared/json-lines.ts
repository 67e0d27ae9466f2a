const SPACE = /[ \t\n\r]*/y
const TOKEN =
  /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

type Key = string | number

/** An object or a list that is open, with the key or index of what is being read in it. */
interface Level {
  readonly isList: boolean
  key: Key
}

/** Gives the line of a text (1 = first) from which on it is no JSON; `null` where all of it is. */
export function faultLine(text: string): number | null {
  const { end, isWhole } = scan(text, () => undefined)
  return isWhole ? null : lineAt(text, end)
}

/** The line of a JSON text (1 = first) on which the value at a path stands, or the nearest thing around it that is there. */
export function lineOfValue(text: string, path: readonly PropertyKey[]): number {
  let nearest = { depth: -1, at: 0 }
  scan(text, (levels, at) => {
    const isOnPath = levels.length <= path.length && levels.every(({ key }, depth) => key === path[depth])
    if (isOnPath && levels.length > nearest.depth) nearest = { depth: levels.length, at }
  })
  return lineAt(text, nearest.at)
}

/** Reads JSON from the start, and tells of each value where it begins; without recursion, however deep the text goes. */
function scan(
  text: string,
  onValue: (levels: readonly Level[], at: number) => void,
): { readonly end: number; readonly isWhole: boolean } {
  const levels: Level[] = []
  let expected: 'value' | 'item' | 'key' | 'member' | 'colon' | 'comma' | 'end' = 'value'
  let at = matchAt(SPACE, text, 0)?.length ?? 0
  while (at < text.length) {
    const token = matchAt(TOKEN, text, at)
    const level = levels.at(-1)
    const close = level?.isList ? ']' : '}'
    const mayClose = expected === 'item' || expected === 'member' || expected === 'comma'
    if (token === null) break
    if (level && mayClose && token === close) {
      levels.pop()
      expected = levels.length > 0 ? 'comma' : 'end'
    } else if (expected === 'value' || expected === 'item') {
      if ('}],:'.includes(token)) break
      if (level?.isList) level.key = (level.key as number) + 1
      onValue(levels, at)
      if (token === '{' || token === '[') {
        levels.push({ isList: token === '[', key: -1 })
        expected = token === '[' ? 'item' : 'member'
      } else expected = level ? 'comma' : 'end'
    } else if (level && (expected === 'key' || expected === 'member') && token.startsWith('"')) {
      level.key = JSON.parse(token) as string
      expected = 'colon'
    } else if (expected === 'colon' && token === ':') expected = 'value'
    else if (level && expected === 'comma' && token === ',') expected = level.isList ? 'value' : 'key'
    else break
    at += token.length
    at += matchAt(SPACE, text, at)?.length ?? 0
  }
  return { end: at, isWhole: at === text.length && expected === 'end' }
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/).length
}
