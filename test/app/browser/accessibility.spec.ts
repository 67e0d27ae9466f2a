// Every screen against the rules of WCAG 2.1, levels A and AA.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../launch'
import { atRest, type Look, LOOKS, SCREENS, setLook } from '../screens'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

// Colours are the theme's and words the language's: two looks hold each of them once.
for (const look of LOOKS.filter(({ language, theme }) => (language === 'English') === (theme === 'light'))) {
  test(`every screen keeps to WCAG 2.1 AA, ${nameOf(look)}`, async ({ app }) => {
    test.setTimeout(180_000)
    await setLook(app, look)
    for (const { name, show } of SCREENS) {
      await test.step(name, async () => {
        await show(app, look)
        expect.soft(await violationsOf(app.page), name).toEqual([])
      })
    }
  })
}

function nameOf({ language, theme }: Look): string {
  return `${language}, ${theme}`
}

/** What axe finds, short enough to read: the rule and the elements that break it. */
async function violationsOf(page: Page): Promise<string[]> {
  await atRest(page)
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
  // A list that the focused field drives (aria-controls, aria-activedescendant) is scrolled by that field's arrow keys.
  const driven = await page.evaluate(() => `#${document.activeElement?.getAttribute('aria-controls') ?? ''}`)
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ target }) => !(id === 'scrollable-region-focusable' && target.join(' ') === driven))
      .map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}
