import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { atRest, setSystemTheme } from '../screens'

/** The rules of WCAG 2.1, levels A and AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/** What of a page breaks WCAG 2.1, short enough to read: the rule and the elements that break it. */
export async function violationsOf(page: Page): Promise<string[]> {
  await atRest(page)
  return brokenRules(page, quickly(page).withTags(WCAG))
}

/** The same of a page that follows the system's theme, in both: of the dark one the colours, for the rest is the same. */
export async function violationsInBothThemes(page: Page): Promise<string[]> {
  const inLight = await violationsOf(page)
  await setSystemTheme(page, 'dark')
  await atRest(page)
  const inDark = await brokenRules(page, quickly(page).withRules('color-contrast'))
  await setSystemTheme(page, 'light')
  return [...inLight, ...inDark.map((broken) => `in the dark: ${broken}`)]
}

async function brokenRules(page: Page, axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  // A list that the focused field drives (aria-controls, aria-activedescendant) is scrolled by that field's arrow keys.
  const driven = await page.evaluate(() => `#${document.activeElement?.getAttribute('aria-controls') ?? ''}`)
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ target }) => !(id === 'scrollable-region-focusable' && target.join(' ') === driven))
      .map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/** What breaks rules and nothing else, in the page itself: there are no frames to be put together in a page beside it. */
function quickly(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
}
