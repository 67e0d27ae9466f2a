import { SaxesParser } from 'saxes'
import { type Message, say } from '../../../../shared/domain/messages/message'
import { AppError } from '../../../../shared/errors'

/** No transcript nests its elements deeper; what does was made to break readers. */
const DEEPEST = 100

/** What reads an XML file, element by element. Names come without their prefixes, in lower case. */
export interface XmlReader {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>, line: number) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

/**
 * Hands an XML file's elements and text to a reader. Prefixes need not be declared. Throws `not-understood` with the
 * line for XML that is broken, nested too deeply, or has a document type, whose entities could be made to fill the memory.
 */
export function readXml(text: string, reader: XmlReader): void {
  const parser = new SaxesParser({ xmlns: false, position: true })
  let depth = 0
  const refuse = (text: Message): never => {
    throw new AppError('not-understood', text, {
      advice: say('export-again-or-captions'),
    })
  }
  parser.ENTITIES.nbsp = '\u00a0'
  parser.on('doctype', () => refuse(say('xml-doctype', { line: parser.line })))
  parser.on('error', ({ message }) =>
    refuse(say('xml-broken', { line: parser.line, detail: message.replace(/^[\d:\s]+/, '') })),
  )
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > DEEPEST) refuse(say('xml-too-deep', { line: parser.line, depth: DEEPEST }))
    reader.open(
      localName(name),
      new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
      parser.line,
    )
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    reader.close(localName(name))
  })
  parser.on('text', reader.text)
  parser.on('cdata', reader.text)
  // In pieces, since the parser copies what it has not used up of each.
  for (let from = 0; from < text.length; from += PIECE) parser.write(text.slice(from, from + PIECE))
  parser.close()
}

const PIECE = 64 * 1024

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase()
}

/** What may stand before the first element, and how it ends; a document type is told here to be refused by name. */
const BEFORE_ROOT = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!DOCTYPE', '>\n'],
] as const

/** The local name of a file's first element, in lower case, or `null` where the text is not XML. */
export function rootElementOf(text: string): string | null {
  let head = text.slice(0, 5000).trimStart()
  for (;;) {
    const [, end] = BEFORE_ROOT.find(([start]) => head.startsWith(start)) ?? []
    const at = end === undefined ? -1 : head.indexOf(end)
    if (at < 0) break
    head = head.slice(at + end!.length).trimStart()
  }
  const name = /^<(?:[\w.-]{1,40}:)?([\w.-]{1,40})[\s/>]/.exec(head)?.[1]
  return name?.toLowerCase() ?? null
}
