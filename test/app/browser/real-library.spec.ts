// Real transcripts in English and in both kinds of Chinese: what is found is what counting in the files themselves gives.
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../launch'
import { needTranscripts } from '../long-transcript'
import { fillCamp } from '../review-steps'
import { goTo, importFiles, makeProject, rowOf, transcriptOf } from '../steps'
import { violationsOf } from './violations'

const FOLDER = join(import.meta.dirname, '../../../../shared/transcripts/md')
const [ENGLISH, TRADITIONAL, RADIO, SIMPLIFIED] = [
  'doom-debate-en.md',
  'doom-debate-zh-Hant.md',
  'edu-radio-interview-zh-Hant.md',
  'covenants-qa-zh-Hans.md',
].map((name) => join(FOLDER, name)) as [string, string, string, string]
const FILES = [ENGLISH, TRADITIONAL, RADIO, SIMPLIFIED]

/** How often something stands in a file, headings and names of speakers aside. */
function countIn(file: string, what: RegExp): number {
  const spoken = readFileSync(file, 'utf8').replaceAll(/^#.*$/gm, '')
  return spoken.match(new RegExp(what, 'gi'))?.length ?? 0
}

/** `8 places in 2 sources`, by the files. */
function placesOf(what: RegExp, files: readonly string[] = FILES): string {
  const counts = files.map((file) => countIn(file, what)).filter((count) => count > 0)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const plural = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`
  return `${plural(total, 'place')} in ${plural(counts.length, 'source')}`
}

test('who speaks of the topic in a library of English and Chinese, in which words, and what is not read', async ({
  browserApp,
}) => {
  needTranscripts(FILES)
  const { page } = browserApp
  await makeProject(browserApp, 'Plurality')
  const report = await importFiles(browserApp, FILES, () =>
    page.getByRole('button', { name: 'Import transcripts' }).click(),
  )
  await report.getByRole('button', { name: 'Close' }).last().click()
  await goTo(page, 'Review')
  await fillCamp(page, 'A', 'It will not')

  await goTo(page, 'Search')
  const field = page.getByRole('searchbox', { name: 'Search all transcripts' })
  const status = page.getByRole('status').filter({ hasText: 'place' })
  const grid = page.getByRole('grid', { name: 'Places where it is said' })
  const rows = grid.getByRole('row').filter({ has: page.getByRole('rowheader') })

  await test.step('words, parts of words and single characters, as often as they stand in the files', async () => {
    for (const [query, what] of [
      ['the world', /the\s+world/],
      ['super*', /\bsuper/],
      ['/super\\w+/', /super\w+/],
      ['人', /人/],
      ['風險', /風險/],
      ['民主 OR 信任', /民主|信任/],
      ['priority NEAR/3 global', /global\s+priority/],
      ['democracy NOT xylophone', /democracy/],
      ['AI safety', /AI safety/],
    ] as const) {
      await field.fill(query)
      await expect(status, query).toHaveText(placesOf(what))
    }
    await field.fill('風險')
    await page.getByRole('button', { name: 'Take traditional characters for simplified ones' }).click()
    await expect(status).toHaveText(placesOf(/[風风][險险]/))
    await page.getByRole('button', { name: 'Take traditional characters for simplified ones' }).click()
    await field.fill('人')
    await page.getByRole('button', { name: 'Filters' }).click()
    await page.getByRole('button', { name: /Language$/ }).click()
    await page.getByRole('option', { name: 'Simplified Chinese' }).click()
    await page.keyboard.press('Escape')
    await expect(status).toHaveText(placesOf(/人/, [SIMPLIFIED]))
    await page.getByRole('button', { name: 'Filters (1)' }).click()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await page.keyboard.press('Escape')
  })

  await test.step('what is found stands in one column, whatever the script before it', async () => {
    await field.fill('AI safety')
    await expect(status).toHaveText(placesOf(/AI safety/))
    const edges = await rows.evaluateAll((all) =>
      all.map((row) => Math.round(row.querySelector('mark')!.getBoundingClientRect().left)),
    )
    expect(edges).toHaveLength(countIn(ENGLISH, /AI safety/) + countIn(TRADITIONAL, /AI safety/))
    expect(new Set(edges).size).toBe(1)
    await grid.getByRole('button', { name: 'Speaker' }).click()
    await expect(rows.first()).toContainText('Audrey Tang')
    await expect(rows.last()).toContainText('唐鳳')
  })

  await test.step('all of it is marked for a camp, and saved as a table', async () => {
    await page.getByRole('checkbox', { name: 'Select all places' }).check({ force: true })
    await page.getByRole('button', { name: 'Mark 4…' }).click()
    await page.getByRole('menuitem', { name: /It will not/ }).click()
    await expect(page.getByText('Marked 4 places')).toBeVisible()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as CSV' }).click()
    const lines = (await readFile(await (await download).path(), 'utf8')).trimEnd().split('\r\n')
    expect(lines).toHaveLength(5)
    expect(lines.slice(1).every((line) => line.endsWith(',yes'))).toBe(true)
    expect(lines.at(-1)).toContain('唐鳳,2026-01-20 末日辯論')
    await rows.last().focus()
    await page.keyboard.press('Enter')
    await expect(transcriptOf(page, '2026-01-20 末日辯論')).toBeVisible()
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('AI Safety')
    await page.getByRole('button', { name: 'Not read yet' }).click()
    await page.getByRole('button', { name: 'Mark the whole transcript as read' }).click()
    await goTo(page, 'Library')
    await expect(rowOf(page, '2026-01-20 末日辯論')).toContainText('In full')
  })

  await test.step('a saved search suggests the sentences, to accept or refuse', async () => {
    await goTo(page, 'Search')
    await field.fill('信任')
    await expect(status).toHaveText(placesOf(/信任/))
    await page.keyboard.press('Control+s')
    const saving = page.getByRole('dialog', { name: 'Save this search' })
    await saving.getByLabel('Suggest what it finds as passages').check()
    await saving.getByLabel('Tag').fill('trust')
    await page.keyboard.press('Enter')
    await page.getByRole('radio', { name: /^To check/ }).click()
    const suggested = page.getByRole('grid', { name: 'To check' })
    await expect(suggested.getByRole('row').first()).toContainText('信任')
    expect(await violationsOf(page)).toEqual([])
    const [toCheck] = /\d+/.exec(await page.getByRole('radio', { name: /^To check/ }).innerText()) ?? []
    const left = (done: number) => page.getByRole('radio', { name: `To check (${Number(toCheck) - done})` })
    await field.press('ArrowDown')
    await expect(suggested.getByRole('row').first()).toBeFocused()
    await page.keyboard.press('a')
    await expect(left(1)).toBeVisible()
    await page.keyboard.press('x')
    await expect(left(2)).toBeVisible()
  })

  await test.step('the sources that mention the topic, and what of them is cited and read', async () => {
    await goTo(page, 'Review')
    await page.getByRole('tab', { name: 'Mentions' }).click()
    await page.getByRole('combobox', { name: 'Aliases' }).fill('superintelligence, 風險, 信任')
    await page.keyboard.press('Enter')
    const table = page.getByRole('table', { name: 'Sources that mention the topic' })
    const mentioned = table.getByRole('row', { name: /^2026-01-20 末日辯論/ })
    const [risk, trust] = [countIn(TRADITIONAL, /風險/), countIn(TRADITIONAL, /信任/)]
    const one = countIn(TRADITIONAL, /\bsuperintelligences?\b/)
    await expect(mentioned.getByRole('cell').nth(3)).toHaveText(`superintelligence ${one}風險 ${risk}信任 ${trust}`)
    await expect(mentioned).toContainText('Read in full')
    await table.getByRole('button', { name: 'Date' }).click()
    const byDate = [/Doom Debate/, /末日辯論/, /專訪/, /Covenants/, /4 sources/]
    await expect(table.getByRole('rowheader')).toContainText(byDate)
  })

  await test.step('and drawn: by camp, and over time', async () => {
    await page.getByRole('tab', { name: 'Pictures' }).click()
    await page
      .getByRole('group', { name: 'Camps and sources' })
      .getByRole('button', { name: '2026-01-20 末日辯論, Camp A: 2 passages' })
      .click()
    await expect(page.getByRole('region', { name: 'Passages of the chosen part' }).getByRole('listitem')).toHaveCount(2)
    await page.getByRole('radio', { name: 'Terms over time' }).click({ force: true })
    await page.getByRole('radio', { name: 'Table' }).click({ force: true })
    await page.getByRole('radio', { name: 'How often' }).click({ force: true })
    const year = page.getByRole('table', { name: 'Terms over time' }).getByRole('row', { name: /2021/ })
    await expect(year.getByRole('cell').nth(0)).toHaveText(String(countIn(SIMPLIFIED, /信任|風險|superintelligence/)))
    expect(await violationsOf(page)).toEqual([])
  })
})
