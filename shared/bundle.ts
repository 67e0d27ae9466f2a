import { z } from 'zod'
import { MAX_ID_LENGTH } from './domain/ids'
import { UI_LANGUAGES } from './domain/language'
import { RELATION_KINDS, TRANSLATION_STATES } from './domain/passage'
import { CAMP_COLOURS, CONFIDENCE_STEPS, SECTION_KINDS } from './domain/review'
import { TIERS } from './domain/source'
import { type Message, say } from './domain/messages/message'
import { AppError } from './errors'
import { sayIssue } from './say-issue'
import { date, languageTag, prose, text, title } from './schemas'
import { savedMarking, searchRequest } from './search-schemas'

/** What a bundle's `format` says. */
export const BUNDLE_FORMAT = 'verbatim-bundle'
/** The version that is written, and the newest that is read. */
export const BUNDLE_VERSION = 1

const id = z.string().min(1).max(MAX_ID_LENGTH)

const rangesOfText = z.object({
  text: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the text: in another text the offsets mean nothing'),
  ranges: z.array(z.object({ start: z.number().int().min(0), end: z.number().int().min(1) })).max(100_000),
})

const speaker = z.object({
  name: title.min(1),
  affiliation: title.nullish().describe('Printed in brackets after the name'),
  label: title.nullish().describe('What the transcript calls this person, where it is not the name'),
})

const source = z.object({
  id: id.describe('Named by the passages of this bundle'),
  file: z.string().min(1).max(4096).describe('Finds the imported source: by file name, then by the end of its path'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe('Of the file: finds the source whatever it is called'),
  title: title.min(1).optional(),
  tier: z.enum(TIERS).optional(),
  language: languageTag.optional(),
  date: date.nullish(),
  speakers: z.array(speaker).default([]),
  read: rangesOfText.optional().describe('What its reader marked as read, as UTF-16 offsets'),
})

const translation = z.union([prose, z.object({ text: prose, state: z.enum(TRANSLATION_STATES).default('done') })])

const passage = z.object({
  id,
  source: id,
  fragments: z.array(text(100_000).min(1)).min(1).max(1000).describe('Exact quotes of the source, in order'),
  spans: z
    .array(z.object({ start: z.number().int().min(0), end: z.number().int().min(1) }))
    .optional()
    .describe('UTF-16 offsets, one for each fragment: tell equal fragments apart'),
  translation: z.record(languageTag, translation).default({}),
  attributed: z.boolean().default(true).describe('Whether an attribution is printed under the quote'),
  speaker: title.nullish().describe('Name or label; by default whoever says it'),
  note: prose.default(''),
  tags: z.array(text(100)).max(100).default([]),
})

const camp = z.object({
  label: title.default(''),
  thesis: text(5000).default(''),
  holder: title.default(''),
  colour: z.number().int().min(1).max(CAMP_COLOURS).optional(),
})

const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('prose'), markdown: prose }),
  z.object({ type: z.literal('quote'), passage: id, leadIn: prose.default('') }),
])

const section = z.object({
  id: id.optional(),
  kind: z.enum(SECTION_KINDS),
  parent: id.nullish().describe('The id or the kind of an earlier section'),
  heading: title.nullish().describe('By default the heading of the kind, in the language of the review'),
  camp: camp.nullish(),
  view: z
    .object({
      judgement: prose.default(''),
      confidence: z.number().int().min(1).max(CONFIDENCE_STEPS).nullish(),
      strongest: z.array(id).max(100).default([]),
      weakest: z.array(id).max(100).default([]),
    })
    .optional()
    .describe('What the author thinks; supports are ids of passages'),
  passages: z.array(id).default([]).describe('Put into this camp without being placed in it'),
  blocks: z.array(block).default([]),
})

const review = z.object({
  id,
  title: title.min(1),
  language: z.enum(UI_LANGUAGES),
  updated: date.optional(),
  aliases: z.array(text(200)).max(200).default([]),
  sections: z.array(section).default([]),
})

const term = z.object({
  term: title.min(1),
  language: languageTag.describe('Of the translation'),
  translation: title.min(1).nullish().describe('Left out: the term is kept as it is'),
  note: text(5000).default(''),
})

const search = searchRequest
  .extend({
    id,
    name: title.trim().min(1),
    marking: savedMarking.default(null).describe('What it suggests to make of the places that it finds'),
    refused: z
      .array(rangesOfText.extend({ source: id }))
      .max(100_000)
      .default([])
      .describe('Suggestions that were refused, as UTF-16 offsets'),
  })
  .describe('Sources and camps are named by their ids in this bundle')

const relation = z.object({ from: id, to: id, kind: z.enum(RELATION_KINDS) })

/** The portable JSON of a project's sources, passages and reviews. Keys that are not known here are ignored. */
export const bundleSchema = z.object({
  format: z.literal(BUNDLE_FORMAT),
  version: z.literal(BUNDLE_VERSION),
  sources: z.array(source).default([]),
  passages: z.array(passage).default([]),
  relations: z.array(relation).default([]),
  reviews: z.array(review).default([]),
  glossary: z.array(term).default([]),
  searches: z.array(search).default([]).describe('Searches that are kept, in order'),
})

/** A bundle that was read: everything that may be left out is filled in. */
export type Bundle = z.output<typeof bundleSchema>
/** A bundle as it is written. */
export type BundleInput = z.input<typeof bundleSchema>
export type BundleSource = Bundle['sources'][number]
export type BundlePassage = Bundle['passages'][number]
export type BundleReview = Bundle['reviews'][number]
export type BundleSearch = Bundle['searches'][number]
export type BundleSection = BundleReview['sections'][number]

/** Checks what a bundle's JSON held. Throws `bundle-invalid`, naming the place, such as `passages[3].fragments`. */
export function parseBundle(value: unknown): Bundle {
  const version = (value as { version?: unknown } | null)?.version
  if (typeof version === 'number' && version > BUNDLE_VERSION) {
    throw invalid(say('bundle-of-version', { version, most: BUNDLE_VERSION }), say('update-verbatim'))
  }
  const parsed = bundleSchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const place = issue ? placeOf(issue.path) : ''
    throw invalid(
      say('wrong-at', {
        place: place || say('place-whole'),
        detail: issue ? sayIssue(issue) : say('is-not-understood'),
      }),
      say('correct-and-apply'),
    )
  }
  refuseTwice('sources', parsed.data.sources)
  refuseTwice('passages', parsed.data.passages)
  refuseTwice('reviews', parsed.data.reviews)
  refuseTwice('searches', parsed.data.searches)
  parsed.data.passages.forEach(({ spans, fragments }, at) => {
    if (spans && spans.length !== fragments.length) {
      throw invalid(
        say('bundle-spans', { place: `passages[${at}].spans`, spans: spans.length, fragments: fragments.length }),
        say('give-one-each'),
      )
    }
  })
  return parsed.data
}

/** The JSON Schema of a bundle, for those who write one by hand or by a script. */
export function bundleJsonSchema(): unknown {
  return { title: 'Verbatim bundle, version 1', ...z.toJSONSchema(bundleSchema, { io: 'input' }) }
}

function refuseTwice(list: string, items: readonly { readonly id: string }[]): void {
  const seen = new Set<string>()
  items.forEach((item, at) => {
    if (seen.has(item.id))
      throw invalid(say('bundle-id-twice', { place: `${list}[${at}].id`, id: item.id }), say('give-own-id'))
    seen.add(item.id)
  })
}

/** `passages[3].translation.zh` */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
}

function invalid(detail: Message, advice: Message): AppError {
  return new AppError('bundle-invalid', say('bundle-not-valid', { detail }), { advice })
}
