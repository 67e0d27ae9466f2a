import { chromium } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildParts } from '../../../electron/build/build-parts.ts'
import { findChromium } from '../../run/system.ts'
import type { BenchOptions, BenchResult, BenchRow } from '../bench-row.ts'
import { type BenchProject, makeProject, withPassages } from './bench-project.ts'
import { bundlePeer, openPeer } from './peer-subject.ts'
import { round, summarise, type Sample } from './stats.ts'
import type { Subject } from './subject.ts'
import { generatePlaces } from './talk.ts'
import { judge } from './targets.ts'
import { openVerbatim } from './verbatim-subject.ts'

const SIZES = [10_000, 100_000, 1_000_000].map((words) => ({ words, passages: [500, 5000] }))
const QUICK = [{ words: 100_000, passages: [500] }]
const DRAGS = 3
const DRAG_FRAMES = 120
const LONG_MS = 60_000
const FEWEST = 3

/**
 * Verbatim's own transcript screen beside CodeMirror and ProseMirror, in one run, with the same text and passages.
 * Times are to the painted frame; CPU is the page's main thread until it is idle again.
 */
export async function benchEditor({ quick, seed, size }: BenchOptions): Promise<BenchResult> {
  await buildParts(['cli', 'renderer'])
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('the benchmark needs a Chromium: install one or set CHROME_PATH')
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'))
  const browser = await chromium.launch({ executablePath, args: ['--disable-quic', '--disable-background-networking'] })
  try {
    const scripts = {
      codemirror: await bundlePeer('codemirror', folder),
      prosemirror: await bundlePeer('prosemirror', folder),
    }
    const rows: BenchRow[] = []
    const times = quick ? 10 : 24
    const sizes = size ? [{ words: size.words, passages: [size.passages] }] : quick ? QUICK : SIZES
    const projects: [what: string, BenchProject][] = []
    for (const { words, passages } of sizes) {
      const bare = await makeProject(folder, words, seed)
      for (const count of passages)
        projects.push([`${words} words, ${count} passages`, withPassages(bare, count, seed)])
    }
    for (const [what, project] of projects) {
      const textMb = bytesOf(project.text) / 1e6
      const open = [
        async () => openVerbatim(browser, project),
        async () => openPeer('codemirror', browser, scripts.codemirror, project.text, project.passages),
        async () => openPeer('prosemirror', browser, scripts.prosemirror, project.text, project.passages),
      ]
      for (const start of open) {
        const subject = await start()
        try {
          console.error(`verbatim: measuring ${subject.name}, ${what} ...`)
          await within(LIMIT_S, measure(rows, subject, what, { times, seed, text: project.text, textMb }))
        } catch (error) {
          if (!(error instanceof TookTooLong)) throw error
          rows.push({ subject: subject.name, case: `${what}: not finished`, limitS: LIMIT_S })
        } finally {
          await subject.close()
        }
      }
    }
    return { rows, targets: judge(rows), browser: `Chromium ${browser.version()}` }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A subject that has not done everything by then is given up on. */
const LIMIT_S = 600

class TookTooLong extends Error {}

async function within<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong(`not done in ${seconds} s`)), seconds * 1000)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

interface Run {
  readonly times: number
  readonly seed: number
  readonly text: string
  readonly textMb: number
}

/** Adds to `rows` as it goes, so that what was measured before something took too long is there. */
async function measure(
  rows: BenchRow[],
  subject: Subject,
  what: string,
  { times, seed, text, textMb }: Run,
): Promise<void> {
  const { driver } = subject
  const add = (action: string, samples: readonly Sample[]) =>
    rows.push({ subject: subject.name, case: `${what}: ${action}`, ...figures(samples) })
  const places = generatePlaces(text, times, seed + 1)

  if (subject.openFromFile) add('open from the project file', await repeat(5, subject.openFromFile))
  add('open', await repeat(7, async () => subject.open()))
  await driver.settle()
  const { heapMb } = await driver.memory()
  rows.push({
    subject: subject.name,
    case: `${what}: page`,
    domNodes: await driver.domNodes(),
    heapAboveTextMb: round(heapMb - textMb),
  })
  add('jump', await each(places, async (place) => subject.jump(place)))
  add('mark', await each(places, async (place) => subject.mark(place)))
  if (subject.undo) add('undo', await each(places.slice(0, Math.ceil(times / 3)), subject.undo))
  add('recolour a camp', await repeat(6, async (round) => subject.recolour(round)))
  const drags = await repeat(DRAGS, async () => driver.drag(DRAG_FRAMES))
  const shares = drags.map(({ frames, dropped }) => (100 * dropped) / (frames + dropped))
  rows.push({
    subject: subject.name,
    case: `${what}: drag`,
    droppedPercent: summarise(shares).p50,
    // In all of them together.
    blank: sum(drags.map(({ blank }) => blank)),
    partlyBlank: sum(drags.map(({ partly }) => partly)),
    cpuMs: summarise(drags.map(({ cpu }) => cpu)).p50,
    domNodes: await driver.domNodes(),
  })
  add('type a character', (await each(places.slice(0, Math.ceil(times / 3)), async (at) => subject.type(at))).flat())
}

function figures(samples: readonly Sample[]): Record<string, number> {
  const wall = summarise(samples.map((sample) => sample.wall))
  const responsive = summarise(samples.map((sample) => sample.responsive))
  const cpu = summarise(samples.map((sample) => sample.cpu))
  const answered = samples.flatMap((sample) => (sample.answered === null ? [] : Math.max(sample.answered, sample.wall)))
  return {
    p50Ms: wall.p50,
    p95Ms: wall.p95,
    responsiveP50Ms: responsive.p50,
    responsiveP95Ms: responsive.p95,
    cpuP50Ms: cpu.p50,
    cpuP95Ms: cpu.p95,
    ...(answered.length > 0 && { onDiskP50Ms: summarise(answered).p50, onDiskP95Ms: summarise(answered).p95 }),
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

async function repeat<T>(times: number, run: (round: number) => Promise<T>): Promise<T[]> {
  return each(
    Array.from({ length: times }, (_, round) => round),
    run,
  )
}

async function each<Item, T>(items: readonly Item[], run: (item: Item) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  const started = performance.now()
  for (const item of items) {
    results.push(await run(item))
    // Of what takes long, fewer times tell as much.
    if (performance.now() - started > LONG_MS && results.length >= FEWEST) break
  }
  return results
}

/** What an engine needs to hold a text: a byte a character while all are Latin-1, else two. */
function bytesOf(text: string): number {
  return /^[\0-\xff]*$/.test(text) ? text.length : 2 * text.length
}
