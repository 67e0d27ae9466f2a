export const EXPORT_FORMATS = ['md', 'html', 'docx', 'pdf', 'csv', 'jsonld', 'bundle'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Formats that are the page as it is read; the others are for programs. */
export const PAGE_FORMATS = ['md', 'html', 'docx', 'pdf'] as const satisfies readonly ExportFormat[]

/** The formats that a template file changes. */
export const TEMPLATE_FORMATS: readonly ExportFormat[] = ['md', 'html', 'pdf']

/** The format of this name; `null` for one that a newer program may have written. */
export function findFormat(name: string | undefined): ExportFormat | null {
  return EXPORT_FORMATS.find((format) => format === name) ?? null
}
