import { readFile } from 'node:fs/promises'
import { expect, test } from './launch'
import {
  closeProject,
  expectPassage,
  expectSaved,
  exportedFile,
  fixture,
  goTo,
  inspectorOf,
  makeProjectWithTranscripts,
  mark,
  openTranscript,
  paintedWords,
  rowOf,
  selectWithMouse,
  transcriptOf,
  writeProse,
} from './steps'

const SHIFT = 'The last bus leaves at eleven, and the last shift ends at one.'
const ACCIDENT = 'A bus is cheaper than one accident.'
const EMPTY_BUS = 'An empty bus at two in the morning helps nobody.'
const DRIVERS = 'I cannot promise the third before winter.'

test('from transcripts to an exported review, and back to it the next day', async ({ app }) => {
  test.setTimeout(120_000)
  let { page } = app
  await makeProjectWithTranscripts(app, 'Night bus', 'Chinese')

  await test.step('say what the hearing is and who speaks', async () => {
    await rowOf(page, 'night-bus-hearing').getByRole('button', { name: 'Actions for night-bus-hearing' }).click()
    await page.getByRole('menuitem', { name: 'Edit details…' }).click()
    const facts = page.getByRole('dialog', { name: 'Source details' })
    await facts.getByLabel('Title').fill('The night bus hearing')
    await facts.getByLabel('Date').fill('2026-03-12')
    await facts.getByLabel('Affiliation of Tomas Fell').fill('Shift council')
    await facts.getByRole('button', { name: 'Save' }).click()
    await expect(rowOf(page, 'The night bus hearing')).toContainText('12 Mar 2026')
  })

  await test.step('highlight with the mouse, into camp A', async () => {
    const transcript = await openTranscript(page, 'The night bus hearing')
    await mark(page, transcript, SHIFT, 'Mark in camp A')
    await expect.poll(() => paintedWords(page, 1)).toEqual([SHIFT])
    await expect(inspectorOf(page).getByRole('button', { name: 'Speaker' })).toContainText('Tomas Fell')
  })

  const inspector = () => inspectorOf(page)
  const translation = () => inspector().getByLabel('Translation, Chinese')
  const state = (name: string) => inspector().getByRole('radio', { name })

  await test.step('translate, add a second span, translate again', async () => {
    await translation().fill('末班车十一点就走了,末班岗一点才下。')
    await state('Done').click()
    await expect(state('Done')).toBeChecked()
    await selectWithMouse(page, transcriptOf(page, 'The night bus hearing'), ACCIDENT)
    await page.keyboard.press('e')
    await expectPassage(page, `${SHIFT} … ${ACCIDENT}`)
    await expect.poll(() => paintedWords(page, 1)).toEqual([SHIFT, ACCIDENT])
    await expect(state('Stale')).toBeChecked()
    await translation().fill('末班车十一点就走了,末班岗一点才下。……一班车比一场事故便宜。')
    await translation().press('Control+Enter')
    await expect(state('Done')).toBeChecked()
  })

  await test.step('highlight from the keyboard alone, into camp B', async () => {
    await page.keyboard.press('Escape')
    const transcript = transcriptOf(page, 'The night bus hearing')
    await transcript.focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press(']')
    await page.keyboard.press(']')
    for (const _ of 'I have driven that road for nineteen years. ') await page.keyboard.press('ArrowRight')
    for (const _ of EMPTY_BUS) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('2')
    await expectPassage(page, EMPTY_BUS)
    await expect.poll(() => paintedWords(page, 2)).toEqual([EMPTY_BUS])
  })

  await test.step('keep a note and a tag with it', async () => {
    await page.keyboard.press('n')
    await expect(inspector().getByRole('textbox', { name: 'Note' })).toBeFocused()
    await page.keyboard.type('Ask her for the passenger counts.')
    await inspector().getByRole('combobox', { name: 'Tags' }).fill('cost')
    await page.keyboard.press('Enter')
    await expect(inspector().getByRole('row', { name: 'cost' })).toBeVisible()
    await translation().fill('凌晨两点的空车,对谁都没好处。')
    await translation().press('Control+Enter')
    await expect(state('Done')).toBeChecked()
    await expectSaved(page)
  })

  await test.step('mark one of another transcript, for no camp yet', async () => {
    await goTo(page, 'Library')
    const transcript = await openTranscript(page, 'depot-interview')
    await mark(page, transcript, DRIVERS, 'Mark without a camp')
    await expect.poll(() => paintedWords(page, 0)).toEqual([DRIVERS])
    await translation().fill('第三个司机,冬天之前我不敢保证。')
    await translation().press('Control+Enter')
    await expect(state('Done')).toBeChecked()
  })

  const tray = () => page.getByRole('region', { name: 'Passages' })
  const section = (name: string) =>
    page.getByRole('article', { name: 'Page' }).getByRole('region', { name, exact: true })
  const blocks = (name: string) =>
    section(name)
      .getByRole('group')
      .filter({ hasNot: page.getByRole('textbox', { name: 'Thesis' }) })

  await test.step('name the camps', async () => {
    await goTo(page, 'Review')
    const a = page.getByRole('group', { name: 'Camp A' })
    await a.getByLabel('Thesis').fill('夜班的人要回家')
    await a.getByLabel('Thesis').press('Enter')
    await a.getByLabel('Held by').fill('工人代表')
    await a.getByLabel('Held by').press('Enter')
    await expect(section('阵营 A · "夜班的人要回家"——工人代表')).toBeVisible()
    const b = page.getByRole('group', { name: 'Camp B' })
    await b.getByLabel('Thesis').fill('拼车就够了')
    await b.getByLabel('Thesis').press('Enter')
    await expect(section('阵营 B · "拼车就够了"')).toBeVisible()
  })

  await test.step('place passages: by keyboard, on the page by mouse, in the outline by mouse', async () => {
    await tray()
      .getByRole('group', { name: `${SHIFT} … ${ACCIDENT}` })
      .focus()
    await page.keyboard.press('Enter')
    await expect(blocks('阵营 A · "夜班的人要回家"——工人代表')).toHaveCount(1)
    await tray().getByRole('group', { name: EMPTY_BUS }).dragTo(section('阵营 B · "拼车就够了"'))
    await expect(blocks('阵营 B · "拼车就够了"')).toHaveCount(1)
    await tray()
      .getByRole('group', { name: DRIVERS })
      .dragTo(page.getByRole('treeitem', { name: '主流共识' }))
    await expect(blocks('主流共识')).toHaveCount(1)
    await expect(tray()).toContainText('Every passage is on the page.')
  })

  await test.step('write between them, and move by keyboard and by mouse', async () => {
    const consensus = section('主流共识')
    await consensus.getByRole('button', { name: 'Add text here' }).last().click()
    await writeProse(page, '两边都承认:**缺司机**,而且夜里的路不安全。')
    const prose = consensus.getByRole('group', { name: 'Text 2 of 2' })
    await expect(prose).toBeFocused()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(consensus.getByRole('group', { name: 'Text 1 of 2' })).toBeFocused()

    const view = section('我的看法')
    await view.getByRole('button', { name: 'Write here, or drop a passage.' }).click()
    // A list goes on with Enter, and ends with a second one.
    await writeProse(page, '先试一个冬天。', '1. 周四到周六', '数清楚坐车的人', '', '信心:六成。')
    await expect(view.getByRole('group', { name: 'Text 1 of 1' })).toBeVisible()
    await view.getByRole('button', { name: 'Add text here' }).first().click()
    await writeProse(page, '不是"要不要",而是"几点"。')
    const first = view.getByRole('group', { name: 'Text 1 of 2' })
    await expect(first).toContainText('几点')
    await first.hover()
    await first.getByTitle('Drag to move').dragTo(view.getByRole('button', { name: 'Add text here' }).last())
    await expect(view.getByRole('group', { name: 'Text 2 of 2' })).toContainText('几点')
  })

  await test.step('move a section by keyboard and by mouse', async () => {
    const entry = (name: string) => page.getByRole('treeitem', { name, exact: true })
    await entry('还想知道什么').focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(entry('还想知道什么')).toHaveAttribute('aria-posinset', '5')
    await entry('都没说透的').dragTo(entry('取材'), { targetPosition: { x: 60, y: 2 } })
    await expect(entry('都没说透的')).toHaveAttribute('aria-posinset', '6')
  })

  await test.step('export it: the file is what it should be, byte by byte', async () => {
    await page.getByRole('button', { name: 'Export…', exact: true }).click()
    const sheet = page.getByRole('dialog', { name: 'Export review' })
    await expect(sheet).toContainText('All 3 quotes are what their transcripts say.')
    const bytes = await exportedFile(app, 'Night bus.md', () => sheet.getByRole('button', { name: 'Export' }).click())
    const exported = bytes.toString('utf8')
    const [, updated = 'no date'] = /最近更新 (\d{4}-\d{2}-\d{2}) /.exec(exported) ?? []
    const expected = await readFile(fixture('expected', 'night-bus.md'), 'utf8')
    expect(exported).toBe(expected.replace('{updated}', updated))
    expect(bytes.equals(Buffer.from(expected.replace('{updated}', updated)))).toBe(true)
  })

  await test.step('close, and open again the next day: everything is there', async () => {
    await closeProject(page, 'Night bus')
    page = await app.reopen()
    await page.getByRole('button', { name: 'Open Night bus' }).click()
    await expect(rowOf(page, 'The night bus hearing')).toBeVisible()
    await openTranscript(page, 'The night bus hearing')
    await expect.poll(() => paintedWords(page, 1)).toEqual([SHIFT, ACCIDENT])
    await expect.poll(() => paintedWords(page, 2)).toEqual([EMPTY_BUS])
    await page.keyboard.press('j')
    await expectPassage(page, `${SHIFT} … ${ACCIDENT}`)
    await expect(translation()).toHaveValue('末班车十一点就走了,末班岗一点才下。……一班车比一场事故便宜。')
    await expect(state('Done')).toBeChecked()
    await page.keyboard.press('j')
    await expectPassage(page, EMPTY_BUS)
    await expect(inspector().getByRole('textbox', { name: 'Note' })).toHaveValue('Ask her for the passenger counts.')
    await expect(inspector().getByRole('row', { name: 'cost' })).toBeVisible()
    await goTo(page, 'Review')
    await expect(blocks('阵营 A · "夜班的人要回家"——工人代表')).toHaveCount(1)
    await expect(section('我的看法').getByRole('group', { name: 'Text 2 of 2' })).toContainText('几点')
    await expect(page.getByRole('treeitem', { name: '都没说透的' })).toHaveAttribute('aria-posinset', '6')
  })

  await test.step('what was done the day before can still be undone, and done again', async () => {
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(page.getByRole('treeitem', { name: '都没说透的' })).toHaveAttribute('aria-posinset', '4')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(page.getByRole('treeitem', { name: '还想知道什么' })).toHaveAttribute('aria-posinset', '6')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(section('我的看法').getByRole('group', { name: 'Text 1 of 2' })).toContainText('几点')
    await page.getByRole('button', { name: 'Redo', exact: true }).click()
    await expect(section('我的看法').getByRole('group', { name: 'Text 2 of 2' })).toContainText('几点')
  })
})
