import { SaxesParser } from 'saxes'
import { type Message, say } from '../../../../shared/domain/messages/message'
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

/** Throws `too-complex` for a part of more bytes than are read; an archive says how many before it is unpacked. */
export function refuseLargePart(size: number, part: string): void {
  if (size <= LIMITS.markupBytes) return
  const [megabytes, most] = [Math.ceil(size / 2 ** 20), LIMITS.markupBytes / 2 ** 20]
  throw new AppError('too-complex', say('part-too-large', { part, megabytes, most }), {
    advice: say('split-document'),
  })
}

/**
 * Reads the bytes of an XML part. `prefixOf` names each namespace; elements of no namespace have an empty prefix.
 * Throws `not-understood` for damaged XML and document types, `too-complex` for deep nesting, both with the line.
 */
export function readXml(bytes: Uint8Array, part: string, prefixOf: (uri: string) => string, handler: XmlHandler): void {
  refuseLargePart(bytes.length, part)
  const parser = new SaxesParser({ xmlns: false, position: true })
  const refuse = (text: Message): never => {
    throw new AppError('not-understood', text, {
      advice: say('save-again'),
    })
  }
  const names = new ScopedNames(prefixOf)
  let depth = 0
  parser.on('error', (error) =>
    refuse(say('part-broken', { part, line: parser.line, detail: error.message.replace(/^.*?\d+:\d+: /, '') })),
  )
  parser.on('doctype', () => refuse(say('part-doctype', { part, line: parser.line })))
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > LIMITS.depth) {
      throw new AppError('too-complex', say('part-too-deep', { part, line: parser.line, depth: LIMITS.depth }), {
        advice: say('save-simpler'),
      })
    }
    names.enter(tag.attributes)
    handler.open(names.ofElement(tag.name), (asked) => {
      for (const name in tag.attributes) if (names.ofAttribute(name) === asked) return tag.attributes[name]
      return undefined
    })
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handler.close(names.ofElement(tag.name))
    names.leave()
  })
  parser.on('text', handler.text)
  parser.on('cdata', handler.text)
  const decoder = new TextDecoder(encodingOf(bytes))
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: at + CHUNK < bytes.length }))
  }
  parser.close()
}

interface Scope {
  /** Namespaces by prefix; that of elements without one stands under ''. */
  readonly uris: ReadonlyMap<string, string>
  readonly names: Map<string, string>
  readonly depth: number
}

/**
 * Names in the caller's prefixes, whatever prefixes the file declares, and wherever. A name is looked up once for all the
 * elements that share its declarations, which in practice is once for a file.
 */
class ScopedNames {
  readonly #prefixOf: (uri: string) => string
  #scope: Scope = { uris: new Map(), names: new Map(), depth: 0 }
  readonly #outer: Scope[] = []
  #depth = 0

  constructor(prefixOf: (uri: string) => string) {
    this.#prefixOf = prefixOf
  }

  enter(attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1
    let uris: Map<string, string> | null = null
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue
      uris ??= new Map(this.#scope.uris)
      uris.set(name.slice('xmlns:'.length), attributes[name]!)
    }
    if (!uris) return
    this.#outer.push(this.#scope)
    this.#scope = { uris, names: new Map(), depth: this.#depth }
  }

  leave(): void {
    if (this.#scope.depth === this.#depth) this.#scope = this.#outer.pop()!
    this.#depth -= 1
  }

  ofElement(name: string): string {
    return this.#lookUp(name, this.#scope.uris.get('') ?? '')
  }

  /** An attribute without a prefix is in no namespace. */
  ofAttribute(name: string): string {
    return name.includes(':') ? this.#lookUp(name, '') : name
  }

  #lookUp(name: string, byDefault: string): string {
    const known = this.#scope.names.get(name)
    if (known !== undefined) return known
    const colon = name.indexOf(':')
    const uri = colon < 0 ? byDefault : (this.#scope.uris.get(name.slice(0, colon)) ?? '?')
    const local = name.slice(colon + 1)
    const found = uri === '' ? local : `${this.#prefixOf(uri)}:${local}`
    this.#scope.names.set(name, found)
    return found
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
