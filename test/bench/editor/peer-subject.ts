import type { Browser } from '@playwright/test'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../../../electron/build/tools.ts'
import { PageDriver } from './page-driver.ts'
import type { PeerPassage } from './peers/peer.ts'
import { type Subject, typeKeys } from './subject.ts'

export type PeerName = 'codemirror' | 'prosemirror'

/** Bundles a peer's page script into a folder and gives its path. */
export async function bundlePeer(name: PeerName, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    publicDir: false,
    cacheDir: join(folder, '.vite'),
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'chrome114',
      reportCompressedSize: false,
      lib: {
        entry: join(import.meta.dirname, 'peers', `${name}.ts`),
        formats: ['iife'],
        name: 'bench',
        fileName: () => `${name}.js`,
      },
    },
  })
  return join(folder, `${name}.js`)
}

/** Another editor with the same text and passages, in a page of its own. */
export async function openPeer(
  name: PeerName,
  browser: Browser,
  script: string,
  text: string,
  passages: readonly PeerPassage[],
): Promise<Subject> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const driver = await PageDriver.start(page)
  await page.goto('data:text/html,<!doctype html><div id=root></div>')
  await page.addScriptTag({ path: script })
  await page.evaluate((data) => Object.assign(window, { data }) && undefined, { text, passages })
  const press = async (key: string) => page.keyboard.press(`Control+${key}`)
  const aim = async (target: number) => page.evaluate((at) => window.peer.aim(at), target)
  const place = async (offset: number) => {
    await page.evaluate((start) => window.peer.select(start, start + 90), offset)
    await driver.settle()
  }
  return {
    name,
    driver,
    openFromFile: null,
    undo: null,
    async open() {
      await page.evaluate(() => window.peer.close())
      return driver.measure('keydown', 'text', async () => press('o'))
    },
    async mark(offset) {
      await place(offset)
      return driver.measure('keydown', 'marked', async () => press('m'))
    },
    async recolour(round) {
      await place(passages.find(({ colour }) => colour === 1)?.spans[0]?.start ?? 0)
      await aim(40 * round)
      return driver.measure('keydown', 'recoloured', async () => press('k'))
    },
    async jump(offset) {
      await aim(offset)
      return driver.measure('keydown', 'jumped', async () => press('j'))
    },
    async type(offset) {
      await place(offset)
      await page.evaluate(() => window.peer.focus())
      return typeKeys(driver)
    },
    close: async () => context.close(),
  }
}
