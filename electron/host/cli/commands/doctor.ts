import type { Command } from 'commander'
import { resolve } from 'node:path'
import { checkProject } from '../../../core/doctor/check-project'
import { printable, printJson, type CommandContext } from '../io'

/** `verbatim doctor PROJECT` */
export function addDoctor(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .description('check the integrity, version, lock and backups of a project')
    .argument('<project>')
    .option('--json', 'print JSON')
    .action((project: string, options: { json?: boolean }) => {
      const { io, exit } = context
      const { problems, version, holder, backups } = checkProject(resolve(io.cwd, project))
      const ok = problems.length === 0
      if (options.json) printJson(io, { ok, problems })
      else {
        for (const problem of problems) io.out(printable(`problem  ${problem}\n`))
        io.out(`version  ${version} is the newest that this program reads\n`)
        io.out(
          `lock     ${holder ? `held by process ${holder.pid} on ${printable(holder.host)} since ${holder.since}` : 'nobody has it open'}\n`,
        )
        io.out(`backups  ${backups.length > 0 ? printable(backups.join(', ')) : 'none yet'}\n`)
        io.out(ok ? 'all is well\n' : '')
      }
      if (!ok) exit(1)
    })
}
