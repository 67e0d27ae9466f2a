// What the desktop and the program's own menus do with the window.
import { spawn } from 'node:child_process'
import { copyFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import en from '../../../assets/locales/en/native.json' with { type: 'json' }
import zh from '../../../assets/locales/zh/native.json' with { type: 'json' }
import { type DesktopApp, expect, test } from '../launch'
import { EXAMPLE, expectExample, openExample } from '../open-example'
import { fixture } from '../steps'

type Words = typeof en.menu

test.describe('the menus', () => {
  test('have their keys, and grey out what needs a project', async ({ desktopApp }) => {
    expect(await itemsOf(desktopApp, en.menu.file)).toEqual([
      'New Project… [CmdOrCtrl+N]',
      'Open Project… [CmdOrCtrl+O]',
      'Open Recent',
      'Import Transcripts… [CmdOrCtrl+I] off',
      'Import Folder… off',
      'Export Review… [CmdOrCtrl+E] off',
      'Print… [CmdOrCtrl+P] off',
      'Back Up Project… off',
      'Restore a Backup… off',
      'Close Project [CmdOrCtrl+Shift+W] off',
      'Settings… [Ctrl+,]',
      'Quit Verbatim',
    ])
    expect(await itemsOf(desktopApp, en.menu.edit)).toEqual([
      'Undo [CmdOrCtrl+Z]',
      'Redo [CmdOrCtrl+Shift+Z]',
      'Cut',
      'Copy',
      'Paste',
      'Select All [CmdOrCtrl+A]',
      'Find… [CmdOrCtrl+F] off',
    ])
    expect(await itemsOf(desktopApp, en.menu.view)).toEqual([
      'Library [CmdOrCtrl+1] off',
      'Transcript [CmdOrCtrl+2] off',
      'Review [CmdOrCtrl+3] off',
      'Search All Transcripts [CmdOrCtrl+Shift+F] off',
      'Command Palette… [CmdOrCtrl+K]',
      'Actual Size',
      'Zoom In',
      'Zoom Out',
      'Full Screen',
    ])
    await openExample(desktopApp)
    const items = [en.menu.file, en.menu.edit, en.menu.view].map((menu) => itemsOf(desktopApp, menu))
    expect((await Promise.all(items)).flat().filter((item) => item.endsWith(' off'))).toEqual([])
  })

  test('act, in the language of the window', async ({ desktopApp }) => {
    const { page, folder } = desktopApp
    await expect(page.getByRole('heading', { name: 'Verbatim' })).toBeVisible()
    await choose(desktopApp, en.menu.file, en.menu.settings)
    await page.getByRole('radio', { name: '中文' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
    await page.keyboard.press('Escape')
    await expect
      .poll(() => topMenus(desktopApp))
      .toEqual([zh.menu.file, zh.menu.edit, zh.menu.view, zh.menu.window, zh.menu.help])

    const press = (menu: keyof Words, item: keyof Words) => choose(desktopApp, zh.menu[menu], zh.menu[item])
    const dialog = page.getByRole('dialog')
    const closeDialog = async () => {
      // The keyboard is the dialog's once something in it has the focus.
      await expect(page.locator('[role=dialog]:focus, [role=dialog] :focus')).toHaveCount(1)
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    }
    await press('file', 'newProject')
    await closeDialog()
    await press('view', 'palette')
    await closeDialog()
    await press('help', 'keys')
    await closeDialog()

    await desktopApp.answerDialogs({ save: join(folder, EXAMPLE.file) })
    await page.getByRole('button', { name: '打开示例' }).click()
    const current = page.locator('[aria-current="page"]')
    await expect(current).toHaveText('文库')
    await press('view', 'review')
    await expect(current).toHaveText('综述')
    await press('file', 'export')
    await closeDialog()
    await press('view', 'library')
    await expect(current).toHaveText('文库')
    await press('edit', 'find')
    await expect(page.getByRole('searchbox')).toBeFocused()

    await desktopApp.answerDialogs({ open: [fixture('transcripts', 'night-bus-hearing.vtt')] })
    await press('file', 'import')
    await dialog.getByRole('button', { name: /^导入 ?\d/ }).click()
    await expect(dialog.getByRole('status')).toBeVisible()
    await closeDialog()
    await expect(page.getByRole('rowheader')).toHaveCount(4)
    await press('edit', 'undo')
    await expect(page.getByRole('rowheader')).toHaveCount(3)
    await press('edit', 'redo')
    await expect(page.getByRole('rowheader')).toHaveCount(4)
    await desktopApp.answerDialogs({ open: [fixture('transcripts')] })
    await press('file', 'importFolder')
    await dialog.getByRole('button', { name: /^导入 ?\d/ }).click()
    await expect(dialog.getByRole('status')).toBeVisible()
    await closeDialog()
    await expect(page.getByRole('rowheader')).toHaveCount(7)

    const backup = join(folder, 'copy.verbatim')
    await desktopApp.answerDialogs({ save: backup })
    await press('file', 'backup')
    await expect(page.getByText(backup)).toBeVisible()
    await press('file', 'closeProject')
    await expect(page.getByRole('heading', { name: 'Verbatim' })).toBeVisible()
    await desktopApp.answerDialogs({ open: [backup] })
    await press('file', 'openProject')
    await expect(page.getByRole('rowheader')).toHaveCount(7)
  })

  test('leave undo to the field that somebody types in', async ({ desktopApp }) => {
    const { page } = desktopApp
    await openExample(desktopApp)
    const filter = page.getByRole('searchbox')
    await filter.pressSequentially('radio')
    await choose(desktopApp, en.menu.edit, en.menu.undo)
    await expect(filter).not.toHaveValue('radio')
    await expect(page.getByText('Undid')).toBeHidden()
  })
})

test('the window is where it was, after a restart', async ({ desktopApp }) => {
  const bounds = { x: 140, y: 90, width: 1010, height: 720 }
  await desktopApp.electron.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.setBounds(to), bounds)
  await expect.poll(() => boundsOf(desktopApp)).toEqual(bounds)
  await desktopApp.reopen()
  expect(await boundsOf(desktopApp)).toEqual(bounds)
})

test('recent projects are at hand at the start, in the menu, and can be forgotten', async ({ desktopApp }) => {
  const project = await openExample(desktopApp)
  await desktopApp.reopen()
  const named = desktopApp.page.getByRole('listitem').getByRole('button', { name: /^Open / })
  await expect(named).toHaveCount(1)
  const name = ((await named.getAttribute('aria-label')) ?? '').slice('Open '.length)
  await named.click()
  await expectExample(desktopApp)

  await desktopApp.reopen()
  await choose(desktopApp, en.menu.file, en.menu.openRecent, name)
  await expectExample(desktopApp)
  expect(await titleOf(desktopApp)).toContain(name)

  await desktopApp.reopen()
  const { page } = desktopApp
  await page.getByRole('button', { name: `Remove ${name} from this list` }).click()
  await expect(page.getByText('Projects that you open are listed here.')).toBeVisible()
  expect(await itemsOf(desktopApp, en.menu.file, en.menu.openRecent)).toEqual(['No recent projects off'])
  // It is the list that forgets; the file stays.
  await desktopApp.reopen(project)
  await expectExample(desktopApp)
})

test('a second start brings the first window to the front, with the project that it was given', async ({
  desktopApp,
}) => {
  const { page, electron } = desktopApp
  const project = await openExample(desktopApp)
  const other = join(desktopApp.folder, 'Other.verbatim')
  await choose(desktopApp, en.menu.file, en.menu.closeProject)
  await expect(page.getByRole('button', { name: 'New project…' })).toBeVisible()
  await copyFile(project, other)

  await electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    window.hide()
    Object.assign(globalThis, { shown: new Promise<void>((resolve) => window.once('show', () => resolve())) })
  })
  expect(await startAgain(desktopApp, dirname(other), basename(other))).toBe(0)
  await electron.evaluate(() => (globalThis as unknown as { shown: Promise<void> }).shown)
  await expectExample(desktopApp)
  const path = await page.evaluate(async () => {
    const { verbatim } = globalThis as unknown as {
      verbatim: { invoke(name: string, input: object): Promise<unknown> }
    }
    return verbatim.invoke('project.find', {})
  })
  expect(path).toMatchObject({ ok: true, value: { path: other } })
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test.describe('dropping files on the window', () => {
  test('imports them', async ({ desktopApp }) => {
    const { page } = desktopApp
    await openExample(desktopApp)
    // A file that was chosen has the same path behind it as one that was dragged in.
    await page.evaluate(() => {
      const input = document.createElement('input')
      Object.assign(input, { type: 'file', multiple: true, id: 'dragged' })
      input.style.display = 'none'
      document.body.append(input)
    })
    await page
      .locator('#dragged')
      .setInputFiles([fixture('transcripts', 'night-bus-hearing.vtt'), fixture('garbage', 'noise.vtt')])
    await page.evaluate(() => {
      const files = document.querySelector<HTMLInputElement>('#dragged')?.files ?? []
      const dataTransfer = new DataTransfer()
      for (const file of files) dataTransfer.items.add(file)
      Object.assign(globalThis, { dataTransfer })
      window.dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true }))
    })
    await expect(page.getByText('Drop transcripts to import them')).toBeVisible()
    await page.evaluate(() => {
      const { dataTransfer } = globalThis as unknown as { dataTransfer: DataTransfer }
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }))
    })
    await page.getByRole('button', { name: 'Import 1 transcript' }).click()
    const report = page.getByRole('dialog', { name: 'Import finished' })
    await expect(report.getByRole('status')).toHaveText('1 imported · 1 failed')
    await report.getByRole('button', { name: 'Open transcript' }).click()
    await expect(page.getByRole('document', { name: 'Transcript: night-bus-hearing' })).toBeVisible()
  })

  test('says so when they are on no disk', async ({ desktopApp }) => {
    const { page } = desktopApp
    await openExample(desktopApp)
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['Anna: Hello.'], 'from-a-mail.txt'))
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }))
    })
    await expect(page.getByRole('alertdialog')).toContainText(
      "The file 'from-a-mail.txt' is not on this computer's disk.",
    )
  })
})

/** The names of the menus. */
function topMenus({ electron }: DesktopApp): Promise<string[]> {
  return electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [])
}

/** A menu's items as a user reads them, with their keys, and `off` where they are grey. */
function itemsOf({ electron }: DesktopApp, ...path: string[]): Promise<string[]> {
  return electron.evaluate(({ Menu }, labels) => {
    let items = Menu.getApplicationMenu()?.items ?? []
    for (const label of labels) items = items.find((item) => item.label === label)?.submenu?.items ?? []
    return items
      .filter((item) => item.type !== 'separator')
      .map(
        ({ label, accelerator, enabled }) =>
          `${label}${accelerator ? ` [${accelerator}]` : ''}${enabled ? '' : ' off'}`,
      )
  }, path)
}

/** Chooses an item, as the mouse does. */
async function choose({ electron }: DesktopApp, ...path: string[]): Promise<void> {
  await electron.evaluate(({ Menu }, labels) => {
    let items = Menu.getApplicationMenu()?.items ?? []
    let found = items[0]
    for (const label of labels) {
      found = items.find((item) => item.label === label)
      if (!found?.enabled) throw new Error(`the menu has no '${label}' that can be chosen`)
      items = found.submenu?.items ?? []
    }
    found?.click()
  }, path)
}

function boundsOf({ electron }: DesktopApp) {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds())
}

function titleOf({ page }: DesktopApp): Promise<string> {
  return page.title()
}

/** Starts the program once more, as a double click on a project does; gives its exit code. */
function startAgain({ folder }: DesktopApp, workingFolder: string, project: string): Promise<number | null> {
  const program = process.env['VERBATIM_TEST_APP'] ?? ''
  const args = ['--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, '.user-data')}`, project]
  const child = spawn(program, args, { cwd: workingFolder, stdio: 'ignore' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
}
