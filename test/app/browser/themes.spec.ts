import { expect, test } from '../launch'
import {
  chooseInSettings,
  closeProject,
  expectPassage,
  makeProjectWithTranscripts,
  openTranscript,
  selectWithMouse,
} from '../steps'

test('light and dark', async ({ app }) => {
  let { page } = app
  const file = await makeProjectWithTranscripts(app, 'Themes')
  const lightness = () =>
    page.evaluate(() => {
      const context = document.createElement('canvas').getContext('2d')!
      context.fillStyle = getComputedStyle(document.body).backgroundColor
      context.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
      return (red + green + blue) / 3 / 255
    })
  await chooseInSettings(page, 'Dark', 'Settings')
  await expect.poll(lightness).toBeLessThan(0.25)
  await page.keyboard.press('Escape')
  const transcript = await openTranscript(page, 'night-bus-hearing')
  const toolbar = await selectWithMouse(page, transcript, 'An empty bus at two in the morning helps nobody.')
  await toolbar.getByRole('button', { name: 'Mark in camp B' }).click()
  await expectPassage(page, 'An empty bus at two in the morning helps nobody.')
  page = await app.reopen(file)
  await expect(page.getByRole('rowheader')).toHaveCount(4)
  await expect.poll(lightness).toBeLessThan(0.25)
  await chooseInSettings(page, 'Light', 'Settings')
  await expect.poll(lightness).toBeGreaterThan(0.85)
  await page.keyboard.press('Escape')
  await closeProject(page, 'Themes')
  await expect.poll(lightness).toBeGreaterThan(0.85)
})
