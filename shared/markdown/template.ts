import { z } from 'zod'
import type { UiLanguage } from '../domain/language'
import { say, type Message } from '../domain/messages/message'
import { RELATION_KINDS } from '../domain/passage'
import { SECTION_KINDS } from '../domain/review'
import { AppError } from '../errors'
import { faultLine, lineOfValue } from '../json-lines'
import { sayIssue } from '../say-issue'
import { text } from '../schemas'
import { REVIEW_LABELS, type ReviewLabels } from './labels'

const label = text(200)
const marks = z.tuple([text(10), text(10)])
const colour = z.string().regex(/^#[0-9a-f]{6}$/i)

/** What a quote prints, in order, each at most once. */
export const QUOTE_LINES = ['original', 'translation', 'attribution'] as const

/**
 * A template file: the words, the order and the look of a page in Markdown and HTML. It holds choices only, no code, no
 * markup and no addresses; keys that are not known are refused, so that a slip is not passed over.
 */
export const templateSchema = z.strictObject({
  format: z.literal('verbatim-template'),
  version: z.literal(1),
  labels: z
    .strictObject({
      headings: z
        .partialRecord(z.enum(SECTION_KINDS), label)
        .optional()
        .describe('Of sections without one of their own'),
      camp: label.optional().describe('Before a camp’s letter, as in Camp A'),
      heldBy: label.optional().describe('Between a camp’s thesis and its holder'),
      untitled: label.optional(),
      mentioned: label.optional(),
      quoteMarks: marks.optional(),
      translationMarks: marks.optional(),
      translation: label.optional().describe('Names the part of a quote that can be folded away in HTML'),
      relationsHeading: label.optional(),
      relations: z.partialRecord(z.enum(RELATION_KINDS), label).optional(),
    })
    .optional(),
  sections: z
    .array(z.enum(SECTION_KINDS))
    .max(SECTION_KINDS.length)
    .optional()
    .describe('Kinds of top-level sections that come first, in this order; the others follow as they are'),
  quote: z
    .strictObject({
      lines: z.array(z.enum(QUOTE_LINES)).min(1).max(3).optional(),
      attributionMark: text(10).optional().describe('Before an attribution, such as a dash'),
    })
    .optional(),
  look: z
    .strictObject({
      font: z.enum(['serif', 'sans']).optional(),
      accent: colour.optional().describe('On a light ground'),
      accentDark: colour.optional(),
      width: z.number().min(20).max(120).optional().describe('Of the text, in rem'),
      quote: z.enum(['bar', 'indent', 'box']).optional(),
    })
    .optional()
    .describe('Of the HTML page'),
})

/** A template as it was read. */
export type Template = z.output<typeof templateSchema>

/** The JSON Schema of a template, for those who write one. */
export function templateJsonSchema(): unknown {
  return { title: 'Verbatim template, version 1', ...z.toJSONSchema(templateSchema, { io: 'input' }) }
}

/** Reads a template file. Throws `template-invalid`, naming the line and the place. */
export function readTemplate(text: string): Template {
  const fault = faultLine(text)
  if (fault !== null) throw invalid(say('line-not-json', { line: fault }))
  return parseTemplate(JSON.parse(text), text)
}

/**
 * Checks what a template's JSON held; `text` is the JSON itself, where it is at hand. Throws `template-invalid`, naming
 * the place, and in a text its line.
 */
export function parseTemplate(value: unknown, text?: string): Template {
  const parsed = templateSchema.safeParse(value)
  if (parsed.success && new Set(parsed.data.quote?.lines).size === (parsed.data.quote?.lines?.length ?? 0)) {
    return parsed.data
  }
  const issue = parsed.error?.issues[0]
  const path = issue ? issue.path : ['quote', 'lines']
  const place = path.map(String).join('.') || say('place-whole')
  const detail = issue ? sayIssue(issue) : say('line-twice')
  if (text === undefined) throw invalid(say('wrong-at', { place, detail }))
  const at = issue?.code === 'unrecognized_keys' ? [...path, ...issue.keys.slice(0, 1)] : path
  throw invalid(say('wrong-on-line', { line: lineOfValue(text, at), place, detail }))
}

function invalid(detail: Message): AppError {
  return new AppError('template-invalid', say('template-not-valid', { detail }), { advice: say('correct-and-choose') })
}

/** A language's labels with a template's own in their place. */
export function labelsOf(language: UiLanguage, template: Template | null): ReviewLabels {
  const labels = REVIEW_LABELS[language]
  if (!template?.labels) return labels
  const { headings, relations, ...words } = template.labels
  const given = Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined))
  return {
    ...labels,
    ...given,
    headings: { ...labels.headings, ...headings },
    relations: { ...labels.relations, ...relations },
  }
}
