import type { Command } from 'commander'
import { Option } from 'commander'
import { basename, resolve } from 'node:path'
import { UI_LANGUAGES, type UiLanguage } from '../../../../shared/domain/language'
import { PROJECT_EXTENSION } from '../../../core/shell/project-file'
import { printJson, type CommandContext } from '../io'
import { withCore } from '../open-project'

/** `verbatim new PROJECT` */
export function addNew(program: Command, context: CommandContext): void {
  program
    .command('new')
    .description('make an empty project; refuses an existing file')
    .argument('<project>', `a file that is to be made, such as debate${PROJECT_EXTENSION}`)
    .option('--title <title>', 'its title (by default the file name)')
    .addOption(new Option('--language <language>', 'of its labels').choices(UI_LANGUAGES).default('en'))
    .option('--json', 'print JSON')
    .action(async (project: string, options: { title?: string; language: UiLanguage; json?: boolean }) => {
      const path = resolve(context.io.cwd, project)
      const title = options.title ?? basename(path, PROJECT_EXTENSION)
      await withCore(context, ({ invoke }) => invoke('project.create', { path, title, language: options.language }))
      if (options.json) printJson(context.io, { project: path, title })
      else context.io.out(`made ${path}\n`)
    })
}
