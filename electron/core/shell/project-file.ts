/** How a project's file name ends. */
export const PROJECT_EXTENSION = '.verbatim'

/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** Longest stem in code points, so that name and extension fit in 255 bytes of UTF-8. */
const MAX_STEM = 60

/** A file name for a project of this title that every file system takes. */
export function projectFileName(title: string): string {
  const stem = Array.from(
    title
      .replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )
    .slice(0, MAX_STEM)
    .join('')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  if (stem === '' || RESERVED.test(stem)) return `Project${stem && ` ${stem}`}${PROJECT_EXTENSION}`
  return `${stem}${PROJECT_EXTENSION}`
}

/** Whether a path or a name is that of a project. */
export function isProjectFile(path: string): boolean {
  return path.toLowerCase().endsWith(PROJECT_EXTENSION)
}
