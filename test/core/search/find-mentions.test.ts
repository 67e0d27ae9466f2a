import { expect, it, onTestFinished } from 'vitest'
import { createCore } from '../../../electron/core/services'
import type { MethodName, Output } from '../../../shared/contract'
import { ALIAS_FOLDS, aliasQuery } from '../../../shared/domain/alias'
import { aProject, aSource, inFolder } from '../../builders'

it('counts what the project is now, and what a search for the aliases finds', () =>
  inFolder(async (folder) => {
    const project = aProject(folder)
    const desk = aSource(project, [['Ada', 'World models! A world\nmodel, so-called "AI".']], { title: 'Desk' })
    const radio = aSource(project, [['Bob', '世界模型 AND C++.']], { title: 'Radio' })
    project.close()
    const core = createCore()
    onTestFinished(() => core.close())
    const call = async <Name extends MethodName>(name: Name, input: unknown): Promise<Output<Name>> => {
      const answer = await core.invoke('host', name, input)
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.value as Output<Name>
    }
    await call('project.open', { path: project.path })
    const review = await call('review.create', { title: 'Models', language: 'en' })
    const camp = review.sections.find((section) => section.camp)!.id
    const terms = ['world model', '世界模型', 'so-called "AI"', 'AND', 'C++', '(AI)']
    const mentions = () => call('search.mentions', { terms, reviewId: review.id })
    const rows = async () =>
      (await mentions()).sources.map((source) => [source.sourceId, source.total, source.marked, source.cited])

    expect(await rows()).toEqual([
      [desk, 3, 0, 0],
      [radio, 3, 0, 0],
    ])
    const { sources } = await mentions()
    for (const [at, term] of terms.entries()) {
      const total = sources.reduce((sum, { counts }) => sum + counts[at]!, 0)
      const found = await call('search.find', { query: aliasQuery([term]), folds: ALIAS_FOLDS })
      expect([term, found]).toMatchObject([term, { kind: 'found', total }])
    }
    expect(await call('search.find', { query: aliasQuery(terms), folds: ALIAS_FOLDS })).toMatchObject({ total: 6 })

    const marked = await call('passage.mark', { sourceId: desk, spans: [{ start: 0, end: 12 }], camp: null })
    expect(await rows()).toContainEqual([desk, 3, 1, 0])
    await call('block.placeQuote', { sectionId: camp, index: 0, passageId: marked.id })
    expect(await rows()).toContainEqual([desk, 3, 1, 1])
    const later = aSource(core.project()!, [['Cho', 'No world model.']], { title: 'Later' })
    await call('review.update', { id: review.id, aliases: terms })
    expect(await rows()).toContainEqual([later, 1, 0, 0])
    const { revision } = await call('source.read', { id: radio })
    await call('source.correct', { id: radio, baseRevision: revision, edits: [{ start: 0, end: 4, text: '模型' }] })
    await call('source.delete', { ids: [later] })
    expect(await rows()).toEqual([
      [desk, 3, 1, 1],
      [radio, 2, 0, 0],
    ])
    await call('project.undo', {})
    expect(await rows()).toHaveLength(3)

    // What the page lists is what is mentioned and not cited, but for what is kept out of reviews.
    expect((await call('review.render', { id: review.id })).markdown).toContain(
      'Mentioned, not cited:\n\n- Radio · Bob\n- Later · Cho\n',
    )
    await call('source.update', { id: later, tier: 'other' })
    expect((await call('review.render', { id: review.id })).markdown).not.toContain('Later')
  }))
