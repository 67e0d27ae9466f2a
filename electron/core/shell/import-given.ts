import { basename } from 'node:path'
import type { z } from 'zod'
import type { Invoke } from '../../../shared/contract'
import type { ImportReport } from '../../../shared/domain/project'
import type { GivenFiles } from './given-files'
import type { shellInputs } from './shell-calls'

/** Imports files and folders that the user gave, each file under the name that the user knows. */
export function importGiven(
  ask: Invoke,
  given: GivenFiles,
  { files, format, encoding, job }: z.output<(typeof shellInputs)['importTranscripts']>,
): Promise<ImportReport> {
  return ask('source.import', {
    files: files.map((file) => {
      const { path, name } = given.get(file)
      // The files in a folder have names of their own.
      return name === basename(path) ? { path } : { path, name }
    }),
    job,
    ...(format !== undefined && { format }),
    ...(encoding !== undefined && { encoding }),
  })
}
