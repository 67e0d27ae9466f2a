// The page is written: lists of points, blocks and sections by their names, quotes in the middle of a sentence.
import { join } from 'node:path'
import { createProject } from '../../../electron/core/create-project'
import { insertProse } from '../../../electron/core/store/blocks'
import { insertReview } from '../../../electron/core/store/reviews'
import { insertSection } from '../../../electron/core/store/sections'
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
  })

  const camp = sheet.getByRole('region', { name: /^Camp A/ })
  const text = camp.getByRole('group', { name: /^Text 1 of/ })
  const editor = page.getByRole('textbox', { name: 'Prose' })

  await test.step('a slash in a text adds a camp after the one that is written', async () => {
    await text.focus()
    await page.keyboard.press('Enter')
    await expect(editor).toBeFocused()
    await page.keyboard.press('End')
    await page.keyboard.type(' /camp')
    await expect(page.getByRole('option', { name: 'Add section: Camp' })).toBeVisible()
    await page.keyboard.press('Enter')
    const thesis = sheet.getByRole('region', { name: 'Camp C', exact: true }).getByRole('textbox', { name: 'Thesis' })
    await expect(thesis).toBeFocused()
    await page.keyboard.type('Pay per page')
    await page.keyboard.press('Enter')
    const rows = page.getByRole('tree', { name: 'Outline' }).getByRole('treeitem', { name: /^Camp/ })
    await expect(rows).toContainText(['Camp A', 'Camp C · "Pay per page"', 'Camp B'])
  })

  await test.step('an @ in the middle of a sentence parts it, in one step', async () => {
    await expect(text).toHaveText('Amara Osei’s argument is about who is missing from the room:')
    await text.focus()
    await page.keyboard.press('Enter')
    await expect(editor).toBeFocused()
    await editor.evaluate((element) => {
      const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
      getSelection()?.collapse(words, 'Amara Osei’s argument'.length)
    })
    await page.keyboard.type(' @eleven')
    await expect(page.getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Control+Enter')
    await expect(camp.getByRole('group', { name: /^Quote 2 of 9: I owed eleven pounds/ })).toBeFocused()
    await expect(camp.getByRole('group', { name: 'Text 3 of 9' })).toHaveText('is about who is missing from the room:')
    await page.keyboard.press('Control+z')
    await expect(text).toHaveText('Amara Osei’s argument is about who is missing from the room:')
  })

  await test.step('the palette moves what has the focus, and names its keys', async () => {
    await text.focus()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('move block down')
    await expect(page.getByRole('menuitem', { name: /^Move block down/ })).toContainText('Alt+↓')
    await page.keyboard.press('Enter')
    await expect(camp.getByRole('group', { name: /^Text 2 of 7/ })).toContainText('Amara Osei')
    await page.keyboard.press('Control+Alt+o')
    await expect(page.getByRole('treeitem', { name: /^Camp A/ })).toBeFocused()
  })

  await test.step('a hint is dismissed, and comes back', async () => {
    const button = page.getByRole('button', { name: /hints?/ })
    const name = await button.getAttribute('aria-label')
    await button.click()
    const hints = page.getByRole('dialog', { name: 'Worth a second look' })
    await hints.getByRole('button', { name: /^Dismiss: A is not heard/ }).click()
    await hints.getByRole('button', { name: 'Dismissed (1)' }).click()
    await hints.getByRole('button', { name: /^Bring back: A is not heard/ }).click()
    await expect(hints.getByRole('button', { name: /^Dismiss: A is not heard/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(button).toHaveAccessibleName(name ?? '')
  })

  await test.step('on the board, to find is to find on the board', async () => {
    await page.getByRole('tab', { name: 'Board' }).click()
    await page.keyboard.press('Control+f')
    await expect(page.getByRole('searchbox', { name: 'Search passages' })).toBeFocused()
    await expect(page.getByRole('tab', { name: 'Board' })).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('what comes from a word processor keeps its structure, and nothing in it runs', async () => {
    // The window's policy says what it refuses.
    app.expectErrors()
    await page.getByRole('tab', { name: 'Page' }).click()
    await camp.getByRole('group', { name: /^Text 2 of 7/ }).focus()
    await page.keyboard.press('Enter')
    await expect(editor).toBeFocused()
    await page.keyboard.press('End')
    await editor.evaluate((element, html) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.setData('text/html', html)
      const paste = { inputType: 'insertFromPaste', dataTransfer, bubbles: true, cancelable: true }
      element.dispatchEvent(new InputEvent('beforeinput', paste))
    }, HOSTILE)
    await page.keyboard.press('Escape')
    const pasted = camp.getByRole('group', { name: /^Text 2 of 7/ })
    await expect(pasted.getByRole('listitem')).toHaveText(['first', 'second'])
    await expect(pasted.locator('strong')).toHaveText('Bold')
    await expect(pasted).toContainText('<img src=x onerror=alert(1)>')
    await expect(pasted.locator('img, script, style, iframe, [onclick], a')).toHaveCount(0)
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  })
})

test('a page of 500 texts is written without losing the focus, wherever it is scrolled to', async ({ app }) => {
  const file = join(app.folder, 'Long.verbatim')
  const db = createProject(file, { title: 'Long', language: 'en' })
  db.transaction((writable) => {
    const reviewId = insertReview(writable, { title: 'Long', language: 'en' })
    const place = { reviewId, parentId: null, index: 0, heading: 'All', camp: null }
    const section = insertSection(writable, { ...place, kind: 'free' })
    for (let at = 0; at < 500; at++) insertProse(writable, section, at, `Paragraph ${at + 1} of a long page.`)
  })
  db.close()
  const page = await app.reopen(file)
  await expect(page.getByText('No transcripts yet')).toBeVisible()
  await page.keyboard.press('Control+3')
  const first = page.getByRole('group', { name: 'Text 1 of 500' })
  await expect(first).toBeVisible()
  await first.focus()
  await page.keyboard.press('Enter')
  const editor = page.getByRole('textbox', { name: 'Prose' })
  await expect(editor).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type(' More')
  // After a pause it is saved, and can be undone.
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled()
  await page.locator('[data-page]').evaluate((sheet) => sheet.parentElement!.scrollTo(0, 1e6))
  await expect(page.getByText('Paragraph 500 of a long page.')).toBeInViewport()
  await expect(editor).toBeFocused()
  await page.keyboard.type(' words')
  await expect(editor).toHaveText('Paragraph 1 of a long page. More words')
  await page.keyboard.press('Escape')
  await expect(first).toBeFocused()
  await expect(first).toHaveText('Paragraph 1 of a long page. More words')
})

/** As Word writes it, with what somebody might put between. */
const HOSTILE = `<html><head><style>p { color: red }</style></head><body onload="window.ran = 1">
<p class=MsoNormal onclick="window.ran = 1"><b>Bold</b> &lt;img src=x onerror=alert(1)&gt;<img src=x onerror="window.ran = 1"></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span> </span></span>first</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span> </span></span>second</p>
<p><a href="javascript:window.ran=1">a link</a><script>window.ran = 1</script><iframe srcdoc="<script>parent.ran = 1</script>"></iframe></p>
</body></html>`
