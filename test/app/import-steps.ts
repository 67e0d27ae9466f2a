// Steps of an import, and files to import, that several specs have in common.
import type { Locator } from '@playwright/test'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './steps'

/** `Zoë: Café is open.` and `Ann: Naïve, I said.` in one byte a letter: too little to tell the encoding from. */
export const ZOE = Buffer.from('Zo\xeb: Caf\xe9 is open.\nAnn: Na\xefve, I said.\n', 'latin1')
export const WHISPERX = JSON.stringify({
  segments: [
    { start: 0, end: 2, text: ' Where were we?', speaker: 'SPEAKER_00' },
    { start: 2, end: 4, text: ' At the ring road.', speaker: 'SPEAKER_01' },
  ],
})

/** Puts files into a folder of the test's own; gives their paths. */
export async function filesOf(app: App, files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const folder = join(app.folder, 'transcripts')
  await mkdir(folder, { recursive: true })
  return Promise.all(
    Object.entries(files).map(async ([name, data]) => {
      const path = join(folder, name)
      await writeFile(path, data)
      return path
    }),
  )
}

export const press = ({ page }: Pick<App, 'page'>) => page.getByRole('button', { name: 'Import transcripts' }).click()
export const importButton = (dialog: Locator) => dialog.getByRole('button', { name: /^Import \d+ transcripts?$/ })
export const fileRow = (dialog: Locator, name: string) => dialog.getByRole('row').filter({ hasText: name })
export const details = (dialog: Locator) => dialog.getByRole('region', { name: 'The chosen file' })
export const sample = (dialog: Locator) => dialog.getByRole('region', { name: 'How it begins' })
