import type { Command } from 'commander'
import type { ExportOptions } from '../../../../shared/domain/export-options'
import { readTemplate } from '../../../../shared/markdown/template'
import { renderAs, renderProject } from '../../../core/export/export-review'
import { writeExport } from '../../../core/export/write-export'
import { printPdf } from '../../print-pdf'
import { complain, count, type CommandContext } from '../io'
import { findReview, outputPath, readText, withProject } from '../open-project'

interface ExportFlags {
  readonly review?: string
  readonly format: string
  readonly out?: string
  readonly strict?: boolean
  readonly obsidian?: boolean
  readonly frontMatter?: boolean
  readonly template?: string
}

/** `verbatim export PROJECT` */
export function addExport(program: Command, context: CommandContext): void {
  program
    .command('export')
    .description('render a review, or the whole project')
    .argument('<project>')
    .requiredOption('--format <format>', 'md, html, docx, pdf, csv, bundle or jsonld; of a project qdpx or bundle')
    .option('--review <review>', 'its id or title')
    .option('--out <file>', 'where to write it (by default standard output)')
    .option('--strict', 'refuse when a quote does not verify')
    .option('--obsidian', 'md: a block reference after each quote')
    .option('--front-matter', 'md: the facts of the review in YAML before it')
    .option('--template <file>', 'md, html, pdf: words, order and look from a template file')
    .action((project: string, { review, format, out, strict = false, ...flags }: ExportFlags) =>
      withProject(context, project, 'read', async (db) => {
        const { io, exit } = context
        const path = out === undefined ? null : outputPath(context, out, project)
        const options = exportOptions(context, flags)
        const { content, unverified } =
          review === undefined
            ? { content: renderProject(db, format), unverified: 0 }
            : renderAs(db, { id: findReview(db, review), format, strict, options })
        const made = format === 'pdf' ? await printPdf(content as string) : content
        if (path === null) io.out(made)
        else writeExport(path, made)
        if (unverified === 0) return
        complain(io, `${count(unverified, 'quote')} of ${review} failed verification`, 'see them with verbatim verify')
        exit(1)
      }),
    )
}

function exportOptions(
  context: CommandContext,
  { obsidian, frontMatter, template }: Partial<ExportFlags>,
): ExportOptions {
  return {
    obsidian,
    frontMatter,
    ...(template !== undefined && { template: readTemplate(readText(context, template)) }),
  }
}
