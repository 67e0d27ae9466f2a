import { SaxesParser } from 'saxes'
import { AppError } from '../../../../shared/errors'
import { LIMITS } from '../limits'

/** Reads the value of an attribute by its name, such as `w:val`. */
export type Attributes = (name: string) => string | undefined

/** What happens as XML is read. Names are written with the prefixes that the caller gave to namespaces. */
export interface XmlHandler {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/** How much of a part is decoded at a time. */
const CHUNK = 256 * 1024

/**
 * Reads the bytes of an XML part. `prefixOf` names each namespace; elements of no namespace have an empty prefix.
 * Throws `not-understood` for damaged XML and document types, `too-complex` for deep nesting, both with the line.
 */
export function readXml(bytes: Uint8Array, part: string, prefixOf: (uri: string) => string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const refuse = (why: string): never => {
    throw new AppError('not-understood', `${part} cannot be read: line ${parser.line}, ${why}`, {
      advice: 'save the file again',
      params: { part, line: parser.line },
    })
  }
  const nameOf = (uri: string, local: string): string => (uri === '' ? local : `${prefixOf(uri)}:${local}`)
  let depth = 0
  parser.on('error', (error) => refuse(error.message.replace(/^.*?\d+:\d+: /, '')))
  parser.on('doctype', () => refuse('it has a document type, which no such file needs'))
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > LIMITS.depth) {
      throw new AppError('too-complex', `${part}, line ${parser.line}: elements are nested more than ${LIMITS.depth} deep`, {
        advice: 'save the file again in a simpler form, such as text',
        params: { part, line: parser.line },
      })
    }
    handler.open(nameOf(tag.uri, tag.local), (asked) => {
      for (const { uri, local, value } of Object.values(tag.attributes)) {
        if (nameOf(uri, local) === asked) return value
      }
      return undefined
    })
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handler.close(nameOf(tag.uri, tag.local))
  })
  parser.on('text', handler.text)
  parser.on('cdata', handler.text)
  const decoder = new TextDecoder(encodingOf(bytes))
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: at + CHUNK < bytes.length }))
  }
  parser.close()
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
