import type { Command } from 'commander'
import { printJson, type CommandContext } from '../io'
import { outputPath, withProject } from '../open-project'

/** `verbatim backup PROJECT --out FILE` */
export function addBackup(program: Command, context: CommandContext): void {
  program
    .command('backup')
    .description('write a consistent copy, also while the project is open elsewhere')
    .argument('<project>')
    .requiredOption('--out <file>', 'where to write it')
    .option('--json', 'print JSON')
    .action((project: string, options: { out: string; json?: boolean }) =>
      withProject(context, project, 'read', async (_, { invoke }) => {
        const { out, bytes } = await invoke('project.backup', { path: outputPath(context, options.out, project) })
        if (options.json) printJson(context.io, { out, bytes })
        else context.io.out(`${out}  ${bytes} bytes\n`)
      }),
    )
}
