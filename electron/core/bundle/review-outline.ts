import type { BundleInput, BundleReview, BundleSection } from '../../../shared/bundle'

type SectionInput = NonNullable<NonNullable<BundleInput['reviews']>[number]['sections']>[number]

/** For each section the index of its parent: the nearest earlier one with that id, else with that kind; -1 at the top. */
export function parentIndexes(sections: readonly SectionInput[]): number[] {
  return sections.map(({ parent }, at) => {
    if (parent === null || parent === undefined) return -1
    const earlier = sections.slice(0, at)
    const byId = earlier.findLastIndex((section) => section.id === parent)
    return byId >= 0 ? byId : earlier.findLastIndex((section) => section.kind === parent)
  })
}

/** The sections as the outline has them: each before what is in it. */
export function sectionsInOrder<Section extends SectionInput>(sections: readonly Section[]): Section[] {
  const parents = parentIndexes(sections)
  const from = (parent: number): Section[] =>
    sections.flatMap((section, at) => (parents[at] === parent ? [section, ...from(at)] : []))
  return from(-1)
}

/** The sections that name a parent which does not stand before them. */
export function missingParents(sections: readonly BundleSection[]): BundleSection[] {
  const parents = parentIndexes(sections)
  return sections.filter(({ parent }, at) => parent !== null && parent !== undefined && parents[at] === -1)
}

/** Whether two reviews say the same, whatever the ids and colours of their sections and the order they are listed in. */
export function isSameReview(a: NonNullable<BundleInput['reviews']>[number], b: BundleReview): boolean {
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b))
}

function contentOf({
  title,
  language,
  aliases = [],
  sections = [],
}: NonNullable<BundleInput['reviews']>[number]): unknown {
  const parents = parentIndexes(sections)
  const childrenOf = (parent: number): unknown[] =>
    sections.flatMap((section, at) =>
      parents[at] === parent ? { ...sectionContent(section), children: childrenOf(at) } : [],
    )
  return { title, language, aliases, sections: childrenOf(-1) }
}

function viewContent({
  judgement = '',
  confidence = null,
  strongest = [],
  weakest = [],
}: NonNullable<SectionInput['view']>) {
  return { judgement, confidence, strongest, weakest }
}

function sectionContent({ kind, heading = null, camp, view, blocks = [] }: SectionInput): object {
  const isCamp = kind === 'camp' || kind === 'cold-water' || camp
  const { label = '', thesis = '', holder = '' } = camp ?? {}
  return {
    kind,
    heading,
    camp: isCamp ? { label, thesis, holder } : null,
    view: view ? viewContent(view) : null,
    blocks: blocks.map((block) =>
      block.type === 'prose' ? { prose: block.markdown } : { quote: block.passage, leadIn: block.leadIn ?? '' },
    ),
  }
}
