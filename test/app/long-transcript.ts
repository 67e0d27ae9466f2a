// The air-to-ground transcript of Apollo 11: 121,975 words in 8,482 turns, as NASA typed them.
import type { Locator, Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './launch'
import { importFiles, makeProject, openTranscript, type App } from './steps'

const FILE = join(import.meta.dirname, '../../../shared/transcripts/txt/apollo11-air-to-ground-TEC.txt')

export const TITLE = 'apollo11-air-to-ground-TEC'
export const FIRST_WORDS = 'Roger. Clock.'
export const LAST_WORDS = 'Splashdown!'
export const LANDED = 'The Eagle has landed.'

/** Leaves the test out, and says so, where transcripts are not at hand: they are not this project's to hand on. */
export function needTranscripts(files: readonly string[]): void {
  const missing = files.filter((file) => !existsSync(file))
  for (const file of missing) console.log(`skipped: there is no ${file}`)
  test.skip(missing.length > 0, 'the transcripts are not here')
}

export function needTranscript(): void {
  needTranscripts([FILE])
}

export async function openLongTranscript(app: App): Promise<Locator> {
  const { page } = app
  await makeProject(app, 'Apollo')
  const report = await importFiles(app, [FILE], () => page.getByRole('button', { name: 'Import transcripts' }).click())
  await report.getByRole('button', { name: 'Close' }).last().click()
  const transcript = await openTranscript(page, TITLE)
  // What is a word is the platform's to say: newer ones count 121,975.
  await expect(page.getByText(/12\d,\d{3} words/)).toBeVisible()
  await expect(transcript).toContainText(FIRST_WORDS)
  return transcript
}

/** Goes to a time of the transcript: `102:46:04`. */
export async function goToTime(page: Page, time: string): Promise<void> {
  await page.keyboard.press('Control+g')
  const dialog = page.getByRole('dialog', { name: 'Go to' })
  await dialog.getByRole('textbox').fill(time)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  // Said aloud once the caret is there.
  await expect(page.getByRole('status').filter({ hasText: time })).toBeAttached()
}

/** How much of the text's window is filled with its turns, in per cent, after each of many jumps: at once, not later. */
export function filledAfterJumps(transcript: Locator): Promise<number[]> {
  return transcript.evaluate(async (element) => {
    let scroller: Element = element
    while (getComputedStyle(scroller).overflowY !== 'auto') scroller = scroller.parentElement!
    const filled: number[] = []
    for (let at = 0; at <= 20; at += 1) {
      scroller.scrollTop = (at / 20) * (scroller.scrollHeight - scroller.clientHeight)
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const view = scroller.getBoundingClientRect()
      let covered = 0
      for (const block of element.querySelectorAll('[data-block]')) {
        const { top, bottom } = block.getBoundingClientRect()
        covered += Math.max(0, Math.min(bottom, view.bottom) - Math.max(top, view.top))
      }
      filled.push(Math.round((covered / view.height) * 100))
    }
    return filled
  })
}

/** Copies what is selected in the text; gives what the clipboard was given. */
export async function copied(page: Page): Promise<{ plain: string; html: string }> {
  const given = await page.evaluateHandle(() => ({
    clipboard: new Promise<{ plain: string; html: string }>((resolve) => {
      const take = ({ clipboardData }: ClipboardEvent) =>
        resolve({
          plain: clipboardData?.getData('text/plain') ?? '',
          html: clipboardData?.getData('text/html') ?? '',
        })
      window.addEventListener('copy', take, { once: true })
    }),
  }))
  await page.keyboard.press('Control+c')
  return given.evaluate(({ clipboard }) => clipboard)
}
