import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Input, MethodName, Output } from '../../../shared/contract'
import type { ReviewId, SectionId } from '../../../shared/domain/ids'
import { campsOf } from '../../../shared/domain/review'
import type { Source } from '../../../shared/domain/source'
import { sectionHeading } from '../../../shared/markdown/labels'
import { say, verbatim } from '../../../shared/domain/messages/message'
import { AppError } from '../../../shared/errors'
import { createCore, type Core } from '../../core/services'
import type { ProjectDatabase } from '../../core/store/database'
import { getReview, listReviews } from '../../core/store/reviews'
import { listSources } from '../../core/store/sources'
import type { CommandContext } from './io'
import { errorCode } from '../../core/error-code'

/** A core that is asked and answers or throws. */
export interface OpenCore {
  readonly core: Core
  invoke<Name extends MethodName>(name: Name, input: Input<Name>): Promise<Output<Name>>
}

/** Runs `work` with a core of its own and closes it, whatever happens. */
export async function withCore<T>({ io }: CommandContext, work: (core: OpenCore) => Promise<T>): Promise<T> {
  const core = createCore({ log: (line) => io.err(`${line}\n`) })
  try {
    return await work({
      core,
      async invoke<Name extends MethodName>(name: Name, input: Input<Name>) {
        const answer = await core.invoke('host', name, input)
        if (!answer.ok) throw AppError.from(answer.error)
        return answer.value as Output<Name>
      },
    })
  } finally {
    core.close()
  }
}

/** Runs `work` on an open project: read-only, which does not mind another program having it open, or for writing. */
export async function withProject<T>(
  context: CommandContext,
  path: string,
  access: 'read' | 'write',
  work: (db: ProjectDatabase, core: OpenCore) => T | Promise<T>,
): Promise<T> {
  return withCore(context, async (open) => {
    await open.invoke('project.open', { path: resolve(context.io.cwd, path), readOnly: access === 'read' })
    const db = open.core.project()
    if (!db) throw new Error('the project that was opened is not open')
    return work(db, open)
  })
}

/** The review with this id or, when only one has it, this title. Throws `not-found`. */
export function findReview(db: ProjectDatabase, wanted: string): ReviewId {
  const reviews = listReviews(db)
  const titled = reviews.filter(({ title }) => title === wanted)
  const found = reviews.find(({ id }) => id === wanted) ?? (titled.length === 1 ? titled[0] : undefined)
  if (found) return found.id
  throw notThere(
    'review',
    wanted,
    reviews.map(({ id }) => id),
  )
}

/** The source with this id or, when only one has it, this file name or title. Throws `not-found`. */
export function findSource(db: ProjectDatabase, wanted: string): Source {
  const sources = listSources(db)
  const named = sources.filter(({ file, title }) => file === wanted || title === wanted)
  const found = sources.find(({ id }) => id === wanted) ?? (named.length === 1 ? named[0] : undefined)
  if (found) return found
  throw notThere(
    'source',
    wanted,
    sources.map(({ id }) => id),
  )
}

/** A name that a speaker of the project has. Throws `not-found`. */
export function findSpeakerName(db: ProjectDatabase, wanted: string): string {
  const names = [...new Set(listSources(db).flatMap(({ speakers }) => speakers.map(({ name }) => name)))].sort()
  if (names.includes(wanted)) return wanted
  throw notThere('speaker', wanted, names)
}

/** The camp with this id or, when only one has it in all reviews, this label, thesis or heading. Throws `not-found`. */
export function findCamp(db: ProjectDatabase, wanted: string): SectionId {
  const camps = listReviews(db).flatMap((review) =>
    campsOf(getReview(db, review.id)).map((section) => ({
      id: section.id,
      names: [section.camp.label, section.camp.thesis, sectionHeading(section, review.language)],
    })),
  )
  const named = camps.filter(({ names }) => names.includes(wanted))
  const found = camps.find(({ id }) => id === wanted) ?? (named.length === 1 ? named[0] : undefined)
  if (found) return found.id
  throw notThere(
    'camp',
    wanted,
    (named.length > 1 ? named : camps).map(({ id, names }) => `${id} (${names[2]})`),
  )
}

function notThere(kind: string, wanted: string, ids: readonly string[]): AppError {
  const some = ids.slice(0, 10).join(', ') + (ids.length > 10 ? ', …' : '')
  return new AppError('not-found', verbatim(`There is no ${kind} ${wanted} in the project`), {
    advice: verbatim(ids.length > 0 ? `choose one of ${some}` : `the project has no ${kind} yet`),
  })
}

/** A file's text, without a byte order mark. Throws `file-missing` or `file-unreadable`. */
export function readText({ io }: CommandContext, path: string): string {
  try {
    return readFileSync(resolve(io.cwd, path), 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    const missing = errorCode(error) === 'ENOENT'
    throw new AppError(
      missing ? 'file-missing' : 'file-unreadable',
      say(missing ? 'file-none' : 'file-not-readable', { file: path }),
      { advice: say('check-path'), cause: error },
    )
  }
}

/** A path to write to, which must not be the project itself. Throws `invalid-input`. */
export function outputPath({ io }: CommandContext, path: string, project: string): string {
  const out = resolve(io.cwd, path)
  if (out === resolve(io.cwd, project)) {
    throw new AppError('invalid-input', verbatim(`${path} is the project itself`), {
      advice: verbatim('write to another file'),
    })
  }
  return out
}
