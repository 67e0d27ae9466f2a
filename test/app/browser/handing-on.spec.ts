// What a review is handed on with: the gate before an export, the change log, revisions, and pages that come back.
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { openDatabase } from '../../../electron/core/store/database'
import { expect, test } from '../launch'
import {
  expectPassage,
  exportedFile,
  fixture,
  goTo,
  importFiles,
  inspectorOf,
  makeProject,
  mark,
  openTranscript,
  rowOf,
  runCommand,
} from '../steps'

/** Marks passages of the open transcript, each for a camp. */
async function markAll(page: Page, transcript: Locator, passages: readonly (readonly [string, string])[]) {
  for (const [camp, text] of passages) await mark(page, transcript, text, `Mark in camp ${camp}`)
}

/** Places passages that were marked for a camp, each in its camp. */
async function placeAll(page: Page, texts: readonly string[]): Promise<void> {
  const tray = page.getByRole('region', { name: 'Passages' })
  for (const text of texts) {
    await tray.getByRole('group', { name: text }).focus()
    await page.keyboard.press('Enter')
    await expect(tray.getByRole('group', { name: text })).toBeHidden()
  }
  await expect(tray).toContainText('Every passage is on the page.')
}

async function fillCamp(page: Page, label: string, thesis: string, holder = ''): Promise<void> {
  const camp = page.getByRole('group', { name: `Camp ${label}`, exact: true })
  await camp.getByLabel('Thesis').fill(thesis)
  await camp.getByLabel('Thesis').press('Enter')
  if (holder === '') return
  await camp.getByLabel('Held by').fill(holder)
  await camp.getByLabel('Held by').press('Enter')
}

async function openSheet(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Export…', exact: true }).click()
  return page.getByRole('dialog', { name: 'Export review' })
}

/** A page with the day of its export in it. */
function onItsDay(expected: string, exported: string): string {
  return expected.replace('{updated}', /\d{4}-\d{2}-\d{2}/.exec(exported)?.[0] ?? 'no day')
}

const CAMPS = [
  ['A', 'The last bus leaves at eleven, and the last shift ends at one.'],
  ['B', 'An empty bus at two in the morning helps nobody.'],
  ['C', 'A bus is cheaper than one accident.'],
  ['D', 'you carry the same forty people for half the money'],
  ['E', 'We have one question from the gallery.'],
] as const
const THESES = ['Workers must get home', 'Nobody rides it', 'Safety pays', 'Taxis do it for less', 'Ask the town']

test('a review in English with five camps goes through the gate, is compared, and comes back', async ({
  browserApp: app,
}) => {
  test.setTimeout(120_000)
  let { page } = app
  const file = await makeProject(app, 'Night bus')

  await test.step('five camps, each with a thesis and a quote', async () => {
    const report = await importFiles(app, [fixture('transcripts', 'night-bus-hearing.vtt')], () =>
      page.getByRole('button', { name: 'Import transcripts' }).click(),
    )
    await report.getByRole('button', { name: 'Close' }).last().click()
    await goTo(page, 'Review')
    for (const label of ['C', 'D', 'E']) {
      await runCommand(page, 'Add section: Camp')
      await expect(page.getByRole('group', { name: `Camp ${label}`, exact: true })).toBeVisible()
    }
    for (const [index, [label]] of CAMPS.entries()) await fillCamp(page, label, THESES[index]!)
    await goTo(page, 'Library')
    await markAll(page, await openTranscript(page, 'night-bus-hearing'), CAMPS)
    await goTo(page, 'Review')
    await placeAll(
      page,
      CAMPS.map(([, text]) => text),
    )
  })

  await test.step('a quote that was changed behind its back, and one of another speaker, are held at the gate', async () => {
    await app.kill()
    const db = openDatabase(file, { readOnly: false })
    db.transaction((writable) => {
      writable.run(`UPDATE span SET quote = replace(quote, 'is cheaper', 'may be cheaper')`)
      writable.run(
        `UPDATE passage SET speaker_id = (SELECT id FROM speaker WHERE name = 'Mara Ostrow')
         WHERE id = (SELECT passage_id FROM span WHERE quote LIKE 'An empty bus%')`,
      )
    })
    db.close()
    page = await app.reopen(file)
    await goTo(page, 'Review')
    const sheet = await openSheet(page)
    await expect(sheet).toContainText('2 of 5 quotes do not match their transcripts.')
    await expect(sheet.getByRole('button', { name: 'Export anyway' })).toBeEnabled()
    const quotes = sheet.getByRole('list', { name: 'Quotes that do not match' }).getByRole('listitem')
    const altered = quotes.filter({ hasText: 'than one accident.' })
    await expect(altered.getByRole('deletion')).toHaveText('may be')
    await expect(altered.getByRole('insertion')).toHaveText('is')
    await expect(quotes.filter({ hasText: 'An empty bus' })).toContainText(
      'Attributed to Mara Ostrow; in the transcript Ines Calder says it.',
    )
    await altered.getByRole('button', { name: /^Open in transcript/ }).click()
    await expect(page.getByRole('document', { name: 'Transcript: night-bus-hearing' })).toBeVisible()
    await expect(inspectorOf(page).getByRole('blockquote')).toHaveText('A bus may be cheaper than one accident.')
    await goTo(page, 'Review')
  })

  const first = await test.step('mended there, the page goes out byte for byte', async () => {
    const sheet = await openSheet(page)
    await sheet.getByRole('button', { name: /^Take the transcript’s words/ }).click()
    await sheet.getByRole('button', { name: /^Attribute to Ines Calder/ }).click()
    await expect(sheet).toContainText('All 5 quotes are what their transcripts say.')
    const bytes = await exportedFile(app, 'Night bus.md', () =>
      sheet.getByRole('button', { name: 'Export', exact: true }).click(),
    )
    const expected = await readFile(fixture('expected', 'five-camps.md'), 'utf8')
    expect(bytes.toString()).toBe(onItsDay(expected, bytes.toString()))
    return bytes
  })

  await test.step('edited elsewhere it comes back: prose is taken over, the rest is asked', async () => {
    const edited = first
      .toString()
      .replace('## Points of consensus\n', '## Points of consensus\n\nThe road is *dark*.\n')
      .replace('We have one question from the gallery.', 'We have two questions from the gallery.')
      .replace(/> "you carry[^]*?hearing\n\n/, '')
    const path = join(app.folder, 'edited.md')
    await writeFile(path, edited)
    await runCommand(page, 'Read back an edited page')
    const dialog = page.getByRole('dialog', { name: 'Read back an edited page' })
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Choose a Markdown file…' }).click()
    await (await chooser).setFiles(path)
    await expect(dialog).toContainText('3 quotes were found again, word for word.')
    const taken = dialog.getByRole('region', { name: 'What is taken over' })
    await expect(taken.getByRole('insertion')).toHaveText('The road is *dark*.')
    const asked = dialog.getByRole('region', { name: 'What needs your decision' }).getByRole('listitem')
    await expect(asked).toHaveCount(2)
    const gone = asked.filter({ hasText: 'you carry the same forty people' })
    await expect(gone.getByRole('radio', { name: 'Keep it on the page' })).toBeChecked()
    await gone.getByText('Take it off the page').click()
    await expect(asked.filter({ hasText: 'questions' }).getByRole('deletion')).toHaveText('one question')
    await dialog.getByRole('button', { name: 'Take over', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('article', { name: 'Page' })).toContainText('The road is dark.')
  })

  await test.step('the next export proposes what the change log says, and keeps what was chosen', async () => {
    const sheet = await openSheet(page)
    await expect(sheet.getByLabel('Entry in Markdown')).toHaveValue(
      /^\*\*[\d-]+\*\*\n\n- 1 quote removed: “you carry the same forty people for hal…” \(Ines Calder\)\n- Rewritten: Points of consensus$/,
    )
    await sheet.getByLabel('Entry in Markdown').fill('**Spring** The taxis are gone.')
    await sheet.getByRole('radio', { name: 'Obsidian' }).click()
    const bytes = await exportedFile(app, 'Night bus.md', () =>
      sheet.getByRole('button', { name: 'Export', exact: true }).click(),
    )
    expect(bytes.toString()).toContain(
      '## Change log\n\n**Spring** The taxis are gone.\n\n## Points of consensus\n\nThe',
    )
    expect(bytes.toString()).toMatch(/gallery\."\n>\n> Mara Ostrow · night-bus-hearing\n\n\^q-/)
    await expect((await openSheet(page)).getByRole('radio', { name: 'Obsidian' })).toBeChecked()
    await page.keyboard.press('Escape')
  })

  await test.step('two exports stand side by side, and the old one goes out again as it was', async () => {
    await page.getByRole('tab', { name: 'Revisions' }).click()
    await page.getByRole('list', { name: 'Revisions' }).getByRole('button', { name: 'Export 2' }).click()
    await expect(page.getByRole('status').filter({ hasText: '1 quote removed' })).toContainText('1 section rewritten')
    const row = page.getByRole('row').filter({ hasText: 'you carry the same forty people' })
    await expect(row.getByRole('cell').nth(1)).toHaveText('Nothing here')
    await expect(page.getByRole('row').filter({ hasText: 'The road is' }).getByRole('insertion')).toBeVisible()
    await page.getByRole('list', { name: 'Revisions' }).getByRole('button', { name: 'Export 1' }).click()
    await page.getByRole('button', { name: 'Export again' }).click()
    const again = await exportedFile(app, 'Night bus.md', () =>
      page.getByRole('menuitem', { name: 'Markdown as it was' }).click(),
    )
    expect(again.equals(first)).toBe(true)
  })
})

const CASE = join(import.meta.dirname, '../../../../shared/acceptance/world-models')

test('the World Models case: a camp built by hand reads as in the page it is taken from', async ({
  browserApp: app,
}) => {
  test.skip(!existsSync(CASE), `there is no ${CASE}`)
  test.setTimeout(120_000)
  const { page } = app
  const lines = (await readFile(join(CASE, 'expected.txt'), 'utf8')).split('\n')
  const title = lines.find((line) => line.startsWith('World Models:'))!
  const from = lines.findIndex((line) => line.startsWith('阵营 A · '))
  const to = lines.findIndex((line) => line.startsWith('阵营 B · '))
  const quotes = lines
    .slice(from, to)
    .flatMap((line, at, all) =>
      line.startsWith('"')
        ? [{ text: line.slice(1, -1), translation: all[at + 1]!.slice(1, -1), attribution: all[at + 2]! }]
        : [],
    )
  const [, thesis = '', holder = ''] = /"(.*)"——(.*)$/.exec(lines[from]!) ?? []
  const [, source = ''] = / · (.*)$/.exec(quotes[0]!.attribution) ?? []
  expect(quotes).toHaveLength(3)

  await makeProject(app, title, 'Chinese')
  const report = await importFiles(
    app,
    [
      '4d-creation.txt',
      'andon-labs.txt',
      'ep87-gemini.md',
      'general-intuition.vtt',
      'genie-3.srt',
      'project-genie.txt',
      'video-agents.whisper.json',
    ].map((name) => join(CASE, 'transcripts', name)),
    () => page.getByRole('button', { name: 'Import transcripts' }).click(),
  )
  await expect(report.getByRole('status')).toHaveText('7 imported')
  await report.getByRole('button', { name: 'Close' }).last().click()
  await rowOf(page, source)
    .getByRole('button', { name: /^Actions for/ })
    .click()
  await page.getByRole('menuitem', { name: 'Edit details…' }).click()
  const facts = page.getByRole('dialog', { name: 'Source details' })
  await facts.getByLabel('Affiliation of Oriol Vinyals').fill('Gemini')
  await facts.getByRole('button', { name: 'Save' }).click()

  const transcript = await openTranscript(page, source)
  for (const { text, translation } of quotes) {
    // Finding mounts what is far from the viewport, and selects it.
    await page.keyboard.press('Control+f')
    await page.getByRole('searchbox', { name: 'Find in the transcript' }).fill(text)
    await expect(page.getByText('1 of 1')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(transcript).toBeFocused()
    await page.keyboard.press('1')
    await expectPassage(page, text)
    await inspectorOf(page).getByLabel('Translation, Chinese').fill(translation)
    await inspectorOf(page).getByRole('radio', { name: 'Done' }).click()
    await expect(inspectorOf(page).getByRole('radio', { name: 'Done' })).toBeChecked()
  }
  await goTo(page, 'Review')
  await fillCamp(page, 'A', thesis, holder)
  await placeAll(
    page,
    quotes.map(({ text }) => text),
  )

  const sheet = await openSheet(page)
  await expect(sheet).toContainText('All 3 quotes are what their transcripts say.')
  const bytes = await exportedFile(app, 'World Models 下一个范式 · World Models.md', () =>
    sheet.getByRole('button', { name: 'Export', exact: true }).click(),
  )
  const camp = quotes.map(
    ({ text, translation, attribution }) => `> "${text}"\n>\n> 「${translation}」\n>\n> ${attribution}\n`,
  )
  const expected = `# ${title}

主题页(活文档)· 最近更新 {updated} · 取材 1 篇核心访谈(按逐字稿全文核对)

## 更新日志

## 主流共识

## 分歧在哪

### ${lines[from]}

${camp.join('\n')}
### 阵营 B

### 冷水

## 都没说透的

## 我的看法

## 还想知道什么

## 取材

- ${source} · Jacob, Oriol Vinyals
`
  expect(bytes.toString()).toBe(onItsDay(expected, bytes.toString()))
})
