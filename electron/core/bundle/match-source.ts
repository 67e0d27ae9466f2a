import type { BundleSource } from '../../../shared/bundle'
import type { Source } from '../../../shared/domain/source'

/** The project's source that a bundle's source stands for, or why there is none. */
export type SourceMatch =
  | { readonly kind: 'found'; readonly source: Source }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly sources: readonly Source[] }

/**
 * Finds a bundle's source among the imported ones: by the file's hash, else by its name (letter case aside), else by
 * title. Of several files with one name, the title decides.
 */
export function matchSource(wanted: BundleSource, sources: readonly Source[]): SourceMatch {
  const hashed = sources.find((source) => source.sha256 === wanted.sha256)
  if (hashed) return { kind: 'found', source: hashed }
  const file = fold(wanted.file.split(/[\\/]/).at(-1) ?? '')
  const named = sources.filter((source) => fold(source.file) === file)
  const title = wanted.title === undefined ? null : fold(wanted.title)
  const titled = (named.length > 0 ? named : sources).filter((source) => fold(source.title) === title)
  const candidates = named.length === 1 ? named : titled.length > 0 ? titled : named
  const [first, ...others] = candidates
  if (!first) return { kind: 'none' }
  return others.length === 0 ? { kind: 'found', source: first } : { kind: 'several', sources: candidates }
}

/** Names as people compare them: file systems differ in case and in how they compose accents. */
export function fold(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()
}
