import type { Speaker } from './source'

/** `Speaker (Affiliation) · Source title`; the title alone where nobody is named. */
export function attributionOf(speaker: Pick<Speaker, 'name' | 'affiliation'> | null, sourceTitle: string): string {
  if (!speaker) return sourceTitle
  const who = speaker.affiliation ? `${speaker.name} (${speaker.affiliation})` : speaker.name
  return `${who} · ${sourceTitle}`
}
