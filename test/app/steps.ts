// What a user does, by what the screen calls it. Each step ends when the screen shows that it was done.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserApp, type DesktopApp, expect } from './launch'
import type { Locator, Page } from '@playwright/test'

export type App = BrowserApp | DesktopApp

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'app')

/** A file of `test/fixtures/app`. */
export function fixture(...path: string[]): string {
  return join(fixtures, ...path)
}

export const TRANSCRIPTS = [
  'night-bus-hearing.vtt',
  'depot-interview.srt',
  'residents-evening.txt',
  'night-desk.json',
].map((name) => fixture('transcripts', name))

/** From the start screen to an empty library; gives the project's file. */
export async function makeProject(
  app: App,
  title: string,
  language: 'English' | 'Chinese' = 'English',
): Promise<string> {
  const { page } = app
  const file = join(app.folder, `${title}.verbatim`)
  if (app.host === 'desktop') await app.answerDialogs({ save: file })
  await page.getByRole('button', { name: 'New project…' }).click()
  const dialog = page.getByRole('dialog', { name: 'New project' })
  await dialog.getByLabel('Title').fill(title)
  if (language === 'Chinese') {
    await dialog.getByRole('button', { name: 'Language of your reviews' }).click()
    await page.getByRole('option', { name: 'Chinese' }).click()
  }
  await dialog.getByRole('button', { name: 'Create project' }).click()
  await expect(page.getByText('No transcripts yet')).toBeVisible()
  return file
}

/** Chooses files where `press` opens the dialog (Electron) or the browser's chooser; ends with what was understood. */
export async function chooseFiles(app: App, files: readonly string[], press: () => Promise<void>): Promise<Locator> {
  await answerWithFiles(app, files, press)
  const dialog = app.page.getByRole('dialog', { name: 'Import transcripts' })
  await expect(dialog.getByRole('button', { name: /^Import \d+ transcripts?$/ })).toBeVisible()
  return dialog
}

/** Presses what asks for files, and chooses these. */
export async function answerWithFiles(app: App, files: readonly string[], press: () => Promise<void>): Promise<void> {
  if (app.host === 'desktop') {
    await app.answerDialogs({ open: files })
    await press()
  } else {
    const chooser = app.page.waitForEvent('filechooser')
    await press()
    await (await chooser).setFiles([...files])
  }
}

/** Chooses files and imports them as they were understood; ends with the report. */
export async function importFiles(app: App, files: readonly string[], press: () => Promise<void>): Promise<Locator> {
  const dialog = await chooseFiles(app, files, press)
  await dialog.getByRole('button', { name: /^Import \d+ transcripts?$/ }).click()
  const report = app.page.getByRole('dialog', { name: 'Import finished' })
  await expect(report).toBeVisible()
  return report
}

/** A project with all transcripts in it, in the library. */
export async function makeProjectWithTranscripts(
  app: App,
  title: string,
  language?: 'English' | 'Chinese',
): Promise<string> {
  const file = await makeProject(app, title, language)
  const report = await importFiles(app, TRANSCRIPTS, () =>
    app.page.getByRole('button', { name: 'Import transcripts' }).click(),
  )
  await expect(report.getByRole('status')).toHaveText('4 imported')
  await report.getByRole('button', { name: 'Close' }).last().click()
  await expect(report).toBeHidden()
  return file
}

export async function goTo(page: Page, screen: 'Library' | 'Transcript' | 'Review' | 'Search'): Promise<void> {
  const button = page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen })
  await button.click()
  await expect(button).toHaveAttribute('aria-current', 'page')
}

/** A row of the library. */
export function rowOf(page: Page, title: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: title, exact: true }) })
}

/** From the library to a transcript. */
export async function openTranscript(page: Page, title: string): Promise<Locator> {
  await page.getByRole('rowheader', { name: title, exact: true }).click()
  const transcript = transcriptOf(page, title)
  await expect(transcript).toBeVisible()
  return transcript
}

export function transcriptOf(page: Page, title: string): Locator {
  return page.getByRole('document', { name: `Transcript: ${title}` })
}

/** The transcript while its text is being corrected. */
export function correctedText(page: Page, title: string): Locator {
  return page.getByRole('textbox', { name: `Correcting: ${title}` })
}

/** Selects words of a text that can be typed in, with the mouse. */
export async function selectTyped(page: Page, text: Locator, words: string): Promise<void> {
  const { from, to } = await placeOf(text, words)
  await page.mouse.move(from.x - 1, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, to.y)
  await page.mouse.move(to.x + 1, to.y)
  await page.mouse.up()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(words)
}

/** Where words stand on the screen: the middle of their first and of their last character. */
export async function placeOf(transcript: Locator, words: string): Promise<{ from: Point; to: Point }> {
  await transcript.getByText(words).first().scrollIntoViewIfNeeded()
  return transcript.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(wanted)
      if (at === -1) continue
      const edge = (offset: number, side: 'left' | 'right') => {
        const range = document.createRange()
        range.setStart(node, offset)
        range.setEnd(node, offset + 1)
        const box = range.getBoundingClientRect()
        // A little inside of the character, so that rounding does not take in its neighbour.
        return { x: side === 'left' ? box.left + 1 : box.right - 1, y: box.top + box.height / 2 }
      }
      return { from: edge(at, 'left'), to: edge(at + wanted.length - 1, 'right') }
    }
    throw new Error(`the transcript on the screen has no '${wanted}'`)
  }, words)
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Drags the mouse over words of one paragraph; gives the toolbar that comes up. */
export async function selectWithMouse(page: Page, transcript: Locator, words: string): Promise<Locator> {
  const { from, to } = await placeOf(transcript, words)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
  const toolbar = page.getByRole('toolbar', { name: 'Selected text' })
  await expect(toolbar).toBeVisible()
  return toolbar
}

/** Marks words of the open transcript with the mouse. */
export async function mark(page: Page, transcript: Locator, words: string, button: string): Promise<void> {
  const toolbar = await selectWithMouse(page, transcript, words)
  await toolbar.getByRole('button', { name: button, exact: true }).click()
  await expectPassage(page, words)
}

/** The words that are painted in a camp's colour (0: in none), in the order of the page. */
export function paintedWords(page: Page, colour: number): Promise<string[]> {
  return page.evaluate((wanted) => {
    const ranges = [...CSS.highlights].flatMap(([name, highlight]) =>
      new RegExp(`^passage-${wanted}-\\d+$`).test(name) ? ([...highlight] as AbstractRange[]) : [],
    )
    const top = (range: AbstractRange) => {
      const live = document.createRange()
      live.setStart(range.startContainer, range.startOffset)
      live.setEnd(range.endContainer, range.endOffset)
      const box = live.getClientRects()[0]
      return (box?.top ?? 0) * 10_000 + (box?.left ?? 0)
    }
    return ranges
      .sort((a, b) => top(a) - top(b))
      .map((range) => (range.startContainer as Text).data.slice(range.startOffset, range.endOffset))
  }, colour)
}

export function inspectorOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Selected passage' })
}

/** The inspector shows a passage with this text, checked against its transcript. */
export async function expectPassage(page: Page, text: string): Promise<void> {
  const inspector = inspectorOf(page)
  await expect(inspector.getByRole('blockquote')).toHaveText(text)
  await expect(inspector.getByText('Matches the transcript, character by character')).toBeVisible()
}

/** What was done is on the disk, as the transcript's footer tells. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Sav(ing…|ed)$/ })).toHaveText('Saved')
}

/** Runs an action by its name, from the keyboard. */
export async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await expect(palette.getByRole('searchbox').or(palette.getByRole('textbox'))).toBeFocused()
  await page.keyboard.type(name)
  await expect(palette.getByRole('menuitem').first()).toContainText(name)
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
}

/** Exports the open review; `confirm` presses the sheet's button. Gives the file's bytes. */
export async function exportedFile(app: App, name: string, confirm: () => Promise<void>): Promise<Buffer> {
  const { page } = app
  if (app.host === 'desktop') {
    const file = join(app.folder, name)
    await app.answerDialogs({ save: file })
    await confirm()
    await expect(page.getByText(`Exported to ${file}`)).toBeVisible()
    return readFile(file)
  }
  const download = page.waitForEvent('download')
  await confirm()
  const file = await download
  expect(file.suggestedFilename()).toBe(name)
  await expect(page.getByText(`Exported to ${name}`)).toBeVisible()
  return readFile(await file.path())
}

/** Closes the project: the start screen follows. */
export async function closeProject(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: `Project: ${title}` }).click()
  await page.getByRole('menuitem', { name: 'Close project' }).click()
  await expect(page.getByRole('button', { name: 'New project…' })).toBeVisible()
}

/** Types lines into the prose that has just been opened, and leaves it with the focus on its block. */
export async function writeProse(page: Page, ...lines: readonly string[]): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Prose' })).toBeFocused()
  for (const [at, line] of lines.entries()) {
    if (at > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(line)
  }
  await page.keyboard.press('Control+Enter')
}

/** Opens the settings and chooses something there. */
export async function chooseInSettings(page: Page, name: string, dialogName: string): Promise<void> {
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog', { name: dialogName })
  await dialog.getByRole('radio', { name, exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('radio', { name, exact: true })).toBeChecked()
}
