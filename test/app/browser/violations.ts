import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { atRest } from '../screens'

/** The rules of WCAG 2.1, levels A and AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/** What of a page breaks WCAG 2.1, short enough to read: the rule and the elements that break it. */
export async function violationsOf(page: Page): Promise<string[]> {
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
