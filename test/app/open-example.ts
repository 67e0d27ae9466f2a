import { join } from 'node:path'
import { expect } from './launch'
import type { App } from './steps'

export const EXAMPLE = {
  file: 'Example.verbatim',
  sources: [
    'The Desk: A library without fines',
    'Harwick Town Council, budget hearing',
    'Harwick Radio, the morning call-in',
  ],
} as const

/** From the start screen to the example project's library; gives the project's file. */
export async function openExample(app: App): Promise<string> {
  const { page } = app
  const file = join(app.folder, EXAMPLE.file)
  if (app.host === 'desktop') await app.answerDialogs({ save: file })
  await page.getByRole('button', { name: 'Open the example' }).click()
  await expectExample(app)
  return file
}

/** The example is open, in the library. */
export async function expectExample({ page }: Pick<App, 'page'>): Promise<void> {
  await expect(page.getByRole('rowheader', { name: EXAMPLE.sources[0] })).toBeVisible()
}
