import { type Browser, chromium, type Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildParts } from '../../../electron/build/build-parts.ts'
import { root } from '../../../electron/build/tools.ts'
import { findChromium } from '../../run/system.ts'
import type { BenchOptions, BenchResult, BenchRow, BenchTarget } from '../bench-row.ts'
import { type BenchServer, makeProject, serve } from '../editor/bench-project.ts'
import { PageDriver } from '../editor/page-driver.ts'
import { round, summarise } from '../editor/stats.ts'
import { generatePassages } from '../editor/talk.ts'

const CAMPS = 20
const PASSAGES = 10_000
const WORDS = 400_000
const KEYS = 60
/** Between two keys, in milliseconds; every twentieth time a pause in which the text is saved. */
const KEY_PAUSE = 90
const SAVE_PAUSE = 1700

/** A review of ten thousand quotes in twenty camps: opened, written in, and exported. */
export async function benchReview({ quick, seed, size }: BenchOptions): Promise<BenchResult> {
  await buildParts(['cli', 'renderer'])
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('the benchmark needs a Chromium: install one or set CHROME_PATH')
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'))
  const { words, passages } = size ?? { words: quick ? WORDS / 10 : WORDS, passages: quick ? PASSAGES / 10 : PASSAGES }
  const what = `${passages} quotes, ${CAMPS} camps`
  const browser = await chromium.launch({ executablePath, args: ['--disable-quic', '--disable-background-networking'] })
  try {
    const path = await makeReview(folder, words, passages, seed)
    const server = await serve(folder, path)
    try {
      const rows = [...(await measurePage(browser, server, what)), await measureExport(server, what)]
      return { rows, targets: judge(rows, what), browser: `Chromium ${browser.version()}` }
    } finally {
      await server.stop()
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makeReview(folder: string, words: number, count: number, seed: number): Promise<string> {
  const { path, text, file } = await makeProject(folder, words, seed)
  const passages = generatePassages(text, count, seed)
  const bundle = {
    format: 'verbatim-bundle',
    version: 1,
    sources: [{ id: 'talk', file }],
    passages: passages.map(({ spans }, index) => ({
      id: `p${index}`,
      source: 'talk',
      fragments: spans.map(({ start, end }) => text.slice(start, end)),
      spans,
      translation: { zh: '末班车十一点就走了，末班岗一点才下。' },
    })),
    reviews: [
      {
        id: 'review',
        title: 'The debate',
        language: 'zh',
        sections: Array.from({ length: CAMPS }, (_, camp) => ({
          id: `camp${camp}`,
          kind: 'camp',
          camp: { label: `Side ${camp + 1}`, thesis: `What side ${camp + 1} holds`, colour: (camp % 8) + 1 },
          blocks: [
            { type: 'prose', markdown: 'What this side says, in **its own** words:\n\n- first\n- second' },
            ...passages.flatMap((_passage, index) =>
              index % CAMPS === camp ? [{ type: 'quote', passage: `p${index}` }] : [],
            ),
          ],
        })),
      },
    ],
  }
  const bundlePath = join(folder, 'review.json')
  writeFileSync(bundlePath, JSON.stringify(bundle))
  execFileSync(process.execPath, [join(root, 'dist', 'cli.cjs'), 'apply', path, bundlePath], { stdio: 'ignore' })
  return path
}

async function measurePage(browser: Browser, server: BenchServer, what: string): Promise<BenchRow[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const driver = await PageDriver.start(page)
  try {
    const library = page.getByRole('heading', { level: 1, name: 'Library' })
    const open = async () => {
      await driver.settle()
      const before = await driver.metric('TaskDuration')
      const wall = await timedUntil(page, 'Control+3', '[data-page] blockquote')
      await driver.settle()
      return { wall, cpu: ((await driver.metric('TaskDuration')) - before) * 1000 }
    }
    const cold = []
    for (let round = 0; round < 3; round += 1) {
      await page.goto('about:blank')
      await page.goto(server.url)
      await library.waitFor()
      cold.push(await open())
    }
    const warm = []
    for (let round = 0; round < 5; round += 1) {
      await page.keyboard.press('Control+1')
      await library.waitFor()
      warm.push(await open())
    }
    const domNodes = await driver.domNodes()
    const typed = await typeInProse(page, driver)
    const row = (action: string, samples: readonly { wall: number; cpu: number }[]): BenchRow => {
      const wall = summarise(samples.map((sample) => sample.wall))
      const cpu = summarise(samples.map((sample) => sample.cpu))
      return { subject: 'verbatim', case: `${what}: ${action}`, p50Ms: wall.p50, p95Ms: wall.p95, cpuP50Ms: cpu.p50 }
    }
    return [
      { ...row('open after a start', cold), domNodes },
      row('open again', warm),
      { subject: 'verbatim', case: `${what}: type a character`, ...typed },
    ]
  } finally {
    await context.close()
  }
}

/** Milliseconds from a key until an element is there and was painted. */
async function timedUntil(page: Page, key: string, selector: string): Promise<number> {
  await page.evaluate((wanted) => {
    const state = window as unknown as { shown: Promise<number> }
    state.shown = new Promise((resolve) => {
      window.addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const look = () => {
            if (document.querySelector(wanted) === null) return void requestAnimationFrame(look)
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)))
          }
          requestAnimationFrame(look)
        },
        { once: true, capture: true },
      )
    })
  }, selector)
  await page.keyboard.press(key)
  return page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown)
}

async function typeInProse(page: Page, driver: PageDriver): Promise<Record<string, number>> {
  await page.locator('[data-page] [data-block]').first().click()
  const editor = page.getByRole('textbox', { name: 'Prose' })
  await editor.press('Control+End')
  await page.evaluate(() => {
    const state = window as unknown as { keys: number[] }
    state.keys = []
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => setTimeout(() => state.keys.push(performance.now() - timeStamp)))
      },
      { capture: true },
    )
  })
  await driver.settle()
  const before = await driver.metric('TaskDuration')
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('abcdefghij '.charAt(key % 11) || 'x')
    await page.waitForTimeout(key % 20 === 19 ? SAVE_PAUSE : KEY_PAUSE)
  }
  await driver.settle()
  const cpu = (((await driver.metric('TaskDuration')) - before) * 1000) / KEYS
  const keys = await page.evaluate(() => (window as unknown as { keys: number[] }).keys)
  const { p50, p95 } = summarise(keys)
  return { p50Ms: p50, p95Ms: p95, maxMs: round(Math.max(...keys)), cpuPerKeyMs: round(cpu) }
}

async function measureExport(server: BenchServer, what: string): Promise<BenchRow> {
  const [review] = await server.invoke<{ readonly id: string }[]>('review.list', {})
  const times = []
  let bytes = 0
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now()
    const { markdown } = await server.invoke<{ readonly markdown: string }>('review.render', { id: review?.id })
    times.push(performance.now() - start)
    bytes = markdown.length
  }
  const { p50, p95 } = summarise(times)
  return { subject: 'verbatim', case: `${what}: export Markdown`, p50Ms: p50, p95Ms: p95, characters: bytes }
}

function judge(rows: readonly BenchRow[], what: string): BenchTarget[] {
  const target = (name: string, action: string, figure: string, limit: number): BenchTarget => {
    const value = Number(rows.find((row) => row.case === `${what}: ${action}`)?.[figure] ?? Number.NaN)
    return { name: `${what}: ${name}`, value, limit: `≤ ${limit}`, passed: value <= limit }
  }
  return [
    target('open the review, ms', 'open after a start', 'p50Ms', 1000),
    target('type in a prose block p95, ms', 'type a character', 'p95Ms', 50),
    target('export Markdown, ms', 'export Markdown', 'p50Ms', 1000),
  ]
}
