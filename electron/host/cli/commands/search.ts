import type { Command } from 'commander'
import { onOneLine } from '../../../../shared/domain/elision'
import { getSource } from '../../../core/store/sources'
import { count, printable, printJson, type CommandContext } from '../io'
import { withProject } from '../open-project'
import { wholeNumber } from '../whole-number'

/** `verbatim search PROJECT QUERY` */
export function addSearch(program: Command, context: CommandContext): void {
  program
    .command('search')
    .description('find every place where a text stands, letter case aside')
    .argument('<project>')
    .argument('<query>')
    .option('--limit <number>', 'of hits that are printed', wholeNumber, 200)
    .option('--json', 'print JSON')
    .action((project: string, query: string, options: { limit: number; json?: boolean }) =>
      withProject(context, project, 'read', async (db, { invoke }) => {
        const { io } = context
        const { total, hits } = await invoke('search.turns', { query, limit: options.limit })
        if (options.json) {
          const shape = hits.map(({ sourceId, turn, start, end, before, match, after }) => ({
            source: sourceId,
            turn,
            start,
            end,
            before,
            match,
            after,
          }))
          return printJson(io, { total, hits: shape })
        }
        for (const hit of hits) {
          const { title } = getSource(db, hit.sourceId)
          io.out(printable(`${title} #${hit.turn}: ${onOneLine(`${hit.before}${hit.match}${hit.after}`)}\n`))
        }
        io.err(`${count(total, 'hit')}${hits.length < total ? `, ${hits.length} shown` : ''}\n`)
      }),
    )
}
