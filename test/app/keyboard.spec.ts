import { expect, test } from './launch'
import {
  expectPassage,
  expectSaved,
  exportedFile,
  importFiles,
  inspectorOf,
  paintedWords,
  runCommand,
  TRANSCRIPTS,
  transcriptOf,
} from './steps'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'

const SHIFT = 'The last bus leaves at eleven'
const ACCIDENT = 'A bus is cheaper than one accident.'
const TOMAS = `${SHIFT}, and the last shift ends at one. Forty people walk home along the ring road in the dark, every night of the week. ${ACCIDENT}`

/** Presses Tab (or Shift+Tab) until this has the focus: it must be within reach. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return
    await page.keyboard.press(key)
  }
  throw new Error(`80 presses of ${key} do not reach ${String(target)}`)
}

/** Moves the caret on by so many characters; with `select` the end of the selection. */
async function move(page: Page, characters: number, select = false): Promise<void> {
  for (let moved = 0; moved < characters; moved++) await page.keyboard.press(select ? 'Shift+ArrowRight' : 'ArrowRight')
}

test('the whole job without a mouse', async ({ app }) => {
  test.setTimeout(120_000)
  const { page } = app

  await test.step('a new project', async () => {
    if (app.host === 'desktop') await app.answerDialogs({ save: join(app.folder, 'Night bus.verbatim') })
    await tabTo(page, page.getByRole('button', { name: 'New project…' }))
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'New project' })
    await expect(dialog.getByRole('textbox', { name: 'Title' })).toBeFocused()
    await page.keyboard.type('Night bus')
    await page.keyboard.press('Enter')
    await expect(page.getByText('No transcripts yet')).toBeVisible()
  })

  await test.step('import, and open a transcript from the library', async () => {
    const report = await importFiles(app, TRANSCRIPTS, () => page.keyboard.press('Control+i'))
    await page.keyboard.press('Escape')
    await expect(report).toBeHidden()
    await tabTo(page, page.getByRole('row').filter({ hasText: 'depot-interview' }))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(transcriptOf(page, 'night-bus-hearing')).toBeVisible()
  })

  await test.step('mark into camp A, translate, and add a second span', async () => {
    // To the second turn, where Tomas Fell begins.
    await page.keyboard.press('Control+Home')
    await page.keyboard.press(']')
    await move(page, SHIFT.length, true)
    await page.keyboard.press('1')
    await expectPassage(page, SHIFT)
    const inspector = inspectorOf(page)
    await tabTo(page, inspector.getByRole('button', { name: 'Other language' }))
    await page.keyboard.press('Enter')
    await page.keyboard.type('Spa')
    await page.keyboard.press('Enter')
    const spanish = inspector.getByRole('textbox', { name: 'Translation, Spanish' })
    await tabTo(page, spanish)
    await page.keyboard.type('El último autobús sale a las once')
    await page.keyboard.press('Control+Enter')
    await expect(inspector.getByRole('radio', { name: 'Done' })).toBeChecked()

    await tabTo(page, transcriptOf(page, 'night-bus-hearing'), 'Shift+Tab')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press(']')
    await move(page, TOMAS.length - ACCIDENT.length)
    await move(page, ACCIDENT.length, true)
    await page.keyboard.press('e')
    await expectPassage(page, `${SHIFT} … ${ACCIDENT}`)
    await expect.poll(() => paintedWords(page, 1)).toEqual([SHIFT, ACCIDENT])
    await expect(inspector.getByRole('radio', { name: 'Stale' })).toBeChecked()
    await expectSaved(page)
  })

  await test.step('place it on the page, and write after it', async () => {
    await page.keyboard.press('Control+3')
    const sheet = page.getByRole('article', { name: 'Page' })
    const camp = sheet.getByRole('region', { name: 'Camp A', exact: true })
    const card = page.getByRole('region', { name: 'Passages' }).getByRole('group', { name: SHIFT })
    await tabTo(page, card)
    await page.keyboard.press('Enter')
    await expect(camp.getByRole('group', { name: 'Quote 1 of 1' })).toBeVisible()
    await tabTo(page, camp.getByRole('button', { name: 'Add text here' }).last())
    await page.keyboard.press('Enter')
    await page.keyboard.type('The *last* shift ends later.')
    await page.keyboard.press('Control+Enter')
    await expect(camp.getByRole('group', { name: 'Text 2 of 2' })).toBeFocused()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(camp.getByRole('group', { name: 'Text 1 of 2' })).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(camp.getByRole('group', { name: 'Text 2 of 2' })).toBeVisible()
    await page.keyboard.press('Control+Shift+z')
    await expect(camp.getByRole('group', { name: 'Text 1 of 2' })).toBeVisible()
  })

  await test.step('export', async () => {
    await page.keyboard.press('Control+e')
    const dialog = page.getByRole('dialog', { name: 'Export review' })
    await tabTo(page, dialog.getByRole('button', { name: 'Export', exact: true }))
    const exported = await exportedFile(app, 'Night bus.md', () => page.keyboard.press('Enter'))
    expect(exported.toString('utf8')).toContain(`The *last* shift ends later.\n\n> "${SHIFT} … ${ACCIDENT}"\n`)
  })

  await test.step('close', async () => {
    await runCommand(page, 'Close project')
    await expect(page.getByRole('button', { name: 'New project…' })).toBeVisible()
  })
})
