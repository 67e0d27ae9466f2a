// The long transcript in the desktop program: what differs from a browser is the menu, the keys it takes, and the thread.
import { expect, test } from '../launch'
import {
  copied,
  filledAfterJumps,
  FIRST_WORDS,
  goToTime,
  LANDED,
  LAST_WORDS,
  needTranscript,
  openLongTranscript,
  TITLE,
} from '../long-transcript'
import { correctedText, expectPassage, selectTyped, transcriptOf } from '../steps'

test('a transcript of 121,975 words is read, found in, copied, marked and corrected', async ({ desktopApp }) => {
  needTranscript()
  const { page, electron } = desktopApp
  const transcript = await openLongTranscript(desktopApp)
  expect(Math.min(...(await filledAfterJumps(transcript)))).toBeGreaterThanOrEqual(75)
  await expect(transcript).toContainText(LAST_WORDS)

  await page.keyboard.press('Control+f')
  const search = page.getByRole('search')
  await search.getByRole('searchbox').fill(LANDED)
  await expect(search.getByRole('status')).toHaveText('1 of 1')
  await page.keyboard.press('Escape')
  await page.keyboard.press('m')
  await expectPassage(page, LANDED)

  await transcript.focus()
  await electron.evaluate(({ Menu }) => {
    const edit = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&Edit')?.submenu
    edit?.items.find(({ label }) => label === 'Select All')?.click()
  })
  const { plain } = await copied(page)
  expect(plain.startsWith(FIRST_WORDS)).toBe(true)
  expect(plain).toContain(`${LAST_WORDS}\n\nCDR, CC, `)
  await page.keyboard.press('Escape')

  await goToTime(page, '102:46:04')
  await page.keyboard.press('F2')
  const text = correctedText(page, TITLE)
  await expect(text).toBeFocused()
  await selectTyped(page, text, 'Eagle has')
  await page.keyboard.type('lunar module has')
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('dialog', { name: /^Text corrected in \d places?$/ })
    .getByRole('button', { name: 'Close' })
    .last()
    .click()
  await expect(transcriptOf(page, TITLE)).toContainText('The lunar module has landed.')
  await expectPassage(page, 'The lunar module has landed.')
})
