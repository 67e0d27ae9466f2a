// What other programs expect of our files, written down from the standards that they follow.
import fc from 'fast-check'
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { applyBundle } from '../../../electron/core/bundle/apply-bundle'
import { renderAs, renderProject } from '../../../electron/core/export/export-review'
import { csvText } from '../../../electron/core/export/formats/csv'
import { readZip } from '../../../electron/core/import/documents/read-zip'
import { act } from '../../../electron/core/store/act'
import { insertProse, insertQuote } from '../../../electron/core/store/blocks'
import { insertPassage, listPassages, setTranslation } from '../../../electron/core/store/passages'
import { insertRelation } from '../../../electron/core/store/relations'
import { insertReview } from '../../../electron/core/store/reviews'
import { insertSection } from '../../../electron/core/store/sections'
import { getText } from '../../../electron/core/store/transcripts'
import { parseBundle } from '../../../shared/bundle'
import { TURN_SEPARATOR } from '../../../shared/domain/turn'
import { aProject, aSource, inFolder } from '../../builders'
import { someText } from '../../shared/markdown/some-text'

/** A project with a source in which these texts are said, each kept as a passage and quoted in camp A. */
function aDebate(folder: string, texts: readonly string[]) {
  const db = aProject(folder)
  const source = aSource(
    db,
    texts.map((text) => ['Ada', text]),
    { title: '=Forest <Hour>', file: 'forest.txt' },
  )
  return act(db, 'test', (writable) => {
    const review = insertReview(writable, { title: 'Do trees <talk>?', language: 'en' })
    const camp = insertSection(writable, {
      reviewId: review,
      parentId: null,
      index: 0,
      kind: 'camp',
      heading: null,
      camp: { label: 'A', thesis: 'They "do"', holder: '', colour: 1 },
    })
    insertProse(writable, camp, 0, 'They *say* so.')
    let start = 0
    const passages = texts.map((text, at) => {
      const range = { start, end: start + text.length }
      start = range.end + TURN_SEPARATOR.length
      const passage = insertPassage(writable, { sourceId: source, ranges: [range], note: `=n${text}`, tags: ['a & b'] })
      setTranslation(writable, passage, { language: 'en', text: `+t${text}`, state: 'done' })
      insertQuote(writable, camp, at + 1, passage, '')
      return passage
    })
    if (passages.length > 1) insertRelation(writable, passages[0]!, passages[1]!, 'contradicts')
    return { db, source, review, texts }
  })
}

const TEXTS = ['Trees talk.', '=HYPERLINK("x") <b>No</b> & *so*', '😀 שלום\u200b \u202e']

/** https://www.w3.org/TR/annotation-model/, of what we use: sections 3.1 to 3.3, 4.2 and 5. */
const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i)
const textualBody = z.strictObject({
  type: z.literal('TextualBody'),
  value: z.string(),
  format: z.literal('text/plain'),
  language: z
    .string()
    .regex(/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i)
    .optional(),
  purpose: z.enum(['describing', 'commenting', 'classifying', 'tagging']),
})
const linkedBody = z.strictObject({ type: z.literal('SpecificResource'), source: iri, purpose: z.literal('linking') })
const positionSelector = z
  .strictObject({
    type: z.literal('TextPositionSelector'),
    start: z.number().int().min(0),
    end: z.number().int().min(0),
  })
  .refine(({ start, end }) => start < end)
const quoteSelector = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
})
const annotation = z.strictObject({
  id: iri,
  type: z.literal('Annotation'),
  motivation: z.union([z.literal('highlighting'), z.tuple([z.literal('highlighting'), z.literal('classifying')])]),
  created: z.iso.datetime(),
  body: z.array(z.union([textualBody, linkedBody])).optional(),
  target: z
    .array(
      z.strictObject({
        type: z.literal('SpecificResource'),
        source: z.looseObject({
          id: iri,
          type: z.literal('Text'),
          format: z.literal('text/plain'),
          language: z.string(),
        }),
        selector: z.tuple([positionSelector, quoteSelector]),
      }),
    )
    .min(1),
})
const collection = z.strictObject({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: iri,
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  total: z.number().int(),
  modified: z.iso.datetime(),
  first: z.strictObject({
    id: iri,
    type: z.literal('AnnotationPage'),
    partOf: z.looseObject({ id: iri }),
    startIndex: z.literal(0),
    items: z.array(annotation),
  }),
  last: iri,
})

describe('Web Annotations', () => {
  it('are what the W3C’s model says, and point at their words in code points', () =>
    inFolder((folder) => {
      const { db, review, source, texts } = aDebate(folder, TEXTS)
      const { content } = renderAs(db, { id: review, format: 'jsonld', strict: true })
      const read = collection.parse(JSON.parse(content as string))
      expect(read.total).toBe(texts.length)
      expect(read.first.partOf.id).toBe(read.id)
      expect(read.last).toBe(read.first.id)
      const ids = read.first.items.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const points = Array.from(getText(db, source))
      const exact = read.first.items.map(({ target }) => {
        const [{ start, end }, quote] = target[0]!.selector
        expect(points.slice(start, end).join('')).toBe(quote.exact)
        return quote.exact
      })
      expect(exact).toEqual(texts)
      db.close()
    }))
})

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Of an element of REFI-QDA's Project.xsd (version 1.0): its children in their order, each with how often it may stand
 * there (`!` once, `?` at most once, `+` at least once, `*` any number), and its attributes, those with `!` required.
 */
interface Shape {
  readonly children: readonly string[]
  readonly attributes: Readonly<Record<string, RegExp>>
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/
const ANY = /^[^]*$/
const NUMBER = /^\d+$/
const SHAPES: Readonly<Record<string, Shape>> = {
  Project: {
    children: [
      'Users?',
      'CodeBook?',
      'Variables?',
      'Cases?',
      'Sources?',
      'Notes?',
      'Links?',
      'Sets?',
      'Graphs?',
      'Description?',
      'NoteRef*',
    ],
    attributes: {
      'name!': ANY,
      origin: ANY,
      creatingUserGUID: GUID,
      'xmlns!': /^urn:QDA-XML:project:1\.0$/,
      'xmlns:xsi': ANY,
      'xsi:schemaLocation': ANY,
    },
  },
  Users: { children: ['User+'], attributes: {} },
  User: { children: [], attributes: { 'guid!': GUID, name: ANY } },
  CodeBook: { children: ['Codes!'], attributes: {} },
  Codes: { children: ['Code+'], attributes: {} },
  Code: {
    children: ['Description?', 'NoteRef*', 'Code*'],
    attributes: { 'guid!': GUID, 'name!': ANY, 'isCodable!': /^(?:true|false)$/, color: /^#[0-9a-f]{6}$/i },
  },
  Sources: { children: ['TextSource*'], attributes: {} },
  TextSource: {
    children: ['Description?', 'PlainTextContent?', 'PlainTextSelection*', 'Coding*', 'NoteRef*', 'VariableValue*'],
    attributes: { 'guid!': GUID, name: ANY, 'plainTextPath!': /^internal:\/\/[\w-]+\.txt$/, creatingUser: GUID },
  },
  PlainTextSelection: {
    children: ['Description?', 'Coding*', 'NoteRef*'],
    attributes: {
      'guid!': GUID,
      name: ANY,
      'startPosition!': NUMBER,
      'endPosition!': NUMBER,
      creatingUser: GUID,
      creationDateTime: DATE_TIME,
    },
  },
  Coding: { children: ['CodeRef!', 'NoteRef*'], attributes: { 'guid!': GUID, creatingUser: GUID } },
  CodeRef: { children: [], attributes: { 'targetGUID!': GUID } },
  Links: { children: ['Link+'], attributes: {} },
  Link: {
    children: ['NoteRef*'],
    attributes: {
      'guid!': GUID,
      name: ANY,
      direction: /^(?:Associative|OneWay|Bidirectional)$/,
      originGUID: GUID,
      targetGUID: GUID,
    },
  },
  Description: { children: [], attributes: {} },
}

/** What of a project.qde its schema does not allow, and the ids that it defines and refers to. */
function readQde(xml: string) {
  const problems: string[] = []
  const defined: string[] = []
  const referred: string[] = []
  const open: { readonly name: string; readonly children: string[] }[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === 0 && name !== 'Project') problems.push(`${name} at the top`)
    open.at(-1)?.children.push(name)
    open.push({ name, children: [] })
    const allowed = SHAPES[name]?.attributes ?? {}
    for (const [attribute, value] of Object.entries(attributes)) {
      const form = allowed[attribute] ?? allowed[`${attribute}!`]
      if (!form?.test(value)) problems.push(`${name} ${attribute}="${value}"`)
      if (attribute === 'guid') defined.push(value)
      else if (/GUID$|^creatingUser$/.test(attribute)) referred.push(value)
    }
    for (const needed of Object.keys(allowed).filter((key) => key.endsWith('!'))) {
      if (attributes[needed.slice(0, -1)] === undefined) problems.push(`${name} without ${needed}`)
    }
  })
  parser.on('closetag', () => {
    const { name, children } = open.pop()!
    // The shape as a pattern over the names, each with a space after it.
    const times = { '!': '', '?': '?', '+': '+', '*': '*' } as Readonly<Record<string, string>>
    const shape = SHAPES[name]?.children.map((child) => `(?:${child.slice(0, -1)} )${times[child.at(-1)!]}`) ?? ['$.']
    if (!new RegExp(`^${shape.join('')}$`).test(children.map((child) => `${child} `).join(''))) {
      problems.push(`${name} with ${children.join(', ') || 'nothing'} in it`)
    }
  })
  parser.write(xml).close()
  return { problems, defined, referred }
}

async function filesOf(zip: Uint8Array): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const entry of await readZip(zip)) files.set(entry.name, new TextDecoder().decode(await entry.read()))
  return files
}

describe('a project as REFI-QDA', () => {
  it('has the elements of its schema in their order, each id once, and none that is not there', () =>
    inFolder(async (folder) => {
      const { db } = aDebate(folder, TEXTS)
      const files = await filesOf(renderProject(db, 'qdpx') as Uint8Array)
      const { problems, defined, referred } = readQde(files.get('project.qde')!)
      expect(problems).toEqual([])
      expect(new Set(defined).size).toBe(defined.length)
      expect(referred.filter((id) => !defined.includes(id))).toEqual([])
      expect(defined.length).toBeGreaterThan(10)
      db.close()
    }))

  it('is still one where there is nothing to tell of', () =>
    inFolder(async (folder) => {
      const db = aProject(folder)
      const files = await filesOf(renderProject(db, 'qdpx') as Uint8Array)
      expect([...files.keys()]).toEqual(['project.qde'])
      expect(readQde(files.get('project.qde')!).problems).toEqual([])
      db.close()
    }))

  it.each([
    ['<Links', '<Notes/><Links', 'Notes with nothing in it'],
    [/<CodeRef[^>]*>/, '', 'Coding with nothing in it'],
    [/(<CodeRef[^>]*>)/, '$1$1', 'Coding with CodeRef, CodeRef in it'],
    [/(<TextSource[^>]*>)/, '$1<Coding/>', 'Coding with nothing in it'],
    ['isCodable="true"', 'isCodable="yes"', 'Code isCodable="yes"'],
    [/startPosition="\d+" /, '', 'PlainTextSelection without startPosition!'],
  ])('would be told of a fault: %s made %j', (found, put, problem) =>
    inFolder(async (folder) => {
      const { db } = aDebate(folder, TEXTS)
      const xml = (await filesOf(renderProject(db, 'qdpx') as Uint8Array)).get('project.qde')!
      const changed = xml.replace(found, put)
      expect(changed).not.toBe(xml)
      expect(readQde(changed).problems).toContain(problem)
      db.close()
    }),
  )
})

/** RFC 4180. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of csv
    .replace('\ufeff', '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

describe('whatever is said', () => {
  const texts = fc.array(
    someText.filter((text) => /[\p{L}\p{N}]/u.test(text)),
    { minLength: 1, maxLength: 30 },
  )

  it('reads back as the same text from a table, annotations, REFI-QDA and a bundle, and starts no formula', async () => {
    await fc.assert(
      fc.asyncProperty(texts, (said) =>
        inFolder(async (folder) => {
          const { db, review, source } = aDebate(folder, said)
          const text = getText(db, source)
          const render = (format: string) => renderAs(db, { id: review, format, strict: false }).content as string

          const [head, ...rows] = readCsv(render('csv'))
          const column = (name: string) => rows.map((row) => row[head!.indexOf(name)]!)
          expect(rows.flat().filter((cell) => /^\s*[=+\-@\t\r＝＋－＠]/u.test(cell))).toEqual([])
          expect(column('translation').map(csvText)).toEqual(said.map((one) => `+t${one}`))
          expect(column('note').map(csvText)).toEqual(said.map((one) => `=n${one}`))
          expect(column('quote').map(csvText)).toEqual(listInOrder(db, said))

          const annotations = collection.parse(JSON.parse(render('jsonld'))).first.items
          expect(annotations.map(({ target }) => target[0]!.selector[1].exact)).toEqual(said)

          const files = await filesOf(renderProject(db, 'qdpx') as Uint8Array)
          expect([...files].filter(([name]) => name.startsWith('Sources/')).map(([, content]) => content)).toEqual([
            text,
          ])
          expect(readQde(files.get('project.qde')!).problems).toEqual([])

          const again = aProject(folder, 'again.verbatim')
          aSource(
            again,
            said.map((one) => ['Ada', one]),
            { title: 'Forest Hour', file: 'forest.txt' },
          )
          const report = applyBundle(again, parseBundle(JSON.parse(render('bundle'))), { partial: false })
          expect(report.problems).toEqual([])
          const kept = (project: typeof db) =>
            listPassages(project).map(({ spans, translations }) => [spans, translations])
          expect(kept(again)).toEqual(kept(db))
          again.close()
          db.close()
        }),
      ),
      { numRuns: 8 },
    )
  })
})

/** The quotes' texts in the order of the page: the order in which they were said. */
function listInOrder(db: ReturnType<typeof aProject>, said: readonly string[]): string[] {
  const byQuote = new Map(listPassages(db).map(({ spans, text }) => [spans[0]!.quote, text]))
  return said.map((one) => byQuote.get(one)!)
}

/** Where LibreOffice is, or `null`. */
const soffice = await promisify(execFile)('soffice', ['--version']).then(
  () => 'soffice',
  () => null,
)
if (!soffice) console.warn('No LibreOffice (soffice) is here: whether it opens our DOCX is not tested.')

describe('a Word document', () => {
  it.skipIf(!soffice)(
    'opens in LibreOffice, which makes a PDF of it with its words',
    () =>
      inFolder(async (folder) => {
        const { db, review } = aDebate(folder, TEXTS)
        const path = join(folder, 'trees.docx')
        writeFileSync(path, renderAs(db, { id: review, format: 'docx', strict: true }).content)
        const profile = pathToFileURL(join(folder, 'profile')).href
        const convert = (format: string) =>
          promisify(execFile)(
            soffice!,
            [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', format, '--outdir', folder, path],
            { timeout: 120_000 },
          )
        await convert('txt:Text (encoded):UTF8')
        const text = readFileSync(join(folder, 'trees.txt'), 'utf8')
        for (const said of [...TEXTS, 'They say so.', 'Camp A · "They "do""']) expect(text).toContain(said)
        await convert('pdf')
        expect(readFileSync(join(folder, 'trees.pdf')).subarray(0, 5).toString('latin1')).toBe('%PDF-')
        db.close()
      }),
    240_000,
  )
})
