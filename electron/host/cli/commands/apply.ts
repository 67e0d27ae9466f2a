import type { Command } from 'commander'
import { parseBundle } from '../../../../shared/bundle'
import { toEnglish, verbatim } from '../../../../shared/domain/messages/message'
import { AppError } from '../../../../shared/errors'
import { applyBundle } from '../../../core/bundle/apply-bundle'
import { complain, count, printable, printJson, type CommandContext } from '../io'
import { readText, withProject } from '../open-project'

/** `verbatim apply PROJECT BUNDLE` */
export function addApply(program: Command, context: CommandContext): void {
  program
    .command('apply')
    .description('apply a bundle: facts of sources, passages and reviews')
    .argument('<project>')
    .argument('<bundle>', 'a JSON file')
    .option('--partial', 'apply what has no problem')
    .option('--json', 'print JSON')
    .action(async (project: string, file: string, options: { partial?: boolean; json?: boolean }) => {
      const { io, exit } = context
      const bundle = parseBundle(readJson(context, file))
      const report = await withProject(context, project, 'write', (db) =>
        applyBundle(db, bundle, { partial: options.partial ?? false }),
      )
      const { sources, passages, reviews } = report
      const problems = report.problems.map(({ passage, code, text }) => ({ passage, code, message: toEnglish(text) }))
      if (options.json) printJson(io, { sources, passages, reviews, problems })
      else {
        for (const { passage, code, message } of problems) io.err(printable(`${passage ?? '-'}  ${code}  ${message}\n`))
        if (report.applied) {
          io.out(`${count(sources, 'source')}, ${count(passages, 'passage')}, ${count(reviews, 'review')}\n`)
        }
      }
      if (problems.length === 0) return
      const found = `${file} has ${count(problems.length, 'problem')}, the first with ${problems[0]!.passage ?? 'no passage'}: ${problems[0]!.message}`
      complain(
        io,
        found,
        report.applied ? 'the rest was applied' : 'nothing was applied; correct them, or apply the rest with --partial',
      )
      exit(report.applied ? 1 : 2)
    })
}

function readJson(context: CommandContext, file: string): unknown {
  const text = readText(context, file)
  try {
    return JSON.parse(text)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new AppError('bundle-invalid', verbatim(`${file} is not JSON: ${detail}`), {
      advice: verbatim('give a bundle'),
      cause: error,
    })
  }
}
