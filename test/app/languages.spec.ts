import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ENGLISH } from '../../shared/domain/messages/english'
import { makeZip } from '../core/import/documents/make-documents'
import { fileRow, filesOf } from './import-steps'
import { expect, test } from './launch'
import { answerWithFiles, chooseInSettings, fixture, makeProjectWithTranscripts, mark, openTranscript } from './steps'
import type { Page } from '@playwright/test'

const locales = join(import.meta.dirname, '..', '..', 'assets', 'locales')

/** Every string of the interface by its key, in one language. */
function strings(language: 'en' | 'zh'): Map<string, string> {
  const found = new Map<string, string>()
  const collect = (value: unknown, key: string) => {
    if (typeof value === 'string') found.set(key, value)
    else for (const [name, inner] of Object.entries(value as object)) collect(inner, `${key}.${name}`)
  }
  for (const file of readdirSync(join(locales, language))) {
    collect(JSON.parse(readFileSync(join(locales, language, file), 'utf8')), file.replace('.json', ''))
  }
  if (language === 'en') collect(ENGLISH, 'messages')
  return found
}

const chinese = strings('zh')
const inChinese = new Set(chinese.values())
/** What must not be seen in Chinese: English strings that have a word of their own and another Chinese one. */
const english = [...strings('en')].filter(([key, text]) => {
  const own = text.replaceAll(/\{\{.*?\}\}/g, '')
  return /\p{L}{3}/u.test(own) && chinese.get(key) !== text && !inChinese.has(text)
})
const patterns = english.map(([, text]) => {
  const parts = text.split(/\{\{.*?\}\}/).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`, 's')
})

/** What the page shows or tells: texts, names and hints, but for what is content in a language of its own. */
function shown(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const isContent = (element: Element) => {
      const marked = element.closest('[lang]')
      return marked !== null && marked !== document.documentElement
    }
    for (const element of document.body.querySelectorAll('*')) {
      // What was announced before belongs to the past.
      if (isContent(element) || element.matches('script, style, [aria-live]')) continue
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.add(node.textContent ?? '')
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.add(element.getAttribute(name) ?? '')
    }
    return [...found].map((text) => text.trim()).filter(Boolean)
  })
}

/** Nothing on the page is English, nor the bare key of a string that is missing. */
async function expectChinese(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
  await expect
    .poll(async () => (await shown(page)).filter((text) => patterns.some((pattern) => pattern.test(text))))
    .toEqual([])
  const keys = new Set(chinese.keys())
  const texts = await shown(page)
  expect(texts.filter((text) => keys.has(text) || /^[a-z]+(?:\.[a-zA-Z-]+)+$/.test(text))).toEqual([])
  expect(texts.filter((text) => /\p{Script=Han}/u.test(text)).length).toBeGreaterThan(3)
}

test('the interface changes its language while it runs, wholly, and keeps it', async ({ app }) => {
  test.setTimeout(120_000)
  let { page } = app
  const file = await makeProjectWithTranscripts(app, '夜班车', 'Chinese')
  const transcript = await openTranscript(page, 'night-bus-hearing')
  await mark(page, transcript, 'A bus is cheaper than one accident.', 'Mark in camp A')
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/)

  await chooseInSettings(page, '中文', 'Settings')
  await expect(page.getByRole('dialog', { name: '设置' })).toBeVisible()
  await expectChinese(page)
  await page.keyboard.press('Escape')

  await test.step('transcript, selection and inspector', async () => {
    await expectChinese(page)
    await page.keyboard.press('Escape')
    await expectChinese(page)
  })
  await test.step('palette and keys', async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectChinese(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectChinese(page)
    await page.keyboard.press('Escape')
  })
  await test.step('library, its menus and dialogs', async () => {
    await page.keyboard.press('Control+1')
    await expect(page.getByRole('rowheader')).toHaveCount(4)
    await expectChinese(page)
    await page.getByRole('row').filter({ hasText: 'night-desk' }).getByRole('button').click()
    await page.getByRole('menuitem').first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectChinese(page)
    await page.keyboard.press('Escape')
  })
  await test.step('import, with what was noted, passed over and refused', async () => {
    const desk = '1\n00:00:01,000 --> 00:00:02,000\nInes: It was <i>quiet</i>.\n\n2\n00:00:02,000 --> 00:00:03,000\n\n'
    // Names with a space: one word and a dot would look like the bare key of a string.
    const zip = makeZip([
      { name: 'night desk.srt', data: desk },
      { name: 'a photo.jpg', data: 'no text at all' },
    ])
    const noise = await readFile(fixture('garbage', 'noise.vtt'))
    const files = await filesOf(app, { 'a week.zip': zip, 'mere noise.vtt': noise })
    await answerWithFiles(app, files, () => page.getByRole('button', { name: '导入文稿' }).click())
    const dialog = page.getByRole('dialog', { name: '导入文稿' })
    await fileRow(dialog, 'mere noise.vtt').click()
    await expect(dialog).toContainText('无法作为文本读取')
    await expectChinese(page)
    await dialog.getByRole('button', { name: '导入 1 篇文稿' }).click()
    const report = page.getByRole('dialog', { name: '导入完成' })
    await report.getByText('2 条说明').click()
    await expect(report.getByRole('listitem').filter({ hasText: 'night desk.srt' })).toContainText([
      /略去没有文字的字幕.*略去字幕中的格式标记|略去字幕中的格式标记.*略去没有文字的字幕/s,
    ])
    await expect(report).toContainText('扩展名不属于任何文稿格式')
    await expect(report).toContainText('不是文本文件 — 无法作为文本读取')
    await expectChinese(page)
    await report.getByRole('button', { name: '关闭' }).last().click()
  })
  await test.step('review and export', async () => {
    await page.keyboard.press('Control+3')
    await expect(page.getByRole('tree')).toBeVisible()
    await expectChinese(page)
    await page.keyboard.press('Control+e')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectChinese(page)
    await page.keyboard.press('Escape')
  })
  await test.step('still so after the page is loaded again, and the app started again', async () => {
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
    page = await app.reopen(file)
    await expect(page.getByRole('rowheader')).toHaveCount(5)
    await expectChinese(page)
  })
  await test.step('start screen', async () => {
    await page.getByRole('button', { name: '夜班车' }).click()
    await page.getByRole('menuitem').last().click()
    await expect(page.getByRole('heading', { name: 'Verbatim' })).toBeVisible()
    await expectChinese(page)
  })
  await test.step('and back', async () => {
    await chooseInSettings(page, 'English', '设置')
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', /^en/)
  })
})
