import { expect, test } from '../launch'
import {
  chooseFiles,
  goTo,
  makeProjectWithTranscripts,
  mark,
  openTranscript,
  rowOf,
  TRANSCRIPTS,
  transcriptOf,
} from '../steps'
import type { Page } from '@playwright/test'

const TRANSCRIPTS_BESIDE = ['night-desk', 'depot-interview', 'night-bus-hearing', 'residents-evening']

const titles = (page: Page) => page.getByRole('rowheader')

test('sort and filter the library', async ({ app }) => {
  const { page } = app
  await makeProjectWithTranscripts(app, 'Sorting')
  await expect(titles(page)).toHaveText(['depot-interview', 'night-bus-hearing', 'night-desk', 'residents-evening'])
  await expect(page.getByText('4 sources · 189 words · 0 passages')).toBeVisible()

  const words = page.getByRole('columnheader', { name: 'Words' })
  const byWords = words.getByRole('button')
  await byWords.click()
  await expect(words).toHaveAttribute('aria-sort', 'descending')
  await expect(titles(page)).toHaveText(['night-bus-hearing', 'residents-evening', 'depot-interview', 'night-desk'])
  await byWords.click()
  await expect(words).toHaveAttribute('aria-sort', 'ascending')
  await expect(titles(page)).toHaveText(['night-desk', 'depot-interview', 'residents-evening', 'night-bus-hearing'])

  await page.getByRole('searchbox', { name: 'Filter by title, speaker or date' }).fill('ines')
  await expect(titles(page)).toHaveText(['night-bus-hearing'])
  await expect(page.getByText('1 of 4 sources')).toBeVisible()
  await page.getByRole('searchbox').fill('nobody of this name')
  await page.getByRole('button', { name: 'Show all sources' }).click()
  await expect(titles(page)).toHaveCount(4)

  // Where the second press of a double click falls, the transcript's screen has its list of sources.
  await expect(rowOf(page, 'depot-interview')).toContainText('0%')
  await page.clock.install()
  await page.getByRole('rowheader', { name: 'depot-interview' }).dblclick()
  await expect(transcriptOf(page, 'depot-interview')).toBeVisible()

  // Its 54 words are read in twelve seconds, which need not be waited for.
  const status = page.getByRole('button', { name: /^(Not read yet|\d+% read|Read in full)$/ })
  await expect(status).toBeVisible()
  await page.clock.runFor(20_000)
  await expect(status).toHaveText('Read in full')
  await page.keyboard.press('Shift+R')
  await expect(status).toHaveText(/^\d\d% read$/)
  await page.keyboard.press('r')
  await expect(status).toHaveText('Read in full')
  await status.click()
  const about = page.getByRole('dialog', { name: 'How much was read' })
  await expect(about).toContainText('Seen while in view100%Marked as read23%')
  await about.getByRole('button', { name: 'Mark the whole transcript as unread' }).click()
  await expect(about).toBeHidden()
  await expect(status).toHaveText('Not read yet')
  await page.keyboard.press('Control+z')
  await expect(status).toHaveText('Read in full')

  await goTo(page, 'Library')
  await page.getByRole('button', { name: 'Actions for night-desk' }).click()
  await page.getByRole('menuitem', { name: 'Mark as read' }).click()
  await expect(rowOf(page, 'night-desk')).toContainText('In full')
  await page.getByRole('columnheader', { name: 'Read', exact: true }).getByRole('button').click()
  await expect(titles(page)).toHaveText(['depot-interview', 'night-desk', 'night-bus-hearing', 'residents-evening'])
})

test('from one transcript to the next in the list beside them', async ({ app }) => {
  const { page } = app
  await makeProjectWithTranscripts(app, 'Beside')
  await openTranscript(page, 'night-desk')
  const pane = page.getByRole('navigation', { name: 'Library' })
  const list = pane.getByRole('listbox', { name: 'Library' })
  await expect(list.getByRole('option')).toHaveCount(4)
  const named = new RegExp(TRANSCRIPTS_BESIDE.join('|'))
  const order = (await list.getByRole('option').allTextContents()).map((told) => named.exec(told)?.[0])
  const isOpen = async (title: string | undefined) => {
    await expect(list.getByRole('option', { selected: true })).toContainText(title!)
    await expect(transcriptOf(page, title!)).toBeVisible()
  }

  await list.focus()
  await page.keyboard.press('End')
  await isOpen(order[3])
  await expect(list).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await isOpen(order[3])
  await page.keyboard.press('ArrowUp')
  await isOpen(order[2])
  await page.keyboard.press('Home')
  await isOpen(order[0])
  await list.getByRole('option', { name: order[1]! }).click()
  await isOpen(order[1])

  const filter = pane.getByRole('searchbox', { name: 'Filter sources' })
  await filter.fill('depot')
  await expect(list.getByRole('option')).toHaveCount(1)
  await filter.fill('nobody of this name')
  await expect(list).toBeHidden()
  await expect(pane.getByText('No source matches')).toBeVisible()
  await filter.press('Escape')
  await expect(list.getByRole('option')).toHaveCount(4)
})

test("change a source's facts: they show wherever the source is named", async ({ app }) => {
  const { page } = app
  await makeProjectWithTranscripts(app, 'Facts')
  await page.getByRole('button', { name: 'Actions for depot-interview' }).click()
  await page.getByRole('menuitem', { name: 'Edit details…' }).click()
  const facts = page.getByRole('dialog', { name: 'Source details' })
  await expect(facts).toContainText('depot-interview.srt')
  await facts.getByRole('textbox', { name: 'Title' }).fill('Behind the depot door')
  await facts.getByLabel('Date').fill('2025-11-02')
  await facts.getByRole('textbox', { name: 'Language' }).fill('en-GB')
  await facts.getByRole('radio', { name: 'Alias' }).click()
  await facts.getByRole('textbox', { name: 'Name of LENA BRANDT' }).fill('Lena Brandt')
  await facts.getByRole('textbox', { name: 'Affiliation of LENA BRANDT' }).fill('Depot manager')
  await facts.getByRole('button', { name: 'Save' }).click()
  await expect(facts).toBeHidden()

  const row = rowOf(page, 'Behind the depot door')
  await expect(row).toContainText('Lena Brandt')
  await expect(row).toContainText('2 Nov 2025')
  await expect(row).toContainText('British English')
  await expect(row).toContainText('Alias')
  const tier = page.getByRole('radiogroup', { name: 'Tier' })
  await tier.getByRole('radio', { name: 'Alias' }).click()
  await expect(titles(page)).toHaveText(['Behind the depot door'])
  await tier.getByRole('radio', { name: 'All' }).click()
  const transcript = await openTranscript(page, 'Behind the depot door')
  await expect(transcript.getByRole('heading', { name: 'Lena Brandt' }).first()).toBeVisible()
})

test('delete a source with its passages, and take it back', async ({ app }) => {
  const { page } = app
  await makeProjectWithTranscripts(app, 'Deleting')
  const transcript = await openTranscript(page, 'night-bus-hearing')
  await mark(page, transcript, 'A bus is cheaper than one accident.', 'Mark in camp A')
  await goTo(page, 'Library')
  await page.getByRole('button', { name: 'Actions for night-bus-hearing' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(rowOf(page, 'night-bus-hearing')).toHaveCount(0)
  await expect(page.getByText('3 sources · 95 words · 0 passages')).toBeVisible()
  const offer = page.getByRole('alertdialog').filter({ hasText: 'Deleted “night-bus-hearing”' })
  await offer.getByRole('button', { name: 'Undo' }).click()
  await expect(rowOf(page, 'night-bus-hearing')).toBeVisible()
  await expect(page.getByText('4 sources · 189 words · 1 passage')).toBeVisible()
})

test('the same files again are not imported, and the dialog says why', async ({ app }) => {
  const { page } = app
  await makeProjectWithTranscripts(app, 'Twice')
  const dialog = await chooseFiles(app, TRANSCRIPTS, () =>
    page.getByRole('button', { name: 'Import transcripts' }).click(),
  )
  await expect(dialog.getByRole('img', { name: 'Already in the library' })).toHaveCount(4)
  await expect(dialog.getByRole('status')).toHaveText('Everything you chose is in the library already.')
  await expect(dialog.getByRole('button', { name: 'Import 0 transcripts' })).toBeDisabled()
})
