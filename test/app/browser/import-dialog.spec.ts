// What the dialog of an import has the user see and change, and how a source is read again.
import { details, fileRow, filesOf, importButton, press, sample, WHISPERX, ZOE } from '../import-steps'
import { expect, test } from '../launch'
import {
  chooseFiles,
  fixture,
  goTo,
  inspectorOf,
  makeProject,
  mark,
  openTranscript,
  rowOf,
  TRANSCRIPTS,
  transcriptOf,
} from '../steps'

const RESIDENTS = fixture('transcripts', 'residents-evening.txt')

test('a clean file is one Enter away', async ({ app }) => {
  const { page } = app
  await makeProject(app, 'Enter')
  const dialog = await chooseFiles(app, [RESIDENTS], () => press(app))
  await expect(importButton(dialog)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Import finished' }).getByRole('status')).toHaveText('1 imported')
})

test('a name given to a label holds for every file that has it', async ({ app }) => {
  const { page } = app
  await makeProject(app, 'Labels')
  const files = await filesOf(app, { 'one.json': WHISPERX, 'two.json': `${WHISPERX}\n` })
  const dialog = await chooseFiles(app, files, () => press(app))
  await details(dialog).getByLabel('Name of SPEAKER_00').fill('Ines Calder')
  await details(dialog).getByLabel('Affiliation of SPEAKER_00').fill('Depot')
  await details(dialog).getByRole('button', { name: 'Use this for “SPEAKER_00” in 1 other file too' }).click()
  await fileRow(dialog, 'two.json').click()
  await expect(details(dialog).getByLabel('Name of SPEAKER_00')).toHaveValue('Ines Calder')
  // The other label is somebody who is known by now.
  await details(dialog).getByLabel('Name of SPEAKER_01').fill('Ines Calder')
  await expect(details(dialog).getByLabel('Affiliation of SPEAKER_01')).toHaveValue('Depot')
  await details(dialog).getByLabel('Name of SPEAKER_01').fill('Pavel Rook')
  await importButton(dialog).click()
  await page.getByRole('dialog', { name: 'Import finished' }).getByRole('button', { name: 'Close' }).last().click()
  await expect(rowOf(page, 'one')).toContainText('Ines Calder, SPEAKER_01')
  await expect(rowOf(page, 'two')).toContainText('Ines Calder, Pavel Rook')
})

test('several files are changed at once, from the keyboard alone', async ({ app }) => {
  const { page } = app
  await makeProject(app, 'Several')
  const dialog = await chooseFiles(app, TRANSCRIPTS, () => press(app))
  await dialog.getByRole('row').nth(1).focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(dialog.getByRole('heading', { name: '3 files' })).toBeVisible()
  await details(dialog).getByRole('radio', { name: 'Alias' }).press('Space')
  await details(dialog).getByRole('textbox', { name: 'Language' }).fill('en-GB')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('row').filter({ hasText: 'British English' })).toHaveCount(3)
  await dialog.locator('[role="row"][tabindex="0"]').focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Space')
  await expect(importButton(dialog)).toHaveText('Import 3 transcripts')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog', { name: 'Import finished' }).getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('rowheader')).toHaveCount(3)
  await expect(page.getByRole('row').filter({ hasText: 'British English' })).toHaveCount(3)
  await expect(page.getByRole('row').filter({ hasText: 'Alias' })).toHaveCount(3)
})

test('a file in an unexpected format is looked at again as what the user says', async ({ app }) => {
  const { page } = app
  await makeProject(app, 'Format')
  const [path = ''] = await filesOf(app, { 'table.json': '[{"a": 1}]' })
  const dialog = await chooseFiles(app, [path], () => press(app))
  await expect(dialog.getByRole('alert')).toContainText('The format was not understood')
  await expect(importButton(dialog)).toBeDisabled()
  await details(dialog)
    .getByRole('button', { name: /Format$/ })
    .click()
  await page.getByRole('option', { name: 'Plain text' }).click()
  await expect(sample(dialog)).toContainText('[{"a": 1}]')
  await importButton(dialog).click()
  await expect(page.getByRole('dialog', { name: 'Import finished' }).getByRole('status')).toHaveText('1 imported')
})

test('nothing is stored when the user leaves, and what was entered is asked about', async ({ app }) => {
  const { page } = app
  await makeProject(app, 'Leaving')
  const dialog = await chooseFiles(app, [RESIDENTS], () => press(app))
  await details(dialog).getByLabel('Title').fill('A residents’ evening')
  await page.keyboard.press('Escape')
  const question = page.getByRole('dialog', { name: 'Leave without importing?' })
  await question.getByRole('button', { name: 'Keep editing' }).last().click()
  await expect(details(dialog).getByLabel('Title')).toHaveValue('A residents’ evening')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await question.getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(page.getByText('No transcripts yet')).toBeVisible()
})

test('a source is read again in another encoding, its passages are carried over, and it can be undone', async ({
  app,
}) => {
  const { page } = app
  await makeProject(app, 'Again')
  const [path = ''] = await filesOf(app, { 'zoe.txt': ZOE })
  const dialog = await chooseFiles(app, [path], () => press(app))
  // What statistics found is wrong, and confirmed all the same.
  await dialog.getByRole('button', { name: 'Read it as windows-1257' }).click()
  await importButton(dialog).click()
  await page.getByRole('dialog', { name: 'Import finished' }).getByRole('button', { name: 'Close' }).last().click()
  const transcript = await openTranscript(page, 'zoe')
  await mark(page, transcript, 'Café is open.', 'Mark without a camp')
  await page.keyboard.press('Escape')
  await mark(page, transcript, 'Naļve, I said.', 'Mark without a camp')
  await goTo(page, 'Library')

  const readAgain = async () => {
    await page.getByRole('button', { name: 'Actions for zoe' }).click()
    await page.getByRole('menuitem', { name: 'Import again…' }).click()
    const again = page.getByRole('dialog', { name: 'Import again' })
    await expect(again.getByText('2 stay')).toBeVisible()
    await again.getByRole('button', { name: /Encoding$/ }).click()
    await page.getByRole('option', { name: 'Western (Windows-1252)' }).click()
    await expect(again.getByText('1 would differ · 1 stays')).toBeVisible()
    await expect(again.getByRole('listitem').first()).toContainText('Naļve, I said.')
    await expect(again.getByRole('listitem').first()).toContainText('Naïve, I said.')
    await again.getByRole('button', { name: 'Import again' }).click()
    return page.getByRole('dialog', { name: 'Imported again' })
  }

  await test.step('undone', async () => {
    const done = await readAgain()
    await expect(done.getByRole('status')).toContainText('“zoe” was read again as Plain text, Western (Windows-1252).')
    await done.getByRole('button', { name: 'Undo' }).click()
    await expect(done).toBeHidden()
    await expect(rowOf(page, 'zoe')).toContainText('Zoė')
  })

  await test.step('done, and on to the passage that no longer stands', async () => {
    const done = await readAgain()
    await done.getByRole('button', { name: 'Go to passage' }).click()
    await expect(transcriptOf(page, 'zoe')).toContainText('Naïve, I said.')
    await expect(inspectorOf(page).getByRole('blockquote')).toHaveText('Naļve, I said.')
  })
})
