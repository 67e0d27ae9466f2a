// What the sources of the desktop program may not say, whatever is done with it: https://www.electronjs.org/docs/latest/tutorial/security
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const electron = join(import.meta.dirname, '..', '..', 'electron')

const sources = ['main', 'preload'].flatMap((folder) =>
  readdirSync(join(electron, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(join(electron, folder, file), 'utf8') })),
)

/** A setting that opens a door, and the call that leaves the program. */
const FORBIDDEN =
  /nodeIntegration\w*: true|contextIsolation: false|sandbox: false|webSecurity: false|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webviewTag: true|allowpopups|shell\.openPath|executeJavaScript|bypassCSP|@electron\/remote|disableWebSecurity|ignore-certificate-errors/

it('open no door of Electron’s', () => {
  expect(FORBIDDEN.test('webPreferences: { sandbox: false }')).toBe(true)
  expect(sources.length).toBeGreaterThan(10)
  expect(sources.filter(({ text }) => FORBIDDEN.test(text)).map(({ file }) => file)).toEqual([])
})

it('leave the program in one place, for pages of the web, after asking', () => {
  const leaving = sources.filter(({ text }) => text.includes('openExternal'))
  expect(leaving.map(({ file }) => file)).toEqual(['main/open-link.ts'])
  const steps = ['isWebAddress(address)', 'showMessageBox(', 'if (response === OPEN) await shell.openExternal(']
  const places = steps.map((step) => leaving[0]!.text.indexOf(step))
  expect(places.every((place, at) => place > (places[at - 1] ?? 0))).toBe(true)
})

it('make windows in one place, shut off in every way', () => {
  const makers = sources.filter(({ text }) => /new (?:BrowserWindow|WebContentsView|BrowserView)\(/.test(text))
  const preferences = makers.map(({ file, text }) => ({
    file,
    isShut: ['sandbox: true', 'contextIsolation: true', 'nodeIntegration: false', 'webviewTag: false'].every(
      (setting) => text.includes(setting),
    ),
  }))
  expect(makers.length).toBeGreaterThan(0)
  expect(preferences.filter(({ isShut }) => !isShut)).toEqual([])
})
