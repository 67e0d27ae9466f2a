import type { Output, ParsedInput } from '../../../shared/contract'
import type { ErrorData } from '../../../shared/errors'
import { requireProject, type Session } from '../session'
import { findSourceByHash } from '../store/sources'
import { expandPlaces } from './expand-places'
import { MediaFinder } from './find-media'
import { mapAhead, runJob } from './run-job'
import { TranscriptReader } from './transcript-reader'

type Report = Output<'source.preview'>

/** Files under way at once: one for each reader, and one that waits for each. */
const AHEAD = 4

/** Says what an import of files and folders would understand. Stores nothing. */
export function previewSources(session: Session, input: ParsedInput<'source.preview'>): Promise<Report> {
  const project = requireProject(session)
  return runJob(session, input.job, async (signal) => {
    const { files, skipped, failed } = expandPlaces(input.files)
    const reader = new TranscriptReader()
    const media = new MediaFinder()
    const previews: Report['files'][number][] = failed.map(({ name, error }) => ({
      ...refused(error),
      name,
      within: null,
      path: name,
    }))
    try {
      let done = 0
      for await (const [file, reading] of mapAhead(files, AHEAD, (one) => reader.preview(one))) {
        if (signal.aborted || session.project !== project) break
        done += 1
        if (input.job !== undefined) {
          session.emit({ kind: 'progress', job: input.job, done, total: files.length, label: file.name })
        }
        const { name, within, path, entry } = file
        const place = { name, within, path, ...(entry !== undefined && { entry }) }
        if (!reading.ok) previews.push({ ...refused(reading.error), ...place })
        else {
          const { summary, sha256 } = reading.value
          const duplicateOf = findSourceByHash(project, sha256)
          previews.push({ ...summary, ...place, duplicateOf, media: entry === undefined ? media.find(path) : null })
        }
      }
      return { files: previews, skipped, cancelled: signal.aborted }
    } finally {
      reader.close()
    }
  })
}

function refused(error: ErrorData) {
  const { code, message, advice } = error
  return { kind: 'failed', code, message, advice } as const
}
