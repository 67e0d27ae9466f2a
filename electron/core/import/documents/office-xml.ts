import { readXml } from './read-xml'

/** The last parts of the namespaces' names: the transitional and the strict ones differ only before that. */
const PREFIXES: readonly (readonly [end: RegExp, prefix: string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/dc\/elements\/1\.1\/$/, 'dc'],
]

/** The usual prefix of an Office namespace, `?` for one that is not read. */
export function officePrefix(uri: string): string {
  return PREFIXES.find(([end]) => end.test(uri))?.[1] ?? '?'
}

/** The title in a document's properties, `null` where it is none that a person gave. */
export function readCoreTitle(bytes: Uint8Array, part: string): string | null {
  let inside = false
  let title = ''
  readXml(bytes, part, officePrefix, {
    open: (name) => (inside = name === 'dc:title'),
    close: () => (inside = false),
    text: (text) => {
      if (inside) title += text
    },
  })
  return toTitle(title)
}

/** A title as one line; `null` for an empty one and for those that programs make up. */
export function toTitle(written: string): string | null {
  const title = written.replace(/\s+/g, ' ').trim()
  const made =
    /^(?:microsoft word - .*|untitled.*|document ?\d*|文档 ?\d*|.*\.(?:docx?|odt|rtf|pdf|dotx?|pages|indd|qxd|html?|txt))$/i
  return title === '' || title.length > 300 || made.test(title) ? null : title
}
