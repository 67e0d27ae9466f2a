import { asWrite, invoke, queryClient, reportError } from '../../api'
import { translate } from '../../i18n'
import { withUndoOffer } from '../../undo-offer'
import type { BlockId, PassageId, ReviewId, SectionId } from '../../../shared/domain/ids'
import type { UiLanguage } from '../../../shared/domain/language'
import type { Camp, MyView, Review, Section, SectionKind } from '../../../shared/domain/review'
import { sectionDepth } from '../../../shared/domain/review'
import { sectionHeading } from '../../../shared/markdown/labels'
import { announce } from './announcer'
import { changeBlock, moveBlock, placeOfBlock, type BlockPlace } from './blocks'
import { childrenOf, moveSection, placeOfSection, type SectionPlace } from './outline'

/** What the user can do to a review. Changes show at once, and are taken back when core refuses them. */
export interface ReviewActions {
  /** The sections as they stand now, also when the screen does not show them yet. */
  sections(): readonly Section[]
  update(change: { title?: string; language?: UiLanguage; aliases?: readonly string[] }): Promise<boolean>
  addSection(kind: SectionKind, place: SectionPlace, camp: Camp | null): Promise<SectionId | null>
  setHeading(id: SectionId, heading: string): void
  setCamp(id: SectionId, camp: Camp): void
  setView(id: SectionId, view: MyView | null): void
  moveSection(id: SectionId, place: SectionPlace): void
  deleteSection(id: SectionId): Promise<boolean>
  addProse(place: BlockPlace, markdown: string): Promise<BlockId | null>
  placePassage(place: BlockPlace, passageId: PassageId): Promise<BlockId | null>
  /** Places a passage between two parts of a text; `blockId` is the text, where it is stored. */
  placeWithin(place: BlockPlace, blockId: BlockId | null, request: QuoteWithin): Promise<BlockId | null>
  /** Fails when core refuses, after the user was told. */
  setProse(id: BlockId, markdown: string): Promise<unknown>
  setLeadIn(id: BlockId, leadIn: string): Promise<unknown>
  moveBlock(id: BlockId, place: BlockPlace): void
  deleteBlock(id: BlockId): Promise<boolean>
}

/** A passage that is to stand as a quote of its own, and the Markdown that comes before and after it. */
export interface QuoteWithin {
  readonly passageId: PassageId
  readonly before: string
  readonly after: string
}

export function createReviewActions(reviewId: ReviewId): ReviewActions {
  const key = ['review.get', { id: reviewId }]
  const current = () => queryClient.getQueryData<Review>(key)

  /**
   * Shows the change before core made it, and takes it back and tells the user when core refuses. A read that core
   * answered before the change is dropped.
   */
  async function write<T>(change: ((review: Review) => Review) | null, run: () => Promise<T>): Promise<T> {
    if (change) {
      void queryClient.cancelQueries({ queryKey: key })
      queryClient.setQueryData<Review>(key, (review) => review && change(review))
    }
    try {
      return await asWrite(run)
    } catch (error) {
      reportError(error)
      void queryClient.invalidateQueries({ queryKey: key })
      throw error
    }
  }
  /** The same for callers that need not know why there is no answer. */
  const tryWrite = <T>(change: ((review: Review) => Review) | null, run: () => Promise<T>): Promise<T | null> =>
    write(change, run).catch(() => null)

  const onSections = (change: (sections: readonly Section[]) => Section[]) => (review: Review) => ({
    ...review,
    sections: change(review.sections),
  })
  const onSection = (id: SectionId, change: Partial<Section>) =>
    onSections((sections) => sections.map((section) => (section.id === id ? { ...section, ...change } : section)))
  const headingOf = (id: SectionId) => {
    const review = current()
    const section = review?.sections.find((candidate) => candidate.id === id)
    return review && section ? sectionHeading(section, review.language) : ''
  }

  return {
    sections: () => current()?.sections ?? [],

    update: async ({ aliases, ...change }) =>
      (await tryWrite(
        (review) => ({ ...review, ...change, ...(aliases && { aliases }) }),
        () =>
          invoke('review.update', { id: reviewId, ...change, ...(aliases && { aliases: [...aliases] }) }).then(
            () => true,
          ),
      )) ?? false,

    addSection: async (kind, place, camp) =>
      (await tryWrite(null, () => invoke('section.add', { reviewId, ...place, kind, camp })))?.id ?? null,

    setHeading: (id, text) => {
      const heading = text.trim() === '' ? null : text
      void tryWrite(onSection(id, { heading }), () => invoke('section.update', { id, heading }))
    },

    setCamp: (id, camp) => {
      void tryWrite(onSection(id, { camp }), () => invoke('section.update', { id, camp }))
    },

    setView: (id, view) => {
      const input = view && { ...view, strongest: [...view.strongest], weakest: [...view.weakest] }
      void tryWrite(onSection(id, { view }), () => invoke('section.setView', { id, view: input }))
    },

    moveSection: (id, place) => {
      void tryWrite(
        onSections((sections) => moveSection(sections, id, place)),
        () => invoke('section.move', { id, ...place }),
      )
      const sections = current()?.sections ?? []
      const section = sections.find((candidate) => candidate.id === id)
      const now = placeOfSection(sections, id)
      if (!section || !now) return
      announce(
        translate('review:announce.section', {
          heading: headingOf(id),
          position: now.index + 1,
          count: childrenOf(sections, now.parentId).length,
          level: sectionDepth(sections, section) + 1,
        }),
      )
    },

    deleteSection: (id) =>
      withUndoOffer(translate('review:done.sectionDeleted', { heading: headingOf(id) }), () =>
        write(null, () => invoke('section.delete', { id })),
      ),

    addProse: async ({ sectionId, index }, markdown) =>
      (await tryWrite(null, () => invoke('block.addProse', { sectionId, index, markdown })))?.id ?? null,

    placePassage: async ({ sectionId, index }, passageId) => {
      const placed = await tryWrite(null, () => invoke('block.placeQuote', { sectionId, index, passageId }))
      if (placed) announce(translate('review:done.placed', { heading: headingOf(sectionId) }))
      return placed?.id ?? null
    },

    placeWithin: async ({ sectionId, index }, blockId, request) => {
      const placed = await tryWrite(null, () =>
        invoke('block.placeQuoteWithin', { sectionId, index, blockId, ...request }),
      )
      if (placed) announce(translate('review:done.placed', { heading: headingOf(sectionId) }))
      return placed?.id ?? null
    },

    setProse: (id, markdown) =>
      write(
        onSections((sections) =>
          changeBlock(sections, id, (block) => (block.kind === 'prose' ? { ...block, markdown } : block)),
        ),
        () => invoke('block.update', { id, markdown }),
      ),

    setLeadIn: (id, leadIn) =>
      write(
        onSections((sections) =>
          changeBlock(sections, id, (block) => (block.kind === 'quote' ? { ...block, leadIn } : block)),
        ),
        () => invoke('block.update', { id, leadIn }),
      ),

    moveBlock: (id, place) => {
      void tryWrite(
        onSections((sections) => moveBlock(sections, id, place)),
        () => invoke('block.move', { id, ...place }),
      )
      const sections = current()?.sections ?? []
      const now = placeOfBlock(sections, id)
      if (!now) return
      announce(
        translate('review:announce.block', {
          position: now.index + 1,
          count: sections.find((section) => section.id === now.sectionId)?.blocks.length ?? 0,
          heading: headingOf(now.sectionId),
        }),
      )
    },

    deleteBlock: (id) => {
      const sections = current()?.sections ?? []
      const block = sections.flatMap((section) => section.blocks).find((candidate) => candidate.id === id)
      const title = translate(block?.kind === 'quote' ? 'review:done.quoteDeleted' : 'review:done.proseDeleted')
      return withUndoOffer(title, () =>
        write(
          onSections((all) =>
            all.map((section) => ({ ...section, blocks: section.blocks.filter((candidate) => candidate.id !== id) })),
          ),
          () => invoke('block.delete', { id }),
        ),
      )
    },
  }
}
