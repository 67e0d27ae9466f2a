import { Argument, type Command } from 'commander'
import { listPassages } from '../../../core/store/passages'
import { listReviews } from '../../../core/store/reviews'
import { listSources } from '../../../core/store/sources'
import { count, printable, printJson, type CommandContext } from '../io'
import { withProject } from '../open-project'
import { passageShape, sourceShape } from '../shapes'

const KINDS = ['sources', 'passages', 'reviews'] as const

/** `verbatim list PROJECT sources|passages|reviews` */
export function addList(program: Command, context: CommandContext): void {
  program
    .command('list')
    .description('list the sources, passages or reviews of a project')
    .argument('<project>')
    .addArgument(new Argument('<kind>').choices(KINDS))
    .option('--json', 'print JSON')
    .action((project: string, kind: (typeof KINDS)[number], options: { json?: boolean }) =>
      withProject(context, project, 'read', (db) => {
        const { io } = context
        const print = (shapes: readonly object[], lines: readonly string[]) => {
          if (options.json) printJson(io, shapes)
          else for (const line of lines) io.out(`${printable(line)}\n`)
        }
        if (kind === 'reviews') {
          const reviews = listReviews(db)
          return print(
            reviews,
            reviews.map(({ id, title, updated }) => `${id}  ${updated}  ${title}`),
          )
        }
        const sources = listSources(db)
        if (kind === 'sources') {
          return print(
            sources.map(sourceShape),
            sources.map(({ id, title, tier, words, passages }) =>
              [id, tier, count(words, 'word'), count(passages, 'passage'), title].join('  '),
            ),
          )
        }
        const byId = new Map(sources.map((source) => [source.id, source]))
        const passages = listPassages(db)
        return print(
          passages.map((passage) => passageShape(passage, byId.get(passage.sourceId)!)),
          passages.map(({ id, sourceId, text }) => `${id}  ${byId.get(sourceId)!.title}  ${text}`),
        )
      }),
    )
}
