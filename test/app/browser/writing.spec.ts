// The page is written: lists of points, blocks and sections by their names, quotes in the middle of a sentence.
import { expect, test } from '../launch'
import { openExample } from '../open-example'
import { inspectorOf } from '../steps'

test('a review is written by keys', async ({ app }) => {
  const { page } = app
  await openExample(app)
  await page.keyboard.press('Control+3')
  const sheet = page.getByRole('article', { name: 'Page' })

  await test.step('open questions are items, which name quotes', async () => {
    const questions = sheet.getByRole('region', { name: 'Open questions', exact: true })
    const list = questions.getByRole('list', { name: 'Open questions' })
    const item = (at: number) => list.getByRole('group', { name: `Item ${at} of` })
    await item(1).focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(item(2)).toBeFocused()
    await expect(item(2)).toContainText('What did it cost to collect £6,200?')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Prose' })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Who pays for a second copy?')
    await page.keyboard.press('Escape')
    await expect(item(3)).toContainText('Who pays for a second copy?')
    await item(3).focus()
    await page.keyboard.press('@')
    await expect(page.getByRole('dialog', { name: 'Link a quote' }).getByRole('combobox')).toBeFocused()
    await page.keyboard.type('second copy')
    await page.keyboard.press('Enter')
    const quotes = item(3).getByRole('list', { name: 'Linked quotes' })
    await expect(quotes.getByRole('listitem')).toContainText('sixteen days is a reason to buy a second copy')
    await expect(item(3)).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(sheet.getByRole('group', { name: /sixteen days is a reason/ })).toBeFocused()
    await expect(inspectorOf(page).getByRole('blockquote')).toContainText('sixteen days is a reason')
    await item(2).focus()
    await page.keyboard.press('Delete')
    await expect(list.getByRole('listitem').filter({ hasText: /£6,200/ })).toHaveCount(0)
    await page.getByRole('button', { name: 'Preview', exact: true }).click()
    const preview = page.getByRole('article', { name: 'The page as it will be exported' })
    await expect(preview.getByRole('listitem').filter({ hasText: 'Who pays' })).toHaveText(
      'Who pays for a second copy? (Ngozi Okafor)',
    )
    await page.getByRole('button', { name: 'Preview', exact: true }).click()
  })
})
