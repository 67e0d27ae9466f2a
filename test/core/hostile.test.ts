// What somebody else wrote: it is kept word for word, and what is made of it runs nothing and asks for nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'
import { expect, it } from 'vitest'
import { applyBundle } from '../../electron/core/bundle/apply-bundle'
import { createProject } from '../../electron/core/create-project'
import { createCore } from '../../electron/core/services'
import { Recordings } from '../../electron/core/shell/recordings'
import { parseBundle } from '../../shared/bundle'
import type { ImportReport } from '../../shared/domain/project'
import { aSource, inFolder } from '../builders'

const THERE = 'http://192.0.2.1'
const MARKUP = `<img src=${THERE}/i onerror=ran=1><script src=${THERE}/s></script><svg onload=ran=1><iframe src=${THERE}/f></iframe>`
const MARKDOWN =
  `![a picture](${THERE}/p) [run](javascript:ran=1) [read](file:///etc/passwd) [data](data:text/html,x) [a page](${THERE}/page) ` +
  `<img src=${THERE}/m onerror=ran=1> <style>@import "${THERE}/c"</style>`

/** A transcript of each kind that could bring a page with it. */
const TRANSCRIPTS: Readonly<Record<string, string>> = {
  '<img src=x onerror=ran=1>.txt': `Ada: ${MARKUP}\n\nBob: ../../../etc/passwd\n`,
  'page.html': `<base href="${THERE}/"><link rel=stylesheet href=c><script>ran=1</script><p>Ada: Said in a page. <img src="${THERE}/i" onerror="ran=1"></p><p>Bob: <a href="javascript:ran=1">Yes</a></p>`,
  'notes.md': `**Ada:** ${MARKDOWN}\n\n**Bob:** Yes.\n`,
  'cues.vtt': `WEBVTT\n\nSTYLE\n::cue { background: url(${THERE}/c) }\n\n00:01.000 --> 00:02.000\n<v <script>ran=1</script>>${MARKUP}\n`,
  'data.json': JSON.stringify({ segments: [{ start: 0, end: 1, speaker: '__proto__', text: MARKUP }] }),
}

/** A project whose every text is hostile, by way of a bundle, with a file of the system as its recording. */
function makeHostile(path: string): void {
  const db = createProject(path, { title: 'Hostile', language: 'en' })
  const said = `The engine weaves. ${MARKUP} It does not think.`
  aSource(db, [[MARKUP, said]], { title: MARKUP, file: 'talk.txt' })
  const bundle = {
    format: 'verbatim-bundle',
    version: 1,
    sources: [{ id: 's', file: 'talk.txt', speakers: [{ name: MARKUP, affiliation: MARKUP }] }],
    passages: [{ id: 'q', source: 's', fragments: [said], note: MARKDOWN, translation: { en: MARKUP } }],
    reviews: [
      {
        id: 'h',
        title: MARKUP,
        language: 'en',
        aliases: [MARKUP],
        sections: [
          { kind: 'consensus', heading: MARKUP, blocks: [{ type: 'prose', markdown: MARKDOWN }] },
          {
            kind: 'camp',
            camp: { label: '<b>', thesis: MARKUP, holder: MARKUP },
            blocks: [{ type: 'quote', passage: 'q', leadIn: MARKDOWN }],
          },
        ],
      },
    ],
  }
  expect(applyBundle(db, parseBundle(bundle), { partial: false }).problems).toEqual([])
  db.transaction((writable) => writable.run(`UPDATE source SET media = '/etc/passwd'`))
  db.close()
}

/** What of a page could run, or ask for something when it is opened; a link to the web waits for a press. */
function doorsIn(html: string): string[] {
  const doors: string[] = []
  let inStyle = false
  const parser = new Parser({
    onopentag(tag, attributes) {
      inStyle = tag === 'style'
      if (/^(?:script|iframe|object|embed|link|base|img|svg|form|video|audio)$/.test(tag)) doors.push(tag)
      for (const [name, value] of Object.entries(attributes)) {
        const isDoor = /^(?:on.*|src|srcset|href|action|background|formaction|xlink:href)$/.test(name)
        if (isDoor && !(tag === 'a' && /^(?:#|https?:)/.test(value))) doors.push(`${tag} ${name}=${value}`)
      }
    },
    ontext(text) {
      if (inStyle && /url\(|@import/.test(text)) doors.push(text)
    },
    onclosetag() {
      inStyle = false
    },
  })
  parser.end(html)
  return doors
}

it('makes pages of a hostile project, its template and its transcripts that run nothing and load nothing', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'Hostile.verbatim')
    makeHostile(path)
    const core = createCore()
    const ask = async <T>(name: string, input: unknown): Promise<T> => {
      const answer = await core.invoke('host', name, input)
      if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
      return answer.value as T
    }
    await ask('project.open', { path })
    const files = Object.entries(TRANSCRIPTS).map(([name, text]) => {
      writeFileSync(join(folder, name), text)
      return { path: join(folder, name) }
    })
    const { outcomes } = await ask<ImportReport>('source.import', { files })
    expect(outcomes.map(({ kind }) => kind)).toEqual(files.map(() => 'imported'))

    const label = MARKUP.slice(0, 190)
    const template = {
      format: 'verbatim-template',
      version: 1,
      labels: { camp: label, heldBy: label, translation: label },
    }
    expect(doorsIn(`<img src=x><a href="javascript:x">y</a><style>@import "z"</style>`)).toHaveLength(4)
    for (const options of [{}, { template }]) {
      const out = join(folder, 'page.html')
      await ask('review.export', { id: 'h', format: 'html', path: out, options })
      const html = readFileSync(out, 'utf8')
      expect(html).toContain('&lt;script')
      expect(doorsIn(html)).toEqual([])
    }
    const { markdown } = await ask<{ markdown: string }>('review.render', { id: 'h' })
    const [title] = markdown.split('\n')
    expect(title).toBe(`# ${MARKUP.replaceAll('<', '\\<').replaceAll('http:', 'http\\:')}`)
    // A draft that comes back is compared, and its markup stays text.
    await ask('review.planMarkdown', { id: 'h', markdown: `${markdown}\n\n${MARKDOWN}\n\n${MARKUP}\n` })
    core.close()
  }))

it('plays no file of the system, whatever a project calls its recording', async () => {
  expect(await new Recordings().open('/etc/passwd')).toMatchObject({ kind: 'missing', name: 'passwd' })
})
