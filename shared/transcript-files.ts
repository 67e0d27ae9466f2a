/** The endings of files that file choosers show first; any other file can still be chosen or dropped. */
export const TRANSCRIPT_EXTENSIONS = ['vtt', 'srt', 'json', 'md', 'markdown', 'txt', 'text'] as const
