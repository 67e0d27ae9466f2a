import { contract, type Input } from '../../shared/contract'
import { RELATION_KINDS, type Passage } from '../../shared/domain/passage'
import { SECTION_KINDS, type Review } from '../../shared/domain/review'
import type { Source } from '../../shared/domain/source'
import { AppError } from '../../shared/errors'
import { renderReview } from '../../electron/core/export/export-review'
import { planMarkdown } from '../../electron/core/round-trip/read-back'
import { listHints } from '../../electron/core/hints/review-hints'
import { act } from '../../electron/core/store/act'
import type { ProjectDatabase } from '../../electron/core/store/database'
import { listTerms } from '../../electron/core/store/glossary'
import { listPassages } from '../../electron/core/store/passages'
import { listRelations } from '../../electron/core/store/relations'
import { listSavedSearches } from '../../electron/core/store/saved-searches'
import { getReview, listReviews } from '../../electron/core/store/reviews'
import { listRevisions } from '../../electron/core/store/revisions'
import { listSources, listTurns } from '../../electron/core/store/sources'
import type { ReadableDatabase, WritableDatabase } from '../../electron/core/store/sql'
import { getRevisionId, getText } from '../../electron/core/store/transcripts'
import { writes, type WriteName } from '../../electron/core/writes'
import { pick, type Random } from './random'

/** A project as a random action sees it: what there is to work on. */
interface Scene {
  readonly db: ReadableDatabase
  readonly sources: readonly Source[]
  readonly passages: readonly Passage[]
  readonly reviews: readonly Review[]
  readonly random: Random
}

type Actions = { readonly [Name in WriteName]: (scene: Scene) => Input<Name> | null }

/** Each write of the contract, chosen at random on what a project has; `null` when it has nothing to work on. */
const ACTIONS: Actions = {
  'project.update': ({ random }) => ({ title: `Project ${random(100)}` }),

  'source.update': (scene) =>
    on(sourceOf(scene), ({ id, speakers }) => ({
      id,
      title: words(scene),
      date: pick(scene.random, [null, '2026-06-11']) ?? null,
      speakers: speakers
        .slice(0, 1)
        .map((speaker) => ({ id: speaker.id, name: words(scene), affiliation: pick(scene.random, [null, '研究所'])! })),
    })),
  'source.updateMany': (scene) =>
    scene.sources.length === 0
      ? null
      : { ids: scene.sources.slice(0, 3).map(({ id }) => id), tier: pick(scene.random, ['core', 'alias', 'other'])! },
  'source.correct': (scene) =>
    on(sourceOf(scene), ({ id }) => {
      const turns = listTurns(scene.db, id).filter(({ start, end }) => end - start > 4)
      return on(pick(scene.random, turns), ({ start, end }) => {
        const at = start + scene.random(end - start - 2)
        const edits = [{ start: at, end: at + scene.random(3), text: pick(scene.random, ['x', ' 字 ', ''])! }]
        return { id, baseRevision: getRevisionId(scene.db, id), edits }
      })
    }),
  'source.restoreRevision': (scene) =>
    on(sourceOf(scene), ({ id }) => {
      const [current, ...older] = listRevisions(scene.db, id)
      return on(pick(scene.random, older), (revision) => ({ id, baseRevision: current!.id, revision: revision.id }))
    }),
  'source.attachMedia': (scene) => on(sourceOf(scene), ({ id }) => ({ id, path: `/recordings/${words(scene)}.wav` })),
  'source.detachMedia': (scene) => on(sourceOf(scene), ({ id }) => ({ id })),
  'source.delete': (scene) => (scene.random(3) > 0 ? null : on(sourceOf(scene), ({ id }) => ({ ids: [id] }))),

  'coverage.mark': (scene) =>
    on(sourceOf(scene), ({ id }) => ({ ids: [id], ranges: spansIn(scene, id), isRead: scene.random(3) > 0 })),

  'passage.mark': (scene) =>
    on(sourceOf(scene), ({ id }) => ({ sourceId: id, spans: spansIn(scene, id), camp: campOf(scene) ?? null })),
  'passage.markMany': (scene) =>
    on(sourceOf(scene), ({ id }) => ({
      places: spansIn(scene, id).map((range) => ({ ...range, sourceId: id })),
      camp: campOf(scene) ?? null,
    })),
  'passage.setSpans': (scene) => on(passageOf(scene), ({ id, sourceId }) => ({ id, spans: spansIn(scene, sourceId) })),
  'passage.update': (scene) =>
    on(passageOf(scene), ({ id }) => ({ id, note: words(scene), tags: [words(scene), `tag-${scene.random(3)}`] })),
  'passage.putIntoCamp': (scene) => on(passageOf(scene), ({ id }) => on(campOf(scene), (camp) => ({ id, camp }))),
  'passage.takeOutOfCamp': (scene) =>
    on(passageOf(scene), ({ id, camps }) => on(pick(scene.random, camps), (camp) => ({ id, camp }))),
  'passage.moveToCamp': (scene) =>
    on(passageOf(scene), ({ id, camps }) => ({
      ids: [id],
      from: pick(scene.random, camps) ?? null,
      to: pick(scene.random, [null, campOf(scene) ?? null])!,
    })),
  'passage.translate': (scene) =>
    on(passageOf(scene), ({ id }) => ({
      id,
      language: pick(scene.random, ['zh', 'de'])!,
      text: pick(scene.random, ['', '机器不会思考', words(scene)])!,
      state: pick(scene.random, ['draft', 'done'])!,
    })),
  'passage.split': (scene) =>
    on(passageOf(scene), ({ id, spans }) =>
      on(
        spans.find(({ start, end }) => end - start > 1),
        ({ start, end }) => ({ id, at: start + 1 + scene.random(end - start - 1) }),
      ),
    ),
  'passage.join': (scene) =>
    on(passageOf(scene), ({ id, sourceId }) => {
      const other = scene.passages.find((one) => one.sourceId === sourceId && one.id !== id)
      return other ? { ids: [id, other.id] } : null
    }),
  'passage.delete': (scene) => on(passageOf(scene), ({ id }) => ({ ids: [id] })),

  'relation.add': (scene) =>
    on(passageOf(scene), ({ id }) =>
      on(passageOf(scene), (other) => ({ from: id, to: other.id, kind: pick(scene.random, RELATION_KINDS)! })),
    ),
  'relation.remove': (scene) => on(pick(scene.random, listRelations(scene.db)), ({ id }) => ({ id })),

  'review.create': (scene) => ({
    title: words(scene),
    language: pick(scene.random, ['en', 'zh'])!,
    starter: scene.random(2) === 0,
  }),
  'review.update': (scene) =>
    on(reviewOf(scene), ({ id }) => ({ id, title: words(scene), aliases: [words(scene), words(scene)] })),
  'review.delete': (scene) => (scene.random(3) > 0 ? null : on(reviewOf(scene), ({ id }) => ({ id }))),
  'review.addChange': (scene) => on(reviewOf(scene), ({ id }) => ({ id, markdown: `*${words(scene)}*` })),

  'review.applyMarkdown': (scene) =>
    on(reviewOf(scene), ({ id }) => {
      const markdown = `${renderReview(scene.db, id).markdown}\n${words(scene)}\n`
      try {
        return { id, markdown, base: planMarkdown(scene.db, id, markdown).base }
      } catch (error) {
        // A page that cannot be read back is refused to users too.
        if (error instanceof AppError) return null
        throw error
      }
    }),

  'glossary.set': (scene) => ({
    term: `${words(scene)} ${scene.random(1000)}`,
    language: 'zh',
    translation: pick(scene.random, [null, '机器'])!,
  }),
  'glossary.remove': (scene) => on(pick(scene.random, listTerms(scene.db)), ({ id }) => ({ id })),

  'review.dismissHint': (scene) =>
    on(reviewOf(scene), ({ id }) =>
      on(pick(scene.random, listHints(scene.db, id)), ({ key, dismissed }) => ({ id, key, dismissed: !dismissed })),
    ),

  'savedSearch.save': (scene) => ({
    name: `Search ${scene.random(100)}`,
    query: words(scene),
    filters: scene.random(2) === 0 ? {} : { sources: scene.sources.slice(0, 2).map(({ id }) => id), marked: false },
    marking: pick(scene.random, [null, { tag: 'found', camp: campOf(scene) ?? null, extent: 'sentence' as const }])!,
  }),
  'savedSearch.update': (scene) =>
    on(savedSearchOf(scene), ({ id }) => ({
      id,
      name: `Search ${scene.random(100)}`,
      request: { query: words(scene), sort: 'left', descending: true },
    })),
  'savedSearch.move': (scene) => on(savedSearchOf(scene), ({ id }) => ({ id, index: scene.random(4) })),
  'savedSearch.delete': (scene) => (scene.random(3) > 0 ? null : on(savedSearchOf(scene), ({ id }) => ({ id }))),
  'savedSearch.refuse': (scene) =>
    on(savedSearchOf(scene), ({ id }) =>
      on(sourceOf(scene), (source) => ({
        id,
        places: spansIn(scene, source.id).map((range) => ({ ...range, sourceId: source.id })),
      })),
    ),
  'savedSearch.suggestAgain': (scene) => on(savedSearchOf(scene), ({ id }) => ({ id })),

  'section.add': (scene) =>
    on(reviewOf(scene), ({ id, sections }) => ({
      reviewId: id,
      parentId: scene.random(2) === 0 ? null : (pick(scene.random, sections)?.id ?? null),
      index: scene.random(4),
      kind: pick(scene.random, SECTION_KINDS)!,
      heading: pick(scene.random, [null, words(scene)])!,
      camp: null,
    })),
  'section.update': (scene) => on(sectionOf(scene), ({ id }) => ({ id, heading: words(scene) })),
  'section.setView': (scene) =>
    on(sectionOf(scene), ({ id }) => ({
      id,
      view: pick(scene.random, [
        null,
        {
          judgement: words(scene),
          confidence: pick(scene.random, [null, 1, 5])!,
          strongest: scene.passages.slice(0, scene.random(3)).map((passage) => passage.id),
          weakest: [],
        },
      ])!,
    })),
  'section.move': (scene) =>
    on(sectionOf(scene), ({ id }) => ({ id, parentId: sectionOf(scene)?.id ?? null, index: scene.random(3) })),
  'section.delete': (scene) => (scene.random(3) > 0 ? null : on(sectionOf(scene), ({ id }) => ({ id }))),

  'block.addProse': (scene) =>
    on(sectionOf(scene), ({ id }) => ({ sectionId: id, index: scene.random(3), markdown: `- ${words(scene)}` })),
  'block.placeQuote': (scene) =>
    on(sectionOf(scene), ({ id }) =>
      on(passageOf(scene), (passage) => ({
        sectionId: id,
        index: scene.random(3),
        passageId: passage.id,
        leadIn: pick(scene.random, ['', words(scene)])!,
      })),
    ),
  'block.placeQuoteWithin': (scene) =>
    on(sectionOf(scene), ({ id, blocks }) =>
      on(passageOf(scene), (passage) => {
        const at = blocks.findIndex(({ kind }) => kind === 'prose')
        const text = scene.random(2) === 0 ? undefined : blocks[at]
        return {
          sectionId: id,
          index: text ? at : scene.random(3),
          blockId: text?.id ?? null,
          before: pick(scene.random, ['', words(scene)])!,
          passageId: passage.id,
          after: pick(scene.random, ['', words(scene)])!,
        }
      }),
    ),
  'block.update': (scene) => on(blockOf(scene), ({ id }) => ({ id, markdown: words(scene) })),
  'block.move': (scene) =>
    on(blockOf(scene), ({ id }) =>
      on(sectionOf(scene), (section) => ({ id, sectionId: section.id, index: scene.random(3) })),
    ),
  'block.delete': (scene) => on(blockOf(scene), ({ id }) => ({ id })),
}

/** The name of every write that random actions know: all of the contract, or this file does not compile. */
export const ACTION_NAMES = Object.keys(ACTIONS) as readonly WriteName[]

/** One write of the contract as a caller makes it. */
export interface RandomAction {
  readonly name: WriteName
  readonly input: unknown
}

/** A write with something to work on in this project. Core may still refuse it, as it refuses a user. */
export function randomAction(db: ReadableDatabase, random: Random): RandomAction {
  const scene: Scene = {
    db,
    sources: listSources(db),
    passages: listPassages(db),
    reviews: listReviews(db).map(({ id }) => getReview(db, id)),
    random,
  }
  for (;;) {
    // Half of what people do in a transcript is marking; without it there is nothing for the others to work on.
    const name = scene.passages.length < 3 && random(2) === 0 ? 'passage.mark' : pick(random, ACTION_NAMES)!
    const input = ACTIONS[name](scene)
    if (input !== null) return { name, input }
  }
}

/** Whether a call is one of the contract's writes. */
export function isWrite(name: string): name is WriteName {
  return Object.hasOwn(ACTIONS, name)
}

/** Carries out a write as core does for a caller. Throws what core throws. */
export function performWrite(db: ProjectDatabase, name: WriteName, input: unknown): void {
  const run = writes[name] as (db: WritableDatabase, input: unknown) => unknown
  act(db, name, (writable) => run(writable, contract[name].input.parse(input)))
}

function on<T, Result>(thing: T | undefined, use: (thing: T) => Result | null): Result | null {
  return thing === undefined ? null : use(thing)
}

function sourceOf({ sources, random }: Scene) {
  return pick(random, sources)
}

function passageOf({ passages, random }: Scene) {
  return pick(random, passages)
}

function reviewOf({ reviews, random }: Scene) {
  return pick(random, reviews)
}

function sectionOf({ reviews, random }: Scene) {
  return pick(
    random,
    reviews.flatMap(({ sections }) => sections),
  )
}

function savedSearchOf({ db, random }: Scene) {
  return pick(random, listSavedSearches(db))
}

function campOf({ reviews, random }: Scene) {
  return pick(
    random,
    reviews.flatMap(({ sections }) => sections.filter(({ kind }) => kind === 'camp')),
  )?.id
}

function blockOf({ reviews, random }: Scene) {
  return pick(
    random,
    reviews.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks)),
  )
}

/** Short and few, so that the same words come again. */
function words({ random }: Scene): string {
  return pick(random, ['engine', 'pattern', '森林', 'a "quoted" word', '# not a heading', '<b>bold</b>', '🌲'])!
}

function spansIn({ db, random }: Scene, source: Source['id']): { start: number; end: number }[] {
  const { length } = getText(db, source)
  const spanAt = () => {
    const start = random(Math.max(1, length - 8))
    return { start, end: Math.min(length, start + 1 + random(40)) }
  }
  return random(3) === 0 ? [spanAt(), spanAt()] : [spanAt()]
}
