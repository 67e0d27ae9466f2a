import { readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './launch'
import {
  closeProject,
  fixture,
  goTo,
  importFiles,
  makeProject,
  makeProjectWithTranscripts,
  rowOf,
  type App,
} from './steps'
import type { Locator } from '@playwright/test'

const GARBAGE = ['noise.vtt', 'table.json', 'empty.txt', 'untimed.vtt', 'cut-off.srt'].map((name) =>
  fixture('garbage', name),
)

/** From the start screen, where the host offers to open the project; gives the message about it. */
async function failToOpen(app: App, name: string): Promise<Locator> {
  const { page } = app
  if (app.host === 'desktop') {
    await app.answerDialogs({ open: [join(app.folder, `${name}.verbatim`)] })
    await page.getByRole('button', { name: 'Open…', exact: true }).click()
  } else {
    // The list is read when the start screen comes up.
    await app.reopen()
    await page.getByRole('button', { name: `Open ${name}`, exact: true }).click()
  }
  return app.page.getByRole('alertdialog')
}

test('files that are no transcripts are reported one by one, and nothing of them is imported', async ({ app }) => {
  const { page } = app
  await makeProject(app, 'Garbage')
  const good = fixture('transcripts', 'night-desk.json')
  const report = await importFiles(app, [...GARBAGE, good], () =>
    page.getByRole('button', { name: 'Import transcripts' }).click(),
  )
  await expect(report.getByRole('status')).toHaveText('1 imported · 5 failed')
  const outcome = (file: string) => report.getByRole('listitem').filter({ has: page.getByText(file, { exact: true }) })
  await expect(outcome('noise.vtt')).toContainText('Not a text file — ')
  await expect(outcome('table.json')).toContainText('a JSON file in a layout that is not known')
  await expect(outcome('empty.txt')).toContainText('There is no speech in it — ')
  await expect(outcome('untimed.vtt')).toContainText('no line holds two times and an arrow')
  await expect(outcome('cut-off.srt')).toContainText('There is no speech in it — ')
  await report.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('rowheader')).toHaveText(['night-desk'])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('No transcripts yet')).toBeVisible()
})

test('a file that is no project is refused, and stays as it is', async ({ app }) => {
  const file = join(app.folder, 'Diary.verbatim')
  await writeFile(file, 'Dear diary, today I was not a database.\n')
  const message = await failToOpen(app, 'Diary')
  await expect(message).toContainText('Not a Verbatim project')
  await expect(message).toContainText('Diary.verbatim')
  expect(await readFile(file, 'utf8')).toBe('Dear diary, today I was not a database.\n')
})

test('a project of a newer version is refused, and stays as it is', async ({ app }) => {
  const file = await makeProject(app, 'Future')
  await closeProject(app.page, 'Future')
  const bytes = await readFile(file)
  // user_version: https://sqlite.org/fileformat.html, section 1.3
  bytes.writeUInt32BE(9999, 60)
  await writeFile(file, bytes)
  const message = await failToOpen(app, 'Future')
  await expect(message).toContainText('Made by a newer Verbatim')
  expect((await readFile(file)).equals(bytes)).toBe(true)
})

test('a damaged project is refused, stays as it is, and its backup is offered', async ({ app }) => {
  const file = await makeProjectWithTranscripts(app, 'Broken')
  await closeProject(app.page, 'Broken')
  // The first opening of a day keeps a backup.
  await app.reopen(file)
  await expect(rowOf(app.page, 'night-desk')).toBeVisible()
  await closeProject(app.page, 'Broken')
  const bytes = await readFile(file)
  const pageSize = bytes.readUInt16BE(16)
  bytes.fill(0xa5, pageSize * 3, pageSize * 12)
  await writeFile(file, bytes)
  const message = await failToOpen(app, 'Broken')
  await expect(message).toContainText('The project is damaged')
  expect((await readFile(file)).equals(bytes)).toBe(true)
  await message.getByRole('button', { name: 'Open a copy of the backup' }).click()
  await expect(rowOf(app.page, 'night-desk')).toBeVisible()
})

test('a project that another program has open can be read, not changed', async ({ app }) => {
  const file = await makeProjectWithTranscripts(app, 'Shared')
  await closeProject(app.page, 'Shared')
  await writeFile(
    `${file}.lock`,
    JSON.stringify({ host: hostname(), pid: process.pid, since: '2026-01-01T09:00:00.000Z' }),
  )
  const message = await failToOpen(app, 'Shared')
  await expect(message).toContainText('The project is open elsewhere')
  await message.getByRole('button', { name: 'Open read-only' }).click()
  const { page } = app
  await expect(page.getByText('Read-only', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import transcripts' })).toBeDisabled()
  await goTo(page, 'Review')
  await expect(page.getByRole('button', { name: 'Add text here' })).toHaveCount(0)
})
