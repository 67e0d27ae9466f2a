// Searches that are kept: what they find and suggest, what is new, what was refused, and what they name that is gone.
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Input, MethodName, Output } from '../../../shared/contract'
import type { SavedSearchId, SectionId, SourceId } from '../../../shared/domain/ids'
import type { SavedMarking, SavedSearchCount } from '../../../shared/domain/saved-search'
import { freshIn } from '../../../electron/core/search/count-saved'
import { createCore } from '../../../electron/core/services'
import { listPassages } from '../../../electron/core/store/passages'
import { aProject, aSource, inFolder, type Said } from '../../builders'

const HEARING: readonly Said[] = [
  ['Ada', 'The night bus is late. Nobody waits for a bus!'],
  ['Bob', 'No bus at night? Then no bus at all.'],
]

async function aCore(folder: string) {
  const project = aProject(folder)
  const hearing = aSource(project, HEARING, { title: 'Hearing' })
  project.close()
  const core = createCore()
  onTestFinished(() => core.close())
  const open = (readOnly = false) => core.invoke('host', 'project.open', { path: project.path, readOnly })
  await open()
  const invoke = async <Name extends MethodName>(name: Name, input: Input<Name>): Promise<Output<Name>> => {
    const answer = await core.invoke('host', name, input)
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value as Output<Name>
  }
  const db = () => core.project()!
  /** Puts a transcript into the project, as an import does. */
  const importing = async (said: readonly Said[], title: string) => {
    const id = aSource(db(), said, { title })
    await invoke('project.update', { title: `With ${title}` })
    return id
  }
  const count = async (id: SavedSearchId) => {
    const counts = await invoke('savedSearch.count', {})
    return counts.find((one) => one.id === id) as Extract<SavedSearchCount, { readonly kind: 'found' }>
  }
  const suggested = async (id: SavedSearchId) => {
    const { suggestions } = await invoke('savedSearch.suggest', { id })
    const texts = new Map<SourceId, string>()
    for (const { sourceId } of suggestions) texts.set(sourceId, (await invoke('source.read', { id: sourceId })).text)
    return suggestions.map(({ sourceId, start, end }) => texts.get(sourceId)!.slice(start, end))
  }
  return { core, hearing, open, invoke, importing, count, suggested, db }
}

type Project = Awaited<ReturnType<typeof aCore>>

async function aCamp({ invoke }: Project): Promise<SectionId> {
  const review = await invoke('review.create', { title: 'Buses', language: 'en' })
  return review.sections.find(({ kind }) => kind === 'camp')!.id
}

const save = ({ invoke }: Project, query: string, marking: SavedMarking | null = null, name = query) =>
  invoke('savedSearch.save', { name, query, marking })

const tagged = (extent: SavedMarking['extent']): SavedMarking => ({ tag: 'bus', camp: null, extent })

describe('a saved search', () => {
  it('is kept as it was asked, renamed, put elsewhere and forgotten, and each of these is undone', () =>
    inFolder(async (folder) => {
      const project = await aCore(folder)
      const { invoke } = project
      const first = await invoke('savedSearch.save', {
        name: ' Late ',
        query: '"night bus" OR late',
        folds: { foldAccents: true },
        filters: { speakers: ['Ada'], tiers: ['core'], from: '2024', marked: false },
        sort: 'left',
        descending: true,
      })
      expect(first).toMatchObject({
        name: 'Late',
        folds: { foldAccents: true, matchCase: false },
        filters: { speakers: ['Ada'], tiers: ['core'], from: '2024', marked: false },
        sort: 'left',
        descending: true,
        marking: null,
        missing: { sources: 0, speakers: [], camp: false, markingCamp: false },
      })
      const second = await save(project, 'bus')
      const names = async () => (await invoke('savedSearch.list', {})).map(({ name }) => name)
      await invoke('savedSearch.move', { id: second.id, index: 0 })
      expect(await names()).toEqual(['bus', 'Late'])
      await invoke('savedSearch.update', { id: second.id, name: 'All buses', request: { query: 'bus*' } })
      await invoke('savedSearch.delete', { id: first.id })
      expect(await names()).toEqual(['All buses'])
      const steps: string[][] = []
      for (let step = 0; step < 5; step += 1) {
        await invoke('project.undo', {})
        steps.push(await names())
      }
      expect(steps).toEqual([['All buses', 'Late'], ['bus', 'Late'], ['Late', 'bus'], ['Late'], []])
    }))

  it('counts what it finds now, and what is new since somebody looked', () =>
    inFolder(async (folder) => {
      const project = await aCore(folder)
      const { invoke, importing, count, hearing, db } = project
      const { id } = await save(project, 'bus')
      expect(await count(id)).toMatchObject({ total: 4, sources: 1, fresh: 0, suggestions: null })
      const later = await importing([['Cho', 'One more bus.']], 'Later')
      expect(await count(id)).toMatchObject({ total: 5, sources: 2, fresh: 1, freshSources: [later] })
      const { revision } = await invoke('source.read', { id: hearing })
      await invoke('source.correct', {
        id: hearing,
        baseRevision: revision,
        edits: [{ start: 0, end: 3, text: 'Bus' }],
      })
      expect(await count(id)).toMatchObject({ total: 6, fresh: 2 })
      await invoke('savedSearch.look', { id })
      expect(await count(id)).toMatchObject({ total: 6, fresh: 0 })
      // What was lost in one source does not hide what came in another.
      await invoke('source.delete', { ids: [later] })
      await importing([['Cho', 'A bus.']], 'Last')
      expect(await count(id)).toMatchObject({ total: 6, fresh: 1 })
      expect(db().integrityProblems()).toEqual([])
      // Looking is nothing to take back.
      expect((await invoke('project.find', {}))?.undo).toBe('project.update')
    }))

  it('follows marks where it filters by them', () =>
    inFolder(async (folder) => {
      const project = await aCore(folder)
      const { invoke, count, hearing } = project
      const { id } = await invoke('savedSearch.save', { name: 'Open', query: 'bus', filters: { marked: false } })
      expect(await count(id)).toMatchObject({ total: 4 })
      await invoke('passage.mark', { sourceId: hearing, spans: [{ start: 0, end: 22 }], camp: null })
      expect(await count(id)).toMatchObject({ total: 3, fresh: 0 })
    }))

  it('tells what it names that is gone, and has it again after undo', () =>
    inFolder(async (folder) => {
      const project = await aCore(folder)
      const { invoke, hearing } = project
      const camp = await aCamp(project)
      await invoke('savedSearch.save', {
        name: 'Ours',
        query: 'bus',
        filters: { sources: [hearing], speakers: ['Ada', 'Bob'], camp },
        marking: { tag: null, camp, extent: 'turn' },
      })
      const missing = async () => (await invoke('savedSearch.list', {}))[0]?.missing
      await invoke('source.delete', { ids: [hearing] })
      expect(await missing()).toEqual({ sources: 1, speakers: ['Ada', 'Bob'], camp: false, markingCamp: false })
      await invoke('section.delete', { id: camp })
      expect(await missing()).toMatchObject({ camp: true, markingCamp: true })
      await invoke('project.undo', {})
      await invoke('project.undo', {})
      expect(await missing()).toEqual({ sources: 0, speakers: [], camp: false, markingCamp: false })
    }))

  it('says that a query of it cannot be understood, and counts the others', () =>
    inFolder(async (folder) => {
      const project = await aCore(folder)
      const broken = await save(project, 'bus AND')
      const whole = await save(project, '/b.s/')
      expect(await project.invoke('savedSearch.count', {})).toMatchObject([
        { id: broken.id, kind: 'fault', fault: { reason: 'operator-without-term' } },
        { id: whole.id, kind: 'found', total: 4 },
      ])
    }))

  it('is listed and counted in a project that is only read', () =>
    inFolder(async (folder) => {
      const project = await aCore(folder)
      const { id } = await save(project, 'bus', tagged('turn'))
      await project.invoke('project.close', {})
      await project.open(true)
      expect(await project.count(id)).toMatchObject({ total: 4, suggestions: { count: 2 } })
      await project.invoke('savedSearch.look', { id })
      await expect(project.invoke('savedSearch.delete', { id })).rejects.toThrow(/read-only|reading/)
    }))

  it('gives way to a search that somebody waits for', () =>
    inFolder(async (folder) => {
      const project = await aCore(folder)
      await save(project, '/b.s/')
      const [counts, found] = await Promise.all([
        project.invoke('savedSearch.count', {}),
        project.invoke('search.find', { query: '/n.ght/', job: 'typing' }),
      ])
      expect(found).toMatchObject({ kind: 'found', total: 2 })
      expect(counts).toMatchObject([{ kind: 'found', total: 4 }])
    }))
})

describe('what a saved search suggests', () => {
  it.each([
    ['hit', ['bus', 'bus', 'bus', 'bus']],
    ['sentence', ['The night bus is late.', 'Nobody waits for a bus!', 'No bus at night?', 'Then no bus at all.']],
    ['turn', ['The night bus is late. Nobody waits for a bus!', 'No bus at night? Then no bus at all.']],
  ] as const)('is each %s once', (extent, expected) =>
    inFolder(async (folder) => {
      const project = await aCore(folder)
      const { id } = await save(project, 'bus', tagged(extent))
      expect(await project.suggested(id)).toEqual(expected)
      expect(listPassages(project.db())).toEqual([])
    }),
  )

  it('is marked in one action that is undone as one, and is suggested no more', () =>
    inFolder(async (folder) => {
      const project = await aCore(folder)
      const { invoke, suggested, db, hearing } = project
      const camp = await aCamp(project)
      const { id } = await save(project, 'bus', { tag: 'bus', camp, extent: 'sentence' })
      // In the camp, without the tag: that is not yet all that the search would make of it.
      await invoke('passage.mark', { sourceId: hearing, spans: [{ start: 0, end: 22 }], camp })
      const { suggestions, count } = await invoke('savedSearch.suggest', { id })
      expect(count).toBe(4)
      const places = suggestions.map(({ sourceId, start, end }) => ({ sourceId, start, end }))
      expect(await invoke('passage.markMany', { places, camp, tags: ['bus'] })).toEqual({ marked: 3 })
      expect(listPassages(db()).map(({ text, tags, camps }) => [text, tags, camps])).toEqual([
        ['The night bus is late.', ['bus'], [camp]],
        ['Nobody waits for a bus!', ['bus'], [camp]],
        ['No bus at night?', ['bus'], [camp]],
        ['Then no bus at all.', ['bus'], [camp]],
      ])
      expect(await suggested(id)).toEqual([])
      await invoke('project.undo', {})
      expect(await suggested(id)).toHaveLength(4)
      expect(listPassages(db()).map(({ tags }) => tags)).toEqual([[]])
    }))

  it('is refused for good, also when the query or the extent is another one, until that is taken back', () =>
    inFolder(async (folder) => {
      const project = await aCore(folder)
      const { invoke, suggested, hearing, count } = project
      const { id } = await save(project, 'bus', tagged('hit'))
      await invoke('savedSearch.refuse', { id, places: [{ sourceId: hearing, start: 10, end: 13 }] })
      expect(await count(id)).toMatchObject({ suggestions: { count: 3, refused: 1 } })
      await invoke('savedSearch.update', { id, request: { query: 'bus*' }, marking: tagged('sentence') })
      expect(await suggested(id)).toEqual(['Nobody waits for a bus!', 'No bus at night?', 'Then no bus at all.'])
      await invoke('project.undo', {})
      await invoke('project.undo', {})
      expect(await suggested(id)).toHaveLength(4)
      await invoke('project.redo', {})
      await invoke('savedSearch.suggestAgain', { id })
      expect(await count(id)).toMatchObject({ suggestions: { count: 4, refused: 0 } })
    }))

  it('is refused only where there is text', () =>
    inFolder(async (folder) => {
      const project = await aCore(folder)
      const { id } = await save(project, 'bus', tagged('hit'))
      const places = [
        { sourceId: project.hearing, start: 10, end: 13 },
        { sourceId: project.hearing, start: 80, end: 800 },
      ]
      await expect(project.invoke('savedSearch.refuse', { id, places })).rejects.toThrow(
        'does not lie in its transcript',
      )
      expect(await project.suggested(id)).toHaveLength(4)
    }))

  it('stays refused where a correction moves it, and comes again where its words are others', () =>
    inFolder(async (folder) => {
      const project = await aCore(folder)
      const { invoke, suggested, hearing } = project
      const { id } = await save(project, 'bus', tagged('sentence'))
      const places = [
        { sourceId: hearing, start: 10, end: 13 },
        { sourceId: hearing, start: 42, end: 45 },
      ]
      await invoke('savedSearch.refuse', { id, places })
      const rest = ['No bus at night?', 'Then no bus at all.']
      expect(await suggested(id)).toEqual(rest)
      const { revision } = await invoke('source.read', { id: hearing })
      const edits = [
        { start: 4, end: 9, text: 'very last' },
        { start: 42, end: 45, text: 'Bus' },
      ]
      await invoke('source.correct', { id: hearing, baseRevision: revision, edits })
      expect(await suggested(id)).toEqual(['Nobody waits for a Bus!', ...rest])
      await invoke('project.undo', {})
      expect(await suggested(id)).toEqual(rest)
    }))

  it('stays refused where the file of a source is read again', () =>
    inFolder(async (folder) => {
      const project = await aCore(folder)
      const { invoke, suggested, hearing } = project
      const { id } = await save(project, 'bus', tagged('hit'))
      const { revision } = await invoke('source.read', { id: hearing })
      await invoke('source.correct', {
        id: hearing,
        baseRevision: revision,
        edits: [{ start: 0, end: 0, text: 'Oh! ' }],
      })
      await invoke('savedSearch.refuse', { id, places: [{ sourceId: hearing, start: 14, end: 17 }] })
      expect(await suggested(id)).toHaveLength(3)
      await invoke('source.reimport', { id: hearing })
      expect((await invoke('source.read', { id: hearing })).text).toMatch(/^The night bus/)
      expect(await suggested(id)).toHaveLength(3)
    }))

  it('is more after an import, and only where nobody decided', () =>
    inFolder(async (folder) => {
      const project = await aCore(folder)
      const { invoke, importing, hearing, count } = project
      const { id } = await save(project, '末班车 OR bus', tagged('sentence'))
      await invoke('savedSearch.refuse', { id, places: [{ sourceId: hearing, start: 10, end: 13 }] })
      expect(await count(id)).toMatchObject({ fresh: 0, suggestions: { count: 3 } })
      await importing([['李安', '末班车走了。没有末班车了！我们走路。']], '城市')
      expect(await count(id)).toMatchObject({ fresh: 2, suggestions: { count: 5 } })
    }))

  it('is gone with its source, and back with it', () =>
    inFolder(async (folder) => {
      const project = await aCore(folder)
      const { invoke, suggested, hearing } = project
      const { id } = await save(project, 'bus', tagged('hit'))
      await invoke('savedSearch.refuse', { id, places: [{ sourceId: hearing, start: 10, end: 13 }] })
      await invoke('source.delete', { ids: [hearing] })
      expect(await suggested(id)).toEqual([])
      await invoke('project.undo', {})
      expect(await suggested(id)).toHaveLength(3)
      await invoke('savedSearch.delete', { id })
      await invoke('project.undo', {})
      expect(await suggested(id)).toHaveLength(3)
    }))
})

it('what is new is never more than there is, and nothing without a change', () => {
  const found = fc
    .dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 9 }))
    .map((counts) => ({ total: Object.values(counts).reduce((sum, count) => sum + count, 0), counts }))
  fc.assert(
    fc.property(found, found, (now, seen) => {
      const { fresh } = freshIn(now, seen)
      expect(fresh).toBeGreaterThanOrEqual(Math.max(0, now.total - seen.total))
      expect(fresh).toBeLessThanOrEqual(now.total)
      expect(freshIn(now, now).fresh).toBe(0)
    }),
  )
})
