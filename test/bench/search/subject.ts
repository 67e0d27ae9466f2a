// The program that is measured: a project with a corpus in it, searched as a window does it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SearchLibrary } from '../../../electron/core/search/library'
import { listSearchedSources, readSearchedText } from '../../../electron/core/search/read-library'
import type { SearchRequest } from '../../../electron/core/search/run-search'
import { Searcher } from '../../../electron/core/search/searcher'
import type { ProjectDatabase } from '../../../electron/core/store/database'
import type { SourceId } from '../../../shared/domain/ids'
import { PLAIN_FOLDS } from '../../../shared/domain/search'
import { TURN_SEPARATOR } from '../../../shared/domain/turn'
import { aProject, aSource } from '../../builders'
import { generator } from '../generate-transcripts'
import { generateCorpus } from './corpus'

const [texts = 1000, words = 10_000, seed = 1, queries = 100, checked = 500] = process.argv.slice(2).map(Number)
const FIRST = 50

interface Query {
  readonly text: string
  readonly wholeWords: boolean
}

const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-search-'))
// Built as CommonJS, which waits for nothing at its top.
void measure()
  .then((measured) => console.log(JSON.stringify(measured)))
  .finally(() => rmSync(folder, { recursive: true, force: true }))

async function measure() {
  const files = join(folder, 'texts')
  mkdirSync(files)
  const project = aProject(folder)
  const indexOf = new Map<SourceId, number>()
  const said: { readonly name: string; readonly text: string; readonly language: string }[] = []
  for (const { name, language, turns } of generateCorpus(texts, words, seed)) {
    const text = turns.join(TURN_SEPARATOR)
    said.push({ name, text, language })
    writeFileSync(join(files, name), text)
    const spoken = turns.map((one, at) => [at % 2 === 0 ? 'Ada' : 'Bob', one] as const)
    indexOf.set(aSource(project, spoken, { title: name }), said.length - 1)
  }
  const textMb = said.reduce((sum, { name }) => sum + statSync(join(files, name)).size, 0) / 1e6
  const build = buildIndex(project)
  const searcher = new Searcher(() => {})
  const ask = (query: Query, options: Partial<SearchRequest> = {}) =>
    searcher.find(project, {
      query: query.text,
      folds: { ...PLAIN_FOLDS, wholeWords: query.wholeWords },
      filters: {},
      sort: 'text',
      descending: false,
      from: 0,
      count: FIRST,
      context: 60,
      ...options,
    })
  const readAt = performance.now()
  await ask({ text: 'a', wholeWords: false })
  const firstAnswerS = (performance.now() - readAt) / 1000
  // The index is built in between of searches: time for it, and for whatever is compiled on the way.
  for (let at = 0; at < 30; at += 1) {
    await ask({ text: `warm up ${at}`, wholeWords: false })
    await new Promise((next) => setTimeout(next, build.indexS * 60))
  }
  const cases = makeQueries(said)
  const rows = []
  for (const [name, list] of Object.entries(cases)) {
    const verbatim: number[] = []
    for (const query of list) {
      const start = performance.now()
      await ask(query)
      verbatim.push(performance.now() - start)
    }
    const some = list.slice(0, 20)
    rows.push({
      case: name,
      verbatim,
      ripgrep: hasRipgrep() ? some.map((query) => timed(() => ripgrep(files, query))) : [],
      like: some.slice(0, 10).map((query) => timed(() => like(project, query.text))),
    })
  }
  const check = hasRipgrep() ? await checkPlaces(said, indexOf, files, ask) : null
  searcher.close()
  project.close()
  return { textMb, ...build, firstAnswerS, rows, check }
}

/** How long the index takes by itself, and how large it is. */
function buildIndex(project: ProjectDatabase) {
  const library = new SearchLibrary()
  const sources = listSearchedSources(project)
  const readAt = performance.now()
  library.setSources(sources, [])
  for (const { revision } of sources) library.addText(readSearchedText(project, revision))
  library.settle()
  const readS = (performance.now() - readAt) / 1000
  const indexAt = performance.now()
  while (library.indexNext());
  const indexS = (performance.now() - indexAt) / 1000
  const indexMb = library.segments.reduce((sum, { segment }) => sum + (segment.index?.byteLength ?? 0), 0) / 1e6
  return { readS, indexS, indexMb }
}

function makeQueries(said: readonly { readonly text: string; readonly language: string }[]) {
  const next = generator(seed + 7)
  const pick = (language: string) => {
    const ofLanguage = said.filter((one) => one.language === language)
    return ofLanguage[next(ofLanguage.length)]!.text
  }
  const piece = (language: string, pattern: RegExp): string => {
    for (;;) {
      const text = pick(language)
      const found = pattern.exec(text.slice(next(text.length)))
      if (found) return found[1]!
    }
  }
  const many = (make: () => Query): Query[] => Array.from({ length: queries }, make)
  const chinese = (length: number) =>
    many(() => ({ text: piece('zh', new RegExp(`(\\p{Script=Han}{${length}})`, 'u')), wholeWords: false }))
  return {
    'a word': many(() => ({ text: piece('en', /\s(\w+)[\s,.]/), wholeWords: true })),
    'a phrase of two to four words': many(() => ({
      text: piece('en', /\s(\w+(?:,? \w+){1,3})[\s,.]/),
      wholeWords: true,
    })),
    'a phrase over punctuation': many(() => ({ text: piece('en', /\s(\w+[,.] \w+)[\s,.]/), wholeWords: true })),
    'an in-word substring over punctuation': many(() => ({
      text: piece('en', /\w(\w+[,.] \w+)\w/),
      wholeWords: false,
    })),
    'a Chinese character': chinese(1),
    'two Chinese characters': chinese(2),
    'three to five Chinese characters': [...chinese(3), ...chinese(4), ...chinese(5)].filter((_, at) => at % 3 === 0),
    'Chinese over punctuation': many(() => ({
      text: piece('zh', /(\p{Script=Han}[，。]\p{Script=Han})/u),
      wholeWords: false,
    })),
    'an in-word substring': many(() => ({ text: piece('en', /\w(\w{3,6})\w/), wholeWords: false })),
  }
}

function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

function hasRipgrep(): boolean {
  return spawnSync('rg', ['--version']).status === 0
}

function ripgrep(files: string, { text, wholeWords }: Query): void {
  spawnSync('rg', ['-F', '-i', ...(wholeWords ? ['-w'] : []), '--count-matches', '--', text, files], { maxBuffer: 1e9 })
}

function like(project: ProjectDatabase, text: string): void {
  project.all('SELECT id FROM transcript WHERE text LIKE ?', `%${text}%`)
}

/** Compares every place of random pieces of text with those that ripgrep finds. */
async function checkPlaces(
  said: readonly { readonly name: string; readonly text: string }[],
  indexOf: ReadonlyMap<SourceId, number>,
  files: string,
  ask: (query: Query, options: Partial<SearchRequest>) => ReturnType<Searcher['find']>,
) {
  const next = generator(seed + 13)
  let [compared, different, places] = [0, 0, 0]
  while (compared < checked) {
    const { text } = said[next(said.length)]!
    const from = next(text.length - 30)
    const piece = text.slice(from, from + 2 + next(12)).trim()
    if (piece === '' || piece.includes('\n')) continue
    compared += 1
    const answer = await ask({ text: `"${piece}"`, wholeWords: false }, { count: 5_000_000 })
    if (answer.kind !== 'found') throw new Error(JSON.stringify(answer))
    let last = { source: -1, at: 0, bytes: 0 }
    const ours = answer.hits.map(({ sourceId, start }) => {
      const source = indexOf.get(sourceId)!
      if (last.source !== source) last = { source, at: 0, bytes: 0 }
      const bytes = last.bytes + Buffer.byteLength(said[source]!.text.slice(last.at, start))
      last = { source, at: start, bytes }
      return `${said[source]!.name} ${bytes}`
    })
    const theirs = ripgrepPlaces(files, piece)
    places += ours.length
    if (answer.total !== theirs.length || ours.some((place, at) => place !== theirs[at])) different += 1
  }
  return { compared, different, places }
}

/** White space matches any, as it does for us: turns end with an empty line. */
function ripgrepPlaces(files: string, piece: string): string[] {
  const pattern = piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(' ', '\\s+')
  const { stdout } = spawnSync('rg', ['-U', '-i', '--json', '--sort', 'path', '-e', pattern, '.'], {
    cwd: files,
    maxBuffer: 4e9,
  })
  return stdout
    .toString()
    .split('\n')
    .filter((line) => line.startsWith('{"type":"match"'))
    .flatMap((line) => {
      const { path, absolute_offset: offset, submatches } = (JSON.parse(line) as RipgrepMatch).data
      return submatches.map(({ start }) => `${path.text.slice('./'.length)} ${offset + start}`)
    })
}

interface RipgrepMatch {
  readonly data: {
    readonly path: { readonly text: string }
    readonly absolute_offset: number
    readonly submatches: readonly { readonly start: number }[]
  }
}
