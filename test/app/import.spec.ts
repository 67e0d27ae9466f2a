// Importing: what was understood is shown before anything is stored, and long work is stopped on the way.
import { copyFile } from 'node:fs/promises'
import { makeZip } from '../core/import/documents/make-documents'
import { details, fileRow, filesOf, importButton, press, sample, ZOE } from './import-steps'
import { expect, test } from './launch'
import { type App, chooseFiles, fixture, importFiles, makeProject, rowOf } from './steps'

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
    // Looked at in each frame: an expectation looks again a second later, when all may be done.
    await dialog.getByRole('progressbar').and(page.locator('[aria-valuenow]:not([aria-valuenow="0"])')).waitFor()
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
