import { AppError } from '../../../../../shared/errors'
import { type Message, say } from '../../../../../shared/domain/messages/message'
import { LIMITS } from '../../limits'
import type { Block } from '../blocks'
import type { DocumentContent } from '../document-content'
import { toTitle } from '../office-xml'
import { CharacterMaps, loadPdfJs, type PdfJs } from './load-pdf-js'
import { type Page, withoutFurniture } from './page-furniture'
import { type PlacedText, readPageLines } from './page-lines'
import { refuseBombs } from './refuse-bombs'
import { joinParagraphs } from './page-paragraphs'

/** How many pages a note names. */
const NAMED = 5

type PdfFile = Awaited<ReturnType<PdfJs['getDocument']>['promise']>

/**
 * Reads the text of a PDF file. Throws `not-understood` for one that is damaged, protected by a password, or made of
 * pictures, and `too-complex` for one with too many pages or with a page that unpacks to too much.
 */
export async function readPdf(bytes: Uint8Array): Promise<DocumentContent> {
  refuseBombs(bytes)
  const pdf = await loadPdfJs()
  const loading = pdf.getDocument({
    // pdf.js takes the bytes that it is given.
    data: Uint8Array.from(bytes),
    BinaryDataFactory: CharacterMaps,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  try {
    const file = await loading.promise.catch((error: unknown) => {
      throw toRefusal(error)
    })
    return await readFile(file)
  } finally {
    await loading.destroy()
  }
}

async function readFile(file: PdfFile): Promise<DocumentContent> {
  if (file.numPages > LIMITS.pages) {
    throw new AppError('too-complex', say('pdf-too-long', { pages: file.numPages, most: LIMITS.pages }), {
      advice: say('split-parts'),
    })
  }
  const pages: Page[] = []
  const notes: Message[] = []
  const empty: number[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await readPage(file, number)
    if (page === null) notes.push(say('page-damaged', { page: number }))
    else if (page.lines.length === 0) empty.push(number)
    pages.push(page ?? { lines: [], height: 0 })
  }
  const written = pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join('')
  if (written === '') throw refusal(say('pdf-pictures'), say('recognise-first'))
  if (countOf(written, /[\p{Cc}\p{Co}\ufffd]/gu) * 4 > written.length) {
    throw refusal(say('pdf-letters'), say('recognise-first'))
  }
  if (empty.length > 0)
    notes.push(
      say(empty.length > NAMED ? 'pages-without-text-more' : 'pages-without-text', {
        empty: empty.length,
        all: pages.length,
        pages: empty.slice(0, NAMED),
      }),
    )
  const body = withoutFurniture(pages)
  const { paragraphs, hyphens } = joinParagraphs(body.pages)
  if (hyphens > 0) notes.push(say('hyphens-joined', { count: hyphens }))
  const { info } = await file.getMetadata()
  const title = 'Title' in info && typeof info.Title === 'string' ? toTitle(info.Title) : null
  return { blocks: paragraphs.map(toBlock), title, notes: [...notes, ...body.notes] }
}

/** `null` for a page that cannot be read. */
async function readPage(file: PdfFile, number: number): Promise<Page | null> {
  try {
    const page = await file.getPage(number)
    const { items } = await page.getTextContent()
    const [, bottom = 0, , top = 0] = page.view
    const pieces = items.flatMap((item) => ('str' in item ? [toPlaced(item, bottom)] : []))
    page.cleanup()
    return { lines: readPageLines(pieces), height: top - bottom }
  } catch (error) {
    if (error instanceof Error && error.name !== 'AbortException') return null
    throw error
  }
}

function toPlaced(
  { str, transform, width, height }: { str: string; transform: unknown[]; width: number; height: number },
  bottom: number,
): PlacedText {
  const [, , , , x, y] = transform.map(Number)
  return {
    text: str.replaceAll('\0', ''),
    x: x ?? 0,
    y: (y ?? 0) - bottom,
    width,
    height: height || Math.abs(Number(transform[3])) || 1,
  }
}

function toBlock(text: string): Block {
  return { kind: 'paragraph', pieces: [{ text, bold: false, italic: false }], level: null }
}

function toRefusal(error: unknown): AppError {
  const name = error instanceof Error ? error.name : ''
  return name === 'PasswordException'
    ? refusal(say('pdf-locked'), say('save-without-password'), error)
    : refusal(say('pdf-damaged'), say('save-or-download-it-again'), error)
}

function refusal(text: Message, advice: Message, cause?: unknown): AppError {
  return new AppError('not-understood', text, {
    advice,
    cause,
  })
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
