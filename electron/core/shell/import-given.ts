import { basename } from 'node:path'
import type { z } from 'zod'
import type { Invoke } from '../../../shared/contract'
import type { PreviewReport } from '../../../shared/domain/import-preview'
import type { ImportReport } from '../../../shared/domain/project'
import type { GivenFile } from '../../../shared/shell'
import type { GivenFiles } from './given-files'
import type { shellInputs } from './shell-calls'

type ShellInput<Name extends keyof typeof shellInputs> = z.output<(typeof shellInputs)[Name]>

/** Says what an import of files and folders that the user gave would understand; each file found gets a token. */
export async function previewGiven(
  ask: Invoke,
  given: GivenFiles,
  { files, job }: ShellInput<'previewTranscripts'>,
): Promise<PreviewReport<{ readonly file: GivenFile }>> {
  const placed = files.map((file) => placeOf(given, file))
  const report = await ask('source.preview', { files: placed, job })
  const tokens = new Map(files.map((file, index) => [keyOf(placed[index]!), file]))
  return {
    ...report,
    files: report.files.map(({ path, entry, ...preview }) => {
      const { token, name } = tokens.get(keyOf({ path, entry })) ?? given.give(path, preview.name, entry)
      return { ...preview, file: { token, name } }
    }),
  }
}

/** Imports files and folders that the user gave, each file under the name that the user knows. */
export function importGiven(
  ask: Invoke,
  given: GivenFiles,
  { files, job }: ShellInput<'importTranscripts'>,
): Promise<ImportReport> {
  return ask('source.import', { files: files.map((file) => placeOf(given, file)), job })
}

/** Where a given file lies, in place of its token. */
function placeOf<File extends GivenFile>(given: GivenFiles, file: File) {
  const { token: _token, name: _name, ...choice } = file
  const { path, name, entry } = given.get(file)
  return {
    ...choice,
    path,
    ...(entry !== undefined && { entry }),
    // The files in a folder have names of their own.
    ...(name !== basename(path) && { name }),
  }
}

function keyOf({ path, entry }: { readonly path: string; readonly entry?: string | undefined }): string {
  return JSON.stringify([path, entry ?? null])
}
