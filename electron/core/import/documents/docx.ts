import { AppError } from '../../../../shared/errors'
import { type Message, say } from '../../../../shared/domain/messages/message'
import { BlockWriter, type Face } from './blocks'
import { type DocxStyles, isOn, NO_STYLES, readDocxStyles } from './docx-styles'
import type { DocumentContent } from './document-content'
import { officePrefix, readCoreTitle } from './office-xml'
import type { ArchiveEntry } from './read-zip'
import { type Attributes, readXml, refuseLargePart } from './read-xml'

/** Elements that are left out with all they hold, and what is noted where they stand; `null`: nothing is lost by it. */
const LEFT_OUT: Readonly<Record<string, Message | null>> = {
  'w:del': say('deleted-text'),
  'w:moveFrom': say('moved-text'),
  'w:rt': say('reading-aid'),
  'w:footnoteReference': say('no-speech-footnote'),
  'w:endnoteReference': say('no-speech-endnote'),
  'w:commentReference': say('no-speech-comment'),
  'w:sym': say('font-symbol'),
  'w:instrText': null,
  'w:delText': null,
  'w:rPrChange': null,
  'w:pPrChange': null,
  'w:tblPrChange': null,
  'w:trPrChange': null,
  'w:tcPrChange': null,
  'w:sectPrChange': null,
  'mc:Fallback': null,
}
/** Elements that stand for a character. */
const CHARACTERS: Readonly<Record<string, string>> = {
  'w:br': '\n',
  'w:cr': '\n',
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
}

/** Whether an archive's entries are those of an Office file. */
export function isOfficeFile(entries: readonly ArchiveEntry[]): boolean {
  return entries.some(({ name }) => name === '[Content_Types].xml')
}

/** Reads a Word file: what it shows when all tracked changes are accepted, without what Word writes around the text. */
export async function readDocx(entries: readonly ArchiveEntry[]): Promise<DocumentContent> {
  const find = (name: string): ArchiveEntry | undefined =>
    entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase())
  const part = (await findMainPart(find('_rels/.rels'))) ?? 'word/document.xml'
  const main = find(part)
  if (!main || !part.startsWith('word/')) {
    throw new AppError('not-understood', say('file-is-kind', { kind: say('kind-office') }), {
      advice: say('save-as-word'),
    })
  }
  refuseLargePart(main.size, part)
  const stylesPart = find(`${part.slice(0, part.lastIndexOf('/'))}/styles.xml`)
  const styles = stylesPart ? readDocxStyles(await stylesPart.read()) : NO_STYLES
  const core = find('docProps/core.xml')
  const furniture = entries.filter(({ name }) => /^word\/(?:header|footer)\d*\.xml$/.test(name)).length
  return {
    blocks: readBody(await main.read(), part, styles),
    title: core ? readCoreTitle(await core.read(), 'docProps/core.xml') : null,
    notes: furniture > 0 ? [say('no-speech-page-edges')] : [],
  }
}

/** The part that the package names as its document; some programs call it `word/document2.xml`. */
async function findMainPart(rels: ArchiveEntry | undefined): Promise<string | null> {
  if (!rels) return null
  let target: string | null = null
  readXml(await rels.read(), '_rels/.rels', () => 'r', {
    open: (_, attribute) => {
      if (attribute('Type')?.endsWith('/officeDocument') === true) target ??= attribute('Target') ?? null
    },
    close: () => undefined,
    text: () => undefined,
  })
  return (target as string | null)?.replace(/^\//, '') ?? null
}

const PLAIN: Face = { bold: false, italic: false }

interface Run {
  style: string | null
  bold: boolean | null
  italic: boolean | null
  hidden: boolean | null
}

function readBody(bytes: Uint8Array, part: string, styles: DocxStyles): BlockWriter['blocks'] {
  const writer = new BlockWriter()
  const parents: string[] = []
  const paragraphStyles: (string | null)[] = []
  let leftOut = 0
  let run: Run | null = null
  let joins = false
  let rowDeleted = false

  const faceOf = ({ style, bold, italic }: Run): Face => {
    const [ofRun, ofParagraph] = [styles.get(style), styles.get(paragraphStyles.at(-1) ?? null)]
    return {
      bold: bold ?? ofRun?.bold ?? ofParagraph?.bold ?? false,
      italic: italic ?? ofRun?.italic ?? ofParagraph?.italic ?? false,
    }
  }
  const write = (text: string): void => {
    if (run?.hidden ?? styles.get(run?.style ?? null)?.hidden) writer.note(say('hidden-text'))
    else if (text !== '') writer.write(text, run ? faceOf(run) : PLAIN)
  }
  const isSaid = (): boolean => parents.at(-1) === 'w:t' || parents.at(-1) === 'm:t'

  const openProperty = (name: string, attribute: Attributes): void => {
    const [holder, properties] = [parents.at(-3), parents.at(-2)]
    if (properties === 'w:pPr') {
      if (name === 'w:pStyle') {
        const style = attribute('w:val') ?? null
        paragraphStyles[paragraphStyles.length - 1] = style
        writer.paragraph.level = styles.get(style)?.level ?? null
      } else if (name === 'w:outlineLvl') writer.paragraph.level = outlineLevel(attribute('w:val'))
      else if (name === 'w:numPr') writer.note(say('no-speech-list-marks'))
    } else if (properties === 'w:rPr' && holder === 'w:r' && run) {
      if (name === 'w:rStyle') run.style = attribute('w:val') ?? null
      else if (name === 'w:b') run.bold = isOn(attribute('w:val'))
      else if (name === 'w:i') run.italic = isOn(attribute('w:val'))
      else if (name === 'w:vanish') run.hidden = isOn(attribute('w:val'))
    }
  }

  readXml(bytes, part, officePrefix, {
    open: (name, attribute) => {
      const parent = parents.at(-1)
      parents.push(name)
      if (leftOut > 0) {
        leftOut += 1
        return
      }
      const note = LEFT_OUT[name]
      if (note !== undefined) {
        leftOut = 1
        // The mark of a paragraph or row that was deleted, rather than deleted text.
        if (name === 'w:del' && parent === 'w:rPr') joins = true
        else if (name === 'w:del' && parent === 'w:trPr') rowDeleted = true
        else if (note !== null && parent !== 'w:rPr') writer.note(note)
        return
      }
      openProperty(name, attribute)
      const character = parent === 'w:r' ? CHARACTERS[name] : undefined
      if (character !== undefined) write(character)
      else if (name === 'w:p') {
        writer.startParagraph()
        paragraphStyles.push(null)
        joins = false
      } else if (name === 'w:r') run = { style: null, bold: null, italic: null, hidden: null }
      else if (name === 'w:tbl') writer.startTable()
      else if (name === 'w:tr') writer.startRow()
      else if (name === 'w:tc') writer.startCell()
    },
    close: (name) => {
      parents.pop()
      if (leftOut > 0) {
        leftOut -= 1
        return
      }
      if (name === 'w:p') {
        writer.endParagraph(joins)
        paragraphStyles.pop()
        joins = false
      } else if (name === 'w:r') run = null
      else if (name === 'w:tr' && rowDeleted) {
        writer.dropRow()
        rowDeleted = false
        writer.note(say('deleted-text'))
      } else if (name === 'w:tbl') writer.endTable()
    },
    text: (text) => {
      if (leftOut === 0 && isSaid()) write(text)
    },
  })
  return writer.blocks
}

/** Outline levels count from 0; 9 is body text. */
function outlineLevel(value: string | undefined): number | null {
  const level = Number(value)
  return Number.isInteger(level) && level >= 0 && level < 9 ? level + 1 : null
}
