import { expect, test } from '../launch'
import {
  correctedText,
  expectPassage,
  goTo,
  inspectorOf,
  makeProjectWithTranscripts,
  mark,
  openTranscript,
  paintedWords,
  selectTyped,
  transcriptOf,
} from '../steps'

const TITLE = 'night-bus-hearing'
const ACCIDENT = 'A bus is cheaper than one accident.'
const FORTY = 'Forty people walk home along the ring road'

test('correct a transcript: passages follow, nothing typed is lost, the imported text stays', async ({ app }) => {
  test.setTimeout(90_000)
  let { page } = app
  const file = await makeProjectWithTranscripts(app, 'Night bus')
  const transcript = await openTranscript(page, TITLE)
  await mark(page, transcript, ACCIDENT, 'Mark without a camp')
  await mark(page, transcript, FORTY, 'Mark without a camp')

  await test.step('highlights follow while the text is typed', async () => {
    await page.keyboard.press('F2')
    const text = correctedText(page, TITLE)
    await expect(text).toBeFocused()
    await selectTyped(page, text, 'cheaper')
    await page.keyboard.type('far cheaper')
    await selectTyped(page, text, 'Forty people')
    await page.keyboard.type('So forty people')
    await expect
      .poll(() => paintedWords(page, 0))
      .toEqual(['So forty people walk home along the ring road', 'A bus is far cheaper than one accident.'])
    await expect(page.getByText(/changes, kept as a draft$/)).toBeVisible()
  })

  await test.step('undo and redo take back typing, a turn is not split', async () => {
    const text = correctedText(page, TITLE)
    await page.keyboard.press('Control+z')
    await expect(text).toContainText('Forty people walk')
    await page.keyboard.press('Control+Shift+z')
    await expect(text).toContainText('So forty people walk')
    await page.keyboard.press('Enter')
    await expect(page.getByText('A turn is not split here')).toBeVisible()
  })

  await test.step('it waits for who goes elsewhere', async () => {
    const draft = page.getByRole('group', { name: 'Unfinished corrections' })
    await goTo(page, 'Library')
    await openTranscript(page, TITLE)
    await draft.getByRole('button', { name: 'Continue' }).click()
    const text = correctedText(page, TITLE)
    await expect(text).toContainText('So forty people walk')
    await selectTyped(page, text, 'So forty people')
    await page.keyboard.press('ArrowRight')
  })

  await test.step('a power failure loses nothing of it', async () => {
    await page.keyboard.type(', tired,')
    await expect(correctedText(page, TITLE)).toContainText('So forty people, tired, walk home')
    // The sign is another one from the first paint on that shows what was typed.
    await page.evaluate(async () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    await expect(page.getByText(/changes, kept as a draft$/)).toBeVisible()
    await app.kill()
    page = await app.reopen(file)
    await openTranscript(page, TITLE)
    await page.getByRole('group', { name: 'Unfinished corrections' }).getByRole('button', { name: 'Continue' }).click()
    await expect(correctedText(page, TITLE)).toContainText('So forty people, tired, walk home')
  })

  await test.step('what is done is a revision, with a report of what became of the passages', async () => {
    await page.keyboard.press('Control+Enter')
    const report = page.getByRole('dialog', { name: /^Text corrected in \d places$/ })
    await expect(report).toContainText('2 passages with other words')
    await expect(report.getByRole('insertion').first()).toContainText('forty')
    await report.getByRole('button', { name: 'Show' }).last().click()
    await expectPassage(page, 'A bus is far cheaper than one accident.')
    await expect(transcriptOf(page, TITLE)).toContainText('So forty people, tired, walk home')
  })

  await test.step('the imported text can be seen, compared and restored', async () => {
    await page.getByRole('button', { name: 'Revisions of the text' }).click()
    const revisions = page.getByRole('dialog', { name: 'Revisions of the text' })
    await expect(revisions.getByRole('button', { name: 'As imported' })).toHaveAttribute('aria-current', 'true')
    await expect(revisions.getByRole('insertion').filter({ hasText: 'far' })).toBeVisible()
    await expect(revisions.getByRole('deletion').filter({ hasText: 'Forty' })).toBeVisible()
    await revisions.getByRole('button', { name: 'Restore this text' }).click()
    const report = page.getByRole('dialog', { name: /^Text corrected/ })
    await report.getByRole('button', { name: 'Close' }).last().click()
    await expect(transcriptOf(page, TITLE)).toContainText(FORTY)
    await expect(inspectorOf(page).getByRole('blockquote')).toHaveText(ACCIDENT)
  })

  await test.step('a draft that is discarded is not offered again', async () => {
    const draft = page.getByRole('group', { name: 'Unfinished corrections' })
    await page.keyboard.press('F2')
    await selectTyped(page, correctedText(page, TITLE), 'Forty people')
    await page.keyboard.type('All')
    await goTo(page, 'Library')
    await openTranscript(page, TITLE)
    await draft.getByRole('button', { name: 'Discard' }).click()
    await expect(draft).toBeHidden()
    await goTo(page, 'Library')
    await openTranscript(page, TITLE)
    await expect(page.getByRole('button', { name: 'Correct the text' })).toBeVisible()
    await expect(transcriptOf(page, TITLE)).toContainText(FORTY)
    await expect(draft).toBeHidden()
  })
})
