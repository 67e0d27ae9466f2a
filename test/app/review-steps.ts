// What a user does on a review's page.
import type { Locator, Page } from '@playwright/test'
import { expect } from './launch'

/** Writes what a camp of the page holds, and who holds it. */
export async function fillCamp(page: Page, label: string, thesis: string, holder = ''): Promise<void> {
  const camp = page.getByRole('group', { name: `Camp ${label}`, exact: true })
  await camp.getByLabel('Thesis').fill(thesis)
  await camp.getByLabel('Thesis').press('Enter')
  if (holder === '') return
  await camp.getByLabel('Held by').fill(holder)
  await camp.getByLabel('Held by').press('Enter')
}

/** Places passages that were marked for a camp, each in its camp. */
export async function placeAll(page: Page, texts: readonly string[]): Promise<void> {
  const tray = page.getByRole('region', { name: 'Passages' })
  for (const text of texts) {
    await tray.getByRole('group', { name: text }).focus()
    await page.keyboard.press('Enter')
    await expect(tray.getByRole('group', { name: text })).toBeHidden()
  }
}

/** Opens the sheet in which a review is exported. */
export async function openExportSheet(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Export…', exact: true }).click()
  return page.getByRole('dialog', { name: 'Export review' })
}

/** A page with the day of its export in it. */
export function onItsDay(expected: string, exported: string): string {
  return expected.replace('{updated}', /\d{4}-\d{2}-\d{2}/.exec(exported)?.[0] ?? 'no day')
}
