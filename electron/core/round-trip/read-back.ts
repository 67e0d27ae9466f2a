import { normalForm } from '../../../shared/anchoring/normalize'
import { prepareText, type PreparedText } from '../../../shared/anchoring/prepare-text'
import { onOneLine } from '../../../shared/domain/elision'
import type { PassageId, ReviewId, SectionId } from '../../../shared/domain/ids'
import { say } from '../../../shared/domain/messages/message'
import type { MarkdownChoice, MarkdownPlan } from '../../../shared/domain/markdown-plan'
import type { Block } from '../../../shared/domain/review'
import { rangeOf } from '../../../shared/domain/verification'
import { AppError } from '../../../shared/errors'
import type { ReviewDocument } from '../../../shared/markdown/review-document'
import { gatherDocument } from '../export/review-document'
import { deleteBlock, insertProse, insertQuote, moveBlock, updateBlock } from '../store/blocks'
import { insertPassage, listPassages, setTranslation } from '../store/passages'
import { getReview, updateReview } from '../store/reviews'
import { deleteSection, updateSection } from '../store/sections'
import { listSources } from '../store/sources'
import type { ReadableDatabase, WritableDatabase } from '../store/sql'
import { getText, sha256 } from '../store/transcripts'
import { splitElisions } from '../verify/split-elisions'
import { standsIn, verifyQuote } from '../verify/verify-quote'
import type { Place, Target } from './compose-section'
import { planPage, type Elsewhere, type Found, type PagePlan } from './plan-page'
import { readPage } from './read-page'
import { settlePage, type SettledPage } from './settle-page'

/** What reading an edited page back would change. Writes nothing. */
export function planMarkdown(db: ReadableDatabase, id: ReviewId, markdown: string): MarkdownPlan {
  const { document, settled, plan } = readBack(db, id, markdown, {})
  return { base: stateOf(document), found: plan.found, changes: settled.changes, decisions: settled.decisions }
}

/** Takes an edited page over, as it was planned and decided. Throws `review-changed` when the review is another by now. */
export function applyMarkdown(
  db: WritableDatabase,
  {
    id,
    markdown,
    base,
    choices,
  }: {
    readonly id: ReviewId
    readonly markdown: string
    readonly base: string
    readonly choices: Readonly<Record<string, MarkdownChoice>>
  },
): void {
  const { document, settled, plan } = readBack(db, id, markdown, choices)
  if (stateOf(document) !== base) {
    throw new AppError('review-changed', say('review-was-changed', { title: document.title }), {
      advice: say('read-page-again'),
    })
  }
  const title = settled.changes.find(({ code }) => code === 'title')
  if (title) updateReview(db, id, { title: title.after })
  for (const [section, heading] of plan.renamed) updateSection(db, section, { heading })
  writeTargets(db, id, settled, plan)
  for (const { passage, text } of settled.translations) {
    setTranslation(db, passage, { language: languageOf(db, passage, document), text, state: 'done' })
  }
  for (const section of settled.removedSections) {
    if (db.find('SELECT 1 FROM section WHERE id = ?', section)) deleteSection(db, section)
  }
}

function readBack(
  db: ReadableDatabase,
  id: ReviewId,
  markdown: string,
  choices: Readonly<Record<string, MarkdownChoice>>,
): { readonly document: ReviewDocument; readonly plan: PagePlan; readonly settled: SettledPage } {
  const document = gatherDocument(db, id)
  const page = readPage(markdown)
  const plan = planPage(document, page, lookUp(db))
  return { document, plan, settled: settlePage(document, plan, page.title, choices) }
}

/** The day it was changed last is no part of what it says. */
function stateOf(document: ReviewDocument): string {
  return sha256(JSON.stringify({ ...document, updated: '' }))
}

/** The translation that the page showed: in the review's language, or a variety of it. */
function languageOf(db: ReadableDatabase, passage: PassageId, { language }: ReviewDocument): string {
  const rows = db.all<{ language: string }>('SELECT language FROM translation WHERE passage_id = ?', passage)
  const known = rows.map((row) => row.language)
  return known.find((tag) => tag === language) ?? known.find((tag) => tag.startsWith(`${language}-`)) ?? language
}

function lookUp(db: ReadableDatabase): Elsewhere {
  let byWords: Map<string, PassageId> | null = null
  let texts: { readonly source: ReturnType<typeof listSources>[number]; readonly prepared: PreparedText }[] | null =
    null
  return {
    findPassage(candidates) {
      byWords ??= new Map(listPassages(db).map(({ id, text }) => [normalForm(onOneLine(text)), id]))
      return candidates.map((text) => byWords?.get(normalForm(text))).find((id) => id !== undefined) ?? null
    },
    findText(candidates) {
      texts ??= listSources(db).map((source) => ({ source, prepared: prepareText(getText(db, source.id)) }))
      for (const { source, prepared } of texts) {
        for (const fragments of candidates.flatMap(splitElisions)) {
          const quotes = fragments.map((quote) => ({ quote }))
          if (!standsIn(prepared, quotes)) continue
          const ranges = verifyQuote(prepared, quotes).fragments.flatMap((fragment) => rangeOf(fragment) ?? [])
          if (ranges.length === quotes.length)
            return { sourceId: source.id, title: source.title, ranges } satisfies Found
        }
      }
      return null
    },
  }
}

/** Gives each section the blocks it is to have: those that stay are moved and changed, not made anew. */
function writeTargets(db: WritableDatabase, id: ReviewId, { targets }: SettledPage, plan: PagePlan): void {
  const before = new Map<SectionId, readonly Block[]>(getReview(db, id).sections.map((one) => [one.id, one.blocks]))
  const blockAt = ({ section, block }: Place): Block => before.get(section)![block]!
  const wanted = new Set<string>()
  for (const list of targets.values()) {
    for (const target of list) if (target.kind !== 'mark' && target.place) wanted.add(blockAt(target.place).id)
  }
  const now = new Map<SectionId, string[]>(
    Array.from(before, ([section, blocks]) => [section, blocks.map((one) => one.id)]),
  )
  for (const section of targets.keys()) {
    for (const block of before.get(section) ?? []) {
      if (wanted.has(block.id)) continue
      deleteBlock(db, block.id)
      now.set(
        section,
        now.get(section)!.filter((one) => one !== block.id),
      )
    }
  }
  for (const [section, list] of targets) {
    list.forEach((target, index) => {
      const place = target.kind === 'mark' ? null : target.place
      const order = now.get(section)!
      if (!place) {
        order.splice(index, 0, insertTarget(db, section, index, target, plan))
        return
      }
      const block = blockAt(place)
      if (order[index] !== block.id) {
        moveBlock(db, block.id, section, index)
        for (const [one, ids] of now)
          now.set(
            one,
            ids.filter((each) => each !== block.id),
          )
        now.get(section)!.splice(index, 0, block.id)
      }
      const [was, is] =
        block.kind === 'prose'
          ? [block.markdown, target.kind === 'prose' ? target.markdown : block.markdown]
          : [block.leadIn, target.kind === 'quote' ? target.leadIn : block.leadIn]
      if (was !== is) updateBlock(db, block.id, is)
    })
  }
}

function insertTarget(db: WritableDatabase, section: SectionId, index: number, target: Target, plan: PagePlan): string {
  if (target.kind === 'prose') return insertProse(db, section, index, target.markdown)
  if (target.kind === 'quote') return insertQuote(db, section, index, target.passage, target.leadIn)
  const found = plan.open.get(target.key)?.decision.found
  if (!found) throw new Error(`nothing was found for ${target.key}`)
  const passage = insertPassage(db, { sourceId: found.sourceId, ranges: found.ranges })
  return insertQuote(db, section, index, passage, '')
}
