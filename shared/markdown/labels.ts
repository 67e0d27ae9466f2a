import type { UiLanguage } from '../domain/language'
import type { RelationKind } from '../domain/passage'
import type { Camp, SectionKind, ViewSide } from '../domain/review'

/** The words that an exported review has of its own, in one language. Not strings of the interface. */
export interface ReviewLabels {
  /** The heading of a section whose author gave none. */
  readonly headings: Readonly<Record<SectionKind, string>>
  /** Stands before a camp's letter or number, as in `Camp A`. */
  readonly camp: string
  /** Between a camp's thesis and its holder. */
  readonly heldBy: string
  readonly untitled: string
  /** What the page is, and when it was changed; parts of the meta line, which are joined by `separator`. */
  readonly metaLine: (facts: MetaFacts) => string
  /** Introduces the sources that mention the topic and are not cited. */
  readonly mentioned: string
  /** Around a quote, and around its translation. */
  readonly quoteMarks: readonly [string, string]
  readonly translationMarks: readonly [string, string]
  /** Names the part of a quote that can be folded away. */
  readonly translation: string
  /** Name the parts of the author's view. */
  readonly view: Readonly<Record<'judgement' | 'confidence' | ViewSide, string>>
  /** Steps of confidence, the lowest first. */
  readonly confidence: readonly [string, string, string, string, string]
  /** After a label, before what it names. */
  readonly colon: string
  /** Heads the relations between quotes. */
  readonly relationsHeading: string
  readonly relations: Readonly<Record<RelationKind, string>>
}

/** What the meta line tells. */
export interface MetaFacts {
  /** `YYYY-MM-DD`. */
  readonly updated: string
  readonly coreSources: number
  /** Whether every quote was found to be its source's text. */
  readonly verified: boolean
}

const EN: ReviewLabels = {
  headings: {
    changelog: 'Change log',
    consensus: 'Points of consensus',
    point: 'Point',
    disagreement: 'Where they disagree',
    camp: 'Camp',
    'cold-water': 'Cold water',
    unspoken: 'What nobody spelled out',
    'my-view': 'My view',
    'open-questions': 'Open questions',
    sources: 'Sources',
    free: 'Notes',
  },
  camp: 'Camp',
  heldBy: ' — ',
  untitled: 'Untitled',
  metaLine: ({ updated, coreSources, verified }) => {
    const checked = 'checked against the full transcript'
    const sources = `${coreSources} core ${coreSources === 1 ? 'interview' : 'interviews'}`
    const parts = ['Topic page (living document)', `Last updated ${updated}`]
    if (coreSources > 0) parts.push(verified ? `${sources} (${checked})` : sources)
    else if (verified) parts.push(checked)
    return parts.join(' · ')
  },
  mentioned: 'Mentioned, not cited:',
  quoteMarks: ['"', '"'],
  translationMarks: ['“', '”'],
  translation: 'Translation',
  view: {
    judgement: 'Judgement',
    confidence: 'Confidence',
    strongest: 'Strongest support',
    weakest: 'Weakest support',
  },
  confidence: ['very low', 'low', 'medium', 'high', 'very high'],
  colon: ': ',
  relationsHeading: 'How the quotes relate',
  relations: { contradicts: 'contradicts', supports: 'supports', qualifies: 'qualifies' },
}

const ZH: ReviewLabels = {
  headings: {
    changelog: '更新日志',
    consensus: '主流共识',
    point: '要点',
    disagreement: '分歧在哪',
    camp: '阵营',
    'cold-water': '冷水',
    unspoken: '都没说透的',
    'my-view': '我的看法',
    'open-questions': '还想知道什么',
    sources: '取材',
    free: '札记',
  },
  camp: '阵营',
  heldBy: '——',
  untitled: '未命名',
  metaLine: ({ updated, coreSources, verified }) => {
    const checked = '按逐字稿全文核对'
    const parts = [`主题页(活文档)· 最近更新 ${updated}`]
    if (coreSources > 0) parts.push(`取材 ${coreSources} 篇核心访谈${verified ? `(${checked})` : ''}`)
    else if (verified) parts.push(checked)
    return parts.join(' · ')
  },
  mentioned: '提到但未引用：',
  quoteMarks: ['"', '"'],
  translationMarks: ['「', '」'],
  translation: '译文',
  view: { judgement: '判断', confidence: '把握程度', strongest: '最强支撑', weakest: '最弱支撑' },
  confidence: ['很低', '较低', '中等', '较高', '很高'],
  colon: '：',
  relationsHeading: '引文之间的关系',
  relations: { contradicts: '反驳', supports: '支持', qualifies: '限定' },
}

/** The labels of exported reviews, by the review's language. */
export const REVIEW_LABELS: Readonly<Record<UiLanguage, ReviewLabels>> = { en: EN, zh: ZH }

/**
 * A section's heading: the author's, else one made of its camp, as in `Camp A · "thesis" — holder`, else the kind's own.
 * A camp's label of one or two letters or digits gets the word for camp before it; any other stands as it is.
 */
export function sectionHeading(
  section: { readonly kind: SectionKind; readonly heading: string | null; readonly camp: Camp | null },
  language: UiLanguage,
  labels: ReviewLabels = REVIEW_LABELS[language],
): string {
  const own = section.heading?.trim()
  if (own) return own
  if (!section.camp) return labels.headings[section.kind]
  const { label, thesis, holder } = section.camp
  const named = /^[\p{L}\p{N}]{1,2}$/u.test(label.trim()) && section.kind === 'camp' && label.trim() !== labels.camp
  const name = named ? `${labels.camp} ${label.trim()}` : label.trim() || labels.headings[section.kind]
  const claim = thesis.trim() ? `${name} · "${thesis.trim()}"` : name
  return holder.trim() ? `${claim}${labels.heldBy}${holder.trim()}` : claim
}
