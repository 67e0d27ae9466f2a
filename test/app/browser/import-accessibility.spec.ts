// The dialogs of an import against the rules of WCAG 2.1, levels A and AA.
import { fileRow, filesOf, importButton, press, WHISPERX, ZOE } from '../import-steps'
import { expect, test } from '../launch'
import { chooseFiles, fixture, makeProject } from '../steps'
import { violationsInBothThemes } from './violations'

test('the dialogs of an import keep to WCAG 2.1 AA', async ({ app }) => {
  const { page } = app
  await makeProject(app, 'Axe')
  const files = [
    fixture('transcripts', 'night-bus-hearing.vtt'),
    fixture('garbage', 'noise.vtt'),
    ...(await filesOf(app, { 'zoe.txt': ZOE, 'one.json': WHISPERX })),
  ]
  const dialog = await chooseFiles(app, files, () => press(app))
  await expect(dialog.getByRole('radio', { name: /^Western/ })).toHaveAccessibleName(/Café/)
  expect.soft(await violationsInBothThemes(page), 'an uncertain encoding').toEqual([])
  await fileRow(dialog, 'noise.vtt').click()
  expect.soft(await violationsInBothThemes(page), 'a file that failed').toEqual([])
  await dialog.getByRole('row').nth(1).click()
  expect.soft(await violationsInBothThemes(page), 'a file with speakers').toEqual([])
  await page.keyboard.press('Control+a')
  await expect(dialog.getByRole('heading', { name: '4 files' })).toBeVisible()
  expect.soft(await violationsInBothThemes(page), 'several files').toEqual([])
  await dialog.getByRole('checkbox', { name: 'Import zoe.txt' }).uncheck()
  await importButton(dialog).click()
  await expect(page.getByRole('dialog', { name: 'Import finished' })).toBeVisible()
  expect.soft(await violationsInBothThemes(page), 'the report').toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Actions for one' }).click()
  await page.getByRole('menuitem', { name: 'Import report…' }).click()
  await expect(page.getByText('Every line was understood.')).toBeVisible()
  expect.soft(await violationsInBothThemes(page), "a source's report").toEqual([])
  await page.getByRole('button', { name: 'Import again…' }).click()
  await expect(page.getByText('No passages are marked in this transcript.')).toBeVisible()
  expect.soft(await violationsInBothThemes(page), 'importing again').toEqual([])
})
