import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface TranslationKey {
  readonly file: string
  readonly key: string
  /** Where it may stand: the one it names, or those that the file's `useTranslation` calls start with. */
  readonly namespaces: readonly string[]
}

/** Every key that a file of the renderer passes to `t` or `translate` as a plain string. */
export function readTranslationKeys(folder: string): TranslationKey[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => keysIn(file, readFileSync(join(folder, file), 'utf8')))
}

function keysIn(file: string, source: string): TranslationKey[] {
  const defaults = [...source.matchAll(/useTranslation\((?:\[?\s*'(\w+)')?/g)].map((match) => match[1] ?? 'common')
  return [...source.matchAll(/\b(?:t|translate)\(\s*'([\w.:-]+)'/g)].map((match) => {
    const [first, rest] = (match[1] ?? '').split(':') as [string, string | undefined]
    return rest === undefined
      ? { file, key: first, namespaces: defaults.length > 0 ? defaults : ['common'] }
      : { file, key: rest, namespaces: [first] }
  })
}
