import { access } from 'node:fs/promises'
import { expect, test } from './launch'
import {
  expectPassage,
  expectSaved,
  goTo,
  inspectorOf,
  makeProjectWithTranscripts,
  openTranscript,
  paintedWords,
  selectWithMouse,
  transcriptOf,
  writeProse,
} from './steps'

const HEARING = 'night-bus-hearing'
const FORTY = 'Forty people walk home along the ring road in the dark, every night of the week.'
const ACCIDENT = 'A bus is cheaper than one accident.'

test('what the window calls saved outlives a power failure', async ({ app }) => {
  test.setTimeout(120_000)
  let { page } = app
  const file = await makeProjectWithTranscripts(app, 'Power')
  const inspector = () => inspectorOf(page)
  const restart = async () => {
    await app.kill()
    // The dead process cannot give its lock back.
    await access(`${file}.lock`)
    page = await app.reopen(file)
    await openTranscript(page, HEARING)
  }

  await test.step('a passage marked with the mouse', async () => {
    await openTranscript(page, HEARING)
    const toolbar = await selectWithMouse(page, transcriptOf(page, HEARING), FORTY)
    await toolbar.getByRole('button', { name: 'Mark in camp A' }).click()
    await expect.poll(() => paintedWords(page, 1)).toEqual([FORTY])
    await expectSaved(page)
    await restart()
    await expect.poll(() => paintedWords(page, 1)).toEqual([FORTY])
  })

  await test.step('a second span', async () => {
    await page.keyboard.press('j')
    await expectPassage(page, FORTY)
    await selectWithMouse(page, transcriptOf(page, HEARING), ACCIDENT)
    await page.keyboard.press('e')
    await expect.poll(() => paintedWords(page, 1)).toEqual([FORTY, ACCIDENT])
    await expectSaved(page)
  })

  await test.step('a translation', async () => {
    await expectPassage(page, `${FORTY} … ${ACCIDENT}`)
    await inspector().getByRole('button', { name: 'Other language' }).click()
    await page.getByRole('menuitem', { name: 'German' }).click()
    await inspector().getByRole('textbox', { name: 'Translation, German' }).fill('Vierzig Leute gehen im Dunkeln heim.')
    await page.keyboard.press('Control+Enter')
    await expect(inspector().getByRole('radio', { name: 'Done' })).toBeChecked()
    await expectSaved(page)
    await restart()
    await expect.poll(() => paintedWords(page, 1)).toEqual([FORTY, ACCIDENT])
    await page.keyboard.press('j')
    await expect(inspector().getByRole('textbox', { name: 'Translation, German' })).toHaveValue(
      'Vierzig Leute gehen im Dunkeln heim.',
    )
  })

  await test.step('an undo, of a passage taken out of its camp', async () => {
    await page.keyboard.press('1')
    await expect.poll(() => paintedWords(page, 1)).toEqual([])
    await expectSaved(page)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => paintedWords(page, 1)).toEqual([FORTY, ACCIDENT])
    await restart()
    await expect.poll(() => paintedWords(page, 1)).toEqual([FORTY, ACCIDENT])
  })

  await test.step('a quote on the page, and a text after it', async () => {
    await goTo(page, 'Review')
    await page
      .getByRole('region', { name: 'Passages' })
      .getByRole('button', { name: /^Place in Camp A/ })
      .click()
    const camp = () => page.getByRole('article', { name: 'Page' }).getByRole('region', { name: 'Camp A', exact: true })
    await expect(camp().getByRole('group', { name: 'Quote 1 of 1' })).toBeVisible()
    await camp().getByRole('button', { name: 'Add text here' }).last().click()
    await writeProse(page, 'Forty is the number to remember.')
    await expect(camp().getByRole('group', { name: 'Text 2 of 2' })).toBeVisible()
    await restart()
    await goTo(page, 'Review')
    await expect(camp().getByRole('group', { name: 'Quote 1 of 2' })).toBeVisible()
    await expect(camp().getByRole('group', { name: 'Text 2 of 2' })).toContainText('Forty is the number to remember.')
  })
})
