/**
 * Letters, digits, single spaces and the punctuation of sentences: one line that starts with a letter or a quotation mark
 * and does not end in a space.
 */
const PLAIN = /^[\p{L}"“”‘’「」『』（《][\p{L}\p{M}\p{N}\p{Pi}\p{Pf},.;:?!'"()…—–·「」『』《》（）。，、；：？！ -]*$/u

/** Spaces that Markdown would drop. */
const LOOSE = /  | $/

/** What GitHub makes a link of. */
const ADDRESS = /w\.|http|xmpp|mailto/i

/**
 * Whether Markdown reads a text as just these characters in one paragraph, and may write it so: nearly all that people
 * say, for which the grammar need not be asked.
 */
export function isPlainText(text: string): boolean {
  return !LOOSE.test(text) && PLAIN.test(text) && !ADDRESS.test(text)
}
