import { type Message, say, toEnglish } from './domain/messages/message'

/** Every error a user can meet: its code is stable, its message is in `messages`, its recovery is data a button runs. */
export const ERROR_CODES = [
  'invalid-input',
  'unknown-method',
  'not-allowed',
  'no-project',
  'read-only',
  'not-found',
  'cancelled',
  'internal',
  'core-stopped',
  'disconnected',
  'project-exists',
  'project-missing',
  'project-foreign',
  'project-newer',
  'project-damaged',
  'project-replaced',
  'project-locked',
  'project-unreadable',
  'disk-full',
  'file-missing',
  'file-unreadable',
  'file-too-large',
  'file-unwritable',
  'too-complex',
  'not-text',
  'not-understood',
  'no-turns',
  'unknown-format',
  'unknown-encoding',
  'bundle-invalid',
  'bundle-problems',
  'span-invalid',
  'move-invalid',
  'not-verified',
  'template-invalid',
  'review-changed',
  'term-exists',
  'printer-missing',
  'print-failed',
  'passage-placed',
  'revision-changed',
  'correction-invalid',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** What the user can do about an error: a button's action, or advice only. */
export type Recovery =
  | { readonly kind: 'none' }
  | { readonly kind: 'retry' }
  /** `canTakeOver`: its lock is of a computer that nobody here can see, and may be as dead as that. */
  | { readonly kind: 'open-read-only'; readonly path: string; readonly canTakeOver: boolean }
  | { readonly kind: 'open-for-writing'; readonly path: string }
  /** What is open can be saved elsewhere. */
  | { readonly kind: 'keep-copy' }
  /** `project` is the damaged one, of which what can be read may be more than the backup has. */
  | { readonly kind: 'open-backup'; readonly path: string; readonly project: string }
  | { readonly kind: 'salvage'; readonly path: string }
  /** Another project. */
  | { readonly kind: 'choose-another' }
  | { readonly kind: 'choose-transcripts' }

/** An error as it crosses a process boundary. */
export interface ErrorData {
  readonly code: ErrorCode
  /** One sentence in English: what happened, to which thing. */
  readonly message: string
  /** One clause in English: what to do about it; may be empty. */
  readonly advice: string
  readonly recovery: Recovery
  /** The message and the advice for any language. */
  readonly text: Message
  readonly adviceText?: Message | undefined
}

/** A failure that a user is told about. Everything else that is thrown is a defect and becomes `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly advice: string
  readonly recovery: Recovery
  readonly text: Message
  readonly adviceText: Message | undefined

  /** No plain strings: a text that no window shows is said with `verbatim`. */
  constructor(
    code: ErrorCode,
    text: Message,
    options: {
      readonly advice?: Message | undefined
      readonly recovery?: Recovery
      readonly cause?: unknown
    } = {},
  ) {
    super(toEnglish(text), { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.advice = options.advice ? toEnglish(options.advice) : ''
    this.recovery = options.recovery ?? { kind: 'none' }
    this.text = text
    this.adviceText = options.advice
  }

  /** Rebuilds the error on the other side of a boundary. */
  static from(data: ErrorData): AppError {
    return new AppError(data.code, data.text, { recovery: data.recovery, advice: data.adviceText })
  }
}

/** What a call is answered whose core died before it did. */
export function coreStopped(): ErrorData {
  return toErrorData(
    new AppError('core-stopped', say('core-has-stopped'), {
      advice: say('saved-try-again'),
      recovery: { kind: 'retry' },
    }),
  )
}

/** Any thrown value as plain data; what is not an `AppError` becomes `internal`, with its message kept. */
export function toErrorData(error: unknown): ErrorData {
  if (error instanceof AppError) {
    const { code, message, advice, recovery, text, adviceText } = error
    return { code, message, advice, recovery, text, adviceText }
  }
  const detail = error instanceof Error ? error.message : String(error)
  return toErrorData(
    new AppError('internal', say('went-wrong', { detail }), {
      advice: say('try-again-report'),
      recovery: { kind: 'retry' },
    }),
  )
}
