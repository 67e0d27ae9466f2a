import type { Command } from 'commander'
import { renderAs, renderProject } from '../../../core/export/export-review'
import { writeExport } from '../../../core/export/write-export'
import { complain, count, type CommandContext } from '../io'
import { findReview, outputPath, withProject } from '../open-project'

interface ExportOptions {
  readonly review?: string
  readonly format: string
  readonly out?: string
  readonly strict?: boolean
}

/** `verbatim export PROJECT` */
export function addExport(program: Command, context: CommandContext): void {
  program
    .command('export')
    .description('render a review, or the whole project')
    .argument('<project>')
    .requiredOption('--format <format>', 'md, html, csv or bundle')
    .option('--review <review>', 'its id or title')
    .option('--out <file>', 'where to write it (by default standard output)')
    .option('--strict', 'refuse when a quote does not verify')
    .action((project: string, { review, format, out, strict = false }: ExportOptions) =>
      withProject(context, project, 'read', (db) => {
        const { io, exit } = context
        const path = out === undefined ? null : outputPath(context, out, project)
        const { content, unverified } =
          review === undefined
            ? { content: renderProject(db, format), unverified: 0 }
            : renderAs(db, { id: findReview(db, review), format, strict })
        if (path === null) io.out(content)
        else writeExport(path, content)
        if (unverified === 0) return
        complain(io, `${count(unverified, 'quote')} of ${review} failed verification`, 'see them with verbatim verify')
        exit(1)
      }),
    )
}
