import { z } from 'zod'
import { TIERS } from './domain/source'
import { date, languageTag, text, title } from './schemas'

/** How a file is read, where the user decides it. */
export const readingChoice = z.object({
  format: z.string().max(50).optional(),
  encoding: z.string().max(50).optional(),
})

/** What the user decides about one file before it is stored. */
export const importChoice = readingChoice.extend({
  title: title.min(1).optional(),
  date: date.nullable().optional(),
  language: languageTag.optional(),
  tier: z.enum(TIERS).optional(),
  speakers: z
    .array(z.object({ label: text(10_000), name: title.min(1), affiliation: title.nullable() }))
    .max(10_000)
    .optional(),
  media: z.boolean().optional(),
})
