import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CoreEvent, Input, MethodName, Output } from '../../shared/contract'
import { createCore, type Core } from '../../electron/core/services'
import { inFolder } from '../builders'

async function call<Name extends MethodName>(core: Core, name: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await core.invoke('host', name, input)
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value as Output<Name>
}

async function codeOf(answer: ReturnType<Core['invoke']>): Promise<string> {
  const result = await answer
  return result.ok ? 'ok' : result.error.code
}

/** A core with a new project of one imported transcript, and what it told its hosts. */
async function aCore(folder: string) {
  const core = createCore()
  const events: CoreEvent[] = []
  core.subscribe((event) => events.push(event))
  const path = join(folder, 'p.verbatim')
  await call(core, 'project.create', { path, title: 'P', language: 'en', starter: true })
  const file = join(folder, 'talk.txt')
  writeFileSync(file, 'Ada: The engine weaves patterns.\n\nBob: I am not so sure.\n')
  const report = await call(core, 'source.import', { files: [{ path: file }], job: 'j' })
  const [source] = await call(core, 'source.list', {})
  return { core, events, path, file, report, source: source! }
}

describe('a call', () => {
  it('is refused when nobody declared it, when its input is wrong, and when no project is open', async () => {
    const core = createCore()
    expect(await codeOf(core.invoke('host', 'constructor', {}))).toBe('unknown-method')
    expect(await codeOf(core.invoke('host', 'passage.mark', { sourceId: '' }))).toBe('invalid-input')
    expect(await codeOf(core.invoke('host', 'source.list', {}))).toBe('no-project')
  })

  it('that names a path is for the host alone', async () => {
    const core = createCore()
    for (const name of ['project.open', 'project.create', 'source.import', 'review.export', 'project.backup']) {
      expect(await codeOf(core.invoke('window', name, { path: '/etc/passwd' }))).toBe('not-allowed')
    }
  })

  it('refuses text that SQLite would change: NUL and half characters', () =>
    inFolder(async (folder) => {
      const { core } = await aCore(folder)
      expect(await codeOf(core.invoke('window', 'project.update', { title: 'a\0b' }))).toBe('invalid-input')
      expect(await codeOf(core.invoke('window', 'project.update', { title: 'a\ud800b' }))).toBe('invalid-input')
      expect(await codeOf(core.invoke('window', 'project.update', { title: 'a😀b' }))).toBe('ok')
      core.close()
    }))
})

describe('what is recorded of sources', () => {
  it('changes with its speakers as one action', () =>
    inFolder(async (folder) => {
      const { core, source } = await aCore(folder)
      const [ada, bob] = source.speakers
      await call(core, 'source.update', {
        id: source.id,
        title: 'A debate',
        speakers: [{ id: ada!.id, name: 'Ada Lovelace', affiliation: 'Analytical Society' }],
      })
      const [changed] = await call(core, 'source.list', {})
      expect(changed).toMatchObject({ title: 'A debate', speakers: [{ name: 'Ada Lovelace', label: 'Ada' }, bob] })
      expect(await call(core, 'project.undo', {})).toEqual({ action: 'source.update' })
      expect(await call(core, 'source.list', {})).toEqual([source])
      core.close()
    }))

  it('changes in many sources as one action, and in none when one of them is not there', () =>
    inFolder(async (folder) => {
      const { core, source } = await aCore(folder)
      const file = join(folder, 'other.txt')
      writeFileSync(file, 'Cleo: It rained.\n\nDan: It poured.\n')
      await call(core, 'source.import', { files: [{ path: file }], job: 'k' })
      const tiers = async () => (await call(core, 'source.list', {})).map(({ tier }) => tier)
      const ids = (await call(core, 'source.list', {})).map(({ id }) => id)
      const before = await tiers()

      await call(core, 'source.updateMany', { ids, tier: 'alias' })
      expect(await tiers()).toEqual(['alias', 'alias'])
      expect(await codeOf(core.invoke('window', 'source.updateMany', { ids: [source.id, 'none'], tier: 'core' }))).toBe(
        'not-found',
      )
      expect(await tiers()).toEqual(['alias', 'alias'])
      expect(await call(core, 'project.undo', {})).toEqual({ action: 'source.updateMany' })
      expect(await tiers()).toEqual(before)
      core.close()
    }))
})

describe('what is told of a change', () => {
  it('is the passages as they are now, but not after undo, which may change anything', () =>
    inFolder(async (folder) => {
      const { core, events, source } = await aCore(folder)
      const last = () => events.findLast((event) => event.kind === 'changed')
      const passage = await call(core, 'passage.mark', {
        sourceId: source.id,
        spans: [{ start: 0, end: 10 }],
        camp: null,
      })
      expect(last()).toMatchObject({ action: 'passage.mark', passages: { set: [passage], removed: [] } })
      const noted = await call(core, 'passage.update', { id: passage.id, note: 'n' })
      expect(last()).toMatchObject({ passages: { set: [noted] } })
      const halves = await call(core, 'passage.split', { id: passage.id, at: 4 })
      expect(halves.map(({ text }) => text)).toEqual(['The', 'engine'])
      expect(last()).toMatchObject({ passages: { set: halves, removed: [] } })
      const joined = await call(core, 'passage.join', { ids: [halves[1]!.id, passage.id] })
      expect(last()).toMatchObject({ passages: { set: [joined], removed: [passage.id] } })
      await call(core, 'passage.delete', { ids: [joined.id] })
      expect(last()).toMatchObject({ passages: { set: [], removed: [joined.id] } })
      await call(core, 'project.undo', {})
      expect(last()).toMatchObject({ passages: { set: [joined], removed: [] } })
      core.close()
    }))
})

describe('the main job, without a window', () => {
  it('imports, marks, translates, places, undoes and is there again after reopening', () =>
    inFolder(async (folder) => {
      const { core, path, source, report } = await aCore(folder)
      expect(report.outcomes).toMatchObject([{ kind: 'imported', file: 'talk.txt' }])
      expect(source).toMatchObject({ title: 'talk', turns: 2, speakers: [{ name: 'Ada' }, { name: 'Bob' }] })
      const { text } = await call(core, 'source.read', { id: source.id })
      expect(text).toBe('The engine weaves patterns.\n\nI am not so sure.')

      const [summary] = await call(core, 'review.list', {})
      const camps = (await call(core, 'review.get', { id: summary!.id })).sections.filter((s) => s.kind === 'camp')
      expect(camps.map((section) => section.camp?.label)).toEqual(['A', 'B'])
      const camp = camps[0]!.id

      const marked = await call(core, 'passage.mark', { sourceId: source.id, spans: [{ start: 4, end: 10 }], camp })
      expect(marked).toMatchObject({ text: 'engine', camps: [camp], speakerId: source.speakers[0]!.id })
      await call(core, 'passage.translate', { id: marked.id, language: 'zh', text: '机器', state: 'done' })
      const spans = [
        { start: 4, end: 10 },
        { start: 18, end: 26 },
      ]
      const widened = await call(core, 'passage.setSpans', { id: marked.id, spans })
      expect(widened.text).toBe('engine … patterns')
      expect(widened.translations).toEqual([{ language: 'zh', text: '机器', state: 'stale' }])
      await call(core, 'block.placeQuote', { sectionId: camp, index: 0, passageId: marked.id })
      const rendered = await call(core, 'review.render', { id: summary!.id })
      expect(rendered.markdown).toContain('> "engine … patterns"')
      const { summary: verified } = await call(core, 'passage.verify', { reviewId: summary!.id })
      expect(verified).toEqual({ exact: 1, normalised: 0, moved: 0, altered: 0, missing: 0 })

      expect(await call(core, 'project.undo', {})).toEqual({ action: 'block.placeQuote' })
      expect((await call(core, 'project.find', {}))?.redo).toBe('block.placeQuote')
      core.close()

      const again = createCore()
      await call(again, 'project.open', { path })
      expect((await call(again, 'passage.list', {})).map((passage) => passage.text)).toEqual(['engine … patterns'])
      expect(await call(again, 'project.redo', {})).toEqual({ action: 'block.placeQuote' })
      again.close()
    }))

  it('tells its hosts of progress and of every change, with what undo would take back', () =>
    inFolder(async (folder) => {
      const { core, events } = await aCore(folder)
      expect(events.map((event) => (event.kind === 'changed' ? event.action : event.kind))).toEqual([
        'project',
        'progress',
        'source.import',
      ])
      expect(events.at(-1)).toMatchObject({ project: { undo: 'source.import' } })
      core.close()
    }))

  it('skips the same bytes, reports each file that fails, and undoes an import of many files at once', () =>
    inFolder(async (folder) => {
      const { core, file } = await aCore(folder)
      writeFileSync(join(folder, 'more.txt'), 'Cy: Something else.\n')
      writeFileSync(join(folder, 'other.srt'), '1\n00:00:01,000 --> 00:00:02,000\nHello there.\n')
      const files = [file, join(folder, 'more.txt'), join(folder, 'none.txt'), join(folder, 'other.srt')]
      const { outcomes } = await call(core, 'source.import', { files: files.map((path) => ({ path })) })
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['failed', 'imported', 'imported', 'skipped'])
      expect(await call(core, 'source.list', {})).toHaveLength(3)
      expect(await call(core, 'project.undo', {})).toEqual({ action: 'source.import' })
      expect(await call(core, 'source.list', {})).toHaveLength(1)
      core.close()
    }))

  it('keeps a passage in its camp while it stands there as a quote', () =>
    inFolder(async (folder) => {
      const { core, source } = await aCore(folder)
      const [summary] = await call(core, 'review.list', {})
      const review = await call(core, 'review.get', { id: summary!.id })
      const [a, b] = review.sections.filter((section) => section.kind === 'camp').map((section) => section.id)
      const { id } = await call(core, 'passage.mark', {
        sourceId: source.id,
        spans: [{ start: 0, end: 3 }],
        camp: null,
      })
      const quote = await call(core, 'block.placeQuote', { sectionId: a!, index: 0, passageId: id })
      expect((await call(core, 'passage.get', { id })).camps).toEqual([a])
      expect(await codeOf(core.invoke('window', 'passage.takeOutOfCamp', { id, camp: a }))).toBe('passage-placed')
      await call(core, 'block.move', { id: quote.id, sectionId: b!, index: 0 })
      expect((await call(core, 'passage.get', { id })).camps).toEqual([b])
      core.close()
    }))
})
