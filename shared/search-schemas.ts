import { z } from 'zod'
import type { SectionId, SourceId } from './domain/ids'
import { MARKED_EXTENTS, type SavedMarking } from './domain/saved-search'
import { SEARCH_SORTS, type SearchFilters, type SearchFolds } from './domain/search'
import { TIERS } from './domain/source'
import { id, languageTag, text, title } from './schemas'

/** The last day, or month or year, of those that are asked for: as much of an ISO 8601 date as is known. */
const partOfDate = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
/** What `SearchFolds` is on its way to core, and as it is stored. */
export const searchFolds = z.object({
  matchCase: z.boolean().default(false),
  wholeWords: z.boolean().default(false),
  foldAccents: z.boolean().default(false),
  foldWidths: z.boolean().default(false),
  foldHan: z.boolean().default(false),
}) satisfies z.ZodType<SearchFolds>
/** What `SearchFilters` is on its way to core, and as it is stored. */
export const searchFilters = z.object({
  sources: z.array(id<SourceId>()).max(100_000).optional(),
  tiers: z.array(z.enum(TIERS)).optional(),
  languages: z.array(languageTag).max(1000).optional(),
  speakers: z.array(title).max(100_000).optional(),
  from: partOfDate.optional(),
  to: partOfDate.optional(),
  marked: z.boolean().optional(),
  camp: id<SectionId>().optional(),
}) satisfies z.ZodType<SearchFilters>
/** What is looked for, and in which order it is wanted. */
export const searchRequest = z.object({
  query: text(100_000),
  folds: searchFolds.prefault({}),
  filters: searchFilters.default({}),
  sort: z.enum(SEARCH_SORTS).default('text'),
  descending: z.boolean().default(false),
})

/** What `SavedMarking` is on its way to core; `null` suggests nothing. */
export const savedMarking = z
  .object({
    tag: text(100).trim().min(1).nullable(),
    camp: id<SectionId>().nullable(),
    extent: z.enum(MARKED_EXTENTS),
  })
  .nullable() satisfies z.ZodType<SavedMarking | null>
