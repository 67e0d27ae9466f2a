// What somebody else wrote: it is read, and neither runs, nor reads another file, nor asks the network.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { parseBundle } from '../../shared/bundle'
import { applyBundle } from '../../electron/core/bundle/apply-bundle'
import { createProject } from '../../electron/core/create-project'
import { listSources } from '../../electron/core/store/sources'
import { aSource } from '../builders'
import { type DesktopApp, expect, test } from './launch'
import { listen } from './listener'
import { type App, exportedFile, goTo, importFiles, openTranscript, runCommand } from './steps'

/** What runs, or asks, wherever text becomes a page. */
const markup = (there: string) =>
  `<img src=${there}/i onerror=ran=1><script src=${there}/s></script><svg onload=ran=1><iframe src=${there}/f></iframe>`
const markdown = (there: string) =>
  `![a picture](${there}/p) [run](javascript:ran=1) [read](file:///etc/passwd) [data](data:text/html,x) [a page](${there}/page) ` +
  `<img src=${there}/m onerror=ran=1> <style>@import "${there}/c"</style> \`\`\`mermaid`

/** A transcript of each kind that could bring a page with it. */
const transcripts = (there: string): Readonly<Record<string, string>> => ({
  '<img src=x onerror=ran=1>.txt': `Ada: ${markup(there)}\n\nBob: ../../../etc/passwd\n`,
  'page.html': `<base href="${there}/"><link rel=stylesheet href=c><script>ran=1</script><p>Ada: Said in a page. <img src="${there}/i" onerror="ran=1"></p><p>Bob: <a href="javascript:ran=1">Yes</a></p>`,
  'notes.md': `**Ada:** ${markdown(there)}\n\n**Bob:** Yes.\n`,
  'cues.vtt': `WEBVTT\n\nSTYLE\n::cue { background: url(${there}/c) }\n\n00:01.000 --> 00:02.000\n<v <script>ran=1</script>>${markup(there)}\n`,
  'data.json': JSON.stringify({ segments: [{ start: 0, end: 1, speaker: '__proto__', text: markup(there) }] }),
})

/** A project whose every text is hostile, with a file of the system as its recording. */
function makeHostile(path: string, there: string): void {
  const db = createProject(path, { title: 'Hostile', language: 'en' })
  const said = `The engine weaves. ${markup(there)} It does not think.`
  aSource(db, [[markup(there), said]], { title: 'Talk', file: 'talk.txt' })
  const prose = { type: 'prose', markdown: markdown(there) } as const
  const bundle = {
    format: 'verbatim-bundle',
    version: 1,
    sources: [{ id: 's', file: 'talk.txt', speakers: [{ name: markup(there), affiliation: markup(there) }] }],
    passages: [
      {
        id: 'q',
        source: 's',
        fragments: [said],
        note: markdown(there),
        tags: ['<b onclick=ran=1>'],
        translation: { zh: markup(there) },
      },
      { id: 'r', source: 's', fragments: ['It does not think.'] },
    ],
    relations: [{ from: 'q', to: 'r', kind: 'contradicts' }],
    glossary: [{ term: markup(there), language: 'zh', translation: markup(there) }],
    reviews: [
      {
        id: 'h',
        title: 'Hostile topic',
        language: 'en',
        aliases: [markup(there)],
        sections: [
          { kind: 'consensus', heading: markup(there), blocks: [prose] },
          {
            kind: 'camp',
            camp: { label: '<b>', thesis: markup(there), holder: markup(there) },
            blocks: [
              { type: 'quote', passage: 'q', leadIn: markdown(there) },
              { type: 'quote', passage: 'r' },
            ],
          },
        ],
      },
    ],
  }
  expect(applyBundle(db, parseBundle(bundle), { partial: false }).problems).toEqual([])
  db.transaction((writable) => writable.run(`UPDATE source SET media = '/etc/passwd'`))
  expect(listSources(db)).toHaveLength(1)
  db.close()
}

test('nothing of a hostile project, bundle, transcript, draft or template runs, reads a file or asks the network', async ({
  app,
}) => {
  const listener = await listen()
  const there = `http://127.0.0.1:${listener.port}`
  const file = join(app.folder, 'Hostile.verbatim')
  makeHostile(file, there)
  const page = await app.reopen(file)
  const [own = ''] = /^\w+:\/\/[^/]+/.exec(page.url()) ?? []
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))

  await test.step('transcripts', async () => {
    const paths = await Promise.all(
      Object.entries(transcripts(there)).map(async ([name, text]) => {
        const path = join(app.folder, name)
        await writeFile(path, text)
        return path
      }),
    )
    const report = await importFiles(app, paths, () => page.getByRole('button', { name: 'Import transcripts' }).click())
    await expect(report.getByRole('status')).toHaveText('5 imported')
    await report.getByRole('button', { name: 'Close' }).last().click()
    const transcript = await openTranscript(page, 'Talk')
    await expect(transcript).toContainText(markup(there))
    await expect(page.getByRole('region', { name: 'Recording' })).toContainText('passwd is not where it was.')
  })

  await test.step('a review, in each of its views', async () => {
    await goTo(page, 'Review')
    await expect(page.getByRole('article', { name: 'Page' })).toContainText(markup(there))
    for (const name of ['Board', 'Debate map', 'Translations', 'Glossary', 'Revisions', 'Page']) {
      await page.getByRole('tab', { name, exact: true }).click()
      await expect(page.getByRole('tabpanel')).toBeVisible()
    }
    await page.getByRole('button', { name: 'Preview', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Close preview' })).toBeVisible()
    await expect(page.getByText(/Image: a picture/)).toHaveCount(4)
  })

  await test.step('a draft that comes back', async () => {
    const draft = join(app.folder, 'draft.md')
    await writeFile(draft, `# Hostile topic\n\n## ${markup(there)}\n\n${markdown(there)}\n\n${markup(there)}\n`)
    await runCommand(page, 'Read back an edited page')
    const dialog = page.getByRole('dialog', { name: 'Read back an edited page' })
    await chooseFile(page, draft, () => dialog.getByRole('button', { name: 'Choose a Markdown file…' }).click())
    await expect(dialog.getByRole('region').first()).toBeVisible()
    await dialog.getByRole('button', { name: 'Cancel' }).last().click()
  })

  await test.step('a page with a template: it loads nothing and runs nothing', async () => {
    const template = join(app.folder, 'look.json')
    const label = markup(there).slice(0, 190)
    await writeFile(
      template,
      JSON.stringify({
        format: 'verbatim-template',
        version: 1,
        labels: { camp: label, heldBy: label, translation: label },
      }),
    )
    await page.getByRole('button', { name: 'Export…', exact: true }).click()
    const sheet = page.getByRole('dialog', { name: 'Export review' })
    await sheet.getByText('HTML', { exact: true }).click()
    await chooseFile(page, template, () => sheet.getByRole('button', { name: 'Choose a file…' }).click())
    await expect(sheet.getByText('look.json')).toBeVisible()
    const bytes = await exportedFile(app, 'Hostile topic.html', () =>
      sheet.getByRole('button', { name: /^Export/ }).click(),
    )
    expect(bytes.toString()).toContain('&lt;script')
    // The policy of this window is also that of what it parses, and refuses the page its own style.
    app.expectErrors()
    expect(await page.evaluate(readDoors, bytes.toString())).toEqual([])
  })

  // All that was read came from the program itself.
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
  expect(asked.filter((url) => !url.startsWith(`${own}/`) && !/^(?:data|blob):/.test(url))).toEqual([])
  expect(asked.filter((url) => url.includes('recording'))).toEqual([])
  expect(listener.heard).toEqual([])

  await test.step('a link to the web is followed when that was asked for, and no other', async () => {
    for (const name of ['run', 'read', 'data'])
      await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0)
    const link = page.getByRole('link', { name: 'a page' }).first()
    await (app.host === 'desktop'
      ? followOnDesktop(app, there, () => link.click())
      : followInBrowser(app, () => link.click()))
    await expect.poll(() => app.host === 'desktop' || listener.heard.includes('GET /page')).toBe(true)
  })
  await listener.close()
})

async function chooseFile(page: Page, path: string, press: () => Promise<void>): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await press()
  await (await chooser).setFiles(path)
}

/** What of a page could run, or ask for something when it is opened; a link to the web waits for a press. */
function readDoors(html: string): string[] {
  const read = new DOMParser().parseFromString(html, 'text/html')
  const doors = [...read.querySelectorAll('*')].flatMap((element) => [
    ...(/^(?:script|iframe|object|embed|link|base|img|svg|form|video|audio)$/i.test(element.tagName)
      ? [element.tagName]
      : []),
    ...[...element.attributes]
      .filter(({ name }) => /^(?:on.*|src|srcset|href|action|background|formaction|xlink:href)$/.test(name))
      .map(({ name, value }) => `${element.tagName.toLowerCase()} ${name}=${value}`)
      .filter((door) => !/^a href=(?:#|https?:)/.test(door)),
  ])
  const styles = [...read.querySelectorAll('style')].map(({ textContent }) => textContent ?? '')
  return [...new Set([...doors, ...styles.filter((style) => /url\(|@import/.test(style))])].sort()
}

/** The program itself asks, naming the host; whatever a page calls, nothing but a page of the web opens. */
async function followOnDesktop(
  { electron, page }: DesktopApp,
  there: string,
  press: () => Promise<void>,
): Promise<void> {
  await electron.evaluate(({ dialog, shell }) => {
    const said: string[] = []
    Object.assign(globalThis, { said, answer: 1 })
    dialog.showMessageBox = (...args: unknown[]) => {
      said.push((args.at(-1) as { message: string }).message)
      return Promise.resolve({ response: (globalThis as unknown as { answer: number }).answer, checkboxChecked: false })
    }
    shell.openExternal = (url) => {
      said.push(`opened ${url}`)
      return Promise.resolve()
    }
  })
  const said = () => electron.evaluate(() => (globalThis as unknown as { said: string[] }).said)
  const question = `Open a page of ${new URL(there).host} in your browser?`
  await press()
  await expect.poll(said).toEqual([question])
  await electron.evaluate(() => void Object.assign(globalThis, { answer: 0 }))
  await press()
  await expect.poll(said).toEqual([question, question, `opened ${there}/page`])
  const codes = await page.evaluate(async () => {
    const { shell } = (
      globalThis as unknown as {
        verbatim: { shell: Record<'openLink', (address: string) => Promise<{ ok: boolean; error?: { code: string } }>> }
      }
    ).verbatim
    const answers = ['javascript:ran=1', 'file:///etc/passwd', 'smb://server/share', 'https://a@b'].map((one) =>
      shell.openLink(one),
    )
    return (await Promise.all(answers)).map(({ error }) => error?.code)
  })
  expect(codes).toEqual(Array.from({ length: 4 }, () => 'not-allowed'))
  expect(await said()).toHaveLength(3)
}

async function followInBrowser({ page }: App, press: () => Promise<void>): Promise<void> {
  await press()
  const question = page.getByRole('dialog', { name: /^Open a page of 127\.0\.0\.1:\d+ in your browser\?$/ })
  await question.getByRole('button', { name: 'Cancel' }).first().click()
  await expect(question).toBeHidden()
  await press()
  const opened = page.context().waitForEvent('page')
  await question.getByRole('button', { name: 'Open', exact: true }).click()
  await (await opened).close()
}
