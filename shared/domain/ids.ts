declare const brand: unique symbol

/** A string that names one kind of thing; ids of different kinds do not mix. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type SourceId = Id<'source'>
export type SpeakerId = Id<'speaker'>
export type PassageId = Id<'passage'>
export type ReviewId = Id<'review'>
export type SectionId = Id<'section'>
export type BlockId = Id<'block'>
export type RelationId = Id<'relation'>
export type TermId = Id<'term'>
export type SavedSearchId = Id<'saved-search'>
export type ReviewRevisionId = Id<'review-revision'>
/** One stored text of a source: the imported one, or a correction of it. */
export type RevisionId = Id<'revision'>

/** Longest id accepted anywhere, in UTF-16 code units; ids may come from bundles made by hand. */
export const MAX_ID_LENGTH = 200
