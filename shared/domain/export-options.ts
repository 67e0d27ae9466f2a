/** The ground of an HTML page: as its reader's system says, or always one. */
export const PAGE_GROUNDS = ['auto', 'light', 'dark'] as const
export type PageGround = (typeof PAGE_GROUNDS)[number]

/** How an export is made, beyond its format. What a format has no use for, it passes over. */
export interface ExportOptions {
  /** Markdown: a block reference after each quote, as Obsidian reads them. */
  readonly obsidian?: boolean | undefined
  /** Markdown: the page's facts in YAML before it. */
  readonly frontMatter?: boolean | undefined
  /** HTML. */
  readonly ground?: PageGround | undefined
  /** Pages: quotes in their own words only, without translations. */
  readonly originalsOnly?: boolean | undefined
  /** Markdown, HTML and PDF: what a template file's JSON held; core checks it. */
  readonly template?: unknown
  /** What that file is called. */
  readonly templateName?: string | undefined
}
