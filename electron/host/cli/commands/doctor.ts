import type { Command } from 'commander'
import { resolve } from 'node:path'
import type { SalvageReport } from '../../../../shared/domain/salvage'
import { checkProject } from '../../../core/doctor/check-project'
import { salvageProject } from '../../../core/salvage/salvage-project'
import { printable, printJson, type CommandContext } from '../io'

/** `verbatim doctor PROJECT` */
export function addDoctor(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .description('check the integrity, version, lock and backups of a project')
    .argument('<project>')
    .option('--salvage <file>', 'read what can be read of a damaged project into a new one')
    .option('--json', 'print JSON')
    .action((project: string, options: { json?: boolean; salvage?: string }) => {
      const { io, exit } = context
      const path = resolve(io.cwd, project)
      const { problems, version, holder, backups, goodBackup } = checkProject(path)
      const ok = problems.length === 0
      const salvaged = options.salvage === undefined ? null : salvageProject(path, resolve(io.cwd, options.salvage))
      if (options.json) printJson(io, { ok, problems, ...(salvaged && { salvaged }) })
      else {
        for (const problem of problems) io.out(printable(`problem  ${problem}\n`))
        io.out(`version  ${version} is the newest that this program reads\n`)
        io.out(
          `lock     ${holder ? `held by process ${holder.pid} on ${printable(holder.host)} since ${holder.since}` : 'nobody has it open'}\n`,
        )
        io.out(`backups  ${backups.length > 0 ? printable(backups.join(', ')) : 'none yet'}\n`)
        if (ok) io.out('all is well\n')
        else if (goodBackup !== null) io.out(printable(`to do    open its newest good backup, ${goodBackup}\n`))
        if (!ok && salvaged === null) io.out('to do    read what can be read of it, with --salvage NEW.verbatim\n')
        if (salvaged) io.out(printable(salvageLines(salvaged)))
      }
      if (!ok) exit(1)
    })
}

function salvageLines({ path, saved, unreadable, lost, mended }: SalvageReport): string {
  const lines = [
    `salvaged ${saved.source} sources, ${saved.passage} passages and ${saved.review} reviews into ${path}`,
    ...unreadable.map((table) => `lost     some rows of the table ${table} cannot be read`),
    ...lost.map(({ kind, label }) => `lost     ${kind}: ${label}`),
    ...(mended > 0 ? [`mended   ${mended} values`] : []),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
