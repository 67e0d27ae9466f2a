import { PROJECT_EXTENSION, projectFileName } from './project-file'

/** A file name for a review of this title in a format, such as `md` or `bundle`, that every file system takes. */
export function exportFileName(title: string, format: string): string {
  const stem = projectFileName(title).slice(0, -PROJECT_EXTENSION.length)
  const extension = format === 'bundle' ? 'json' : format.replaceAll(/\W/g, '')
  return `${stem}.${extension}`
}
