// Finding it in all transcripts: each place in its line of text, marked, taken back, opened and taken along.
import { readFile } from 'node:fs/promises'
import { expect, test } from '../launch'
import { makeProjectWithTranscripts, transcriptOf } from '../steps'

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

  await field.press('Enter')
  await expect(grid.getByRole('row').nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(transcriptOf(page, 'residents-evening')).toBeVisible()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('hear the taxis')
})
