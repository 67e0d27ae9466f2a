import type { Browser } from '@playwright/test'
import type { Review } from '../../../shared/domain/review.ts'
import { type BenchProject, serve } from './bench-project.ts'
import { PageDriver } from './page-driver.ts'
import { type Subject, typeKeys } from './subject.ts'

/** Verbatim's own window on a project file, in the browser host, as a user has it. */
export async function openVerbatim(browser: Browser, project: BenchProject): Promise<Subject> {
  const server = await serve(project.folder, project.path)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const driver = await PageDriver.start(page)
  const library = page.getByRole('heading', { level: 1, name: 'Library' })
  const text = page.getByRole('document', { name: /^Transcript/ })

  /** Scrolls to an offset as far as the shares of text and height go together. */
  const scrollTo = async (offset: number) => {
    await page.evaluate((share) => {
      const scroller = window.probe.scroller()!
      scroller.scrollTop = share * scroller.scrollHeight
    }, offset / project.text.length)
    await driver.settle()
  }
  const [review] = await server.invoke<{ readonly id: string }[]>('review.list', {})
  const { sections } = await server.invoke<Review>('review.get', { id: review?.id })
  const firstCamp = sections.find(({ camp }) => camp !== null)!

  const press = async (key: string) => page.keyboard.press(key)
  /** Selects some words in the middle of the viewport; none of them for a caret. */
  const selectInMiddle = async (length: number) =>
    page.evaluate((length) => {
      const bounds = window.probe.scroller()!.getBoundingClientRect()
      const at = document.caretRangeFromPoint(bounds.left + bounds.width / 2, bounds.top + bounds.height / 2)!
      const node = at.startContainer as Text
      const start = Math.max(0, Math.min(at.startOffset, node.data.length - length))
      getSelection()!.setBaseAndExtent(node, start, node, Math.min(start + length, node.data.length))
    }, length)
  const markAt = async (offset: number) => {
    await scrollTo(offset)
    await text.focus()
    await selectInMiddle(90)
    await page.getByRole('toolbar').first().waitFor()
    return driver.measure('keydown', 'marked', async () => press('1'))
  }

  return {
    name: 'verbatim',
    driver,
    async openFromFile() {
      await page.goto('about:blank')
      await page.goto(server.url)
      await library.waitFor()
      return driver.measure('keydown', 'text', async () => press('Control+2'))
    },
    async open() {
      await press('Control+1')
      await library.waitFor()
      return driver.measure('keydown', 'text', async () => press('Control+2'))
    },
    mark: markAt,
    async undo(offset) {
      await markAt(offset)
      return driver.measure('keydown', 'unmarked', async () => press('Control+z'))
    },
    async recolour(round) {
      await press('Escape')
      await page.getByRole('button', { name: /^Next passage in A/ }).click()
      const { id, camp } = firstCamp
      const colour = round % 2 === 0 ? 8 : 7
      return driver.measureCall('recoloured', async () =>
        page.evaluate(
          async (body) => {
            await fetch('/api/invoke', {
              method: 'POST',
              headers: {
                authorization: `Bearer ${sessionStorage.getItem('verbatim.token')}`,
                'content-type': 'application/json',
              },
              body,
            })
          },
          JSON.stringify({ name: 'section.update', input: { id, camp: { ...camp, colour } } }),
        ),
      )
    },
    async jump(offset) {
      const strip = page.locator('[class*="strip"]').first()
      const bounds = (await strip.boundingBox())!
      const y = bounds.y + (offset / project.text.length) * bounds.height
      return driver.measure('mousedown', 'jumped', async () => page.mouse.click(bounds.x + bounds.width / 2, y))
    },
    async type(offset) {
      const open = page.getByRole('textbox', { name: /^Correcting/ })
      if (!(await open.isVisible())) await press('F2')
      await open.waitFor()
      await scrollTo(offset)
      await open.focus()
      await selectInMiddle(0)
      return typeKeys(driver)
    },
    async close() {
      await context.close()
      await server.stop()
    },
  }
}
