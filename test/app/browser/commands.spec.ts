// The actions of the program by their names, and the keys that do them.
import { expect, test } from '../launch'
import { EXAMPLE, openExample } from '../open-example'
import { closeProject, makeProject, openTranscript, runCommand } from '../steps'

test('the command palette finds and runs actions, and names their keys', async ({ app }) => {
  const { page } = app
  await makeProject(app, 'Palette')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await page.keyboard.type('import')
  await expect(palette.getByRole('menuitem').first()).toContainText('Import transcripts…')
  await expect(palette.getByRole('menuitem').first()).toContainText('Ctrl+I')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('no such action')
  await expect(palette.getByText('Nothing fits.')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()

  await runCommand(page, 'Go to the review')
  await expect(page.getByRole('button', { name: 'Review', exact: true })).toHaveAttribute('aria-current', 'page')
  await runCommand(page, 'Add section: Free section')
  await expect(page.getByRole('treeitem', { name: 'Notes', exact: true })).toBeVisible()
  await runCommand(page, 'Undo')
  await expect(page.getByRole('treeitem', { name: 'Notes', exact: true })).toHaveCount(0)
  await runCommand(page, 'Settings')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await page.keyboard.press('Escape')
  await closeProject(page, 'Palette')
})

test('the keys of each screen are listed under the question mark', async ({ app }) => {
  const { page } = app
  await makeProject(app, 'Help')
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(help).toContainText('Import transcripts…Ctrl+I')
  await expect(help).toContainText('Export review…Ctrl+E')
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()

  // From the library, the export's sheet stands over the review.
  await page.keyboard.press('Control+e')
  const sheet = page.getByRole('dialog', { name: 'Export review' })
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  const outline = page.getByRole('tree', { name: 'Outline' })
  await expect(outline).toBeVisible()
  await page.keyboard.press('Control+Shift+b')
  await expect(outline).toBeHidden()
  // To find is to look in the panel: it unfolds.
  await page.keyboard.press('Control+f')
  await expect(outline).toBeVisible()

  await page.keyboard.press('F6')
  const focused = () => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'))
  await expect.poll(focused).toBe('side')
  await page.keyboard.press('F6')
  await expect.poll(focused).toBe('page')
  await page.keyboard.press('Shift+F6')
  await expect.poll(focused).toBe('side')
  await page.keyboard.press('?')
  await expect(help).toContainText('Go to the next paneF6')
})

test('what was opened last keeps its keys, whatever changes around it', async ({ app }) => {
  const { page } = app
  await openExample(app)
  const transcript = await openTranscript(page, EXAMPLE.sources[0])
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Find in the transcript' }).fill('the')
  const count = page.getByRole('search').getByRole('status')
  await expect(count).toHaveText(/^1 of /)
  // The page's own commands are others by that, and one of them has the same keys.
  await transcript.focus()
  await page.keyboard.press('Shift+F')
  await expect(page.getByRole('button', { name: 'Text and speakers' })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Control+g')
  await expect(count).toHaveText(/^2 of /)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a search is emptied by Escape and by its button, and keeps the focus', async ({ app }) => {
  const { page } = app
  await openExample(app)
  const field = page.getByRole('searchbox', { name: 'Filter by title, speaker or date' })
  const clear = page.getByRole('button', { name: 'Clear', exact: true })
  await expect(clear).toHaveCount(0)
  await field.fill('no such title')
  await expect(page.getByRole('rowheader')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(field).toHaveValue('')
  await expect(field).toBeFocused()
  await expect(page.getByRole('rowheader')).toHaveCount(EXAMPLE.sources.length)
  await field.fill('Harwick')
  await expect(page.getByRole('rowheader')).toHaveCount(2)
  await clear.click()
  await expect(field).toHaveValue('')
  await expect(field).toBeFocused()
})

test('what a button does, and its keys, are told under the mouse and to the keyboard', async ({ app }) => {
  const { page } = app
  await makeProject(app, 'Tooltips')
  const tooltip = page.getByRole('tooltip')
  const settings = page.getByRole('button', { name: 'Settings', exact: true })
  await settings.hover()
  await expect(tooltip).toHaveText('SettingsCtrl+,')
  await expect(settings).toHaveAccessibleDescription('Settings Ctrl+,')
  // It can be read with a magnifying glass: it stays while the mouse is on it.
  await tooltip.hover()
  await page.waitForTimeout(300)
  await expect(tooltip).toBeVisible()
  await page.mouse.move(0, 0)
  await expect(tooltip).toBeHidden()
  await expect(settings).toHaveAccessibleDescription('')

  await settings.click()
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await expect(dialog).toBeVisible()
  await expect(tooltip).toBeHidden()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  for (let key = 0; key < 20 && !(await tooltip.isVisible()); key += 1) await page.keyboard.press('Tab')
  await expect(tooltip).toHaveText('Close')
  await page.keyboard.press('Escape')
  await expect(tooltip).toBeHidden()
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})
