// The debate beside its page: the board, what is worth a second look, relations and their map, translations, glossary.
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../launch'
import { openExample } from '../open-example'
import { inspectorOf } from '../steps'

/** Presses Tab until this has the focus: it must be within reach. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`60 presses of Tab do not reach ${String(target)}`)
}

test('a debate is sorted, mended, related and translated', async ({ app }) => {
  test.setTimeout(120_000)
  const { page } = app
  await openExample(app)
  await page.keyboard.press('Control+3')

  await test.step('passages are sorted into camps by keys, and back by undo', async () => {
    const tab = page.getByRole('tab', { name: 'Board' })
    await tab.click()
    const column = (name: string) => page.getByRole('region', { name, exact: true })
    const card = column('In no camp, 2 passages').getByRole('group', { name: /^It is not there to earn money/ })
    await tabTo(page, card)
    await page.keyboard.press('2')
    await expect(column('B, 4 passages').getByRole('group', { name: /^It is not there to earn money/ })).toBeVisible()
    await expect(column('In no camp, 1 passage').getByRole('group', { name: /^I owed eleven pounds/ })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(column('A, 4 passages').getByRole('group', { name: /^A fine is a reminder/ })).toBeFocused()
    await page.keyboard.press('Alt+ArrowRight')
    await expect(column('B, 5 passages').getByRole('group', { name: /^A fine is a reminder/ })).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(column('A, 4 passages')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(column('In no camp, 2 passages')).toBeVisible()
  })

  await test.step('a hint leads to what mends it, and is gone then', async () => {
    await page.getByRole('button', { name: '1 hint', exact: true }).click()
    const hints = page.getByRole('dialog', { name: 'Worth a second look' })
    await expect(hints).toContainText('A is not heard in this consensus.')
    await hints.getByRole('button', { name: 'Quote this camp…' }).click()
    const picker = page.getByRole('dialog', { name: 'Quote A in the consensus' })
    await expect(picker.getByRole('combobox')).toBeFocused()
    await page.keyboard.type('reminder')
    await expect(picker.getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Enter')
    const consensus = page.getByRole('region', { name: 'Points of consensus', exact: true })
    await expect(consensus.getByRole('group', { name: /^Quote 1 of 1: A fine is a reminder/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /^\d+ hints?$/ })).toHaveCount(0)
  })

  await test.step('passages are related on the map, which their quotes show too', async () => {
    await page.getByRole('tab', { name: 'Debate map' }).click()
    const map = page.getByRole('group', { name: 'Map of the debate: 4 passages, 2 relations' })
    const second = map.getByRole('button', { name: /^sixteen days is a reason .* Contradicts: Since March/ })
    await second.focus()
    await page.keyboard.press('ArrowRight')
    await expect(map.getByRole('button', { name: /Contradicted by: sixteen days/ })).toBeFocused()
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog', { name: 'Relate passages…' })
    await dialog.getByText('supports', { exact: true }).click()
    await dialog.getByRole('button', { name: 'Choose a passage…' }).click()
    await page.getByRole('combobox', { name: 'Search by words, speaker or source' }).fill('feel like fools')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Swap' }).click()
    await dialog.getByRole('button', { name: 'Relate', exact: true }).click()
    await expect(
      page
        .getByRole('group', { name: 'Map of the debate: 5 passages, 3 relations' })
        .getByRole('button', { name: /^Now the people who keep the rule feel like fools.* Supports: Since March/ }),
    ).toBeVisible()
    await page.getByRole('radio', { name: 'Table' }).click()
    await expect(page.getByRole('table', { name: 'Relations between passages' }).getByRole('row')).toHaveCount(4)

    await page.getByRole('tab', { name: 'Page' }).click()
    const fools = page.getByRole('article', { name: 'Page' }).getByRole('group', { name: /feel like fools/ })
    await fools.getByRole('button', { name: /^Supports Since March/ }).click()
    await expect(inspectorOf(page).getByRole('blockquote')).toContainText('Since March the waiting list')
  })

  await test.step('translations are worked through by keys alone, and keep to the glossary', async () => {
    await page.getByRole('tab', { name: 'Glossary' }).click()
    await page.getByRole('button', { name: /Translations into/ }).click()
    await page.getByRole('option', { name: 'Spanish', exact: true }).click()
    await page.getByRole('textbox', { name: 'Term', exact: true }).fill('fine')
    await page.getByRole('textbox', { name: 'Translation', exact: true }).fill('multa')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('table', { name: 'Terms, Spanish' })).toContainText('fine')

    await page.getByRole('tab', { name: 'Translations' }).focus()
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('button', { name: /Language to translate into/ }))
    await page.keyboard.press('Enter')
    await page.keyboard.type('Spa')
    await page.keyboard.press('Enter')
    const list = page.getByRole('listbox', { name: 'Passages to translate into Spanish' })
    await expect(list.getByRole('option').first()).toContainText('A fine is a reminder')
    await tabTo(page, list)
    await page.keyboard.press('Enter')
    const field = page.getByRole('textbox', { name: 'Translation, Spanish' })
    await expect(field).toBeFocused()
    await page.keyboard.type('Para quien tiene dinero es un aviso.')
    const departs = page.getByRole('region', { name: 'Not as the glossary has it' })
    await expect(departs).toContainText('fine → multa')
    await page.keyboard.type(' Una multa.')
    await expect(departs).toBeHidden()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('status').filter({ hasText: '1 of 10 done' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Original' })).toContainText('Before March, one card in five')
    await expect(field).toBeFocused()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(page.getByRole('region', { name: 'Original' })).toContainText('We never measured it')
  })
})
