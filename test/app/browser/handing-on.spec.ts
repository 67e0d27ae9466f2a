// What a review is handed on with: the gate before an export, the change log, revisions, and pages that come back.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { pathToFileURL } from 'node:url'
import { renderHtml } from '../../../electron/core/export/formats/html'
import { openDatabase } from '../../../electron/core/store/database'
import { NASTY, nastyPage } from '../../shared/markdown/nasty-page'
import { expect, test } from '../launch'
import { violationsOf } from './violations'
import { fillCamp, onItsDay, openExportSheet, placeAll } from '../review-steps'
import {
  exportedFile,
  fixture,
  goTo,
  importFiles,
  inspectorOf,
  makeProject,
  mark,
  openTranscript,
  runCommand,
} from '../steps'

/** Marks passages of the open transcript, each for a camp. */
async function markAll(page: Page, transcript: Locator, passages: readonly (readonly [string, string])[]) {
  for (const [camp, text] of passages) await mark(page, transcript, text, `Mark in camp ${camp}`)
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
    await expect(page.getByRole('region', { name: 'Passages' })).toContainText('Every passage is on the page.')
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
    const sheet = await openExportSheet(page)
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
    const sheet = await openExportSheet(page)
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
    const sheet = await openExportSheet(page)
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
    await expect((await openExportSheet(page)).getByRole('radio', { name: 'Obsidian' })).toBeChecked()
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

test('an exported page can be read by all, on a light and on a dark ground', async ({ openPage, folder }) => {
  const file = join(folder, 'page.html')
  await writeFile(file, renderHtml({ document: nastyPage('zh') }))
  const page = await openPage()
  await page.goto(pathToFileURL(file).href)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NASTY[0]!)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violationsOf(page), colorScheme).toEqual([])
  }
  await page.context().close()
})
