import { z } from 'zod'
import type { Backup } from './domain/backup'
import { MERGED_KINDS, type ProjectComparison } from './domain/comparison'
import type { Diagnostics } from './domain/diagnostics'
import type { Coverage, CoverageSummary } from './domain/coverage'
import type { CorrectionDraft, CorrectionReport, Revision, RevisionText } from './domain/correction'
import type {
  BlockId,
  PassageId,
  RelationId,
  ReviewId,
  ReviewRevisionId,
  RevisionId,
  SavedSearchId,
  SectionId,
  SourceId,
  SpeakerId,
  TermId,
} from './domain/ids'
import type { Term } from './domain/glossary'
import type { Hint } from './domain/hints'
import { UI_LANGUAGES } from './domain/language'
import { RELATION_KINDS, TRANSLATION_STATES, type Passage, type Relation, type Translation } from './domain/passage'
import type { PreviewReport, ReimportReport, TranscriptPreview } from './domain/import-preview'
import { PAGE_GROUNDS, type ExportOptions } from './domain/export-options'
import { MARKDOWN_CHOICES, type MarkdownPlan } from './domain/markdown-plan'
import type { Mentions } from './domain/mentions'
import type { FileReport, ImportReport, ProjectInfo } from './domain/project'
import {
  CAMP_COLOURS,
  type Camp,
  CONFIDENCE_STEPS,
  SECTION_KINDS,
  type Review,
  type ReviewRevision,
  type ReviewSummary,
} from './domain/review'
import type { SalvageReport } from './domain/salvage'
import type { SavedSearch, SavedSearchCount, Suggestions } from './domain/saved-search'
import type { SearchAnswer } from './domain/search'
import { TIERS, type Source } from './domain/source'
import type { Cue, Turn } from './domain/turn'
import type { Verification } from './domain/verification'
import { importChoice, readingChoice } from './import-choice'
import type { DocumentComparison } from './markdown/compare-documents'
import type { PageRow } from './markdown/compare-pages'
import type { Template } from './markdown/template'
import { date, id, languageTag, prose, text, title } from './schemas'
import { savedMarking, searchRequest } from './search-schemas'

z.config({ jitless: true })

const sourceId = id<SourceId>()
const speakerId = id<SpeakerId>()
const passageId = id<PassageId>()
const reviewId = id<ReviewId>()
const sectionId = id<SectionId>()
const blockId = id<BlockId>()
const relationId = id<RelationId>()
const termId = id<TermId>()
const reviewRevisionId = id<ReviewRevisionId>()
const revisionId = id<RevisionId>()
const savedSearchId = id<SavedSearchId>()

const uiLanguage = z.enum(UI_LANGUAGES)
const index = z.number().int().min(0)
const range = z.object({ start: index, end: index })
const ranges = z.array(range).min(1).max(1000)
/** Changes to a source's text, each within one turn, in order; none puts in a line break. */
const textEdits = z.array(z.object({ start: index, end: index, text: text(1_000_000) })).max(200_000)
const path = z.string().min(1).max(4096)
const job = z.string().min(1).max(100)
/** A file or a folder; `entry` is a file inside the archive at `path`. */
const filePlace = z.object({
  path,
  entry: z.string().min(1).max(4096).optional(),
  name: z.string().max(1000).optional(),
})
const none = z.object({})
const camp = z.object({
  label: title,
  thesis: text(5000),
  holder: title,
  colour: z.number().int().min(1).max(CAMP_COLOURS),
})

/** What `ExportOptions` is on its way to core. */
export const exportOptions = z.object({
  obsidian: z.boolean().optional(),
  frontMatter: z.boolean().optional(),
  ground: z.enum(PAGE_GROUNDS).optional(),
  originalsOnly: z.boolean().optional(),
  template: z.unknown().optional(),
  templateName: z.string().max(1000).optional(),
}) satisfies z.ZodType<ExportOptions>

/** Who may call a method: any window, or only the program that runs core (it alone handles paths). */
export type Caller = 'window' | 'host'

interface Method<Input extends z.ZodType, Output> {
  readonly input: Input
  /** `write` methods run in one transaction, can be undone, and are refused in a read-only project. */
  readonly access: 'read' | 'write' | 'session'
  readonly caller: Caller
  /** Carries the output's type; core builds outputs itself, so nothing is checked at run time. */
  readonly output?: Output
}

function method<Output>() {
  return <Input extends z.ZodType, Access extends 'read' | 'write' | 'session'>(
    access: Access,
    input: Input,
    caller: Caller = 'window',
  ): Method<Input, Output> & { readonly access: Access } => ({ access, input, caller })
}

/**
 * Every call that core answers, declared once for all hosts.
 * `read` and `write` need an open project; `session` methods open, close and watch it.
 */
export const contract = {
  // The project. Paths come from the host alone: it has asked the user for them.
  'project.create': method<ProjectInfo>()(
    'session',
    z.object({ path, title, language: uiLanguage, starter: z.boolean().default(false) }),
    'host',
  ),
  'project.createExample': method<ProjectInfo>()('session', z.object({ path, language: uiLanguage }), 'host'),
  /** `takeOver` takes the lock of another computer, of which nobody here can see whether it still runs. */
  'project.open': method<ProjectInfo>()(
    'session',
    z.object({ path, readOnly: z.boolean().default(false), takeOver: z.boolean().default(false) }),
    'host',
  ),
  'project.close': method<null>()('session', none, 'host'),
  /** Reads what can be read of a damaged project into a new one at `out`; opens neither. */
  'project.salvage': method<SalvageReport>()('session', z.object({ path, out: path }), 'host'),
  'project.backup': method<{ out: string; bytes: number }>()('session', z.object({ path }), 'host'),
  'project.find': method<ProjectInfo | null>()('session', none),
  'project.update': method<null>()('write', z.object({ title: title.optional(), language: uiLanguage.optional() })),
  /** The backups beside the open project, newest first. */
  'backup.list': method<Backup[]>()('session', none),
  /** Adds a backup when the project changed since the newest; gives the list. A failure is `ProjectInfo.backupProblem`. */
  'backup.make': method<Backup[]>()('session', none),
  /** What restoring a backup would change: `here` is the project as it is, `there` the backup. */
  'backup.compare': method<ProjectComparison>()('session', z.object({ name: z.string().min(1).max(200) })),
  /** Makes the project what the backup is, after keeping what it was as a backup. */
  'backup.restore': method<ProjectInfo>()('session', z.object({ name: z.string().min(1).max(200) })),
  /** What helps to find out what is wrong, with no text of the project in it; checks the open project's integrity. */
  'diagnostics.read': method<Diagnostics>()('session', none),
  /** The conflict copies of sync services that lie beside the project, by file name. */
  'copy.list': method<string[]>()('session', none),
  /** How the project differs from a conflict copy: `there` is the copy. */
  'copy.compare': method<ProjectComparison>()('session', z.object({ name: z.string().min(1).max(1000) })),
  /** Makes what is chosen as it is in the copy, in one action; what it needs comes along. */
  'copy.merge': method<null>()(
    'session',
    z.object({
      name: z.string().min(1).max(1000),
      take: z.array(z.object({ kind: z.enum(MERGED_KINDS), id: id() })).max(1_000_000),
    }),
  ),
  'project.undo': method<{ action: string } | null>()('session', none),
  'project.redo': method<{ action: string } | null>()('session', none),
  'job.cancel': method<null>()('session', z.object({ job })),

  // Sources.
  'source.import': method<ImportReport>()(
    'session',
    readingChoice.extend({
      files: z.array(filePlace.extend(importChoice.shape)).max(100_000),
      job: job.optional(),
    }),
    'host',
  ),
  /** What an import of these files would understand. Stores nothing. */
  'source.preview': method<PreviewReport<{ readonly path: string; readonly entry?: string }>>()(
    'session',
    z.object({ files: z.array(filePlace.extend(readingChoice.shape)).max(100_000), job: job.optional() }),
    'host',
  ),
  /** The formats and encodings that a reading can be told. */
  'source.formats': method<{ formats: { name: string; extensions: readonly string[] }[]; encodings: string[] }>()(
    'session',
    none,
  ),
  /** What reading a source's kept file again would give. Stores nothing. */
  'source.previewReimport': method<{ preview: TranscriptPreview; report: ReimportReport | null }>()(
    'session',
    readingChoice.extend({ id: sourceId, job: job.optional() }),
  ),
  /** Reads a source's kept file again, with other settings or a newer program, and carries its passages over. */
  'source.reimport': method<ReimportReport>()('session', readingChoice.extend({ id: sourceId, job: job.optional() })),
  'source.list': method<Source[]>()('read', none),
  'source.get': method<Source>()('read', z.object({ id: sourceId })),
  /** The current text and its turns: the same for as long as `revision` is. */
  'source.read': method<{ revision: RevisionId; text: string; turns: Turn[] }>()('read', z.object({ id: sourceId })),
  'source.cues': method<Cue[]>()('read', z.object({ id: sourceId })),
  /** What was noted while the source's file was read, and with which settings. */
  'source.report': method<FileReport>()('read', z.object({ id: sourceId })),

  // Corrections: a source's text is never changed, it gets another one. All refuse with `revision-changed` when
  // `baseRevision` is not the current one.
  /** Stores the corrected text as a new revision and carries the passages along. */
  'source.correct': method<CorrectionReport>()(
    'write',
    z.object({ id: sourceId, baseRevision: revisionId, edits: textEdits.min(1) }),
  ),
  /** Makes a new revision out of an older one. */
  'source.restoreRevision': method<CorrectionReport>()(
    'write',
    z.object({ id: sourceId, baseRevision: revisionId, revision: revisionId }),
  ),
  /** Every text that the current one was made from, and the current one first. */
  'source.revisions': method<Revision[]>()('read', z.object({ id: sourceId })),
  'source.readRevision': method<RevisionText>()('read', z.object({ id: sourceId, revision: revisionId })),
  /** What was typed over the current revision and not stored as another one yet. */
  'source.findDraft': method<CorrectionDraft | null>()('read', z.object({ id: sourceId })),
  /** Keeps what is being typed; no edits forget it. It is no action: nothing of it can be undone. */
  'source.keepDraft': method<null>()('session', z.object({ id: sourceId, baseRevision: revisionId, edits: textEdits })),

  'source.update': method<null>()(
    'write',
    z.object({
      id: sourceId,
      title: title.min(1).optional(),
      date: date.nullable().optional(),
      language: languageTag.optional(),
      tier: z.enum(TIERS).optional(),
      /** Those whose name or affiliation changes. */
      speakers: z
        .array(z.object({ id: speakerId, name: title.min(1), affiliation: title.nullable() }))
        .max(10_000)
        .optional(),
    }),
  ),
  /** The same change to many sources, undone as one. */
  'source.updateMany': method<null>()(
    'write',
    z.object({
      ids: z.array(sourceId).min(1).max(100_000),
      tier: z.enum(TIERS).optional(),
      language: languageTag.optional(),
    }),
  ),
  /** Names the recording that goes with a source. Windows ask their host, who knows the path. */
  'source.attachMedia': method<null>()('write', z.object({ id: sourceId, path }), 'host'),
  /** Forgets where the recording is; the file itself stays. */
  'source.detachMedia': method<null>()('write', z.object({ id: sourceId })),
  'source.delete': method<null>()('write', z.object({ ids: z.array(sourceId).min(1) })),

  // Coverage: how much of the sources was read.
  /** Of every source of which anything was read, or was in view. */
  'coverage.list': method<CoverageSummary[]>()('read', none),
  'coverage.get': method<Coverage>()('read', z.object({ id: sourceId })),
  /** Marks text of sources as read or unread: without ranges, all of it. */
  'coverage.mark': method<null>()(
    'write',
    z.object({ ids: z.array(sourceId).min(1).max(100_000), ranges: ranges.optional(), isRead: z.boolean() }),
  ),
  /**
   * Notes what was in view for as long as reading it takes, and for how long the text was in view. It is no action:
   * nothing of it can be undone, and nobody is told. `null` where the source is gone.
   */
  'coverage.record': method<Coverage | null>()(
    'session',
    z.object({
      id: sourceId,
      revision: revisionId,
      ranges: z.array(range).max(100_000),
      seconds: z.number().min(0).max(86_400),
    }),
  ),
  /** Forgets what was in view, of a source or of all of them, and for how long. Marks stay; it cannot be undone. */
  'coverage.forget': method<null>()('session', z.object({ id: sourceId.optional() })),

  // Passages.
  'passage.list': method<Passage[]>()('read', z.object({ sourceId: sourceId.optional() })),
  'passage.get': method<Passage>()('read', z.object({ id: passageId })),
  'passage.mark': method<Passage>()('write', z.object({ sourceId, spans: ranges, camp: sectionId.nullable() })),
  /** Makes a passage of each place, all in one action; what is a passage to the letter already is none again. */
  'passage.markMany': method<{ marked: number }>()(
    'write',
    z.object({
      places: z.array(range.extend({ sourceId })).min(1).max(10_000),
      camp: sectionId.nullable(),
      tags: z.array(text(100)).max(100).default([]),
    }),
  ),
  'passage.setSpans': method<Passage>()('write', z.object({ id: passageId, spans: ranges })),
  'passage.update': method<Passage>()(
    'write',
    z.object({
      id: passageId,
      note: prose.optional(),
      tags: z.array(text(100)).max(100).optional(),
      speakerId: speakerId.nullable().optional(),
      attributed: z.boolean().optional(),
    }),
  ),
  'passage.putIntoCamp': method<Passage>()('write', z.object({ id: passageId, camp: sectionId })),
  'passage.takeOutOfCamp': method<Passage>()('write', z.object({ id: passageId, camp: sectionId })),
  /**
   * Moves passages from one camp into another (`null`: none), and what stands of them in the camp's section with them. A
   * quote that has no camp to go to is taken off the page.
   */
  'passage.moveToCamp': method<Passage[]>()(
    'write',
    z.object({ ids: z.array(passageId).min(1).max(10_000), from: sectionId.nullable(), to: sectionId.nullable() }),
  ),
  'passage.translate': method<Passage>()(
    'write',
    z.object({ id: passageId, language: languageTag, text: prose, state: z.enum(TRANSLATION_STATES) }),
  ),
  /** Cuts a passage in two at an offset of its source's text: the first half, which keeps the id, and the second. */
  'passage.split': method<Passage[]>()('write', z.object({ id: passageId, at: index })),
  /** Makes one passage of several of one source, under the first one's id. */
  'passage.join': method<Passage>()('write', z.object({ ids: z.array(passageId).min(2).max(1000) })),
  'passage.delete': method<null>()('write', z.object({ ids: z.array(passageId).min(1) })),
  'passage.verify': method<Verification>()(
    'read',
    z.object({ sourceId: sourceId.optional(), reviewId: reviewId.optional(), id: passageId.optional() }),
  ),
  'passage.tags': method<{ tag: string; passages: number }[]>()('read', none),

  // Relations between passages.
  'relation.list': method<Relation[]>()('read', none),
  'relation.add': method<Relation>()(
    'write',
    z.object({ from: passageId, to: passageId, kind: z.enum(RELATION_KINDS) }),
  ),
  'relation.remove': method<null>()('write', z.object({ id: relationId })),

  // Reviews.
  'review.list': method<ReviewSummary[]>()('read', none),
  'review.get': method<Review>()('read', z.object({ id: reviewId })),
  /** `starter` fills it with one section of each kind and camps A and B. */
  'review.create': method<Review>()(
    'write',
    z.object({ title: title.min(1), language: uiLanguage, starter: z.boolean().default(true) }),
  ),
  'review.update': method<null>()(
    'write',
    z.object({
      id: reviewId,
      title: title.min(1).optional(),
      language: uiLanguage.optional(),
      aliases: z.array(text(200)).max(200).optional(),
    }),
  ),
  'review.delete': method<null>()('write', z.object({ id: reviewId })),
  /** The review as it would be exported. */
  'review.render': method<{ markdown: string }>()('read', z.object({ id: reviewId })),
  /**
   * Writes a review to a file as `md`, `html`, `docx`, `csv`, `bundle` or `jsonld`, or a revision of it as one of the
   * first three. For `pdf` a host prints what `review.page` gives.
   */
  'review.export': method<{ out: string; bytes: number }>()(
    'session',
    z.object({
      id: reviewId,
      format: z.string().max(20),
      path,
      strict: z.boolean().default(false),
      options: exportOptions.optional(),
      revision: reviewRevisionId.optional(),
    }),
    'host',
  ),
  /** The review, or a revision of it, as one HTML page, for a host to print. */
  'review.page': method<{ html: string }>()(
    'read',
    z.object({
      id: reviewId,
      strict: z.boolean().default(false),
      options: exportOptions.optional(),
      revision: reviewRevisionId.optional(),
    }),
    'host',
  ),
  /** Notes that a review went out in a format that core does not write itself. */
  'review.keepRevision': method<ReviewRevision | null>()(
    'session',
    z.object({ id: reviewId, format: z.string().min(1).max(20), options: exportOptions.optional() }),
    'host',
  ),
  /** A template file's text as the template that it is. Refuses what is none with `template-invalid`, which names the line. */
  'review.readTemplate': method<Template>()('read', z.object({ text: z.string().max(1_000_000) })),
  /** Every export of the review, newest first. */
  'review.revisions': method<ReviewRevision[]>()('read', z.object({ id: reviewId })),
  /** The page as one of its exports had it. */
  'review.revision': method<{ markdown: string }>()('read', z.object({ id: reviewId, revision: reviewRevisionId })),
  /** What changed from one export to another; `null` stands for the review as it is now. */
  'review.compareRevisions': method<DocumentComparison>()(
    'read',
    z.object({ id: reviewId, from: reviewRevisionId.nullable(), to: reviewRevisionId.nullable() }),
  ),
  /** The same two pages side by side, block by block, in the order of the page. */
  'review.comparePages': method<PageRow[]>()(
    'read',
    z.object({
      id: reviewId,
      from: reviewRevisionId.nullable(),
      to: reviewRevisionId.nullable(),
      /** With the rows that are equal, which are counted else. */
      whole: z.boolean().default(false),
    }),
  ),
  /** A change-log entry of what changed since the last export, for the author to edit. Stores nothing. */
  'review.proposeChange': method<{
    since: ReviewRevision | null
    /** In the language of the review; empty when nothing changed or nothing was exported yet. */
    markdown: string
    comparison: DocumentComparison | null
  }>()('read', z.object({ id: reviewId })),
  /** Puts an entry at the head of the change log: a prose block of that section, which is added when there is none. */
  'review.addChange': method<{ sectionId: SectionId; blockId: BlockId }>()(
    'write',
    z.object({ id: reviewId, markdown: prose.min(1) }),
  ),
  /** What reading back an exported page that was edited elsewhere would change, and what waits for a decision. Stores nothing. */
  'review.planMarkdown': method<MarkdownPlan>()('read', z.object({ id: reviewId, markdown: text(20_000_000) })),
  /** Takes the page over; `base` is the plan's, `choices` are by the decisions' ids, and what is left out is kept. */
  'review.applyMarkdown': method<null>()(
    'write',
    z.object({
      id: reviewId,
      markdown: text(20_000_000),
      base: z.string().max(100),
      choices: z.record(z.string().max(500), z.enum(MARKDOWN_CHOICES)).default({}),
    }),
  ),

  /** What is worth a second look, as codes with what their sentences name; nothing of it is in the way of an export. */
  'review.hints': method<Hint[]>()('read', z.object({ id: reviewId })),
  /** Dismisses a hint by its key, so that it is told no more, or brings it back. */
  'review.dismissHint': method<null>()(
    'write',
    z.object({ id: reviewId, key: text(64).min(1), dismissed: z.boolean().default(true) }),
  ),
  /** Passages without a finished translation into a language: of a review, or of the project. */
  'passage.pending': method<{ passage: Passage; state: 'missing' | 'draft' | 'stale' }[]>()(
    'read',
    z.object({ language: languageTag, reviewId: reviewId.optional() }),
  ),
  /** How passages with the very same words were translated elsewhere: each wording once, finished ones first. */
  'passage.findTranslations': method<Translation[]>()('read', z.object({ id: passageId, language: languageTag })),
  'glossary.list': method<Term[]>()('read', none),
  /** Adds a term, or changes the one of this id; without a translation it is kept as it is. */
  'glossary.set': method<Term>()(
    'write',
    z.object({
      id: termId.optional(),
      term: title.min(1),
      language: languageTag,
      translation: title.min(1).nullable(),
      note: text(5000).default(''),
    }),
  ),
  'glossary.remove': method<null>()('write', z.object({ id: termId })),

  'section.add': method<{ id: SectionId }>()(
    'write',
    z.object({
      reviewId,
      parentId: sectionId.nullable(),
      index,
      kind: z.enum(SECTION_KINDS),
      heading: title.nullable().default(null),
      camp: camp.nullable().default(null),
    }),
  ),
  'section.update': method<null>()(
    'write',
    z.object({ id: sectionId, heading: title.nullable().optional(), camp: camp.optional() }),
  ),
  /** `index` counts among the new parent's children, the section itself left out. */
  'section.move': method<null>()('write', z.object({ id: sectionId, parentId: sectionId.nullable(), index })),
  /** Deletes the section, its children and their blocks; passages stay. */
  'section.delete': method<null>()('write', z.object({ id: sectionId })),

  /** What the author thinks, beside the section's prose; `null` takes it away. */
  'section.setView': method<null>()(
    'write',
    z.object({
      id: sectionId,
      view: z
        .object({
          judgement: prose,
          confidence: z.number().int().min(1).max(CONFIDENCE_STEPS).nullable(),
          strongest: z.array(passageId).max(100),
          weakest: z.array(passageId).max(100),
        })
        .nullable(),
    }),
  ),

  'block.addProse': method<{ id: BlockId }>()('write', z.object({ sectionId, index, markdown: prose })),
  /** Places a passage as a quote; into a camp's section it also puts it into that camp. */
  'block.placeQuote': method<{ id: BlockId }>()(
    'write',
    z.object({ sectionId, index, passageId, leadIn: prose.default('') }),
  ),
  /** Places a passage as a quote between two parts of a text; `blockId` is the text, where it is stored. */
  'block.placeQuoteWithin': method<{ id: BlockId }>()(
    'write',
    z.object({ sectionId, index, blockId: blockId.nullable(), before: prose, passageId, after: prose }),
  ),
  'block.update': method<null>()(
    'write',
    z.object({ id: blockId, markdown: prose.optional(), leadIn: prose.optional() }),
  ),
  /** `index` counts among the section's blocks, the block itself left out. */
  'block.move': method<null>()('write', z.object({ id: blockId, sectionId, index })),
  'block.delete': method<null>()('write', z.object({ id: blockId })),

  // Finding.
  /**
   * Every place where a query stands: `hits` are those from the `from`-th on, in the order that is asked for. A search of
   * the same job that is still under way is superseded. The first one reads every text, and tells of it as `search.read`.
   */
  'search.find': method<SearchAnswer>()(
    'session',
    searchRequest.extend({
      from: index.default(0),
      count: z.number().int().min(0).max(10_000).default(200),
      /** Code units of text on each side of a hit. */
      context: z.number().int().min(0).max(500).default(60),
      job: job.optional(),
    }),
  ),
  /**
   * How often each source mentions some terms, found as aliases are: `ALIAS_FOLDS`. `reviewId` is that of the review whose
   * quotes count as cited. Reads texts as `search.find` does.
   */
  'search.mentions': method<Mentions>()(
    'session',
    z.object({
      terms: z.array(text(200)).max(201),
      reviewId: reviewId.nullable().default(null),
      /** Whether longer words are wanted that begin with a term. */
      longer: z.boolean().default(false),
    }),
  ),
  /** Writes the hits of a search as a table to a file. */
  'search.export': method<{ out: string; bytes: number }>()('session', searchRequest.extend({ path }), 'host'),

  // Searches that are kept in the project.
  'savedSearch.list': method<SavedSearch[]>()('read', none),
  /** Keeps a search under a name, after the others. */
  'savedSearch.save': method<SavedSearch>()(
    'write',
    searchRequest.extend({ name: title.trim().min(1), marking: savedMarking.default(null) }),
  ),
  'savedSearch.update': method<SavedSearch>()(
    'write',
    z.object({
      id: savedSearchId,
      name: title.trim().min(1).optional(),
      request: searchRequest.optional(),
      marking: savedMarking.optional(),
    }),
  ),
  /** `index` counts among the others. */
  'savedSearch.move': method<null>()('write', z.object({ id: savedSearchId, index })),
  /** With what was refused of its suggestions. */
  'savedSearch.delete': method<null>()('write', z.object({ id: savedSearchId })),
  /** What each of them finds now; where nobody has looked yet, that counts as seen. */
  'savedSearch.count': method<SavedSearchCount[]>()('session', none),
  /** Somebody looks at what it finds: none of that is new any more. It is no action: nothing of it can be undone. */
  'savedSearch.look': method<null>()('session', z.object({ id: savedSearchId })),
  /**
   * What could be marked of what it finds: not what is in a passage with its tag and in its camp already, and not what was
   * refused. Marks nothing.
   */
  'savedSearch.suggest': method<Suggestions>()('session', z.object({ id: savedSearchId })),
  /** Suggests these places no more. */
  'savedSearch.refuse': method<null>()(
    'write',
    z.object({ id: savedSearchId, places: z.array(range.extend({ sourceId })).min(1).max(100_000) }),
  ),
  /** Suggests again what was refused. */
  'savedSearch.suggestAgain': method<null>()('write', z.object({ id: savedSearchId })),
} as const

export type Contract = typeof contract
export type MethodName = keyof Contract

/** What a caller passes: fields with a default may be left out. */
export type Input<Name extends MethodName> = z.input<Contract[Name]['input']>
/** What core works on, after validation. */
export type ParsedInput<Name extends MethodName> = z.output<Contract[Name]['input']>
export type Output<Name extends MethodName> = Exclude<Contract[Name]['output'], undefined>

/** The methods a window may call. */
export type WindowMethod = { [Name in MethodName]: Contract[Name]['caller'] extends 'host' ? never : Name }[MethodName]

/** Passages as a write left them, and those that it removed. */
export interface ChangedPassages {
  readonly set: readonly Passage[]
  readonly removed: readonly PassageId[]
  /** They were only sorted: each page quotes the same passages as before, whose words, tags and relations are as they were. */
  readonly onlySorted?: true
}

/** A camp as a write left it, and the section that it is. */
export interface ChangedCamp {
  readonly id: SectionId
  readonly camp: Camp
}

/** What core tells its hosts without being asked. */
export type CoreEvent =
  /** Something was written; `action` is the method, or `project.undo` and `project.redo`. */
  | {
      readonly kind: 'changed'
      readonly action: string
      readonly project: ProjectInfo
      /** All that a list of passages shows of the change; absent when that is more than a few passages. */
      readonly passages?: ChangedPassages
      /** What was changed of a camp, when nothing else was. */
      readonly camp?: ChangedCamp
    }
  | { readonly kind: 'project'; readonly project: ProjectInfo | null }
  | {
      readonly kind: 'progress'
      readonly job: string
      readonly done: number
      readonly total: number
      readonly label: string
    }

/** The interface of core as every host and the renderer see it. */
export type Invoke = <Name extends MethodName>(name: Name, input: Input<Name>) => Promise<Output<Name>>
