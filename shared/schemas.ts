import { z } from 'zod'
import { MAX_ID_LENGTH } from './domain/ids'
import { say } from './domain/messages/message'
import { refusing } from './say-issue'

/** What names a thing of the project, typed as what it names. */
export const id = <T extends string>() =>
  z
    .string()
    .min(1)
    .max(MAX_ID_LENGTH)
    .transform((value) => value as T)

/** Text as it may be stored: SQLite would cut it at NUL and change half a surrogate pair. `max` in UTF-16 code units. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !value.includes('\0') && !/\p{Surrogate}/u.test(value), refusing(say('not-storable')))

/** A title, a name or a label. */
export const title = text(500)
/** Markdown, a translation or a note. */
export const prose = text(1_000_000)
/** A day, as `YYYY-MM-DD`. */
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** BCP 47, as far as its form goes. */
export const languageTag = z.string().regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/)
