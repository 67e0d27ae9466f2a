import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openDatabase } from '../../../electron/core/store/database'
import { runCli } from '../../../electron/host/cli/run-cli'
import { aShell, aShellWithProject, BUNDLE, FOREST } from './run'

interface SourceJson {
  readonly id: string
  readonly title: string
}

describe('new', () => {
  it('makes a project, titled like its file', async () => {
    const { folder, json } = aShell()
    const project = join(folder, 'debate.verbatim')
    expect(await json('new', 'debate.verbatim')).toEqual({ project, title: 'debate' })
    expect(existsSync(project)).toBe(true)
  })

  it('refuses an existing file and leaves it as it is', async () => {
    const { folder, verbatim } = aShell({ 'notes.txt': 'mine' })
    expect(await verbatim('new', 'notes.txt')).toEqual({
      status: 2,
      out: '',
      err: 'verbatim: There is already a file notes.txt — choose another name\n',
    })
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine')
  })
})

describe('import', () => {
  it('tells the facts of each source, and skips the same bytes', async () => {
    const { json } = aShell({ 'forest.txt': FOREST })
    await json('new', 'p.verbatim')
    expect(await json('import', 'p.verbatim', 'forest.txt')).toEqual({
      imported: [
        {
          id: expect.any(String),
          title: 'forest',
          file: 'forest.txt',
          format: expect.any(String),
          encoding: 'utf-8',
          language: 'en',
          tier: 'core',
          turns: 3,
          cues: null,
          words: 18,
          speakers: [
            { name: 'Ada', affiliation: null },
            { name: 'Host', affiliation: null },
          ],
          firstTime: null,
          lastTime: null,
          sha256: createHash('sha256').update(FOREST).digest('hex'),
        },
      ],
      skipped: [],
      failed: [],
    })
    expect(await json('import', 'p.verbatim', 'forest.txt')).toEqual({
      imported: [],
      skipped: [{ file: 'forest.txt', reason: expect.any(String) }],
      failed: [],
    })
  })

  it('goes on after a file that fails, names it, and ends with 1', async () => {
    const { verbatim } = aShell({ 'forest.txt': FOREST })
    await verbatim('new', 'p.verbatim')
    const { status, out, err } = await verbatim('import', 'p.verbatim', 'nothing-here.txt', 'forest.txt', '--json')
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ imported: [{ file: 'forest.txt' }], failed: [{ code: 'file-missing' }] })
    expect(err).toMatch(/^verbatim: There is no file .*nothing-here\.txt — .+\n$/)
  })

  it('ends with 2 when nothing came in', async () => {
    const { verbatim } = aShell()
    await verbatim('new', 'p.verbatim')
    expect(await verbatim('import', 'p.verbatim', 'nothing-here.txt')).toMatchObject({ status: 2, out: '' })
  })
})

describe('apply', () => {
  it('counts what stands in the project, also the second time', async () => {
    const { json } = await aShellWithProject()
    expect(await json('apply', 'p.verbatim', 'bundle.json')).toEqual({
      sources: 1,
      passages: 1,
      reviews: 1,
      problems: [],
    })
  })

  it('writes nothing when a passage does not fit, and the rest with --partial', async () => {
    const { verbatim, json } = aShell({ 'forest.txt': FOREST, 'bundle.json': BUNDLE.replace('both ways', 'no ways') })
    await verbatim('new', 'p.verbatim')
    await verbatim('import', 'p.verbatim', 'forest.txt')
    const { status, out, err } = await verbatim('apply', 'p.verbatim', 'bundle.json', '--json')
    const problem = { passage: 'q1', code: 'fragment-not-found', message: '"It went no ways." is not in forest.txt' }
    expect(status).toBe(2)
    expect(JSON.parse(out)).toEqual({ sources: 0, passages: 0, reviews: 0, problems: [problem] })
    expect(err).toMatch(/^verbatim: bundle\.json has 1 problem, the first with q1: .+ — nothing was applied; .+\n$/)
    expect(await json('list', 'p.verbatim', 'reviews')).toEqual([])
    expect(await verbatim('apply', 'p.verbatim', 'bundle.json', '--partial')).toMatchObject({
      status: 1,
      out: '1 source, 0 passages, 1 review\n',
    })
  })

  it.each([
    ['no JSON', '{', 'verbatim: bundle.json is not JSON: '],
    [
      'a wrong place',
      '{"format":"verbatim-bundle","version":1,"passages":[{}]}',
      'The bundle is not valid: passages[0].id: ',
    ],
  ])('says what is wrong with %s', async (_, content, message) => {
    const { verbatim } = aShell({ 'bundle.json': content })
    await verbatim('new', 'p.verbatim')
    const { status, err } = await verbatim('apply', 'p.verbatim', 'bundle.json')
    expect(status).toBe(2)
    expect(err).toContain(message)
  })
})

describe('list, show, search and stats', () => {
  it('list sources, passages and reviews', async () => {
    const { json } = await aShellWithProject()
    const [source] = await json<SourceJson[]>('list', 'p.verbatim', 'sources')
    expect(source).toMatchObject({
      title: 'Forest Hour',
      speakers: [{ name: 'Ada Lund', affiliation: 'Institute' }, {}],
    })
    expect(await json('list', 'p.verbatim', 'passages')).toEqual([
      {
        id: 'q1',
        source: source!.id,
        spans: [
          { start: 3, end: 20, text: 'traced the carbon' },
          { start: 52, end: 70, text: 'It went both ways.' },
        ],
        text: 'traced the carbon … It went both ways.',
        speaker: 'Ada Lund',
        attribution: 'Ada Lund (Institute) · Forest Hour',
        translations: [{ language: 'zh', text: '双向。', state: 'done' }],
        tags: ['carbon'],
        note: '',
      },
    ])
    expect(await json('list', 'p.verbatim', 'reviews')).toEqual([
      { id: 'trees', title: 'Trees', language: 'en', aliases: [], updated: '2026-06-11' },
    ])
  })

  it('show turns, of a source by its title', async () => {
    const { json, verbatim } = await aShellWithProject()
    const [source] = await json<SourceJson[]>('list', 'p.verbatim', 'sources')
    expect(await json('show', 'p.verbatim', 'Forest Hour', '--from', '1', '--to', '1')).toEqual({
      source: source!.id,
      turns: [{ index: 1, speaker: 'Host', start: null, end: null, text: 'And back?' }],
    })
    expect((await verbatim('show', 'p.verbatim', 'forest.txt')).out).toBe(
      FOREST.replaceAll('Ada:', 'Ada Lund:').trim() + '\n\n',
    )
  })

  it('never let a transcript steer the terminal', async () => {
    const { verbatim } = aShell({ 'evil.txt': 'Ada: red \u001b[31m alert\n' })
    await verbatim('new', 'p.verbatim')
    await verbatim('import', 'p.verbatim', 'evil.txt')
    expect((await verbatim('show', 'p.verbatim', 'evil.txt')).out).toBe('Ada: red \ufffd[31m alert\n\n')
  })

  it('search for exact text in any case', async () => {
    const { json } = await aShellWithProject()
    expect(await json('search', 'p.verbatim', 'IT WENT', '--limit', '1')).toMatchObject({
      total: 1,
      hits: [{ turn: 2, start: 52, end: 59, match: 'It went', after: ' both ways. Nobody had seen that.' }],
    })
  })

  it('search only where the options say', async () => {
    const { json } = await aShellWithProject()
    const cases: readonly (readonly [number, ...string[]])[] = [
      [2, '--tier', 'core'],
      [0, '--tier', 'alias', 'other'],
      [1, '--camp', 'A'],
      [1, '--camp', 'Camp A'],
      [1, '--speaker', 'Ada Lund'],
      [2, '--speaker', 'Ada Lund', 'Host'],
      [2, '--source', 'Forest Hour', '--language', 'en'],
      [0, '--from', '2024-05'],
      [1, '--marked'],
      [1, '--unmarked'],
    ]
    const found = []
    for (const [, ...options] of cases) {
      const { total } = await json<{ total: number }>('search', 'p.verbatim', '/it went|and back/', ...options)
      found.push([total, ...options])
    }
    expect(found).toEqual(cases)
  })

  it('count per camp, source and speaker', async () => {
    const { json } = await aShellWithProject()
    expect(await json('stats', 'p.verbatim', '--review', 'trees')).toMatchObject({
      passages: 1,
      translated: 1,
      perSource: [{ title: 'Forest Hour', passages: 1, coverage: 0.3804 }],
      perSpeaker: [
        { speaker: 'Ada Lund', turns: 2, passages: 1 },
        { speaker: 'Host', turns: 1, passages: 0 },
      ],
      perCamp: [{ camp: 'Camp A', passages: 1, quotes: 1 }],
    })
  })
})

describe('verify', () => {
  it('checks a project', async () => {
    const { json } = await aShellWithProject()
    expect(await json('verify', 'p.verbatim')).toMatchObject({
      quotes: [{ id: 'q1', status: 'exact', speaker: 'Ada Lund', expected: null, line: null }],
      summary: { exact: 1, normalised: 0, moved: 0, altered: 0, missing: 0 },
    })
  })

  it('checks a draft without a project, and ends with 1 when a word differs', async () => {
    const { verbatim } = aShell({
      'forest.txt': FOREST,
      'good.md': '> "We traced the carbon … both ways."\n>\n> Ada · forest\n',
      'bad.md': '> "We traced the water from birch to fir."\n',
    })
    expect((await verbatim('verify', '--draft', 'good.md', '--sources', '.')).status).toBe(0)
    const { status, out, err } = await verbatim('verify', '--draft', 'bad.md', '--sources', 'forest.txt', '--json')
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      quotes: [
        {
          id: null,
          source: 'forest.txt',
          status: 'altered',
          line: 1,
          expected: 'We traced the carbon from birch to fir.',
        },
      ],
    })
    expect(err).toBe('verbatim: 1 of 1 quotes in bad.md failed — compare them with what their sources say\n')
  })

  it.each([
    [['verify']],
    [['verify', '--draft', 'a.md']],
    [['verify', 'p.verbatim', '--draft', 'a.md', '--sources', '.']],
  ])('refuses %j', async (args) => {
    expect(await aShell().verbatim(...args)).toMatchObject({ status: 2, out: '' })
  })
})

describe('export', () => {
  const MARKDOWN = `# Trees

Topic page (living document) · Last updated 2026-06-11 · 1 core interview (checked against the full transcript)

## Camp A

> "traced the carbon … It went both ways."
>
> Ada Lund (Institute) · Forest Hour
`

  it('prints a review, or writes it to a file', async () => {
    const { folder, verbatim } = await aShellWithProject()
    expect(await verbatim('export', 'p.verbatim', '--review', 'trees', '--format', 'md')).toEqual({
      status: 0,
      out: MARKDOWN,
      err: '',
    })
    expect(
      await verbatim('export', 'p.verbatim', '--review', 'Trees', '--format', 'md', '--out', 'r.md'),
    ).toMatchObject({
      status: 0,
      out: '',
    })
    expect(readFileSync(join(folder, 'r.md'), 'utf8')).toBe(MARKDOWN)
  })

  it('writes a bundle that another project can apply', async () => {
    const { folder, verbatim, json } = await aShellWithProject()
    await verbatim('export', 'p.verbatim', '--format', 'bundle', '--out', 'whole.json')
    await verbatim('new', 'q.verbatim')
    await verbatim('import', 'q.verbatim', 'forest.txt')
    expect(await json('apply', 'q.verbatim', 'whole.json')).toMatchObject({ passages: 1, reviews: 1, problems: [] })
    const { out } = await verbatim('export', 'q.verbatim', '--review', 'trees', '--format', 'md')
    expect(out).toBe(MARKDOWN)
    expect(statSync(join(folder, 'whole.json')).size).toBeGreaterThan(500)
  })

  it('never overwrites the project it reads', async () => {
    const { verbatim } = await aShellWithProject()
    const refused = { status: 2, err: 'verbatim: ./p.verbatim is the project itself — write to another file\n' }
    expect(await verbatim('export', 'p.verbatim', '--format', 'bundle', '--out', './p.verbatim')).toMatchObject(refused)
    expect(await verbatim('backup', 'p.verbatim', '--out', './p.verbatim')).toMatchObject(refused)
  })

  it('writes every format, whole', async () => {
    const { folder, verbatim } = await aShellWithProject()
    for (const format of ['html', 'docx', 'csv', 'bundle', 'jsonld']) {
      const out = `r.${format}`
      expect(await verbatim('export', 'p.verbatim', '--review', 'trees', '--format', format, '--out', out)).toEqual({
        status: 0,
        out: '',
        err: '',
      })
      expect(statSync(join(folder, out)).size).toBeGreaterThan(100)
    }
    await verbatim('export', 'p.verbatim', '--format', 'qdpx', '--out', 'p.qdpx')
    expect(readFileSync(join(folder, 'p.qdpx')).subarray(0, 4).toString()).toBe('PK\x03\x04')
  })

  it('says what a PDF needs where there is no browser', async () => {
    vi.stubEnv('VERBATIM_CHROMIUM', '/no/such/browser')
    onTestFinished(() => void vi.unstubAllEnvs())
    const { folder, verbatim } = await aShellWithProject()
    expect(await verbatim('export', 'p.verbatim', '--review', 'trees', '--format', 'pdf', '--out', 'r.pdf')).toEqual({
      status: 2,
      out: '',
      err: 'verbatim: A PDF is printed by Chromium, Chrome or Edge, and none was found — install one, name it in VERBATIM_CHROMIUM, or export HTML and print that\n',
    })
    expect(existsSync(join(folder, 'r.pdf'))).toBe(false)
  })
})

describe('backup and doctor', () => {
  it('copies a project whole', async () => {
    const { folder, json } = await aShellWithProject()
    const out = join(folder, 'copy.verbatim')
    expect(await json('backup', 'p.verbatim', '--out', 'copy.verbatim')).toEqual({ out, bytes: statSync(out).size })
    expect(await json('list', 'copy.verbatim', 'passages')).toHaveLength(1)
    expect(await json('doctor', 'copy.verbatim')).toEqual({ ok: true, problems: [] })
  })

  it('copies a project that another program has open, which is then as it was', async () => {
    const { folder, verbatim, json } = await aShellWithProject()
    const other = openDatabase(join(folder, 'p.verbatim'), { readOnly: false })
    onTestFinished(() => other.close())
    expect((await verbatim('backup', 'p.verbatim', '--out', 'copy.verbatim')).status).toBe(0)
    expect(await json('list', 'p.verbatim', 'passages')).toEqual(await json('list', 'copy.verbatim', 'passages'))
    expect(await verbatim('import', 'p.verbatim', 'forest.txt')).toMatchObject({ status: 2, out: '' })
  })

  it('finds a file that is no project', async () => {
    const { verbatim } = aShell({ 'notes.verbatim': 'only notes' })
    const { status, out } = await verbatim('doctor', 'notes.verbatim', '--json')
    expect(status).toBe(1)
    expect(JSON.parse(out)).toEqual({ ok: false, problems: ['notes.verbatim is not a Verbatim project'] })
  })

  it('finds a project whose pages were overwritten, and reads what can be read of it into a new one', async () => {
    const { folder, verbatim, json } = await aShellWithProject()
    const path = join(folder, 'p.verbatim')
    const bytes = readFileSync(path)
    const good = Buffer.from(bytes)
    writeFileSync(path, bytes.fill(0x5a, 4096 * 3))
    const { status, out } = await verbatim('doctor', 'p.verbatim')
    expect(status).toBe(1)
    expect(out).toContain('to do    read what can be read of it, with --salvage NEW.verbatim')

    const page = good.length / 4096 - 1
    writeFileSync(path, good.fill(0x5a, 4096 * page))
    const salvaged = await verbatim('doctor', 'p.verbatim', '--salvage', 'new.verbatim')
    expect(salvaged.out).toMatch(/^salvaged 1 sources, 1 passages and 1 reviews into .*new\.verbatim$/m)
    expect(await json('doctor', 'new.verbatim')).toEqual({ ok: true, problems: [] })
    expect(await verbatim('doctor', 'p.verbatim', '--salvage', 'new.verbatim')).toMatchObject({ status: 2 })
  })
})

describe('serve', () => {
  it('prints its address first, and ends when it is asked to', async () => {
    const { folder } = await aShellWithProject()
    const stop = new AbortController()
    const lines: string[] = []
    const status = await runCli(['serve', 'p.verbatim', '--no-open', '--projects', '.'], {
      io: {
        out: (text) => {
          lines.push(String(text))
          stop.abort()
        },
        err: () => {},
        cwd: folder,
        showsProgress: false,
        stopped: stop.signal,
      },
      programFolder: folder,
      version: '1.2.3',
    })
    expect(status).toBe(0)
    expect(lines).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/)])
  })
})

describe('wrong usage', () => {
  it.each([
    [['bogus'], "unknown command 'bogus'"],
    [['list', 'p.verbatim', 'bananas'], "'bananas' is invalid"],
    [['new'], "missing required argument 'project'"],
    [['new', 'p.verbatim', '--language', 'de'], "'de' is invalid"],
    [['search', 'p.verbatim', 'x', '--limit', '-1'], 'whole number'],
    [['search', 'p.verbatim', 'x', '--tier', 'best'], 'Allowed choices are core, alias, other'],
    [['search', 'p.verbatim', 'x', '--from', 'May'], 'such as 2024-05'],
    [['search', 'p.verbatim', 'x', '--language', 'all of them'], 'language tag'],
    [['search', 'p.verbatim', 'x', '--marked', '--unmarked'], 'cannot be used with'],
    [['serve', '--port', '70000'], 'at most 65535'],
    [['export', 'p.verbatim'], "required option '--format <format>' not specified"],
    [['verify', 'nothing.verbatim'], 'There is no project nothing.verbatim'],
  ])('%j ends with 2 and one line', async (args, message) => {
    const { status, out, err } = await aShell().verbatim(...args)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toMatch(/^verbatim: [^\n]+ — [^\n]+\n$/)
    expect(err).toContain(message)
  })

  it('of a search for what is not in the project ends with 2 and says what is', async () => {
    const { verbatim } = await aShellWithProject()
    const cases = [
      ['--camp', 'Z', 'There is no camp Z in the project — choose one of '],
      ['--speaker', 'Nobody', 'There is no speaker Nobody in the project — choose one of Ada Lund, Host'],
      ['--source', 'x.txt', 'There is no source x.txt in the project — choose one of '],
    ] as const
    for (const [option, value, message] of cases) {
      const { status, out, err } = await verbatim('search', 'p.verbatim', 'went', option, value)
      expect({ status, out }).toEqual({ status: 2, out: '' })
      expect(err).toMatch(/^verbatim: [^\n]+ — [^\n]+\n$/)
      expect(err).toContain(message)
    }
  })

  it('gives help and the version on standard output', async () => {
    expect(await aShell().verbatim('--version')).toEqual({ status: 0, out: '1.2.3\n', err: '' })
    const { status, out } = await aShell().verbatim('--help')
    expect(status).toBe(0)
    const commands = [
      'new',
      'import',
      'apply',
      'list',
      'show',
      'search',
      'verify',
      'export',
      'stats',
      'backup',
      'doctor',
      'serve',
    ]
    for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'))
  })
})
