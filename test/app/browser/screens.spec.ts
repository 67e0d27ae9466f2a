// How the screens look: nothing sticks out, nothing is cut off, no text is missing, and all can be read by all. With
// VERBATIM_SCREENSHOTS set to a folder, a picture of each is put there.
import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { expect, test } from '../launch'
import { atRest, LOOKS, SCREENS, setLook, textKeys } from '../screens'
import { violationsInBothThemes } from './violations'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
]
const pictures = process.env['VERBATIM_SCREENSHOTS']

for (const [at, look] of LOOKS.entries()) {
  // Names and roles are the same in each look, and both themes are looked at in one.
  const meetsRules = at === 0
  // The first look is at both themes.
  if (!pictures && look.language === 'English' && look.theme === 'dark') continue
  // Pictures are of every look in every size; otherwise the sizes take turns.
  for (const size of pictures ? SIZES : [SIZES[at % SIZES.length]!]) {
    const name = `${look.language}-${look.theme}-${size.width}`
    test(`every screen fits${meetsRules ? ' and keeps to WCAG 2.1 AA' : ''}, ${name}`, async ({ app }, testInfo) => {
      test.setTimeout(180_000)
      await app.page.setViewportSize(size)
      await setLook(app, look)
      for (const [index, screen] of SCREENS.entries()) {
        await test.step(screen.name, async () => {
          await screen.show(app, look)
          await atRest(app.page)
          if (pictures) {
            const file = `${testInfo.project.name}-${name}-${String(index + 1).padStart(2, '0')}-${screen.name}.png`
            await app.page.screenshot({ path: join(pictures, file.replaceAll(' ', '-')) })
          }
          expect.soft(await faultsOf(app.page), screen.name).toEqual([])
          if (meetsRules) expect.soft(await violationsInBothThemes(app.page), screen.name).toEqual([])
        })
      }
    })
  }
}

/** What is wrong with how a page is laid out, each named so that it can be found. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate((allKeys) => {
    const keys = new Set(allKeys)
    const faults: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`)
    if (root.scrollHeight > root.clientHeight)
      faults.push(`the page is ${root.scrollHeight} high in ${root.clientHeight}`)

    const name = (element: Element) => {
      const text = (element.textContent ?? '').trim().slice(0, 40)
      return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> '${text}'`
    }
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      // Texts for screen readers alone are a pixel in size.
      return width > 2 && height > 2 && getComputedStyle(element).visibility === 'visible'
    }
    for (const element of document.querySelectorAll(
      'button, [role=button], label, [role=radio], [role=tab], [role=menuitem], th, h1, h2, h3',
    )) {
      if (!(element instanceof HTMLElement) || !isSeen(element)) continue
      const isShortened = (one: Element): boolean =>
        getComputedStyle(one).textOverflow === 'ellipsis' || [...one.children].some(isShortened)
      const box = element.getBoundingClientRect()
      if (
        !isShortened(element) &&
        (element.matches('button, [role=button]') || getComputedStyle(element).overflowX !== 'visible') &&
        element.scrollWidth > element.clientWidth + 1 &&
        getComputedStyle(element).display !== 'inline'
      )
        faults.push(`cut off (${element.scrollWidth} in ${element.clientWidth}): ${name(element)}`)
      if (box.left < -1 || box.right > root.clientWidth + 1) faults.push(`outside of the page: ${name(element)}`)
    }

    // A key that has no text is shown itself: `toolbar.export`; and so is a value that was not given.
    const check = (text: string) => {
      if (keys.has(text.trim()) || text.includes('{{')) faults.push(`a text is missing: ${text}`)
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) check((node as Text).data)
    for (const attribute of ['aria-label', 'title', 'placeholder']) {
      for (const element of document.querySelectorAll(`[${attribute}]`)) check(element.getAttribute(attribute) ?? '')
    }
    return [...new Set(faults)]
  }, textKeys())
}
