// A transcript of 120,000 words, of which the page holds a few screens: read, found in, copied, marked, corrected, printed.
import { expect, test } from '../launch'
import {
  copied,
  filledAfterJumps,
  FIRST_WORDS,
  goToTime,
  LANDED,
  LAST_WORDS,
  needTranscript,
  openLongTranscript,
  TITLE,
} from '../long-transcript'
import { correctedText, inspectorOf, paintedWords, runCommand, selectTyped, transcriptOf } from '../steps'
import { violationsOf } from './violations'

test('a transcript of 121,975 words is one text, whatever of it the page holds', async ({ app }) => {
  needTranscript()
  test.setTimeout(150_000)
  const { page } = app
  const transcript = await openLongTranscript(app)
  const search = page.getByRole('search')
  const field = search.getByRole('searchbox', { name: 'Find in the transcript' })
  const count = search.getByRole('status')

  await test.step('read: every jump shows text at once, to the last word', async () => {
    expect(Math.min(...(await filledAfterJumps(transcript)))).toBeGreaterThanOrEqual(75)
    await expect(transcript).toContainText(LAST_WORDS)
    const map = page.getByRole('slider', { name: 'Passages in the transcript' })
    await expect(map).toHaveAttribute('aria-valuenow', '100')
    await map.press('Home')
    await expect(map).toHaveAttribute('aria-valuetext', 'Turn 1 of 8,482')
    await expect(transcript).toContainText(FIRST_WORDS)
  })

  await test.step('find: all of it, on from here and back, in words and by pattern', async () => {
    await page.keyboard.press('Control+f')
    await field.fill('tranquility base')
    await expect(count).toHaveText('1 of 116')
    await page.keyboard.press('Shift+F3')
    await expect(count).toHaveText('116 of 116')
    await page.keyboard.press('Enter')
    await expect(count).toHaveText('1 of 116')
    await field.fill('eagle')
    await search.getByRole('button', { name: 'Match case' }).click()
    await expect(count).toHaveText(/ of 4$/)
    await search.getByRole('button', { name: 'Regular expression' }).click()
    await field.fill(String.raw`[Tt]he Eagle (has|have) (wings|landed)\.`)
    await expect(count).toHaveText(/ of 2$/)
    await field.fill('(eagle')
    await expect(count).toHaveText('This is not a regular expression')
    await field.fill(String.raw`(([A-Za-z ,.]+)+)+\d{9}`)
    await expect(count).toContainText('Stopped after 3 seconds')
    await search.getByRole('button', { name: 'Regular expression' }).click()
    await field.fill(LANDED)
    await expect(count).toHaveText('1 of 1')
    await expect(transcript.getByText(LANDED)).toBeInViewport()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe(LANDED)
  })

  await test.step('mark across turns, and fold a speaker around it', async () => {
    await page.keyboard.press('Escape')
    await goToTime(page, '102:46:04')
    await page.keyboard.press('Shift+BracketRight')
    await page.keyboard.press('Shift+BracketRight')
    await page.keyboard.press('m')
    const across = "We copy you on the ground. You got a bunch of guys about to turn blue. We're breathing again."
    await expect(inspectorOf(page).getByRole('blockquote')).toContainText(LANDED)
    await expect(inspectorOf(page).getByRole('blockquote')).toContainText(across)
    await expect(inspectorOf(page).getByText('Matches the transcript, character by character')).toBeVisible()
    await runCommand(page, 'Fold or unfold the speaker')
    await expect(transcript.getByRole('button', { name: 'Show the whole turn' }).first()).toBeVisible()
    await runCommand(page, 'Unfold all speakers')
    await expect(transcript.getByRole('button', { name: 'Show the whole turn' })).toHaveCount(0)
  })

  await test.step('copy: all of it, with who said it where', async () => {
    await transcript.focus()
    await page.keyboard.press('Control+a')
    const { plain, html } = await copied(page)
    expect(plain.startsWith(`${FIRST_WORDS}\n\nRoger. We got a roll program.`)).toBe(true)
    expect(plain).toContain(`${LAST_WORDS}\n\nCDR, CC, `)
    expect(plain.endsWith(` · ${TITLE}`)).toBe(true)
    expect(plain.length).toBeGreaterThan(600_000)
    expect(html).toContain(`<p><b>CDR:</b> ${FIRST_WORDS}</p>`)
    expect(html).toContain(`<p><b>SWIM 1:</b> ${LAST_WORDS}</p>`)
    await page.keyboard.press('Escape')
  })

  await test.step('print: all of it, its passages marked', async () => {
    const printed = await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'))
      const sheet = document.body.lastElementChild
      const seen = {
        turns: sheet?.querySelectorAll('section').length,
        text: sheet?.textContent ?? '',
        marked: Array.from(sheet?.querySelectorAll('section mark') ?? [], (mark) => mark.textContent),
      }
      dispatchEvent(new Event('afterprint'))
      return { ...seen, isLeft: sheet?.isConnected }
    })
    expect(printed).toMatchObject({ turns: 8482, isLeft: false })
    expect(printed.text).toContain(FIRST_WORDS)
    expect(printed.text.endsWith(LAST_WORDS)).toBe(true)
    expect(printed.marked[0]).toBe(LANDED)
  })

  await test.step('correct a word, also composed by an input method; the passage is carried', async () => {
    await goToTime(page, '102:46:04')
    await page.keyboard.press('F2')
    const text = correctedText(page, TITLE)
    await expect(text).toBeFocused()
    await selectTyped(page, text, 'Eagle has')
    const keys = await page.context().newCDPSession(page)
    await keys.send('Input.imeSetComposition', { text: 'ying', selectionStart: 4, selectionEnd: 4 })
    await keys.send('Input.imeSetComposition', { text: '鹰', selectionStart: 1, selectionEnd: 1 })
    await keys.send('Input.insertText', { text: '鹰号已' })
    await expect(text).toContainText('The 鹰号已 landed.')
    await page.keyboard.press('Control+f')
    await field.fill('鹰号')
    await expect(count).toHaveText('1 of 1')
    expect(await violationsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Enter')
    const report = page.getByRole('dialog', { name: 'Text corrected in 1 place' })
    await expect(report).toContainText('1 passage with other words')
    await report.getByRole('button', { name: 'Close' }).last().click()
    await expect(transcriptOf(page, TITLE)).toContainText('The 鹰号已 landed.')
    await expect(inspectorOf(page).getByRole('blockquote')).toContainText('The 鹰号已 landed.')
    await expect.poll(() => paintedWords(page, 0)).toContain('The 鹰号已 landed.')
    const note = inspectorOf(page).getByRole('textbox', { name: 'Note' })
    await note.focus()
    await keys.send('Input.imeSetComposition', { text: 'zhuolu', selectionStart: 6, selectionEnd: 6 })
    await keys.send('Input.insertText', { text: '着陆' })
    await expect(note).toHaveValue('着陆')
  })

  await test.step('at 200 % zoom the text has the window, and the panes lie over it', async () => {
    const list = page.getByRole('navigation', { name: 'Library' })
    await expect(list).toBeVisible()
    await page.setViewportSize({ width: 640, height: 400 })
    await expect(list).toBeHidden()
    const overflow = () =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
        return [scrollWidth - clientWidth, scrollHeight - clientHeight]
      })
    expect(await overflow()).toEqual([0, 0])
    expect((await transcriptOf(page, TITLE).locator('..').boundingBox())?.width).toBeGreaterThan(500)
    await page.keyboard.press('Control+Alt+b')
    await expect(inspectorOf(page).getByRole('blockquote')).toBeInViewport()
    await page.keyboard.press('Control+Alt+b')
    await expect(inspectorOf(page)).toBeHidden()
  })
})
