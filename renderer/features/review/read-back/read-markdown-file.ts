/** In bytes: several times what the largest page is. */
const MAX_SIZE = 20_000_000

/** A file's text, or why there is none. */
export async function readMarkdownFile(
  file: Pick<File, 'size' | 'arrayBuffer'>,
): Promise<{ readonly markdown: string } | { readonly problem: 'tooLarge' | 'notText' }> {
  if (file.size > MAX_SIZE) return { problem: 'tooLarge' }
  try {
    const markdown = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return markdown.includes('\0') ? { problem: 'notText' } : { markdown }
  } catch {
    return { problem: 'notText' }
  }
}
