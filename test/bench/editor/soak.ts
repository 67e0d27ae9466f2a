import { chromium } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildParts } from '../../../electron/build/build-parts.ts'
import { findChromium } from '../../run/system.ts'
import type { BenchOptions, BenchResult, BenchRow, BenchTarget } from '../bench-row.ts'
import { makeLibrary, serve } from './bench-project.ts'
import { PageDriver } from './page-driver.ts'
import { round } from './stats.ts'

/**
 * Sources that are opened, and passages that are marked, before growth counts: by then everything that is kept once is
 * there, and what runs often is compiled.
 */
const WARM_UP = 12
const WARM_UP_MARKS = 200
/** How long the offer for what was selected may take on a busy machine, and how often it may fail to come. */
const PATIENCE_MS = 5000
const MOST_MISSES = 20
/** For so long the window remembers what is known of passages that were selected; somebody marks faster than that. */
const REMEMBERED_MS = 35_000

interface Memory {
  readonly heapMb: number
  readonly nodes: number
  readonly listeners: number
}

/**
 * A long day's use in one window: opens one large source after the other, then marks passages by key. What is left after
 * that and a garbage collection is compared with what was there before; of marking, whose passages are there afterwards, with
 * what a fresh window on the same project has once it read the last of the sources and marked a few passages.
 */
export async function benchSoak({ quick, seed }: BenchOptions): Promise<BenchResult> {
  await buildParts(['cli', 'renderer'])
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('the soak test needs a Chromium: install one or set CHROME_PATH')
  const [sources, words, marks] = quick ? [20, 30_000, 300] : [50, 100_000, 2000]
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-soak-'))
  const project = makeLibrary(folder, sources, words, seed)
  const server = await serve(folder, project)
  const browser = await chromium.launch({ executablePath, args: ['--disable-quic', '--disable-background-networking'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const driver = await PageDriver.start(page)
    const library = page.getByRole('heading', { level: 1, name: 'Library' })
    const text = page.getByRole('document', { name: /^Transcript/ })
    const atLibrary = async (): Promise<Memory> => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+1')
      await library.waitFor()
      await driver.settle()
      return driver.memory()
    }
    const atLibraryLater = async (): Promise<Memory> => {
      await atLibrary()
      await new Promise((resolve) => setTimeout(resolve, REMEMBERED_MS))
      return driver.memory()
    }
    const open = async (source: number) => {
      await page.keyboard.press('Control+1')
      await library.waitFor()
      // The list shows only what is in view: each source is found by its number.
      await page.getByRole('searchbox').fill(`talk-${String(source).padStart(3, '0')}`)
      await page.getByRole('row').nth(1).dblclick()
      await text.waitFor()
      await page.waitForFunction(() => window.probe.hasText())
      await page.keyboard.press('Control+End')
    }

    await page.goto(server.url)
    await library.waitFor()
    let before = await driver.memory()
    for (let source = 0; source < sources; source += 1) {
      await open(source)
      if (source === WARM_UP) before = await atLibrary()
    }
    const after = await atLibrary()

    /** Selects words in the middle of the viewport; false when nothing is offered for them. */
    const selectSome = async () => {
      // After a jump there may be no text in the middle yet.
      await page.waitForFunction(() => {
        const bounds = window.probe.scroller()!.getBoundingClientRect()
        const at = document.caretRangeFromPoint(bounds.left + bounds.width / 2, bounds.top + bounds.height / 2)
        const node = at?.startContainer
        if (!at || !(node instanceof Text)) return false
        const start = Math.max(0, Math.min(at.startOffset, node.data.length - 60))
        getSelection()!.setBaseAndExtent(node, start, node, Math.min(start + 60, node.data.length))
        return true
      })
      return page
        .getByRole('toolbar')
        .first()
        .waitFor({ timeout: PATIENCE_MS })
        .then(
          () => true,
          () => false,
        )
    }
    let misses = 0
    const markIn = async (source: number, count: number) => {
      await open(source)
      for (let mark = 0; mark < count; mark += 1) {
        if (mark % 100 === 0) console.error(`verbatim: ${mark} of ${count} passages marked`)
        await page.evaluate((share) => {
          const scroller = window.probe.scroller()!
          scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight)
        }, mark / count)
        await page.waitForFunction(() => window.probe.hasText())
        await text.focus()
        while (!(await selectSome())) {
          misses += 1
          if (misses > MOST_MISSES)
            throw new Error(`nothing could be selected for mark ${mark}, or ${misses} times before`)
        }
        await page.keyboard.press('m')
        await page.getByRole('toolbar').first().waitFor({ state: 'detached' })
      }
    }
    const last = sources - 1
    await markIn(last, marks)
    const marked = await atLibraryLater()
    const kept = (await server.invoke<readonly unknown[]>('passage.list', {})).length
    if (kept < marks) throw new Error(`of ${marks} marks only ${kept} were kept`)

    await page.goto('about:blank')
    await page.goto(server.url)
    await library.waitFor()
    // What was read last is kept for coming back to: the fresh window has to have read as much.
    for (let source = last - WARM_UP; source < last; source += 1) await open(source)
    await markIn(last, WARM_UP_MARKS)
    const fresh = await atLibraryLater()

    const opened = `${sources} sources of ${words} words opened and closed`
    const made = `${marks} passages marked`
    const rows = [
      rowOf(`${opened}: before`, before),
      rowOf(`${opened}: after`, after),
      rowOf(`${made}: after`, marked),
      rowOf(`${made}: in a fresh window`, fresh),
    ]
    return {
      rows,
      targets: [...growth(opened, before, after), ...growth(made, fresh, marked)],
      notes: [`${misses} selections had to be made again`],
      browser: `Chromium ${browser.version()}`,
    }
  } finally {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function rowOf(what: string, { heapMb, nodes, listeners }: Memory): BenchRow {
  return { subject: 'verbatim', case: what, heapMb: round(heapMb), nodes, listeners }
}

function growth(what: string, from: Memory, to: Memory): BenchTarget[] {
  return (['heapMb', 'nodes', 'listeners'] as const).map((figure) => {
    const percent = round(100 * (to[figure] / from[figure] - 1))
    return { name: `${what}: growth of ${figure}, %`, value: percent, limit: '≤ 10', passed: percent <= 10 }
  })
}
