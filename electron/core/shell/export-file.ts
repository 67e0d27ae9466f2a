import type { Invoke } from '../../../shared/contract'
import type { ExportOptions } from '../../../shared/domain/export-options'
import type { ReviewId, ReviewRevisionId } from '../../../shared/domain/ids'
import type { Picture } from '../../../shared/shell'
import { writeExport } from '../export/write-export'
import { PROJECT_EXTENSION, projectFileName } from './project-file'

/** A file name for a review of this title in a format, such as `md` or `bundle`, that every file system takes. */
export function exportFileName(title: string, format: string): string {
  const stem = projectFileName(title).slice(0, -PROJECT_EXTENSION.length)
  const extension = format === 'bundle' ? 'json' : format.replaceAll(/\W/g, '')
  return `${stem}.${extension}`
}

/** Writes a picture that a window drew, all of it or nothing. */
export function writePicture(path: string, { base64 }: Pick<Picture, 'base64'>): { out: string; bytes: number } {
  return { out: path, bytes: writeExport(path, Buffer.from(base64, 'base64')) }
}

/** Turns a page's HTML into a PDF, as each host can. */
export type PrintPdf = (html: string) => Promise<Uint8Array>

/** What a window asks of an export, and where it goes. */
export interface FileRequest {
  readonly id: ReviewId
  readonly format: string
  readonly strict: boolean
  readonly options?: ExportOptions | undefined
  /** For the head of the change log. */
  readonly change?: string | undefined
  readonly revision?: ReviewRevisionId | undefined
  readonly path: string
}

/**
 * Exports a review to a file, as every host does it: core writes the file and keeps the revision; a PDF is printed by
 * the host in between. A change is in the log before, and taken out again when nothing was exported.
 */
export async function exportToFile(
  ask: Invoke,
  printPdf: PrintPdf,
  { change, ...request }: FileRequest,
): Promise<{ out: string; bytes: number }> {
  if (change === undefined) return writeFormat(ask, printPdf, request)
  await ask('review.addChange', { id: request.id, markdown: change })
  try {
    return await writeFormat(ask, printPdf, request)
  } catch (error) {
    const project = await ask('project.find', {})
    if (project?.undo === 'review.addChange') await ask('project.undo', {})
    throw error
  }
}

async function writeFormat(
  ask: Invoke,
  printPdf: PrintPdf,
  request: Omit<FileRequest, 'change'>,
): Promise<{ out: string; bytes: number }> {
  const { id, format, strict, options, revision, path } = request
  if (format !== 'pdf') return ask('review.export', request)
  const { html } = await ask('review.page', { id, strict, options, revision })
  const bytes = writeExport(path, await printPdf(html))
  if (revision === undefined) await ask('review.keepRevision', { id, format, options })
  return { out: path, bytes }
}
