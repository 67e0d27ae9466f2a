import { Command, CommanderError } from 'commander'
import { toErrorData } from '../../../shared/errors'
import { addApply } from './commands/apply'
import { addBackup } from './commands/backup'
import { addDoctor } from './commands/doctor'
import { addExport } from './commands/export'
import { addImport } from './commands/import'
import { addList } from './commands/list'
import { addNew } from './commands/new'
import { addSearch } from './commands/search'
import { addServe } from './commands/serve'
import { addShow } from './commands/show'
import { addStats } from './commands/stats'
import { addVerify } from './commands/verify'
import { complain, type CommandIo, type ExitStatus } from './io'

const COMMANDS = [
  addNew,
  addImport,
  addApply,
  addList,
  addShow,
  addSearch,
  addVerify,
  addExport,
  addStats,
  addBackup,
  addDoctor,
  addServe,
]

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
  for (const add of COMMANDS) add(root, context)
  for (const command of root.commands) command.copyInheritedSettings(root)
  try {
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

function usageStatus(io: CommandIo, error: CommanderError, args: readonly string[]): ExitStatus {
  if (error.exitCode === 0) return 0
  if (error.code !== 'commander.help') {
    const [command = ''] = args
    const known = /^[a-z]+$/.test(command) && error.code !== 'commander.unknownCommand'
    complain(io, error.message.replace(/^error: /, ''), `see verbatim ${known ? `${command} ` : ''}--help`)
  }
  return 2
}
