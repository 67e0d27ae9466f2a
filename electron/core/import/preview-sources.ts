import type { Output, ParsedInput } from '../../../shared/contract'
import type { ErrorData } from '../../../shared/errors'
import { requireProject, type Session } from '../session'
import { findSourceByHash } from '../store/sources'
import { expandPlaces } from './expand-places'
import { MediaFinder } from './find-media'
import { FILES_AHEAD, mapAhead, runJob } from './run-job'
import { TranscriptReader } from './transcript-reader'

type Report = Output<'source.preview'>

/** Says what an import of files, folders and archives would understand. Stores nothing. */
export function previewSources(session: Session, input: ParsedInput<'source.preview'>): Promise<Report> {
  const project = requireProject(session)
  const { job } = input
  return runJob(session, job, async (signal) => {
    const reader = new TranscriptReader()
    signal.addEventListener('abort', () => reader.close())
    try {
      const { files, skipped, failed } = await expandPlaces(input.files, reader)
      const previews: Report['files'][number][] = failed.map(({ error, name, path }) => ({
        ...refused(error),
        name,
        within: null,
        path,
      }))
      const media = new MediaFinder()
      let done = 0
      for await (const [file, reading] of mapAhead(files, FILES_AHEAD, (one) => reader.run('preview', { file: one }))) {
        if (signal.aborted || session.project !== project) break
        done += 1
        if (job !== undefined) session.emit({ kind: 'progress', job, done, total: files.length, label: file.name })
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

function refused({ code, text, adviceText }: ErrorData) {
  return { kind: 'failed', code, text, adviceText } as const
}
