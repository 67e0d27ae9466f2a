// The browser host: files come and go through the browser, and the program may end while its page is open.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../launch'
import { EXAMPLE, expectExample, openExample } from '../open-example'
import { fillCamp } from '../review-steps'
import { expectSaved, goTo, openTranscript, selectWithMouse } from '../steps'

test('a reload keeps the project open', async ({ browserApp }) => {
  const { page } = browserApp
  await openExample(browserApp)
  await page.reload()
  await expectExample(browserApp)
})

test('what is written is done in its order, also when one request overtakes another', async ({ browserApp }) => {
  const { page } = browserApp
  await openExample(browserApp)
  await goTo(page, 'Review')
  const camp = page.getByRole('group', { name: /^Camp / }).first()
  const label = await camp.getByLabel('Label').inputValue()
  let isFirst = true
  await page.route('**/api/invoke', async (route) => {
    if (isFirst && route.request().postData()?.includes('"section.update"')) {
      isFirst = false
      await page.waitForTimeout(500)
    }
    await route.continue()
  })
  await fillCamp(page, label, 'Fines keep the poor away', 'The librarians')
  await expect.poll(() => isFirst).toBe(false)
  await expectSaved(page)
  await page.reload()
  await goTo(page, 'Review')
  await expect(camp.getByLabel('Thesis')).toHaveValue('Fines keep the poor away')
  await expect(camp.getByLabel('Held by')).toHaveValue('The librarians')
})

test('a second tab sees what the first one does', async ({ browserApp }) => {
  const { page } = browserApp
  // A tab of the same browser, opened by the page itself, has its token.
  await openExample(browserApp)
  const opened = page.context().waitForEvent('page')
  await page.evaluate(() => void window.open(location.href))
  const second = await opened
  await expectExample({ page: second })
  // A tab behind another one draws nothing, and its selection is not told of.
  await page.bringToFront()
  const transcript = await openTranscript(page, EXAMPLE.sources[0])
  await selectWithMouse(page, transcript, 'Today I am in Harwick')
  await page.keyboard.press('m')
  await expect(second.getByText('12 passages')).toBeVisible()
})

test('when the program has ended the page says so, and a new start takes the same tab', async ({ browserApp }) => {
  const { page } = browserApp
  const project = await openExample(browserApp)
  await browserApp.kill()
  await expect(page.getByRole('status').filter({ hasText: 'Verbatim no longer answers.' })).toBeVisible()
  await browserApp.reopen(project)
  await expectExample(browserApp)
  await goTo(page, 'Review')
  await expect(page.getByRole('button', { name: 'Export…' })).toBeVisible()
})

test('a folder is imported with all that is in it, less what is hidden', async ({ browserApp }) => {
  const { page, folder } = browserApp
  await openExample(browserApp)
  const talks = join(folder, 'talks')
  await mkdir(join(talks, 'spring', '.cache'), { recursive: true })
  for (const name of ['autumn.txt', join('spring', 'may.txt'), join('spring', '.cache', 'old.txt')]) {
    await writeFile(join(talks, name), `Ada: This was said in ${name}.\nBob: So it was.\n`)
  }
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import a folder…' }).click()
  await (await chooser).setFiles(talks)
  const dialog = page.getByRole('dialog', { name: 'Import transcripts' })
  await dialog.getByRole('button', { name: 'Import 2 transcripts' }).click()
  await expect(page.getByRole('dialog', { name: 'Import finished' }).getByRole('status')).toHaveText('2 imported')
})
