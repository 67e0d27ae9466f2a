/** Where a command writes, and whence it takes relative paths. */
export interface CommandIo {
  /** Standard output: the answer, and nothing else. */
  out(content: string | Uint8Array): void
  /** Standard error: progress and messages. */
  err(text: string): void
  readonly cwd: string
  /** Whether standard error is a terminal, where a line of progress may be rewritten. */
  readonly showsProgress: boolean
  /** Ends when the user asks a command that runs on to stop. */
  readonly stopped: AbortSignal
}

/** 0: done and all well. 1: done, and something to look at. 2: wrong usage or a failure, nothing half done. */
export type ExitStatus = 0 | 1 | 2

/** What every command gets besides its arguments. */
export interface CommandContext {
  readonly io: CommandIo
  /** Folder of the built program. */
  readonly programFolder: string
  readonly version: string
  /** Says how the command ended; 0 until it is called. */
  exit(status: ExitStatus): void
}

/** Prints one JSON document. */
export function printJson(io: CommandIo, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`)
}

/** Text of transcripts and files as a terminal may show it: control characters, which could steer it, are replaced. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    character === '\n' || character === '\t' ? character : '\ufffd',
  )
}

/** One line to the user on standard error: what happened, and what to do. */
export function complain(io: CommandIo, what: string, advice: string): void {
  const line = printable(advice ? `${what.replace(/\.$/, '')} — ${advice}` : what).replace(/\s*\n\s*/g, ' ')
  io.err(`verbatim: ${line}\n`)
}

/** `1 passage`, `2 passages`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** Seconds as `1:02:03`, or `02:03` within the first hour. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  const pad = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const rest = `${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}
