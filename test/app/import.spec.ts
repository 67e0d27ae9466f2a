// Importing: what was understood is shown before anything is stored, and a source can be read again.
import type { Locator } from '@playwright/test'
import { copyFile } from 'node:fs/promises'
import { makeZip } from '../core/import/documents/make-documents'
import { fileRow, filesOf, importButton, press, WHISPERX, ZOE } from './import-steps'
import { expect, test } from './launch'
import {
  type App,
  chooseFiles,
  fixture,
  goTo,
  importFiles,
  inspectorOf,
  makeProject,
  mark,
  openTranscript,
  rowOf,
  TRANSCRIPTS,
  transcriptOf,
} from './steps'

const HEARING = fixture('transcripts', 'night-bus-hearing.vtt')
const RESIDENTS = fixture('transcripts', 'residents-evening.txt')
const NOISE = fixture('garbage', 'noise.vtt')

/** `主持人：你好。` and `嘉宾：谢谢。` in GBK. */
const GBK = Buffer.from('d6f7b3d6c8cba3bac4e3bac3a1a30abcceb1f6a3bad0bbd0bba1a30a', 'hex')

async function copyAs(app: App, from: string, name: string): Promise<string> {
  const [path = ''] = await filesOf(app, { [name]: '' })
  await copyFile(from, path)
  return path
}

const details = (dialog: Locator) => dialog.getByRole('region', { name: 'The chosen file' })
const sample = (dialog: Locator) => dialog.getByRole('region', { name: 'How it begins' })

test('what was understood is shown, put right, and stored so', async ({ app }) => {
  const { page } = app
  await makeProject(app, 'Mixed')
  await (await importFiles(app, [RESIDENTS], () => press(app))).getByRole('button', { name: 'Close' }).last().click()
  const zip = makeZip([
    { name: 'week/desk.vtt', data: 'WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ines Calder>It was a quiet night.\n' },
    { name: 'week/photo.jpg', data: 'no text at all' },
  ])
  const files = [
    await copyAs(app, HEARING, '2026-03-12 Night bus.vtt'),
    ...(await filesOf(app, { 'zoe.txt': ZOE, 'gbk.txt': GBK, 'week.zip': zip })),
    NOISE,
    RESIDENTS,
  ]
  const dialog = await chooseFiles(app, files, () => press(app))

  await test.step('a row for each file says what it is', async () => {
    await expect(dialog.getByRole('rowheader')).toHaveText([
      /^Night bus.*2026-03-12 Night bus\.vtt/,
      /zoe\.txt/,
      /gbk\.txt/,
      /desk\.vtt · week\.zip/,
      /noise\.vtt/,
      /residents-evening\.txt/,
    ])
    await expect(fileRow(dialog, 'Night bus.vtt')).toContainText('WebVTT')
    await expect(fileRow(dialog, 'Night bus.vtt')).toContainText('12 Mar 2026')
    await expect(fileRow(dialog, 'Night bus.vtt')).toContainText('3 speakers')
    await expect(fileRow(dialog, 'gbk.txt')).toContainText('gb18030')
    await expect(fileRow(dialog, 'noise.vtt')).toContainText('Not a text file')
    const status = (name: string) => fileRow(dialog, name).getByRole('img')
    await expect(status('residents-evening')).toHaveAccessibleName('Already in the library')
    await expect(status('noise.vtt')).toHaveAccessibleName('Cannot be imported')
    await expect(status('zoe.txt')).toHaveAccessibleName('Its encoding is uncertain')
    for (const name of ['residents-evening.txt', 'noise.vtt'])
      await expect(dialog.getByRole('checkbox', { name: `Import ${name}` })).not.toBeChecked()
  })

  await test.step('an uncertain encoding is asked about, by how the text looks in each', async () => {
    await expect(importButton(dialog)).toBeDisabled()
    await expect(dialog.getByRole('status')).toContainText('In which encoding is “zoe.txt”?')
    const western = dialog.getByRole('radio', { name: /^Western/ })
    await expect(western).toHaveAccessibleName(/Zoë: Café is open\..*Ann: Naïve, I said\./s)
    await western.check()
    await dialog.getByRole('button', { name: 'Read it as windows-1252' }).click()
    await expect(dialog.getByRole('radio', { name: /^Western/ })).toHaveCount(0)
    await expect(sample(dialog)).toContainText('Naïve, I said.')
    await expect(importButton(dialog)).toHaveText('Import 4 transcripts')
    await expect(importButton(dialog)).toBeEnabled()
  })

  await test.step('title and speakers are put right', async () => {
    await fileRow(dialog, 'gbk.txt').click()
    await expect(sample(dialog)).toContainText('谢谢。')
    await fileRow(dialog, 'Night bus.vtt').click()
    await details(dialog).getByLabel('Title').fill('The night bus hearing')
    await details(dialog).getByLabel('Name of Tomas Fell').fill('Tomas W. Fell')
    await details(dialog).getByLabel('Affiliation of Tomas Fell').fill('Shift council')
    await expect(sample(dialog)).toContainText('Tomas W. Fell')
    await expect(fileRow(dialog, 'Night bus.vtt').getByRole('rowheader')).toContainText('The night bus hearing')
  })

  await test.step('the report says what became of each', async () => {
    await importButton(dialog).click()
    const report = page.getByRole('dialog', { name: 'Import finished' })
    await expect(report.getByRole('status')).toHaveText('4 imported · 2 skipped · 1 failed')
    await report.getByRole('radio', { name: 'Skipped 2' }).click()
    await expect(report.getByRole('listitem')).toContainText([/residents-evening\.txt/, /photo\.jpg/])
    await report.getByRole('button', { name: 'Close' }).last().click()
  })

  await test.step('the library has it so', async () => {
    await expect(page.getByRole('rowheader')).toHaveCount(5)
    await expect(rowOf(page, 'The night bus hearing')).toContainText('12 Mar 2026')
    await expect(rowOf(page, 'The night bus hearing')).toContainText('Tomas W. Fell')
    await page.getByRole('button', { name: 'Actions for zoe' }).click()
    await page.getByRole('menuitem', { name: 'Import report…' }).click()
    await expect(page.getByRole('dialog', { name: 'Import report' })).toContainText(
      'Western (Windows-1252) (chosen by you)',
    )
  })
})

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

test('looking and importing are stopped on the way, and what was done by then stays', async ({ app }) => {
  test.setTimeout(120_000)
  const { page } = app
  await makeProject(app, 'Many')
  const cue = (index: number) =>
    `${index}\n00:${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')},000 --> 00:59:59,000\nAnna: ${'We waited for the bus again. '.repeat(8)}\n`
  const text = Array.from({ length: 300 }, (_, index) => cue(index)).join('\n')
  const files = await filesOf(
    app,
    Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`day-${index}.srt`, `${text}\n${1000 + index}`])),
  )
  const cancelOnTheWay = async (title: string) => {
    const dialog = page.getByRole('dialog', { name: title })
    await expect(dialog.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^[1-9]/)
    await dialog.getByRole('button', { name: 'Cancel' }).click()
  }
  const give = async () => {
    if (app.host === 'desktop') {
      await app.answerDialogs({ open: files })
      await press(app)
    } else {
      const chooser = page.waitForEvent('filechooser')
      await press(app)
      await (await chooser).setFiles(files)
    }
  }

  await give()
  await cancelOnTheWay('Import transcripts')
  const dialog = page.getByRole('dialog', { name: 'Import transcripts' })
  await expect(dialog.getByText('Stopped before the last file')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('No transcripts yet')).toBeVisible()

  await give()
  await expect(importButton(dialog)).toHaveText('Import 120 transcripts', { timeout: 60_000 })
  await importButton(dialog).click()
  await cancelOnTheWay('Importing transcripts')
  const report = page.getByRole('dialog', { name: 'Import finished' })
  await expect(report.getByRole('status')).toHaveText(/^[1-9]\d* imported · stopped before the end$/)
  const imported = Number.parseInt((await report.getByRole('status').textContent()) ?? '', 10)
  expect(imported).toBeLessThan(120)
  await report.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByText(`${imported} source`)).toBeVisible()
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
