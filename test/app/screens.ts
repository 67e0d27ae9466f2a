// The screens of the app, in the order in which one comes to the next.
import type { Locator, Page } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from './launch'
import { EXAMPLE } from './open-example'
import type { App } from './steps'

export interface Look {
  readonly language: 'English' | '中文'
  readonly theme: 'light' | 'dark'
}

export const LOOKS: readonly Look[] = [
  { language: 'English', theme: 'light' },
  { language: 'English', theme: 'dark' },
  { language: '中文', theme: 'light' },
  { language: '中文', theme: 'dark' },
]

const locales = join(import.meta.dirname, '..', '..', 'assets', 'locales')

/** A text of the interface in its language: `library:facts.heading`. */
function text({ language }: Look, key: string, values: Readonly<Record<string, string>> = {}): string {
  const [namespace, path = ''] = key.split(':')
  const file = join(locales, language === 'English' ? 'en' : 'zh', `${namespace}.json`)
  let found: unknown = JSON.parse(readFileSync(file, 'utf8'))
  for (const part of path.split('.')) found = (found as Record<string, unknown>)[part]
  return String(found).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
}

/** Every key of a text: what a page shows where a text is missing. */
export function textKeys(): string[] {
  return readdirSync(join(locales, 'en')).flatMap((file) => {
    const keys = keysIn(JSON.parse(readFileSync(join(locales, 'en', file), 'utf8')))
    return keys.flatMap((key) => [key, `${file.replace('.json', '')}:${key}`])
  })
}

function keysIn(texts: object): string[] {
  return Object.entries(texts).flatMap(([name, inner]: [string, unknown]) => {
    // A word alone is a key, and may as well be a text.
    if (typeof inner !== 'object' || inner === null) return []
    return [...keysIn(inner), ...Object.keys(inner)].map((key) => `${name}.${key.replace(/_(?:one|other)$/, '')}`)
  })
}

/** On the start screen of an app in English that follows the system's theme: sets the language, and the system's theme. */
export async function setLook({ page }: App, look: Look): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByText(look.language, { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', look.language === 'English' ? 'en' : 'zh-Hans')
  await setSystemTheme(page, look.theme)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** Where the app follows the system: until it has. */
export async function setSystemTheme(page: Page, theme: Look['theme']): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
}

export interface Screen {
  readonly name: string
  /** Comes here from the screen before. */
  show(app: App, look: Look): Promise<void>
}

export const SCREENS: readonly Screen[] = [
  {
    name: 'start',
    show: ({ page }) => expect(page.getByRole('heading', { name: 'Verbatim' })).toBeVisible(),
  },
  {
    name: 'new project',
    show: ({ page }, look) => openDialog(button({ page }, text(look, 'start:new.open'))),
  },
  {
    name: 'settings',
    show: async ({ page }, look) => {
      await closeDialog(page.getByRole('dialog'))
      await openDialog(button({ page }, text(look, 'commands:view.settings')))
    },
  },
  {
    name: 'library',
    show: async (app, look) => {
      const { page } = app
      await closeDialog(page.getByRole('dialog'))
      if (app.host === 'desktop') await app.answerDialogs({ save: join(app.folder, EXAMPLE.file) })
      await button(app, text(look, 'start:example.open')).click()
      await expect(rowOf(app)).toBeVisible()
    },
  },
  {
    name: 'source details',
    show: async (app, look) => {
      await button(app, text(look, 'library:actionsOf', { title: EXAMPLE.sources[0] })).click()
      await openDialog(app.page.getByRole('menuitem', { name: text(look, 'library:edit') }))
    },
  },
  {
    name: 'menu of a source',
    show: async (app, look) => {
      await closeDialog(app.page.getByRole('dialog'))
      await button(app, text(look, 'library:actionsOf', { title: EXAMPLE.sources[0] })).click()
      await expect(app.page.getByRole('menu')).toBeVisible()
    },
  },
  {
    name: 'library with nothing found',
    show: async (app, look) => {
      await app.page.keyboard.press('Escape')
      await app.page.getByRole('searchbox').fill('nobody says this')
      await expect(app.page.getByText(text(look, 'library:noMatch.title'))).toBeVisible()
    },
  },
  {
    name: 'transcript',
    show: async (app) => {
      await app.page.getByRole('searchbox').fill('')
      await rowOf(app).click()
      await expect(transcriptOf(app)).toBeVisible()
      await expect(transcriptOf(app)).toContainText('children put books back')
    },
  },
  {
    name: 'transcript with a selection',
    show: async (app, look) => {
      await transcriptOf(app)
        .getByText('children put books back')
        .dblclick({ position: { x: 60, y: 10 } })
      await expect(app.page.getByRole('toolbar', { name: text(look, 'transcript:toolbar.label') })).toBeVisible()
    },
  },
  {
    name: 'transcript with a passage',
    show: async (app, look) => {
      await app.page.keyboard.press('Escape')
      await transcriptOf(app).getByRole('button').first().click()
      const inspector = app.page.getByRole('complementary', { name: text(look, 'common:inspector') })
      await expect(inspector.getByRole('blockquote')).toBeVisible()
      await expect(inspector.getByText(text(look, 'passage:verification.exact'))).toBeVisible()
    },
  },
  {
    name: 'find in the transcript',
    show: async (app, look) => {
      await app.page.keyboard.press('Control+f')
      const label = text(look, 'transcript:find.label')
      const field = app.page.getByRole('searchbox', { name: label }).or(app.page.getByRole('textbox', { name: label }))
      await field.fill('library')
      await expect(button(app, text(look, 'transcript:find.next'))).toBeEnabled()
    },
  },
  {
    name: 'review',
    show: async (app, look) => {
      await app.page.keyboard.press('Escape')
      await button(app, text(look, 'common:screen.review')).first().click()
      await expect(button(app, text(look, 'review:toolbar.export'))).toBeVisible()
    },
  },
  {
    name: 'preview',
    show: async (app, look) => {
      await button(app, text(look, 'review:toolbar.preview')).click()
      await expect(button(app, text(look, 'review:preview.copy'))).toBeVisible()
    },
  },
  {
    name: 'board',
    show: (app, look) => showView(app, look, 'board', 'debate:board.search', 'searchbox'),
  },
  {
    name: 'map',
    show: (app, look) => showView(app, look, 'map', 'debate:map.copy', 'button'),
  },
  {
    name: 'pictures',
    show: async (app, look) => {
      await showView(app, look, 'pictures', 'pictures:kind', 'radiogroup')
      await app.page.locator('svg [role=button]').first().click()
      await expect(app.page.getByRole('region', { name: text(look, 'pictures:chosen') })).toBeVisible()
    },
  },
  {
    name: 'mentions',
    show: (app, look) => showView(app, look, 'mentions', 'mentions:table', 'table'),
  },
  {
    name: 'translations',
    show: async (app, look) => {
      await showView(app, look, 'translations', 'debate:translations.filter', 'radiogroup')
      // In a language that nothing is translated into yet.
      await app.page.getByRole('button', { name: text(look, 'debate:translations.language') }).click()
      await app.page
        .getByRole('option', { name: look.language === 'English' ? 'Spanish' : '西班牙语', exact: true })
        .click()
      await expect(app.page.getByRole('article', { name: text(look, 'debate:translations.desk') })).toBeVisible()
    },
  },
  {
    name: 'glossary',
    show: (app, look) => showView(app, look, 'glossary', 'debate:glossary.addTerm', 'form'),
  },
  {
    name: 'export',
    show: async (app, look) => {
      await openDialog(button(app, text(look, 'review:toolbar.export')))
      await expect(app.page.getByText(text(look, 'export:gate.claim'))).toBeVisible()
    },
  },
  {
    name: 'review settings',
    show: async (app, look) => {
      await closeDialog(app.page.getByRole('dialog'))
      await button(app, text(look, 'review:toolbar.more')).click()
      await openDialog(app.page.getByRole('menuitem', { name: text(look, 'review:toolbar.settings') }))
    },
  },
  {
    name: 'palette',
    show: async (app) => {
      await closeDialog(app.page.getByRole('dialog'))
      await app.page.keyboard.press('Control+k')
      await expect(app.page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'keys',
    show: async (app) => {
      await closeDialog(app.page.getByRole('dialog'))
      await app.page.keyboard.press('Shift+?')
      await expect(app.page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'search',
    show: async (app, look) => {
      await closeDialog(app.page.getByRole('dialog'))
      await app.page.keyboard.press('Control+Shift+f')
      await app.page.getByRole('searchbox', { name: text(look, 'search:field') }).fill('library')
      await expect(app.page.getByRole('grid', { name: text(look, 'search:hits') })).toContainText('library')
    },
  },
  {
    name: 'search that is not understood',
    show: async ({ page }, look) => {
      await page.getByRole('searchbox', { name: text(look, 'search:field') }).fill('library AND (')
      await expect(page.getByRole('alert')).toContainText(text(look, 'search:faults.operator-without-term'))
    },
  },
]

/** Shows another view of the review, by its tab. */
async function showView(
  { page }: App,
  look: Look,
  view: string,
  shows: string,
  role: 'searchbox' | 'button' | 'radiogroup' | 'form' | 'table',
): Promise<void> {
  await page.getByRole('tab', { name: text(look, `review:views.${view}`) }).click()
  await expect(page.getByRole(role, { name: text(look, shows) })).toBeVisible()
}

/** What moves in has come to rest; what moves for ever is let be. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(() => {
    const passing = document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
    return Promise.all(passing.map(({ finished }) => finished.catch(() => null)))
  })
}

function button({ page }: Pick<App, 'page'>, name: string): Locator {
  return page.getByRole('button', { name, exact: true })
}

function rowOf({ page }: App): Locator {
  return page.getByRole('rowheader', { name: EXAMPLE.sources[0], exact: true })
}

function transcriptOf({ page }: App): Locator {
  return page.getByRole('document', { name: EXAMPLE.sources[0] })
}

async function openDialog(opener: Locator): Promise<void> {
  await opener.click()
  await expect(opener.page().getByRole('dialog')).toBeVisible()
}

async function closeDialog(dialog: Locator): Promise<void> {
  await dialog.page().keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}
