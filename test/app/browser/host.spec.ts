// The browser host: files come and go through the browser, and the program may end while its page is open.
import { expect, test } from '../launch'
import { EXAMPLE, expectExample, openExample } from '../open-example'
import { goTo, openTranscript, selectWithMouse } from '../steps'

test('a reload keeps the project open', async ({ browserApp }) => {
  const { page } = browserApp
  await openExample(browserApp)
  await page.reload()
  await expectExample(browserApp)
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
