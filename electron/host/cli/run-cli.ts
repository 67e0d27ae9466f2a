import { Command, CommanderError } from 'commander'
import { toErrorData } from '../../../shared/errors'
import { complain, type CommandContext, type CommandIo, type ExitStatus } from './io'

/** Every command, loaded only when it is asked for: some bring much with them. */
const COMMANDS: Readonly<Record<string, () => Promise<(program: Command, context: CommandContext) => void>>> = {
  new: async () => (await import('./commands/new')).addNew,
  import: async () => (await import('./commands/import')).addImport,
  apply: async () => (await import('./commands/apply')).addApply,
  list: async () => (await import('./commands/list')).addList,
  show: async () => (await import('./commands/show')).addShow,
  search: async () => (await import('./commands/search')).addSearch,
  verify: async () => (await import('./commands/verify')).addVerify,
  export: async () => (await import('./commands/export')).addExport,
  stats: async () => (await import('./commands/stats')).addStats,
  backup: async () => (await import('./commands/backup')).addBackup,
  doctor: async () => (await import('./commands/doctor')).addDoctor,
  serve: async () => (await import('./commands/serve')).addServe,
}

/** Runs one command line, without the program's name, and gives its exit status. Never throws. */
export async function runCli(
  args: readonly string[],
  program: { readonly io: CommandIo; readonly programFolder: string; readonly version: string },
): Promise<ExitStatus> {
  const { io, version } = program
  let status: ExitStatus = 0
  const context = {
    ...program,
    exit: (ended: ExitStatus) => {
      status = ended
    },
  }
  const root = new Command('verbatim')
    .description('Read transcripts, keep passages word for word, and check every quote against its source.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => {} })
  try {
    for (const load of commandsFor(args)) (await load())(root, context)
    for (const command of root.commands) command.copyInheritedSettings(root)
    if (args.length === 0) root.help({ error: true })
    await root.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return usageStatus(io, error, args)
    const { message, advice } = toErrorData(error)
    complain(io, message, advice)
    return 2
  }
}

/** The command that is called; all of them where none is, for the list of them or a hint at what was meant. */
function commandsFor([name = '']: readonly string[]) {
  if (name === '--version' || name === '-V') return []
  const asked = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  return asked ? [asked] : Object.values(COMMANDS)
}

function usageStatus(io: CommandIo, error: CommanderError, args: readonly string[]): ExitStatus {
  if (error.exitCode === 0) return 0
  if (error.code !== 'commander.help') {
    const [command = ''] = args
    const known = /^[a-z]+$/.test(command) && error.code !== 'commander.unknownCommand'
    complain(io, error.message.replace(/^error: /, ''), `see verbatim ${known ? `${command} ` : ''}--help`)
  }
  return 2
}
