import type { Command } from 'commander'
import { projectStats } from '../../../core/stats/project-stats'
import { count, printable, printJson, type CommandContext } from '../io'
import { findReview, withProject } from '../open-project'

/** `verbatim stats PROJECT` */
export function addStats(program: Command, context: CommandContext): void {
  program
    .command('stats')
    .description('count passages by camp, source and speaker')
    .argument('<project>')
    .option('--review <review>', 'count only what this review quotes')
    .option('--json', 'print JSON')
    .action((project: string, options: { review?: string; json?: boolean }) =>
      withProject(context, project, 'read', (db) => {
        const { io } = context
        const stats = projectStats(db, options.review === undefined ? undefined : findReview(db, options.review))
        if (options.json) return printJson(io, stats)
        const { sources, words, reviews, passages, translated } = stats
        io.out(
          `${count(sources, 'source')}, ${count(words, 'word')}, ${count(reviews, 'review')}, ${count(passages, 'passage')}, ${translated} translated\n`,
        )
        for (const one of stats.perCamp)
          io.out(printable(`camp     ${one.camp}: ${count(one.passages, 'passage')}, ${count(one.quotes, 'quote')}\n`))
        for (const one of stats.perSource) {
          io.out(
            printable(
              `source   ${one.title}: ${count(one.passages, 'passage')}, ${(one.coverage * 100).toFixed(2)} % of the text, ${one.read === 1 ? 'read in full' : `${Math.floor(one.read * 100)} % read`}\n`,
            ),
          )
        }
        for (const one of stats.perSpeaker)
          io.out(printable(`speaker  ${one.speaker}: ${count(one.turns, 'turn')}, ${count(one.passages, 'passage')}\n`))
      }),
    )
}
