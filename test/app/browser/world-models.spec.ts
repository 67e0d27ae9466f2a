// The review that Verbatim is measured by, made by hand: from its seven transcripts to the page that was expected.
import type { Locator, Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../launch'
import { fillCamp, onItsDay, openExportSheet, placeAll } from '../review-steps'
import {
  expectPassage,
  exportedFile,
  goTo,
  importFiles,
  inspectorOf,
  makeProject,
  openTranscript,
  rowOf,
  runCommand,
} from '../steps'

const CASE = join(import.meta.dirname, '../../../../shared/acceptance/world-models')

/** A transcript's file, the title that its import finds, the right one, and the speaker who gets an affiliation. */
const TRANSCRIPTS = [
  {
    file: 'general-intuition.vtt',
    found: 'World Models & General Intuition',
    title: 'World Models & General Intuition',
    speaker: 'Pim De Witte',
    affiliation: 'General Intuition',
  },
  {
    file: 'ep87-gemini.md',
    found: 'Ep 87: Gemini Co-Lead on World Models',
    title: 'Ep 87: Gemini Co-Lead on World Models',
    speaker: 'Oriol Vinyals',
    affiliation: 'Gemini',
  },
  {
    file: 'video-agents.whisper.json',
    found: 'video-agents',
    title: 'Why Video Agent models are next',
    speaker: 'Ethan He',
    affiliation: 'xAI Grok Imagine',
  },
  { file: 'genie-3.srt', found: 'genie-3', title: 'Genie 3', speaker: null, affiliation: null },
  { file: 'andon-labs.txt', found: 'andon-labs', title: 'Andon Labs', speaker: null, affiliation: null },
  { file: 'project-genie.txt', found: 'project-genie', title: 'project-genie', speaker: null, affiliation: null },
  { file: '4d-creation.txt', found: '4d-creation', title: '4d-creation', speaker: null, affiliation: null },
] as const

interface Quote {
  readonly text: string
  readonly translation: string
  /** `Speaker (Affiliation) · Title`; `null` where none is printed. */
  readonly attribution: string | null
}

/** In which transcript a quote stands that is not attributed. */
function sourceOf({ attribution, text }: Quote): string {
  const known = TRANSCRIPTS.find(({ title }) => attribution?.endsWith(` · ${title}`))
  return known?.title ?? (text.includes('floor plan') ? 'Andon Labs' : 'Genie 3')
}

interface Section {
  readonly heading: string
  readonly blocks: (string | Quote)[]
}

/** The sections of the expected page, which is plain text: prose, and quotes of two or three lines. */
function readExpected(text: string): { title: string; sections: Section[] } {
  const lines = text.split('\n').filter((line) => line !== '' && line !== '主题综述')
  const sections: Section[] = []
  for (let at = 2; at < lines.length; at += 1) {
    const line = lines[at]!
    const blocks = sections.at(-1)?.blocks
    if (isHeading(line)) sections.push({ heading: line, blocks: [] })
    else if (line.startsWith('"')) {
      const attribution = TRANSCRIPTS.some(({ title }) => lines[at + 2]?.endsWith(` · ${title}`))
        ? lines[at + 2]!
        : null
      blocks!.push({ text: line.slice(1, -1), translation: lines[at + 1]!.slice(1, -1), attribution })
      at += attribution === null ? 1 : 2
    } else blocks!.push(line)
  }
  return { title: lines[0]!, sections }
}

function isHeading(line: string): boolean {
  return /^第[一二三]点:|^阵营 [ABC] · |^冷水 · /.test(line) || TOP_HEADINGS.includes(line)
}

const TOP_HEADINGS = ['更新日志', '主流共识', '分歧在哪', '都没说透的', '我的看法', '还想知道什么', '取材']

/** The list of what the page quotes, which each export makes. */
const SOURCES = [
  '- World Models & General Intuition · Alessio, Pim De Witte',
  '- Ep 87: Gemini Co-Lead on World Models · Jacob, Oriol Vinyals',
  '- Genie 3',
  '- Why Video Agent models are next · Swyx, Ethan He',
  '- Andon Labs',
]

/** The page in Markdown. */
function inMarkdown(title: string, sections: readonly Section[]): string {
  const page = sections.flatMap(({ heading, blocks }) => [
    `${TOP_HEADINGS.includes(heading) ? '##' : '###'} ${heading}`,
    ...blocks.flatMap((block, at) => [
      typeof block === 'string'
        ? block
        : [
            `> "${block.text}"`,
            `> 「${block.translation}」`,
            ...(block.attribution ? [`> ${block.attribution}`] : []),
          ].join('\n>\n'),
      ...(heading === '取材' && at === 0 ? [SOURCES.join('\n')] : []),
    ]),
  ])
  const meta = '主题页(活文档)· 最近更新 {updated} · 取材 5 篇核心访谈(按逐字稿全文核对)'
  return `${[`# ${title}`, meta, ...page].join('\n\n')}\n`
}

/** Selects these words of the open transcript. Finding them mounts what is far from the viewport. */
async function findWords(page: Page, transcript: Locator, words: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Find in the transcript' }).fill(words)
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 1')
  await page.keyboard.press('Escape')
  await expect(transcript).toBeFocused()
}

/** Writes prose before the block with this number, counted from 0. */
async function write(page: Page, section: Locator, at: number, words: string): Promise<void> {
  await openProse(section, at)
  await expect(page.getByRole('textbox', { name: 'Prose' })).toBeFocused()
  await page.keyboard.insertText(words)
  await page.keyboard.press('Control+Enter')
  await expect(section.getByText(words)).toBeVisible()
}

/** Places a quote that is found by its first words, as one does while writing. */
async function quoteByItsWords(page: Page, section: Locator, at: number, text: string): Promise<void> {
  await openProse(section, at)
  await expect(page.getByRole('textbox', { name: 'Prose' })).toBeFocused()
  await page.keyboard.insertText(`@${text.slice(0, 50)}`)
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(section.getByRole('group', { name: text })).toBeFocused()
}

async function openProse(section: Locator, at: number): Promise<void> {
  await section
    .getByRole('button', { name: /^(?:Add text here|Write here, or drop a passage\.)$/ })
    .nth(at)
    .click()
}

/** Marks a quote with the spans between its elisions, translates it, and says whether its attribution is printed. */
async function keep(page: Page, transcript: Locator, { text, translation, attribution }: Quote, key: string) {
  const [first, ...more] = text.split(' … ')
  await findWords(page, transcript, first!)
  await page.keyboard.press(key)
  await expectPassage(page, first!)
  for (const words of more) {
    await findWords(page, transcript, words)
    await page.keyboard.press('e')
    await expect(inspectorOf(page).getByRole('blockquote')).toContainText(words)
  }
  await expectPassage(page, text)
  await inspectorOf(page).getByLabel('Translation, Chinese').fill(translation)
  await page.keyboard.press('Control+Enter')
  await expect(inspectorOf(page).getByRole('radio', { name: 'Done' })).toBeChecked()
  if (attribution !== null) return
  const printed = inspectorOf(page).getByLabel('Print the attribution under the quote')
  await printed.click()
  await expect(printed).not.toBeChecked()
}

test('the World Models case is built by hand from its transcripts, and is the page that was expected', async ({
  browserApp: app,
}) => {
  test.skip(!existsSync(CASE), `there is no ${CASE}`)
  test.setTimeout(180_000)
  const { page } = app
  const { title, sections } = readExpected(await readFile(join(CASE, 'expected.txt'), 'utf8'))
  const quotes = sections.flatMap(({ blocks }) => blocks.filter((block) => typeof block !== 'string'))
  expect(quotes).toHaveLength(18)
  const sectionOf = (name: string) =>
    page.getByRole('article', { name: 'Page' }).getByRole('region', { name, exact: true })

  await test.step('its transcripts are imported, and their speakers get their affiliations', async () => {
    await makeProject(app, title, 'Chinese')
    const report = await importFiles(
      app,
      TRANSCRIPTS.map(({ file }) => join(CASE, 'transcripts', file)),
      () => page.getByRole('button', { name: 'Import transcripts' }).click(),
    )
    await expect(report.getByRole('status')).toHaveText('7 imported')
    await report.getByRole('button', { name: 'Close' }).last().click()
    for (const { found, title: right, affiliation, speaker } of TRANSCRIPTS) {
      if (right === found && affiliation === null) continue
      await rowOf(page, found)
        .getByRole('button', { name: /^Actions for/ })
        .click()
      await page.getByRole('menuitem', { name: 'Edit details…' }).click()
      const facts = page.getByRole('dialog', { name: 'Source details' })
      await facts.getByLabel('Title').fill(right)
      if (affiliation !== null) await facts.getByLabel(`Affiliation of ${speaker}`).fill(affiliation)
      await facts.getByRole('button', { name: 'Save' }).click()
      await expect(facts).toBeHidden()
    }
  })

  await test.step('the page gets its points and its camps', async () => {
    await goTo(page, 'Review')
    await runCommand(page, 'Add section: Camp')
    for (const _ of sections.filter(({ heading }) => heading.startsWith('第'))) {
      await runCommand(page, 'Add section: Point')
    }
    for (const { heading } of sections) {
      const [, label, thesis, holder] = /^阵营 ([ABC]) · "(.*)"——(.*)$/.exec(heading) ?? []
      if (label !== undefined) await fillCamp(page, label, thesis!, holder)
      else if (!TOP_HEADINGS.includes(heading)) {
        const kind = heading.startsWith('冷水') ? 'Cold water' : 'Point'
        const fields = page.getByRole('textbox', { name: `Heading: ${kind}` })
        const field = fields.nth(kind === 'Point' ? '一二三'.indexOf(heading[1]!) : 0)
        await field.fill(heading)
        await field.press('Enter')
      }
      await expect(sectionOf(heading)).toBeVisible()
    }
  })

  await test.step('every passage is marked, translated, and put into its camp', async () => {
    const camps = sections.map(({ heading }) => heading).filter((heading) => heading.startsWith('阵营'))
    for (const { title: source } of TRANSCRIPTS) {
      const said = sections.flatMap(({ heading, blocks }) =>
        blocks.flatMap((block) =>
          typeof block !== 'string' && sourceOf(block) === source
            ? [{ quote: block, key: camps.includes(heading) ? String(camps.indexOf(heading) + 1) : 'm' }]
            : [],
        ),
      )
      if (said.length === 0) continue
      await goTo(page, 'Library')
      const transcript = await openTranscript(page, source)
      for (const { quote, key } of said) await keep(page, transcript, quote, key)
    }
    await goTo(page, 'Review')
  })

  await test.step('the page is written, with each quote in its place', async () => {
    for (const { heading, blocks } of sections) {
      const quoted = blocks.filter((block) => typeof block !== 'string')
      if (heading.startsWith('阵营')) {
        await placeAll(
          page,
          quoted.map(({ text }) => text),
        )
        // From the last one up: the places before it keep their numbers.
        for (const [at, block] of [...blocks.entries()].reverse()) {
          if (typeof block !== 'string') continue
          const before = blocks.slice(0, at).filter((each) => typeof each !== 'string').length
          await write(page, sectionOf(heading), before, block)
        }
      } else {
        for (const [at, block] of blocks.entries()) {
          if (typeof block === 'string') await write(page, sectionOf(heading), at, block)
          else await quoteByItsWords(page, sectionOf(heading), at, block.text)
        }
      }
      await expect(sectionOf(heading).getByRole('group', { name: /^(?:Text|Quote) \d/ })).toHaveCount(blocks.length)
    }
  })

  await test.step('what goes out is the page that was expected, byte for byte', async () => {
    const sheet = await openExportSheet(page)
    await expect(sheet).toContainText('All 18 quotes are what their transcripts say.')
    const bytes = await exportedFile(app, 'World Models 下一个范式 · World Models.md', () =>
      sheet.getByRole('button', { name: 'Export', exact: true }).click(),
    )
    expect(bytes.toString()).toBe(onItsDay(inMarkdown(title, sections), bytes.toString()))
  })
})
