import type { ExportOptions, Invoke } from '../../../shared/contract'
import type { ReviewId } from '../../../shared/domain/ids'
import { writeExport } from '../export/write-export'
import { PROJECT_EXTENSION, projectFileName } from './project-file'

/** A file name for a review of this title in a format, such as `md` or `bundle`, that every file system takes. */
export function exportFileName(title: string, format: string): string {
  const stem = projectFileName(title).slice(0, -PROJECT_EXTENSION.length)
  const extension = format === 'bundle' ? 'json' : format.replaceAll(/\W/g, '')
  return `${stem}.${extension}`
}

/** Turns a page's HTML into a PDF, as each host can. */
export type PrintPdf = (html: string) => Promise<Uint8Array>

/**
 * Exports a review to a file, as every host does it: core writes the file and keeps the revision; a PDF is printed by
 * the host in between.
 */
export async function exportToFile(
  ask: Invoke,
  printPdf: PrintPdf,
  {
    path,
    ...request
  }: {
    readonly id: ReviewId
    readonly format: string
    readonly strict: boolean
    readonly options?: ExportOptions | undefined
    readonly path: string
  },
): Promise<{ out: string; bytes: number }> {
  if (request.format !== 'pdf') return ask('review.export', { ...request, path })
  const { html } = await ask('review.page', { id: request.id, strict: request.strict, options: request.options })
  const bytes = writeExport(path, await printPdf(html))
  await ask('review.keepRevision', { id: request.id, format: request.format })
  return { out: path, bytes }
}
