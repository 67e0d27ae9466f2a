import type { Command } from 'commander'
import { resolve } from 'node:path'
import { verifies, type Verification } from '../../../../shared/domain/verification'
import { verbatim } from '../../../../shared/domain/messages/message'
import { AppError } from '../../../../shared/errors'
import { readTranscripts } from '../../../core/import/read-transcripts'
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
          : await checkDraft(context, project, options.draft, options)
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

async function checkDraft(
  context: CommandContext,
  project: string | undefined,
  draft: string,
  { review, sources = [] }: VerifyOptions,
): Promise<Verification> {
  if (project !== undefined || review !== undefined || sources.length === 0) {
    throw usage('verify --draft needs --sources, and neither a project nor --review')
  }
  const text = readText(context, draft)
  const found: DraftSource[] = []
  for (const path of sources) found.push(...(await readSources(context, path)))
  return verifyDraft(text, found)
}

/** The transcripts at a path. One that cannot be read is complained of, and the command ends with 1. */
async function readSources({ io, exit }: CommandContext, path: string): Promise<DraftSource[]> {
  const sources: DraftSource[] = []
  for await (const { path: place, file, reading } of readTranscripts(resolve(io.cwd, path))) {
    if (reading.ok) {
      const { title, text, turns } = reading.value
      sources.push({ file, title, text, turns })
    } else {
      complain(io, `${place}: ${reading.error.message}`, reading.error.advice)
      exit(1)
    }
  }
  return sources
}

function usage(message: string): AppError {
  return new AppError('invalid-input', verbatim(message), { advice: verbatim('see verbatim verify --help') })
}
