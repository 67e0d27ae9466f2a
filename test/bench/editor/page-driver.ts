import type { CDPSession, Page } from '@playwright/test'
import { installProbe, type DragFrames, type Probe, type ProbeEnd } from './probe.ts'
import type { Sample } from './stats.ts'

declare global {
  interface Window {
    readonly probe: Probe
  }
}

/** One page under measurement: keys and clicks from outside, times from the probe in it, CPU from the browser. */
export class PageDriver {
  readonly page: Page
  readonly #cdp: CDPSession

  private constructor(page: Page, cdp: CDPSession) {
    this.page = page
    this.#cdp = cdp
  }

  /** To be called before the page goes anywhere. */
  static async start(page: Page): Promise<PageDriver> {
    await page.addInitScript(installProbe)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' }).catch(() => cdp.send('Performance.enable'))
    await cdp.send('HeapProfiler.enable')
    return new PageDriver(page, cdp)
  }

  /** Does something and gives how long it took until the page shows it. */
  async measure(event: 'keydown' | 'mousedown', until: ProbeEnd, act: () => Promise<unknown>): Promise<Sample> {
    return this.#timed(
      () => this.page.evaluate(([event, until]) => window.probe.arm(event, until), [event, until] as const),
      act,
    )
  }

  /** The same for what the page is told to do by a script. */
  async measureCall(until: ProbeEnd, act: () => Promise<unknown>): Promise<Sample> {
    return this.#timed(
      async () => undefined,
      async () => {
        await this.page.evaluate((until) => window.probe.start(until), until)
        await act()
      },
    )
  }

  async #timed(prepare: () => Promise<void>, act: () => Promise<unknown>): Promise<Sample> {
    await this.settle()
    await prepare()
    const before = await this.metric('TaskDuration')
    await act()
    const times = await this.page.evaluate(async () => window.probe.result())
    await this.settle()
    const cpu = ((await this.metric('TaskDuration')) - before) * 1000
    return { wall: times.painted, responsive: times.responsive, cpu, answered: times.answered }
  }

  /** Main-thread CPU of doing something, with nothing in the page that looks on: the mean of some times. */
  async cpuOf(times: number, act: () => Promise<unknown>): Promise<number> {
    await this.settle()
    const before = await this.metric('TaskDuration')
    for (let time = 0; time < times; time += 1) await act()
    await this.settle()
    return (((await this.metric('TaskDuration')) - before) * 1000) / times
  }

  async drag(frames: number): Promise<DragFrames & { readonly cpu: number }> {
    await this.settle()
    const before = await this.metric('TaskDuration')
    const dragged = await this.page.evaluate(async (count) => window.probe.drag(count), frames)
    return { ...dragged, cpu: ((await this.metric('TaskDuration')) - before) * 1000 }
  }

  /** Waits until the main thread has had next to nothing to do for a moment. */
  async settle(): Promise<void> {
    let before = await this.metric('TaskDuration')
    for (let round = 0; round < 100; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      const now = await this.metric('TaskDuration')
      if (now - before < 0.006) return
      before = now
    }
  }

  async metric(name: string): Promise<number> {
    const { metrics } = await this.#cdp.send('Performance.getMetrics')
    return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  }

  /** What is left after a thorough garbage collection. */
  async memory(): Promise<{ readonly heapMb: number; readonly nodes: number; readonly listeners: number }> {
    for (let round = 0; round < 3; round += 1) await this.#cdp.send('HeapProfiler.collectGarbage')
    return {
      heapMb: (await this.metric('JSHeapUsedSize')) / 1e6,
      nodes: await this.metric('Nodes'),
      listeners: await this.metric('JSEventListeners'),
    }
  }

  /** Nodes of the document: elements, texts and comments. */
  async domNodes(): Promise<number> {
    return this.page.evaluate(() => {
      const walker = document.createTreeWalker(document)
      let count = 1
      while (walker.nextNode()) count += 1
      return count
    })
  }
}
