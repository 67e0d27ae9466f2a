import { type Command, InvalidArgumentError, Option } from 'commander'
import { onOneLine } from '../../../../shared/domain/elision'
import type { SearchAnswer, SearchHit } from '../../../../shared/domain/search'
import { type Tier, TIERS } from '../../../../shared/domain/source'
import { languageTag } from '../../../../shared/schemas'
import { refusalOf } from '../../../core/search/export-hits'
import { getSource } from '../../../core/store/sources'
import { count, printable, printJson, type CommandContext } from '../io'
import { findCamp, findSource, findSpeakerName, withProject } from '../open-project'
import { wholeNumber } from '../whole-number'

interface Options {
  readonly limit: number
  readonly json?: boolean
  readonly matchCase?: boolean
  readonly wholeWords?: boolean
  readonly foldAccents?: boolean
  readonly foldWidths?: boolean
  readonly foldHan?: boolean
  readonly source?: string[]
  readonly speaker?: string[]
  readonly tier?: Tier[]
  readonly language?: string[]
  readonly from?: string
  readonly to?: string
  readonly marked?: boolean
  readonly unmarked?: boolean
  readonly camp?: string
}

/** Hits that are asked for at once. */
const PAGE = 10_000

/** `verbatim search PROJECT QUERY` */
export function addSearch(program: Command, context: CommandContext): void {
  program
    .command('search')
    .description('find every place where a text stands, letter case aside')
    .argument('<project>')
    .argument(
      '<query>',
      'a text as it stands, word*, "a phrase" or /a regular expression/; AND, OR, NOT and NEAR/n join them within a turn',
    )
    .option('--limit <number>', 'of hits that are printed', wholeNumber, 200)
    .option('--match-case', 'tell capitals from small letters')
    .option('--whole-words', 'find no parts of words')
    .option('--fold-accents', 'take é for e')
    .option('--fold-widths', 'take full-width letters for usual ones')
    .option('--fold-han', 'take traditional characters for simplified ones')
    .option('--source <source...>', 'only in these sources')
    .option('--speaker <name...>', 'only what these speakers say')
    .addOption(new Option('--tier <tier...>', 'only in sources of these tiers').choices(TIERS))
    .option('--language <tag...>', 'only in sources of these languages', languages)
    .option('--from <date>', 'only in sources since then, as much of the date as is known', partOfDate)
    .option('--to <date>', 'only in sources until then', partOfDate)
    .addOption(new Option('--marked', 'only what is in a passage').conflicts('unmarked'))
    .option('--unmarked', 'only what is in no passage')
    .option('--camp <camp>', 'only what is in a passage of this camp: its id, label, thesis or heading')
    .option('--json', 'print JSON')
    .action((project: string, query: string, options: Options) =>
      withProject(context, project, 'read', async (db, { invoke }) => {
        const { io } = context
        const { limit, json, source, speaker, tier, language, from, to, marked, unmarked, camp, ...folds } = options
        const filters = {
          ...(source && { sources: source.map((wanted) => findSource(db, wanted).id) }),
          ...(speaker && { speakers: speaker.map((wanted) => findSpeakerName(db, wanted)) }),
          ...(tier && { tiers: tier }),
          ...(language && { languages: language }),
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
          ...((marked || unmarked) && { marked: marked === true }),
          ...(camp !== undefined && { camp: findCamp(db, camp) }),
        }
        const hits: SearchHit[] = []
        let total = 0
        do {
          const answer: SearchAnswer = await invoke('search.find', {
            query,
            folds,
            filters,
            from: hits.length,
            count: Math.min(PAGE, limit - hits.length),
          })
          if (answer.kind !== 'found') throw refusalOf(answer)
          total = answer.total
          hits.push(...answer.hits)
        } while (hits.length < Math.min(limit, total))
        if (json) {
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

function languages(value: string, before: string[] = []): string[] {
  if (!languageTag.safeParse(value).success) throw new InvalidArgumentError('It must be a language tag, such as en.')
  return [...before, value]
}

function partOfDate(value: string): string {
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value)) {
    throw new InvalidArgumentError('It must be a date or the beginning of one, such as 2024-05.')
  }
  return value
}
