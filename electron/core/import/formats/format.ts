import type { ParsedTranscript } from '../parsed-transcript'

/** What a format reads: decoded text with LF line ends, and the file's name. */
export interface FormatInput {
  readonly text: string
  readonly fileName: string
}

/** What a format found, with the language that the file itself names, as a BCP 47 tag. */
export interface ParsedFile extends ParsedTranscript {
  readonly language: string | null
}

/** A transcript format: one file in this folder and one line in `index.ts`. */
export interface Format {
  /** As in `verbatim import --format` and in the list of sources. */
  readonly name: string
  /** Extensions, lower case with the dot, that folders are searched for. */
  readonly extensions: readonly string[]
  /** Whether the content is in this format; the extension may decide only where content cannot. */
  readonly detect: (input: FormatInput) => boolean
  /** Throws an `AppError` `not-understood`, naming the place, for what is not in this format. */
  readonly parse: (input: FormatInput) => ParsedFile
}

/** The extension of a file's name in lower case with its dot, or an empty string. */
export function extensionOf(fileName: string): string {
  return /\.[^./\\]+$/.exec(fileName)?.[0].toLowerCase() ?? ''
}
