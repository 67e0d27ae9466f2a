// Selecting and marking in a transcript: what the mouse and the keys make of its text.
import type { Locator, Page } from '@playwright/test'
import { say } from '../../../shared/domain/messages/message'
import { AppError, toErrorData } from '../../../shared/errors'
import { expect, test } from '../launch'
import {
  expectPassage,
  expectSaved,
  importFiles,
  inspectorOf,
  makeProject,
  openTranscript,
  paintedWords,
  placeOf,
  runCommand,
  selectWithMouse,
  TRANSCRIPTS,
  type App,
} from '../steps'

const LAST_BUS = 'The last bus leaves at eleven, and the last shift ends at one.'
const WALK = 'Forty people walk home along the ring road in the dark, every night of the week.'
const ACCIDENT = 'A bus is cheaper than one accident.'
const DROVE = 'I have driven that road for nineteen years.'
const HEARING = 'night-bus-hearing'

async function openHearing(app: App): Promise<Locator> {
  await makeProject(app, 'Marking')
  const report = await importFiles(app, TRANSCRIPTS.slice(0, 1), () =>
    app.page.getByRole('button', { name: 'Import transcripts' }).click(),
  )
  await report.getByRole('button', { name: 'Close' }).last().click()
  return openTranscript(app.page, HEARING)
}

/** What the page has selected. */
function selectedText(page: Page): Promise<string> {
  return page.evaluate(() => String(getSelection()))
}

/** Clicks so many times where words begin. */
async function clickAt(page: Page, transcript: Locator, words: string, clickCount: number): Promise<void> {
  const { from } = await placeOf(transcript, words)
  await page.mouse.click(from.x, from.y, { clickCount })
}

test('what is selected is a word, a sentence, a turn, and whole words of what is dragged over', async ({ app }) => {
  const { page } = app
  const transcript = await openHearing(app)
  const selected = () => expect.poll(() => selectedText(page))

  await test.step('by clicks, and by a drag after three', async () => {
    await clickAt(page, transcript, 'shift ends', 2)
    await selected().toBe('shift')
    await clickAt(page, transcript, 'shift ends', 3)
    await selected().toBe(LAST_BUS)
    await clickAt(page, transcript, 'shift ends', 4)
    await selected().toBe(`${LAST_BUS} ${WALK} ${ACCIDENT}`)
    const [first, last] = [await placeOf(transcript, 'Forty'), await placeOf(transcript, 'cheaper')]
    await page.mouse.click(first.from.x, first.from.y, { clickCount: 2 })
    await page.mouse.down({ clickCount: 3 })
    await page.mouse.move(last.from.x, last.from.y)
    await page.mouse.up({ clickCount: 3 })
    await selected().toBe(`${WALK} ${ACCIDENT}`)
  })

  await test.step('by a drag, without the comma; exactly with Alt', async () => {
    // The toolbar stands over the line above.
    await page.keyboard.press('Escape')
    await selectWithMouse(page, transcript, 'st bus leaves at eleven, ')
    await selected().toBe('last bus leaves at eleven')
    // A drag that begins in the selection would move it.
    await page.keyboard.press('Escape')
    await page.keyboard.down('Alt')
    await selectWithMouse(page, transcript, 'st bus leaves at elev')
    await page.keyboard.up('Alt')
    await selected().toBe('st bus leaves at elev')
    await page.keyboard.press('m')
    await expectPassage(page, 'st bus leaves at elev')
    await page.keyboard.press('x')
    await expect(page.getByText('Passage deleted').first()).toBeVisible()
  })

  await test.step('by keys: sentence, turn, and from word to sentence to turn', async () => {
    await transcript.focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press(']')
    await page.keyboard.press('Alt+ArrowRight')
    await page.keyboard.press('Shift+Alt+ArrowRight')
    await selected().toBe(`${WALK} `)
    await page.keyboard.press('1')
    await expectPassage(page, WALK)
    await page.keyboard.press('Shift+BracketRight')
    await page.keyboard.press('m')
    await expectPassage(page, ACCIDENT)
    await page.keyboard.press('Control+Home')
    await page.keyboard.press(']')
    for (const wider of ['The', LAST_BUS, `${LAST_BUS} ${WALK} ${ACCIDENT}`]) {
      await page.keyboard.press('w')
      await selected().toBe(wider)
    }
  })

  await test.step('exactly when that was chosen', async () => {
    await page.keyboard.press('Escape')
    await runCommand(page, 'Mark exactly what is selected')
    await selectWithMouse(page, transcript, 'cheaper than one acci')
    await page.keyboard.press('m')
    await expectPassage(page, 'cheaper than one acci')
  })
})

test('a passage loses a span, is split, and is joined with others; each can be undone', async ({ app }) => {
  const { page } = app
  const transcript = await openHearing(app)
  const inspector = inspectorOf(page)
  const undo = () => page.getByRole('button', { name: 'Undo', exact: true }).last()

  await test.step('a passage across speakers says so before and after it is marked', async () => {
    await selectWithMouse(page, transcript, ACCIDENT)
    await page.keyboard.press('1')
    await expectPassage(page, ACCIDENT)
    await clickAt(page, transcript, 'cheaper', 1)
    await page.keyboard.press('Shift+BracketRight')
    await page.keyboard.press('Shift+ArrowRight')
    const warning = 'This passage crosses speakers: Tomas Fell and Ines Calder. It is attributed to Tomas Fell.'
    await expect(page.getByText(warning)).toBeVisible()
    await page.keyboard.press('Escape')
    await selectWithMouse(page, transcript, DROVE)
    await page.keyboard.press('e')
    await expectPassage(page, `${ACCIDENT} … ${DROVE}`)
    await expect(page.getByRole('status').filter({ hasText: `Added to the passage. ${warning}` })).toBeAttached()
  })

  await test.step('x takes the span at the caret away, and with the last one the passage', async () => {
    await clickAt(page, transcript, 'driven', 1)
    await page.keyboard.press('x')
    await expectPassage(page, ACCIDENT)
    await expect.poll(() => paintedWords(page, 1)).toEqual([ACCIDENT])
    await page.keyboard.press('x')
    await expect.poll(() => paintedWords(page, 1)).toEqual([])
    await undo().click()
    await expect.poll(() => paintedWords(page, 1)).toEqual([ACCIDENT])
  })

  await test.step('s splits at the caret; the translation stands in both, stale', async () => {
    await page.keyboard.press('Control+z')
    await expect.poll(() => paintedWords(page, 1)).toEqual([ACCIDENT, DROVE])
    await page.keyboard.press('k')
    await expectPassage(page, `${ACCIDENT} … ${DROVE}`)
    const chinese = inspector.getByRole('textbox', { name: /^Translation/ })
    await inspector.getByRole('button', { name: 'Other language' }).click()
    await page.keyboard.type('Chin')
    await page.keyboard.press('Enter')
    await chinese.fill('一班车比一场事故便宜。')
    await chinese.press('Control+Enter')
    await expect(inspector.getByRole('radio', { name: 'Done' })).toBeChecked()
    await clickAt(page, transcript, 'cheaper', 1)
    await page.keyboard.press('s')
    await expectPassage(page, 'A bus is')
    await expect(page.getByRole('alertdialog').getByText('The translation stands in both, as stale')).toBeVisible()
    await page.keyboard.press('j')
    await expectPassage(page, `cheaper than one accident. … ${DROVE}`)
    await expect(chinese).toHaveValue('一班车比一场事故便宜。')
    await expect(inspector.getByRole('radio', { name: 'Stale' })).toBeChecked()
    await expect.poll(() => paintedWords(page, 1)).toEqual(['A bus is', 'cheaper than one accident.', DROVE])
  })

  await test.step('Shift+J joins what is selected, or what is chosen', async () => {
    await selectWithMouse(page, transcript, ACCIDENT)
    await page.getByRole('button', { name: 'Join 2 passages' }).click()
    await expectPassage(page, `A bus is … cheaper than one accident. … ${DROVE}`)
    await undo().click()
    await expect.poll(() => paintedWords(page, 1)).toEqual(['A bus is', 'cheaper than one accident.', DROVE])
    await page.keyboard.press('Escape')
    await clickAt(page, transcript, 'driven', 1)
    await expectPassage(page, `cheaper than one accident. … ${DROVE}`)
    await page.keyboard.press('Shift+J')
    await expect(page.getByRole('menu', { name: 'Join the passage with' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expectPassage(page, `A bus is … cheaper than one accident. … ${DROVE}`)
    await expectSaved(page)
  })

  await test.step('its edges are moved with keys, kept with Enter and taken back with Escape; and dragged', async () => {
    await transcript.focus()
    await page.keyboard.press('.')
    for (const _ of 'years.') await page.keyboard.press('ArrowLeft')
    await expect.poll(() => paintedWords(page, 1)).toContain('I have driven that road for nineteen ')
    await page.keyboard.press('Enter')
    await expectPassage(page, 'A bus is … cheaper than one accident. … I have driven that road for nineteen')
    await page.keyboard.press(',')
    await page.keyboard.press('Control+ArrowRight')
    await page.keyboard.press('Escape')
    await expect.poll(() => paintedWords(page, 1)).toContain('I have driven that road for nineteen')

    const [edge, inWord] = [await placeOf(transcript, 'road for nineteen'), await placeOf(transcript, 'driven th')]
    // The knob hangs below the line.
    await page.mouse.move(edge.to.x + 2, edge.to.y + 13)
    await page.mouse.down()
    await page.mouse.move(inWord.to.x, inWord.to.y)
    await page.mouse.up()
    await expectPassage(page, 'A bus is … cheaper than one accident. … I have driven that')
  })

  await test.step('a card tells of the passage that the mouse rests on', async () => {
    await page.keyboard.press('Escape')
    await expect(inspector.getByText('No passage selected')).toBeVisible()
    const { from } = await placeOf(transcript, 'driven')
    await page.mouse.move(from.x, from.y)
    const card = page.getByRole('tooltip', { name: 'About this passage' })
    await expect(card).toContainText('ATomas FellChinese: stale')
    await page.keyboard.press('Escape')
    await expect(card).toBeHidden()
  })
})

test('a mark shows before it is written, and is taken back with a message when it is refused', async ({ app }) => {
  const { page } = app
  const transcript = await openHearing(app)
  app.expectErrors()
  let refuse = () => {}
  const refused = new Promise<void>((resolve) => {
    refuse = resolve
  })
  const refusal = {
    ok: false,
    error: toErrorData(new AppError('disk-full', say('disk-is-full', { file: 'hearing.verbatim' }))),
  }
  await page.route('**/invoke', async (route) => {
    if (!route.request().postData()?.includes('"passage.mark"')) return route.fallback()
    await refused
    return route.fulfill({ json: refusal })
  })
  await selectWithMouse(page, transcript, ACCIDENT)
  await page.keyboard.press('1')
  await expect.poll(() => paintedWords(page, 1)).toEqual([ACCIDENT])
  await expect(page.getByRole('status').filter({ hasText: 'Saving…' })).toBeVisible()
  refuse()
  await expect(page.getByText('The disk is full').first()).toBeVisible()
  await expect.poll(() => paintedWords(page, 1)).toEqual([])
  await expect(page.getByRole('status').filter({ hasText: 'Not saved' })).toBeAttached()

  await test.step('one that is refused before it could be painted is taken back as well', async () => {
    await page.evaluate((answer) => {
      const { fetch } = window
      window.fetch = async (address, init) => {
        const isMark = typeof init?.body === 'string' && init.body.includes('"passage.mark"')
        if (!isMark) return fetch(address, init)
        document.title = 'refused'
        return Response.json(answer)
      }
    }, refusal)
    await selectWithMouse(page, transcript, ACCIDENT)
    await page.keyboard.press('1')
    await expect(page).toHaveTitle('refused')
    await expect.poll(() => paintedWords(page, 1)).toEqual([])
  })
})
