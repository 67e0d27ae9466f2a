import type { Command } from 'commander'
import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { verifies, type Verification } from '../../../../shared/domain/verification'
import { AppError, toErrorData } from '../../../../shared/errors'
import { parseTranscript } from '../../../core/import/parse-transcript'
import { listTranscriptFiles } from '../../../core/import/read-folder'
import { renderReport } from '../../../core/verify/render-report'
import { verifyDraft, type DraftSource } from '../../../core/verify/verify-draft'
import { complain, printJson, type CommandContext } from '../io'
import { findReview, readText, withProject } from '../open-project'
import { verificationShape } from '../shapes'

interface VerifyOptions {
  readonly review?: string
  readonly draft?: string
  readonly sources?: readonly string[]
  readonly json?: boolean
}

/** `verbatim verify PROJECT` and `verbatim verify --draft FILE --sources PATH…` */
export function addVerify(program: Command, context: CommandContext): void {
  program
    .command('verify')
    .description('check quotes against their sources: those of a project, or of a draft written elsewhere')
    .argument('[project]')
    .option('--review <review>', 'check only what this review quotes')
    .option('--draft <file>', 'a Markdown or text file whose quotes are checked')
    .option('--sources <path...>', 'transcripts that the draft quotes: files and folders')
    .option('--json', 'print JSON')
    .action(async (project: string | undefined, options: VerifyOptions) => {
      const { io, exit } = context
      const verification =
        options.draft === undefined
          ? await verifyProject(context, project, options)
          : checkDraft(context, project, options.draft, options)
      if (options.json) printJson(io, verificationShape(verification))
      else io.out(renderReport(verification))
      const bad = verification.quotes.filter((quote) => !verifies(quote))
      if (bad.length === 0) return
      const where = options.draft ?? project ?? ''
      const failed = `${bad.length} of ${verification.quotes.length} quotes in ${where} failed`
      complain(io, failed, 'compare them with what their sources say')
      exit(1)
    })
}

function verifyProject(
  context: CommandContext,
  project: string | undefined,
  { review, sources }: VerifyOptions,
): Promise<Verification> {
  if (project === undefined || sources !== undefined) {
    throw usage('verify needs a project, or --draft with --sources')
  }
  return withProject(context, project, 'read', (db, { invoke }) =>
    invoke('passage.verify', review === undefined ? {} : { reviewId: findReview(db, review) }),
  )
}

function checkDraft(
  context: CommandContext,
  project: string | undefined,
  draft: string,
  { review, sources = [] }: VerifyOptions,
): Verification {
  if (project !== undefined || review !== undefined || sources.length === 0) {
    throw usage('verify --draft needs --sources, and neither a project nor --review')
  }
  return verifyDraft(
    readText(context, draft),
    sources.flatMap((path) => readSources(context, path)),
  )
}

/** The transcripts at a path. One that cannot be read is complained of, and the command ends with 1. */
function readSources({ io, exit }: CommandContext, path: string): DraftSource[] {
  return listTranscriptFiles(resolve(io.cwd, path)).files.flatMap((file) => {
    try {
      const { title, text, turns } = parseTranscript(readFileSync(file), basename(file))
      return { file: basename(file), title, text, turns }
    } catch (error) {
      const { message, advice } = toErrorData(error)
      complain(io, `${file}: ${message}`, advice)
      exit(1)
      return []
    }
  })
}

function usage(message: string): AppError {
  return new AppError('invalid-input', message, { advice: 'see verbatim verify --help' })
}
