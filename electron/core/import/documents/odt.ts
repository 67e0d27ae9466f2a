import { AppError } from '../../../../shared/errors'
import { type Message, say } from '../../../../shared/domain/messages/message'
import { BlockWriter } from './blocks'
import type { DocumentContent } from './document-content'
import { toTitle } from './office-xml'
import { type OdtStyle, OdtStyles } from './odt-styles'
import type { ArchiveEntry } from './read-zip'
import { type Attributes, readXml, type XmlHandler } from './read-xml'

/** Elements that are left out with all they hold, and what is noted where they stand; `null`: nothing is lost by it. */
const LEFT_OUT: Readonly<Record<string, Message | null>> = {
  'text:note': say('no-speech-footnote-or-endnote'),
  'office:annotation': say('no-speech-comment'),
  'text:ruby-text': say('reading-aid'),
  'text:table-of-content': say('no-speech-contents'),
  'text:hidden-text': say('hidden-text'),
  'text:tracked-changes': null,
  'text:sequence-decls': null,
  'text:variable-decls': null,
  'office:forms': null,
  'office:scripts': null,
  'svg:title': null,
  'svg:desc': null,
  'table:shapes': null,
}

const LIST = say('no-speech-list-marks')

/** Whether an archive's entries are those of an OpenDocument text. */
export function isOpenDocument(entries: readonly ArchiveEntry[]): boolean {
  return (
    entries.some(({ name }) => name === 'content.xml') && entries.some(({ name }) => name === 'META-INF/manifest.xml')
  )
}

/** Whether bytes are an OpenDocument text in a single XML file. */
export function isFlatOpenDocument(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 4096))
  return head.startsWith('<?xml') && /<office:document\s/.test(head)
}

/** Reads an OpenDocument text: what it shows when all tracked changes are accepted. */
export async function readOdt(entries: readonly ArchiveEntry[]): Promise<DocumentContent> {
  const part = async (name: string): Promise<Uint8Array | null> =>
    (await entries.find((entry) => entry.name === name)?.read()) ?? null
  const manifest = await part('META-INF/manifest.xml')
  if (manifest && isEncrypted(manifest)) {
    throw new AppError('not-understood', say('file-is-kind', { kind: say('kind-odf-locked') }), {
      advice: say('save-without-password'),
    })
  }
  const reader = new OdtReader()
  for (const name of ['meta.xml', 'styles.xml', 'content.xml']) {
    const bytes = await part(name)
    if (bytes) reader.read(bytes, name)
  }
  return reader.finish()
}

/** Reads an OpenDocument text in a single XML file. */
export function readFlatOdt(bytes: Uint8Array): DocumentContent {
  const reader = new OdtReader()
  reader.read(bytes, 'the file')
  return reader.finish()
}

function isEncrypted(manifest: Uint8Array): boolean {
  let found = false
  readXml(manifest, 'META-INF/manifest.xml', odfPrefix, {
    open: (name) => (found ||= name === 'manifest:encryption-data'),
    close: () => undefined,
    text: () => undefined,
  })
  return found
}

/** The last word of an OpenDocument namespace is its usual prefix: `urn:oasis:names:tc:opendocument:xmlns:text:1.0`. */
function odfPrefix(uri: string): string {
  if (uri === 'http://purl.org/dc/elements/1.1/') return 'dc'
  const word = /^urn:oasis:names:tc:opendocument:xmlns:([a-z-]+):1\.0$/.exec(uri)?.[1] ?? '?'
  return word === 'xsl-fo-compatible' ? 'fo' : word.replace(/-compatible$/, '')
}

class OdtReader {
  readonly #writer = new BlockWriter()
  readonly #styles = new OdtStyles()
  readonly #parents: string[] = []
  /** Styles of the spans that are open, those of paragraphs among them. */
  readonly #spans: Omit<OdtStyle, 'level'>[] = []
  #leftOut = 0
  #text = 0
  #blank = true
  #title = ''
  #kind = ''

  read(bytes: Uint8Array, part: string): void {
    const handler: XmlHandler = {
      open: (name, attribute) => this.#open(name, attribute),
      close: (name) => this.#close(name),
      text: (text) => this.#say(text),
    }
    readXml(bytes, part, odfPrefix, handler)
  }

  finish(): DocumentContent {
    if (this.#kind !== 'text') {
      throw new AppError('not-understood', say('file-is-kind', { kind: say('kind-odf') }), {
        advice: say('save-as-odt'),
      })
    }
    this.#writer.end()
    return { blocks: this.#writer.blocks, title: toTitle(this.#title), notes: [] }
  }

  #open(name: string, attribute: Attributes): void {
    const parent = this.#parents.at(-1)
    this.#parents.push(name)
    if (this.#leftOut > 0) {
      this.#leftOut += 1
      return
    }
    if (parent === 'office:body') this.#kind ||= name.replace('office:', '')
    if (name === 'office:text') this.#text += 1
    if (this.#text === 0) {
      this.#styles.open(name, attribute)
      return
    }
    const note = LEFT_OUT[name]
    if (note !== undefined || attribute('text:display') === 'none') {
      this.#leftOut = 1
      if (note === undefined) this.#writer.note(say('hidden-text'))
      else if (note !== null) this.#writer.note(note)
      return
    }
    this.#openInText(name, attribute)
  }

  #openInText(name: string, attribute: Attributes): void {
    const style = attribute('text:style-name') ?? null
    switch (name) {
      case 'text:p':
      case 'text:h': {
        const paragraph = this.#writer.startParagraph()
        const { level, ...face } = this.#styles.get('paragraph', style)
        paragraph.level =
          name === 'text:h' ? Math.max(1, Number(attribute('text:outline-level')) || 1) : level === 0 ? 0 : null
        this.#spans.push(face)
        if (this.#parents.at(-2) === 'text:list-item') this.#writer.note(LIST)
        this.#blank = true
        break
      }
      case 'text:span':
        this.#spans.push(this.#styles.get('text', style))
        break
      case 'text:s':
        this.#write(' '.repeat(Math.min(1000, Math.max(1, Number(attribute('text:c')) || 1))))
        this.#blank = false
        break
      case 'text:tab':
        this.#write('\t')
        this.#blank = false
        break
      case 'text:line-break':
        this.#write('\n')
        this.#blank = true
        break
      case 'text:change':
        this.#writer.note(say('deleted-text'))
        break
      case 'table:table':
        this.#writer.startTable()
        break
      case 'table:table-row':
        this.#writer.startRow()
        break
      case 'table:table-cell':
        this.#writer.startCell()
        break
      default:
    }
  }

  #close(name: string): void {
    this.#parents.pop()
    if (this.#leftOut > 0) {
      this.#leftOut -= 1
      return
    }
    if (name === 'office:text') this.#text -= 1
    if (this.#text === 0) return
    if (name === 'text:p' || name === 'text:h') {
      this.#writer.endParagraph()
      this.#spans.pop()
      this.#blank = false
    } else if (name === 'text:span') this.#spans.pop()
    else if (name === 'table:table') this.#writer.endTable()
  }

  /** Blanks and line ends between words are one space, and none at the beginning of a paragraph or line (ODF 1.3, 6.1.2). */
  #say(text: string): void {
    if (this.#text === 0) {
      if (this.#parents.at(-1) === 'dc:title') this.#title += text
      return
    }
    if (this.#leftOut > 0 || this.#spans.length === 0) return
    let written = text.replace(/[\t\n\r ]+/g, ' ')
    if (this.#blank && written.startsWith(' ')) written = written.slice(1)
    if (written === '') return
    this.#blank = written.endsWith(' ')
    this.#write(written)
  }

  #write(text: string): void {
    if (this.#spans.some(({ hidden }) => hidden)) this.#writer.note(say('hidden-text'))
    else {
      this.#writer.write(text, {
        bold: this.#spans.findLast(({ bold }) => bold !== null)?.bold ?? false,
        italic: this.#spans.findLast(({ italic }) => italic !== null)?.italic ?? false,
      })
    }
  }
}
