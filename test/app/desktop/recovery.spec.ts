// What becomes of a project when something breaks.
import { createHash } from 'node:crypto'
import { open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Bridge } from '../../../shared/shell'
import { type DesktopApp, expect, test } from '../launch'
import { EXAMPLE, expectExample, openExample } from '../open-example'
import { expectPassage, expectSaved, mark, openTranscript, selectWithMouse, transcriptOf } from '../steps'

const FIRST = 'Today I am in Harwick'
const SECOND = 'Amara, why?'

test.describe('when the process that keeps the project is killed', () => {
  test('it comes back by itself, with what was saved', async ({ desktopApp }) => {
    const { page } = desktopApp
    desktopApp.expectErrors()
    await openExample(desktopApp)
    const transcript = await openTranscript(page, EXAMPLE.sources[0])
    await mark(page, transcript, FIRST, 'Mark without a camp')
    await expectSaved(page)
    const before = await passagesIn(page)

    await killCore(desktopApp)
    const banner = page.getByRole('status').filter({ hasText: 'had stopped and is running again' })
    await expect(banner).toBeVisible()
    expect(await passagesIn(page)).toEqual(before)
    await expectPassage(page, FIRST)

    await mark(page, transcriptOf(page, EXAMPLE.sources[0]), SECOND, 'Mark without a camp')
    await expectSaved(page)
    expect((await passagesIn(page)).length).toBe(before.length + 1)
    await banner.getByRole('button', { name: 'Got it' }).click()
    await expect(banner).toBeHidden()
  })

  test('again and again, the window says that it is over, and a new start finds everything', async ({ desktopApp }) => {
    const { page } = desktopApp
    desktopApp.expectErrors()
    const project = await openExample(desktopApp)
    const before = await passagesIn(page)
    await killCore(desktopApp)
    await expect(page.getByText('had stopped and is running again')).toBeVisible()
    await killCore(desktopApp)
    await expect.poll(() => coreOf(desktopApp)).not.toBeNull()
    await expect(page.getByText('had stopped and is running again')).toBeVisible()
    await killCore(desktopApp)
    await expect(page.getByRole('status').filter({ hasText: 'Verbatim no longer answers.' })).toBeVisible()
    await expect(page.getByRole('alertdialog')).toContainText('close Verbatim and start it again', { ignoreCase: true })
    expect(await coreOf(desktopApp)).toBeNull()

    const again = await desktopApp.reopen(project)
    await expectExample(desktopApp)
    expect(await passagesIn(again)).toEqual(before)
  })
})

test('a damaged project offers its newest backup, opens a copy of that, and stays as it is', async ({ desktopApp }) => {
  const project = await openExample(desktopApp)
  // The backup is made when a project is opened that changed since the last one.
  await desktopApp.reopen(project)
  await expectExample(desktopApp)
  const before = await passagesIn(desktopApp.page)
  await desktopApp.reopen()
  await damage(project)
  const [damaged, backups] = [await hashOf(project), await hashesIn(`${project}.backups`)]
  expect(backups).toHaveLength(1)

  // As a double click on the file does.
  const page = await desktopApp.reopen(project)
  const message = page.getByRole('alertdialog')
  await expect(message).toContainText('The project is damaged')
  await expect(message).toContainText('Example.verbatim is damaged')
  await message.getByRole('button', { name: 'Open a copy of the backup' }).click()
  await expectExample(desktopApp)
  expect(await passagesIn(page)).toEqual(before)

  const transcript = await openTranscript(page, EXAMPLE.sources[0])
  await mark(page, transcript, FIRST, 'Mark without a camp')
  await expectSaved(page)
  const opened = await openProjectOf(page)
  expect(dirname(opened.path)).toBe(dirname(project))
  expect(basename(opened.path)).toMatch(/^Example \d{4}-\d{2}-\d{2}\.verbatim$/)
  expect(opened.readOnly).toBe(false)
  expect(await hashOf(project)).toBe(damaged)
  expect(await hashesIn(`${project}.backups`)).toEqual(backups)
})

test('a project that somebody else holds is named with its holder, and opens for reading only', async ({
  desktopApp,
}) => {
  const project = await openExample(desktopApp)
  const page = await desktopApp.reopen()
  const lock = `${project}.lock`
  const holder = { host: hostname(), pid: process.pid, since: '2026-06-11T08:30:00.000Z' }
  await writeFile(lock, JSON.stringify(holder))

  await page
    .getByRole('listitem')
    .getByRole('button', { name: /^Open / })
    .click()
  const message = page.getByRole('alertdialog')
  await expect(message).toContainText('The project is open elsewhere')
  await expect(message).toContainText(`process ${holder.pid} on ${holder.host}`)
  const before = await hashOf(project)
  await message.getByRole('button', { name: 'Open read-only' }).click()
  await expectExample(desktopApp)
  await expect(page.getByRole('banner').getByText('Read-only')).toBeVisible()

  await test.step('nothing can be changed', async () => {
    await expect(page.getByRole('button', { name: 'Import transcripts' })).toBeDisabled()
    const transcript = await openTranscript(page, EXAMPLE.sources[0])
    await selectWithMouse(page, transcript, FIRST)
    const toolbar = page.getByRole('toolbar', { name: 'Selected text' })
    await expect(toolbar.getByRole('button')).toHaveCount(1)
    await expect(toolbar.getByRole('button', { name: 'Copy with attribution' })).toBeVisible()
    await page.keyboard.press('m')
    const answer = await page.evaluate(async () => {
      const { verbatim } = globalThis as unknown as { verbatim: Bridge }
      const written = await verbatim.invoke('project.update', { title: 'Mine' })
      return written.ok ? null : written.error.code
    })
    expect(answer).toBe('read-only')
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
  })
  expect(await hashOf(project)).toBe(before)
  expect(JSON.parse(await readFile(lock, 'utf8'))).toEqual(holder)
  await rm(lock)
})

async function passagesIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { verbatim } = globalThis as unknown as { verbatim: Bridge }
    const answer = await verbatim.invoke('passage.list', {})
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value.map(({ id }) => id)
  })
}

async function openProjectOf(page: Page): Promise<{ path: string; readOnly: boolean }> {
  return page.evaluate(async () => {
    const { verbatim } = globalThis as unknown as { verbatim: Bridge }
    const answer = await verbatim.invoke('project.find', {})
    if (!answer.ok || !answer.value) throw new Error('no project is open')
    return { path: answer.value.path, readOnly: answer.value.readOnly }
  })
}

/** The process that runs core, if it runs. */
function coreOf({ electron }: DesktopApp): Promise<number | null> {
  return electron.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Verbatim Core')?.pid ?? null)
}

async function killCore(app: DesktopApp): Promise<void> {
  const pid = await coreOf(app)
  if (pid === null) throw new Error('core does not run')
  process.kill(pid, 'SIGKILL')
  // Its window still believes in it for a moment.
  await expect.poll(() => coreOf(app)).not.toBe(pid)
}

/** Overwrites some of a project's pages, past the first, which says what the file is. */
async function damage(project: string): Promise<void> {
  const file = await open(project, 'r+')
  const { size } = await file.stat()
  await file.write(Buffer.alloc(Math.floor(size / 2), 0xa5), 0, undefined, 8192)
  await file.close()
}

async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
}

async function hashesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  return Promise.all(names.sort().map(async (name) => `${name} ${await hashOf(join(folder, name))}`))
}
