// The pictures of a review: what the camps rest on, down to the passages, and as files.
import { readFile } from 'node:fs/promises'
import { expect, test } from '../launch'
import { openExample } from '../open-example'
import { goTo, transcriptOf } from '../steps'

test('a review is looked at by its sources, speakers and dates, down to the passages, and saved as a picture', async ({
  app,
}) => {
  const { page } = app
  await openExample(app)
  await goTo(page, 'Review')

  await test.step('by any name of the topic, each source that mentions it, as it is now', async () => {
    await page.getByRole('tab', { name: 'Mentions' }).click()
    const table = page.getByRole('table', { name: 'Sources that mention the topic' })
    const row = table.getByRole('row', { name: /^Harwick Town Council/ })
    const status = page.getByRole('status').filter({ hasText: 'mentions in' })
    await expect(row.getByRole('cell')).toHaveText(['Core', '14 May 2026', '3', 'fines 2library 1', '0', '0', 'Cited'])
    await expect(status).toHaveText('8 mentions in 3 sources.')
    await page.getByRole('combobox', { name: 'Aliases' }).fill('fine, branch')
    await page.keyboard.press('Enter')
    await expect(row.getByRole('cell').nth(3)).toHaveText('fines 2library 1fine 3')
    await row.getByRole('button', { name: '4 mentions in Harwick Town Council, budget hearing' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'place' })).toHaveText('4 places in 1 source')
    await goTo(page, 'Review')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(status).toHaveText('8 mentions in 3 sources.')
  })

  await page.getByRole('tab', { name: 'Pictures' }).click()
  const kind = (name: string) => page.getByRole('radio', { name, exact: true }).click()
  const drawing = (name: string) => page.getByRole('group', { name, exact: true })
  const chosen = page.getByRole('region', { name: 'Passages of the chosen part' })

  await test.step('a bubble of a matrix shows its passages', async () => {
    await drawing('Camps and sources')
      .getByRole('button', { name: 'The Desk: A library without fines, Camp A: 2 passages' })
      .click()
    await expect(chosen.getByRole('listitem')).toContainText([/locked door/, /one card in five/])
  })

  await test.step('arrow keys go from part to part', async () => {
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('svg :focus')).toHaveAccessibleName(
      'The Desk: A library without fines, Cold water: 1 passage',
    )
    await page.keyboard.press('Enter')
    await expect(chosen.getByRole('listitem')).toContainText([/never measured/])
  })

  await test.step('dates, one source, and who speaks for whom', async () => {
    await kind('Over time')
    await expect(chosen).toBeHidden()
    await expect(
      drawing('Camps over time').getByRole('button', { name: '8 May 2026, Camp A: 2 passages' }),
    ).toBeVisible()
    await kind('In one source')
    await page.getByRole('button', { name: /Source$/ }).click()
    await page.getByRole('option', { name: 'Harwick Radio, the morning call-in' }).click()
    await expect(drawing('Camps in “Harwick Radio, the morning call-in”').getByRole('button')).toHaveCount(2)
    await kind('Who speaks for whom')
    await drawing('Speakers and their camps').getByRole('button', { name: 'Amara Osei: 3 passages' }).click()
    await expect(chosen.getByRole('listitem')).toHaveCount(3)
  })

  await test.step('terms over the dates of the sources, down to the places', async () => {
    await kind('Terms over time')
    const terms = drawing('Terms over time')
    await page.getByRole('textbox', { name: 'Another word or phrase' }).fill('book')
    await terms.getByRole('button', { name: '14 May 2026, book: 3 mentions, 90 per 10,000 words' }).click()
    const places = page.getByRole('region', { name: 'Places of the chosen part' })
    await expect(places.getByRole('listitem')).toHaveCount(3)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect(places.getByRole('heading')).toHaveText('14 May 2026, library: 1 mention, 30 per 10,000 words')
    await kind('Table')
    await kind('How often')
    const row = page.getByRole('table', { name: 'Terms over time' }).getByRole('row', { name: /^14 May 2026/ })
    await expect(row.getByRole('cell')).toHaveText(['3', '2', '1', '3', '334'])
    await kind('Drawn')
    await kind('Who speaks for whom')
  })

  await test.step('paper has the picture alone, and lets go of it', async () => {
    const printed = await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'))
      const sheet = document.body.lastElementChild
      const text = sheet?.textContent ?? ''
      dispatchEvent(new Event('afterprint'))
      return { text, isLeft: sheet?.isConnected }
    })
    expect(printed).toMatchObject({
      text: expect.stringMatching(/^Library fines: a reminder or a locked door\?Speakers and their camps.*Amara Osei/),
      isLeft: false,
    })
  })

  await test.step('a file looks the same without the program', async () => {
    const save = async (format: RegExp) => {
      await page.getByRole('button', { name: 'Save picture' }).click()
      const download = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: format }).click()
      return readFile(await (await download).path())
    }
    const svg = (await save(/SVG/)).toString('utf8')
    expect(svg).toContain('Amara Osei')
    expect(svg).not.toMatch(/ class=| role=|var\(--/)
    const isRead = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null,
      svg,
    )
    expect(isRead).toBe(true)
    expect((await save(/PNG/)).subarray(1, 4).toString('latin1')).toBe('PNG')
  })

  await test.step('a table has the same in numbers', async () => {
    await kind('Table')
    const row = page.getByRole('table', { name: 'Speakers and their camps' }).getByRole('row', { name: /^Amara Osei/ })
    await expect(row.getByRole('cell')).toHaveText(['2', '', '1', '3'])
    await row.getByRole('button', { name: 'Amara Osei, Cold water: 1 passage' }).click()
    const passage = chosen.getByRole('button', { name: /never measured/ })
    await passage.click()
    await passage.click()
    await expect(transcriptOf(page, 'The Desk: A library without fines')).toBeVisible()
  })
})
