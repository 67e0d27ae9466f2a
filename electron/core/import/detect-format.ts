import { say } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { formats } from './formats'
import type { Format, FormatInput } from './formats/format'
import { recogniseOtherText } from './other-formats'

/** The name of the last format, which takes any text that is not in a format of its own. */
const ANY_TEXT = new Set(['markdown', 'text'])

/**
 * The format of a file, from its content first and its name second. Throws `not-understood` for a kind of file that is
 * known and not read, rather than importing its markup as somebody's words.
 */
export function detectFormat(input: FormatInput): Format {
  const found = formats.find((format) => format.detect(input))!
  const other = ANY_TEXT.has(found.name) ? recogniseOtherText(input.text) : null
  if (other !== null) {
    throw new AppError('not-understood', say('file-is-kind', { kind: other }), {
      advice: say('save-as-text-or-name'),
    })
  }
  return found
}

/** The format of a name, as in `--format`. Throws `unknown-format`. */
export function getFormat(name: string): Format {
  const found = formats.find((format) => format.name === name.toLowerCase())
  if (found) return found
  const names = formats.map((format) => format.name).join(', ')
  throw new AppError('unknown-format', say('no-such-import-format', { format: name }), {
    advice: say('use-one-of', { names }),
  })
}
