import type { Command } from 'commander'
import { listTurns } from '../../../core/store/sources'
import { getText } from '../../../core/store/transcripts'
import { clock, printable, printJson, type CommandContext } from '../io'
import { findSource, withProject } from '../open-project'
import { wholeNumber } from '../whole-number'

/** `verbatim show PROJECT SOURCE` */
export function addShow(program: Command, context: CommandContext): void {
  program
    .command('show')
    .description('print the text of a source, turn by turn')
    .argument('<project>')
    .argument('<source>', 'its id, file name or title')
    .option('--from <index>', 'first turn, counted from 0', wholeNumber)
    .option('--to <index>', 'last turn', wholeNumber)
    .option('--json', 'print JSON')
    .action((project: string, wanted: string, options: { from?: number; to?: number; json?: boolean }) =>
      withProject(context, project, 'read', (db) => {
        const { io } = context
        const source = findSource(db, wanted)
        const text = getText(db, source.id)
        const names = new Map(source.speakers.map(({ id, name }) => [id, name]))
        const turns = listTurns(db, source.id)
          .slice(options.from ?? 0, (options.to ?? Infinity) + 1)
          .map((turn) => ({
            index: turn.index,
            speaker: turn.speakerId === null ? null : (names.get(turn.speakerId) ?? null),
            start: turn.startTime,
            end: turn.endTime,
            text: text.slice(turn.start, turn.end),
          }))
        if (options.json) return printJson(io, { source: source.id, turns })
        for (const { speaker, start, text } of turns) {
          const time = start === null ? '' : `[${clock(start)}] `
          io.out(`${time}${printable(speaker === null ? text : `${speaker}: ${text}`)}\n\n`)
        }
      }),
    )
}
