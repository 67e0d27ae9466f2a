import type { Command } from 'commander'
import { resolve } from 'node:path'
import type { ImportOutcome } from '../../../../shared/domain/project'
import { toEnglish } from '../../../../shared/domain/messages/message'
import type { SourceId } from '../../../../shared/domain/ids'
import { getSource } from '../../../core/store/sources'
import { complain, count, printable, printJson, type CommandContext } from '../io'
import { withProject } from '../open-project'
import { sourceShape } from '../shapes'

interface ImportOptions {
  readonly encoding?: string
  readonly format?: string
  readonly json?: boolean
}

/** `verbatim import PROJECT PATH…` */
export function addImport(program: Command, context: CommandContext): void {
  program
    .command('import')
    .description('import transcripts: files, and folders with all that is in them')
    .argument('<project>')
    .argument('<path...>', 'files or folders')
    .option('--encoding <encoding>', 'of the files, such as gb18030 (by default it is found out)')
    .option('--format <format>', 'of the files (by default it is found out)')
    .option('--json', 'print JSON')
    .action((project: string, paths: string[], options: ImportOptions) =>
      withProject(context, project, 'write', async (db, { core, invoke }) => {
        const { io } = context
        if (io.showsProgress) {
          core.subscribe((event) => {
            if (event.kind === 'progress')
              io.err(`\r\u001b[K${event.done + 1} of ${event.total} ${printable(event.label)}`)
          })
        }
        const { outcomes } = await invoke('source.import', {
          files: paths.map((path) => ({ path: resolve(io.cwd, path) })),
          ...(options.encoding !== undefined && { encoding: options.encoding }),
          ...(options.format !== undefined && { format: options.format }),
          ...(io.showsProgress && { job: 'import' }),
        })
        if (io.showsProgress) io.err('\r\u001b[K')
        report(context, outcomes, options.json ?? false, (id) => getSource(db, id))
      }),
    )
}

function report(
  { io, exit }: CommandContext,
  outcomes: readonly ImportOutcome[],
  json: boolean,
  find: (id: SourceId) => ReturnType<typeof getSource>,
): void {
  const imported = outcomes.filter((outcome) => outcome.kind === 'imported')
  const skipped = outcomes.filter((outcome) => outcome.kind === 'skipped')
  const failed = outcomes.filter((outcome) => outcome.kind === 'failed')
  if (json) {
    printJson(io, {
      imported: imported.map(({ sourceId }) => sourceShape(find(sourceId as SourceId))),
      skipped: skipped.map(({ file, reason }) => ({ file, reason: toEnglish(reason) })),
      failed: failed.map(({ file, code, message }) => ({ file, code, message })),
    })
  } else {
    for (const { file, sourceId, notes } of imported) {
      const source = find(sourceId as SourceId)
      io.out(
        printable(`${source.id}  ${source.title}  ${count(source.turns, 'turn')}, ${count(source.words, 'word')}\n`),
      )
      for (const { line, message } of notes)
        io.err(printable(`${file}${line === null ? '' : `:${line}`}: ${message}\n`))
    }
    for (const { file, reason } of skipped) io.err(printable(`skipped ${file}: ${toEnglish(reason)}\n`))
    io.err(`${imported.length} imported, ${skipped.length} skipped, ${failed.length} failed\n`)
  }
  for (const { file, message } of failed) {
    complain(
      io,
      message.includes(file) ? message : `${file}: ${message}`,
      'it was not imported; correct it and import it again',
    )
  }
  if (failed.length > 0) exit(imported.length + skipped.length > 0 ? 1 : 2)
}
