// Finding it in all transcripts: each place in its line of text, marked, taken back, opened and taken along; and kept,
// with what is new and what could be marked.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../launch'
import { goTo, importFiles, makeProjectWithTranscripts, runCommand, transcriptOf } from '../steps'

test('what is said is found in all transcripts, sorted, marked at once, opened and saved as a table', async ({
  browserApp,
}) => {
  const { page } = browserApp
  await makeProjectWithTranscripts(browserApp, 'Buses')
  await page.keyboard.press('Control+Shift+f')
  const field = page.getByRole('searchbox', { name: 'Search all transcripts' })
  await expect(field).toBeFocused()
  await page.keyboard.type('bus')
  const status = page.getByRole('status').filter({ hasText: 'place' })
  await expect(status).toHaveText('7 places in 3 sources')

  const grid = page.getByRole('grid', { name: 'Places where it is said' })
  const rows = grid.getByRole('rowheader')
  await expect(rows.first()).toHaveText(/^bus\. The last bus leaves/)
  await grid.getByRole('button', { name: 'Before' }).click()
  await expect(rows.first()).toHaveText(/^bus\sis cheaper/)

  await field.focus()
  await page.keyboard.press('ArrowDown')
  await expect(grid.getByRole('row').nth(1)).toBeFocused()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('button', { name: 'Mark 2…' })).toBeEnabled()
  await page.keyboard.press('m')
  await expect(page.getByText('Marked 2 places')).toBeVisible()
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('radio', { name: 'In a passage' }).click()
  await page.keyboard.press('Escape')
  await expect(status).toHaveText('2 places in 2 sources')
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(page.getByText('No transcript has this text where the filters look.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()

  await field.fill('bus AND')
  await expect(page.getByRole('alert').filter({ hasText: 'missing here' })).toHaveText(
    'Something to look for is missing here: bus AND',
  )
  await field.fill('/tax\\w+/ NEAR/3 hear')
  await expect(status).toHaveText('1 place in 1 source')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  const table = await readFile(await (await download).path(), 'utf8')
  expect(table.split('\r\n')[1]).toMatch(/^.*,hear the taxis,.*,Pavel Rook,residents-evening,,,\d+,\d+,no$/)

  // Kept under a name, a search suggests what to mark, and tells what is new.
  await field.fill('bus')
  await expect(status).toHaveText('7 places in 3 sources')
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: 'Save this search' })
  await dialog.getByLabel('Name').fill('All about buses')
  await dialog.getByLabel('Suggest what it finds as passages').check()
  await dialog.getByLabel('Tag').fill('bus')
  await page.keyboard.press('Enter')
  const saved = page.getByRole('navigation', { name: 'Saved searches' }).getByRole('button', { name: /^All about/ })
  await expect(saved).toHaveAccessibleName('All about buses , 7 places , bus , 7 to check')
  await page.getByRole('radio', { name: 'To check (7)' }).click()
  const suggested = page.getByRole('grid', { name: 'To check' }).getByRole('row')
  await expect(suggested.first()).toBeVisible()
  await field.press('ArrowDown')
  await expect(suggested.first()).toBeFocused()
  await page.keyboard.press('x')
  await expect(saved).toContainText('6 to check')
  await page.getByRole('button', { name: 'Accept all 6' }).click()
  await expect(page.getByText('Nothing to check')).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(saved).toContainText('6 to check')

  const late = join(browserApp.folder, 'late.txt')
  await writeFile(late, 'Ada: One more bus. It was empty.\n')
  await goTo(page, 'Library')
  const report = await importFiles(browserApp, [late], () =>
    page.getByRole('button', { name: 'Import' }).last().click(),
  )
  await report.getByRole('button', { name: 'Close' }).last().click()
  await runCommand(page, 'Open search: All about buses')
  await expect(page.getByText('1 new place since you last looked')).toBeVisible()
  await expect(saved).toHaveAccessibleName('All about buses , 8 places , bus , 7 to check')
  await page.getByLabel('Only sources with new places').check()
  await expect(status).toHaveText('1 place in 1 source')

  await field.fill('/tax\\w+/ NEAR/3 hear')
  await expect(status).toHaveText('1 place in 1 source')
  await field.press('Enter')
  await expect(grid.getByRole('row').nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(transcriptOf(page, 'residents-evening')).toBeVisible()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('hear the taxis')
})
